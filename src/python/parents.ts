/** Which node each is a child of. */
import { carried, type Common } from './common';
import { NONE, type Node, type SyntaxTree } from './syntax';

export function findParents(tree: SyntaxTree): Int32Array {
  const parents = new Int32Array(tree.root + 1);
  for (let node = tree.root; node > 0; node--) setParent(tree, parents, node);
  return parents;
}

/** Those of a tree that was made of another, from those of that one. */
export function carriedParents(old: Int32Array, tree: SyntaxTree, common: Common): Int32Array {
  const parents = carried(old, common, tree.root);
  const behind = common.behind + common.byNode;
  for (let node = behind; node < tree.root; node++) parents[node]! += common.byNode;
  for (let node = behind - 1; node > common.before; node--) setParent(tree, parents, node);
  setParent(tree, parents, tree.root);
  return parents;
}

function setParent(tree: SyntaxTree, parents: Int32Array, parent: Node): void {
  for (let child = tree.firstChild(parent); child !== NONE; child = tree.nextSibling(child)) parents[child] = parent;
}
