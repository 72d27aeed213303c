/** What gives back what it gets, where an activation is asked for: `Block(act=lambda x: x)`, `self.act = lambda x: x`, `ACTS = {"none": lambda x: x}`, `def same(x): return x`. */
import { stringValue } from '../python/literals';
import { bodyOf, isDocstring, nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { wordsOf } from '../python/words';
import { telling } from './tellingNames';
import { frameworkOf } from './formulas/origin';
import { isCustomaryTable } from './holding/lookupNames';
import { spanOf, type Reading } from './reading';
import type { Usage } from './usage';

export function findIdleLambda(reading: Reading, lambda: Node): Usage | undefined {
  return isIdle(reading.tree, lambda) && isAskedFor(reading, lambda) ? identityAt(reading, lambda) : undefined;
}

/** The same by the name of the file's own function that does no more: `def same(x): return x`, `Block(act=same)`. */
export function findIdleFunction(reading: Reading, name: Node): Usage | undefined {
  const { tree, names } = reading;
  if (!isGivenToActivation(tree, name)) return undefined;
  const definition = names.definitionOf(name);
  return tree.kind(definition) === Kind.FunctionDef && isIdleFunction(tree, definition) ? identityAt(reading, name) : undefined;
}

const givers: readonly Kind[] = [Kind.KeywordArgument, Kind.Parameter, Kind.Assign, Kind.IfExp];

function isGivenToActivation(tree: SyntaxTree, name: Node): boolean {
  if (!givers.includes(tree.kind(tree.parent(name)))) return false;
  const value = branchesAround(tree, name);
  const parent = tree.parent(value);
  const isAssign = tree.kind(parent) === Kind.Assign;
  const words = wordsOf(tree);
  const isAsking = words.answersTo(asks)(words.at(isAssign ? tree.firstChild(parent) : parent));
  return isAsking && asks(takerOf(tree, value));
}

function asks(name: string): boolean {
  return asking.test(name);
}

function isIdleFunction(tree: SyntaxTree, definition: Node): boolean {
  const [returning = NONE, more] = bodyOf(tree, definition).filter((statement) => !isDocstring(tree, tree.firstChild(statement)));
  const value = tree.kind(returning) === Kind.Return && more === undefined ? tree.firstChild(returning) : NONE;
  return isParameterAlone(tree, definition, value);
}

function identityAt(reading: Reading, node: Node): Usage {
  const { tree, names } = reading;
  const span = spanOf(tree, node);
  return {
    activation: 'identity',
    framework: frameworkOf(reading, new Set()),
    symbol: tree.textOf(node),
    form: 'formula',
    certainty: 'hand-written',
    parameters: [],
    span,
    expression: span,
    scope: names.scopePath(node),
  };
}

/** Whether a lambda gives back what it gets. */
export function isIdle(tree: SyntaxTree, lambda: Node): boolean {
  return isParameterAlone(tree, lambda, tree.lastChild(lambda));
}

function isParameterAlone(tree: SyntaxTree, definition: Node, value: Node): boolean {
  if (tree.kind(value) !== Kind.Name) return false;
  const [parameter, other] = parametersOf(tree, definition);
  return other === undefined && parameter !== undefined && parameter.stars === 0 && parameter.name === nameOf(tree, value);
}

/** Whether an argument, parameter or variable gets an expression, alone, as a branch or out of a table, that is called as an activation; or a function gives it. */
function isAskedFor({ tree, names }: Reading, lambda: Node): boolean {
  let value = branchesAround(tree, lambda);
  const table = tree.kind(tree.parent(value)) === Kind.DictEntry ? tree.parent(tree.parent(value)) : NONE;
  if (table !== NONE) value = tree.kind(tree.parent(table)) === Kind.Subscript && tree.firstChild(tree.parent(table)) === table ? tree.parent(table) : table;
  const taker = takerOf(tree, value);
  if (tree.kind(tree.parent(value)) === Kind.Return) return giving.test(nameOf(tree, names.enclosingDefinition(lambda)));
  return value === table ? tables.test(taker) || isCustomaryTable(taker) || isOfActivations(tree, table) : asking.test(taker);
}

function branchesAround(tree: SyntaxTree, node: Node): Node {
  let value = node;
  while (tree.kind(tree.parent(value)) === Kind.IfExp) value = tree.parent(value);
  return value;
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
