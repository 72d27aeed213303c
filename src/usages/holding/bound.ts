/** What an activation is given where it stands without a call of its own: `partial(nn.LeakyReLU, 0.2)`, `class Act(nn.LeakyReLU)`. */
import { argumentsElsewhere } from '../../frameworks/argumentsElsewhere';
import type { FrameworkSymbol } from '../../frameworks/framework';
import { callArguments, calleeOf, callOf, nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { argumentsOfBase } from '../formulas/derived';
import { entriesOf, optionsBeside } from '../strings/passed';
import type { Reading } from '../reading';

const binders = new Set(['functools.partial', 'functools.partialmethod', 'jax.tree_util.Partial']);

/** The arguments that `partial` passes on, those that stand beside it, those that a class derived from it passes; and any, where nobody knows which. */
export function boundBy({ tree, names }: Reading, node: Node, { activation }: FrameworkSymbol): readonly Argument[] {
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.Bases) return argumentsOfBase(tree, tree.parent(parent));
  const isFirst = tree.kind(parent) === Kind.Call && tree.nextSibling(calleeOf(tree, parent)) === node;
  if (isFirst && binders.has(names.qualifiedName(calleeOf(tree, parent)) ?? '')) return callArguments(tree, parent).slice(1);
  if (isFirst && isMadeFor(tree, node)) return anything(node);
  const beside = tree.kind(parent) === Kind.Call ? [] : optionsBeside(tree, node);
  const call = tree.kind(parent) === Kind.KeywordArgument ? tree.parent(parent) : parent;
  return beside.length === 0 && tree.kind(call) === Kind.Call && namesParameter(tree, call, activation) ? anything(node) : beside;
}

/** `cached(nn.LeakyReLU)(0.2)` may pass on what it is called with. */
function isMadeFor(tree: SyntaxTree, node: Node): boolean {
  const later = tree.nextSibling(node) === NONE ? callOf(tree, tree.parent(node)) : NONE;
  return later !== NONE && tree.nextSibling(calleeOf(tree, later)) !== NONE;
}

/** `make(nn.LeakyReLU, negative_slope=0.2)` and `Lambda(tf.nn.leaky_relu, arguments={"alpha": 0.1})` pass on what they name, or mean something else by it. */
function namesParameter(tree: SyntaxTree, call: Node, activation: string): boolean {
  const known = argumentsElsewhere(activation).flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  return known.length > 0 && fewArguments(tree, call).some((argument) => {
    const isNamed = tree.kind(argument) === Kind.KeywordArgument;
    const entries = entriesOf(tree, isNamed ? tree.lastChild(argument) : argument).map(({ keyword }) => keyword);
    return [...entries, isNamed ? nameOf(tree, argument) : undefined].some((name) => name !== undefined && known.includes(name));
  });
}

/** Nobody writes more beside an activation; without a limit, a call with ten thousand of them would cost the square of that. */
const most = 32;

/** The arguments of a call that has no more than that, and none otherwise. */
function fewArguments(tree: SyntaxTree, call: Node): readonly Node[] {
  const found: Node[] = [];
  for (let argument = tree.nextSibling(calleeOf(tree, call)); argument !== NONE; argument = tree.nextSibling(argument)) {
    if (found.push(argument) > most) return [];
  }
  return found;
}

function anything(node: Node): readonly Argument[] {
  return ([1, 2] as const).map((stars) => ({ stars, keyword: undefined, value: node, node }));
}
