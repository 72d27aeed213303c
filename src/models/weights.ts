/** Functions of what a model learns and of no input: a rectifier of a parameter keeps a weight from falling below 0. */
import { callArguments, calleeOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { makesWeight } from '../usages/formulas/learned';
import type { Usage } from '../usages/usage';
import { nearest } from './region';

/** Whether what a function is called with is a parameter, or a part of one. */
export function isOfWeight(tree: SyntaxTree, usage: Usage, node: Node): boolean {
  const call = nearest(tree, node, (kind, at) => kind === Kind.Call && tree.start(at) <= usage.span.start);
  if (call === NONE || tree.end(calleeOf(tree, call)) < usage.span.end) return false;
  const given = callArguments(tree, call)[0]?.value ?? receiverOf(tree, call);
  const bare = given !== NONE && tree.kind(given) === Kind.Subscript ? tree.firstChild(given) : given;
  if (bare === NONE || (tree.kind(bare) !== Kind.Attribute && tree.kind(bare) !== Kind.Name)) return false;
  return isMadeAsWeight(tree, bare);
}

/** `self.weight.relu()` */
function receiverOf(tree: SyntaxTree, call: Node): Node {
  const callee = calleeOf(tree, call);
  return tree.kind(callee) === Kind.Attribute ? tree.firstChild(callee) : NONE;
}

function isMadeAsWeight(tree: SyntaxTree, wanted: Node): boolean {
  const text = tree.textOf(wanted);
  const made: boolean[] = [];
  for (let node = 1; node < tree.root; node++) {
    if (tree.kind(node) !== Kind.Assign) continue;
    const [target, ...others] = tree.children(node);
    const value = others.at(-1);
    if (target === undefined || value === undefined) continue;
    const places = tree.kind(target) === Kind.Tuple ? tree.children(target) : [target];
    const place = places.findIndex((each) => tree.textOf(each) === text);
    if (place >= 0) made.push(makesWeight(tree, places.length > 1 && tree.kind(value) === Kind.Tuple ? tree.children(value)[place] ?? NONE : value));
  }
  return made.length > 0 && made.every(Boolean);
}
