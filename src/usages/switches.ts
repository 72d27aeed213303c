/** Options that bring an activation by being set: `DiceLoss(sigmoid=True)`, `GATConv(8, 8, negative_slope=0.1)`. */
import { documentedName, findOptions, type FoundOption } from '../frameworks/lookup';
import { callArguments, calleeOf, nameOf, nameRange } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { meaningOf } from './parameters';
import { knownValue, qualifiedNames, spanOf, type Reading } from './reading';
import type { Usage } from './usage';

/** The usage that a keyword argument of a call is. */
export function findSwitch(reading: Reading, argument: Node): Usage | undefined {
  const { tree, names } = reading;
  const options = findOptions(nameOf(tree, argument));
  const call = options.length === 0 ? NONE : tree.parent(argument);
  const found = tree.kind(call) === Kind.Call ? optionOf(reading, options, call) : undefined;
  const span = found && nameRange(tree, argument);
  if (found === undefined || span === undefined || !isSet(reading, argument, found)) return undefined;
  const meaning = meaningOf(reading, found.symbol, callArguments(tree, call).filter(({ keyword }) => keyword !== undefined));
  if (meaning === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: 'configuration',
    certainty: found.callable === '*' ? 'inferred' : 'resolved',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, argument),
    scope: names.scopePath(argument),
  };
}

function optionOf(reading: Reading, options: readonly FoundOption[], call: Node): FoundOption | undefined {
  const called = qualifiedNames(reading, calleeOf(reading.tree, call)).map(documentedName);
  return options.find(({ framework, callable }) =>
    (callable === '*' ? reading.scope.includes(framework) : called.some((name) => matches(callable, name))));
}

function matches(callable: string, name: string): boolean {
  return callable.endsWith('*') ? name.startsWith(callable.slice(0, -1)) : callable === name;
}

/** One that carries a parameter is set whatever its value; one that is a switch only where it reads `True`. */
function isSet(reading: Reading, argument: Node, { symbol }: FoundOption): boolean {
  const [own] = symbol.arguments;
  return own?.parameter !== undefined || knownValue(reading, reading.tree.firstChild(argument)) === true;
}
