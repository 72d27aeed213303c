/** A lambda that gives back what it gets, where an activation is asked for: `Block(act=lambda x: x)`, `def layer(n, activation=lambda x: x)`. */
import { nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { frameworkOf } from './formulas/origin';
import { spanOf, type Reading } from './reading';
import type { Usage } from './usage';

export function findIdleLambda(reading: Reading, lambda: Node): Usage | undefined {
  const { tree, names } = reading;
  if (!isIdle(tree, lambda) || !asking.test(takerOf(tree, lambda))) return undefined;
  const span = spanOf(tree, lambda);
  return {
    activation: 'identity',
    framework: frameworkOf(reading, new Set()),
    symbol: tree.textOf(lambda),
    form: 'formula',
    certainty: 'hand-written',
    parameters: [],
    span,
    expression: span,
    scope: names.scopePath(lambda),
  };
}

function isIdle(tree: SyntaxTree, lambda: Node): boolean {
  const body = tree.lastChild(lambda);
  if (tree.kind(body) !== Kind.Name) return false;
  const [parameter, other] = parametersOf(tree, lambda);
  return other === undefined && parameter !== undefined && parameter.stars === 0 && parameter.name === nameOf(tree, body);
}

/** The argument or parameter that gets an expression. */
function takerOf(tree: SyntaxTree, value: Node): string {
  const parent = tree.parent(value);
  const isTaken = tree.kind(parent) === Kind.KeywordArgument || (tree.kind(parent) === Kind.Parameter && tree.lastChild(parent) === value);
  return nameOf(tree, isTaken ? parent : NONE);
}

const asking = /^_*(\w+_)?(act|activation|nonlinearity|non_linearity|nonlin)(_(fn|func|function|layer))?$/;
