/** Stands for a tree until somebody looks at it: VS Code asks for the first children when the view is opened. */
import * as vscode from 'vscode';
import type { ActivationTree } from './activationTree';
import type { Node } from '../inventory/outline';

export function lazyTree(load: () => Promise<ActivationTree>): vscode.TreeDataProvider<Node> {
  const changed = new vscode.EventEmitter<void>();
  let tree: ActivationTree | undefined;
  const loaded = async (): Promise<ActivationTree> => {
    if (tree !== undefined) return tree;
    tree = await load();
    tree.onDidChangeTreeData(() => changed.fire());
    return tree;
  };
  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await loaded()).getChildren(node),
    getTreeItem: async (node) => (await loaded()).getTreeItem(node),
    getParent: async (node) => (await loaded()).getParent(node),
  };
}
