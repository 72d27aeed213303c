/** Stands for a tree until somebody looks at it: VS Code asks for the first children when the view is opened. */
import * as vscode from 'vscode';

interface Tree<Node> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  getChildren(node?: Node): vscode.ProviderResult<Node[]>;
  getTreeItem(node: Node): vscode.TreeItem;
  getParent(node: Node): Node | undefined;
}

export function lazyTree<Node>(load: () => Promise<Tree<Node>>): vscode.TreeDataProvider<Node> {
  const changed = new vscode.EventEmitter<void>();
  let tree: Tree<Node> | undefined;
  const loaded = async (): Promise<Tree<Node>> => {
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
