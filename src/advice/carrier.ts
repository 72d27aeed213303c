/** The argument that a string or callable is passed to, where the framework says what it takes. */
import { findCarriers } from '../frameworks/lookup';
import type { Carrier } from '../frameworks/framework';
import { namesOf } from '../python/names';
import { calleeOf, callArguments } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';

/** Undefined where the place is not one that a framework documents: then only a string is known to do. */
export function carrierOf(tree: SyntaxTree, node: Node): Carrier | undefined {
  const parent = tree.parent(node);
  const call = tree.kind(parent) === Kind.KeywordArgument ? tree.parent(parent) : parent;
  if (tree.kind(call) !== Kind.Call) return undefined;
  const passed = callArguments(tree, call);
  const position = passed.findIndex(({ value }) => value === node);
  const keyword = passed[position]?.keyword;
  const names = namesOf(tree);
  const callee = names.qualifiedName(calleeOf(tree, call)) ?? names.starNames(calleeOf(tree, call))[0];
  if (callee === undefined) return undefined;
  return findCarriers(callee)
    .map(({ carrier }) => carrier)
    .find((carrier) => (keyword === undefined ? carrier.position === position : carrier.argument === keyword));
}
