/** The tanh of a recurrent cell that is written by hand: what goes into its state, or out of it. */
import { callArguments, isDefinition, nameOf, operatorOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { nearest } from './region';
import type { Fact, Situation } from './situation';

const cell = /(lstm|gru|rnn)\w*cell|^cell\w*(lstm|gru|rnn)|^_?(lstm|gru|rnn)_?(step|cell)/i;
/** What attends, or goes back through a cell: a factor of a gradient is no state. */
const other = /att(entio)?n|decoder|wrapper|back_?(ward|prop)|grad|deriv|bptt/i;
const state = /^h(idden)?(s|x|_?\w{0,2}|_?(prev|next|t|in|new|state))?$|^(prev|next|new|last)_?h(idden)?(_state)?$|^(hidden_)?states?$/i;

export function inCell(tree: SyntaxTree, usage: Usage, node: Node): Pick<Situation, 'role' | 'architecture'> | undefined {
  const evidence = cellAround(tree, usage, node);
  return evidence && { role: { value: 'hidden', sureness: 'likely', evidence }, architecture: { value: 'rnn', sureness: 'likely', evidence } };
}

/** What shows a cell: its name, or a state that goes into the sum that makes the next. */
function cellAround(tree: SyntaxTree, { activation, form }: Usage, node: Node): Fact['evidence'] {
  if (activation !== 'tanh' || form === 'string') return undefined;
  const definition = nearest(tree, node, (kind, at) => isDefinition(kind) && cell.test(nameOf(tree, at)));
  if (definition !== NONE && !other.test(nameOf(tree, definition))) return { offset: tree.start(definition), text: nameOf(tree, definition) };
  const assignment = nearest(tree, node, (kind) => kind === Kind.Assign || isDefinition(kind));
  if (tree.kind(assignment) !== Kind.Assign) return undefined;
  const [target = NONE, value = NONE] = tree.children(assignment);
  const [given] = tree.kind(value) === Kind.Call ? callArguments(tree, value) : [];
  return given && state.test(baseName(tree, target)) && isFedBack(tree, given.value) ? { offset: tree.start(target), text: tree.textOf(target) } : undefined;
}

/** `Wx @ x + Wh @ h + b`: one summand has a state, another has none and is no bias. */
function isFedBack(tree: SyntaxTree, sum: Node): boolean {
  const products = summandsOf(tree, sum).filter((each) => tree.kind(each) === Kind.Call || tree.kind(each) === Kind.BinOp);
  const withState = products.filter((each) => hasState(tree, each));
  return withState.length === 1 && products.length === 2;
}

function summandsOf(tree: SyntaxTree, node: Node): readonly Node[] {
  const isSum = tree.kind(node) === Kind.BinOp && operatorOf(tree, node) === Operator.Add;
  return isSum ? tree.children(node).flatMap((side) => summandsOf(tree, side)) : [node];
}

function hasState(tree: SyntaxTree, node: Node): boolean {
  for (let at = tree.firstInside(node); at <= node; at++) {
    const kind = tree.kind(at);
    if ((kind === Kind.Name || kind === Kind.Attribute) && state.test(nameOf(tree, at))) return true;
  }
  return false;
}

/** `h` of `h[t]` and `self.h`. */
function baseName(tree: SyntaxTree, target: Node): string {
  return nameOf(tree, tree.kind(target) === Kind.Subscript ? tree.firstChild(target) : target);
}
