/** Where what is called as other things are too stands as an activation does: a `Snake` among layers is no game. */
import { calleeOf, callOf, isRow, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { saysActivation } from './formulas/evidence';

const rows = /^(Sequential|HybridSequential|SequentialCell)$/;
const mostLevels = 6;

/** `nn.Sequential(Snake(8), conv)`, `nonlinear = Snake(8)`, `self.acts += [Snake(8)]` */
export function isAmongActivations(tree: SyntaxTree, callee: Node): boolean {
  let node = callOf(tree, callee);
  for (let level = 0; level < mostLevels && node !== NONE; level++) {
    const parent = tree.parent(node);
    const kind = tree.kind(parent);
    if (kind === Kind.Assign || kind === Kind.AugAssign) return tree.lastChild(parent) === node && saysActivation(nameOf(tree, tree.firstChild(parent)).replace(/s$/, ''));
    if (kind === Kind.Call && rows.test(nameOf(tree, calleeOf(tree, parent)))) return true;
    if (!isRow(tree, parent) && kind !== Kind.IfExp && kind !== Kind.ListComprehension && !isList(tree, parent)) return false;
    node = parent;
  }
  return false;
}

function isList(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.Call && /^(ModuleList|LayerList|CellList)$/.test(nameOf(tree, calleeOf(tree, node)));
}
