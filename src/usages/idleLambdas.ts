/** A lambda that gives back what it gets, where an activation is asked for: `Block(act=lambda x: x)`, `self.act = lambda x: x`, `ACTS = {"none": lambda x: x}`. */
import { stringValue } from '../python/literals';
import { nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { telling } from './tellingNames';
import { frameworkOf } from './formulas/origin';
import { isCustomaryTable } from './holding/lookupNames';
import { spanOf, type Reading } from './reading';
import type { Usage } from './usage';

export function findIdleLambda(reading: Reading, lambda: Node): Usage | undefined {
  const { tree, names } = reading;
  if (!isIdle(tree, lambda) || !isAskedFor(reading, lambda)) return undefined;
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

/** Whether a lambda gives back what it gets. */
export function isIdle(tree: SyntaxTree, lambda: Node): boolean {
  const body = tree.lastChild(lambda);
  if (tree.kind(body) !== Kind.Name) return false;
  const [parameter, other] = parametersOf(tree, lambda);
  return other === undefined && parameter !== undefined && parameter.stars === 0 && parameter.name === nameOf(tree, body);
}

/** Whether an argument, parameter or variable gets an expression, alone, as a branch or out of a table, that is called as an activation; or a function gives it. */
function isAskedFor({ tree, names }: Reading, lambda: Node): boolean {
  let value = lambda;
  while (tree.kind(tree.parent(value)) === Kind.IfExp) value = tree.parent(value);
  const table = tree.kind(tree.parent(value)) === Kind.DictEntry ? tree.parent(tree.parent(value)) : NONE;
  if (table !== NONE) value = tree.kind(tree.parent(table)) === Kind.Subscript && tree.firstChild(tree.parent(table)) === table ? tree.parent(table) : table;
  const taker = takerOf(tree, value);
  if (tree.kind(tree.parent(value)) === Kind.Return) return giving.test(nameOf(tree, names.enclosingDefinition(lambda)));
  return value === table ? tables.test(taker) || isCustomaryTable(taker) || isOfActivations(tree, table) : asking.test(taker);
}

/** Whether a table has several activations by their names: `{"none": lambda x: x, "relu": F.relu, "tanh": torch.tanh}`. */
function isOfActivations(tree: SyntaxTree, table: Node): boolean {
  let named = 0;
  for (let entry = tree.firstChild(table); entry; entry = tree.nextSibling(entry)) {
    if (telling.test(stringValue(tree, tree.firstChild(entry)) ?? '')) named++;
  }
  return named > 1;
}

function takerOf(tree: SyntaxTree, value: Node): string {
  const parent = tree.parent(value);
  switch (tree.kind(parent)) {
    case Kind.KeywordArgument:
      return nameOf(tree, parent);
    case Kind.Parameter:
      return tree.lastChild(parent) === value ? nameOf(tree, parent) : '';
    case Kind.Assign:
      return tree.lastChild(parent) === value ? nameOf(tree, tree.firstChild(parent)) : '';
    default:
      return '';
  }
}

/** What people call functions that give activations: `get_activation`, `act_map`. */
const giving = /(^|_)(act|activation|nonlinearity|non_linearity|nonlin)(_|$)/i;
const tables = /^_*(\w+_)?(acts|activations|nonlinearities|(act|activation)_(fns|funcs|functions|layers))$/i;
const asking = /^_*(\w+_)?(act|activation|nonlinearity|non_linearity|nonlin)(_(fn|func|function|layer))?_?\d?$/;
