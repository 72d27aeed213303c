/** A class of the file that is a library's activation with arguments of its own: `class ReLU20(nn.Hardtanh)`. */
import type { ParameterValue } from '../../activations/activation';
import type { FrameworkSymbol } from '../../frameworks/framework';
import type { Found } from '../../frameworks/lookup';
import { basesOf, bodyOf, callArguments, calleeOf, nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { findActivation } from '../../activations/catalogue';
import { foundAt } from '../holding/holding';
import { meaningOf } from '../parameters';
import type { Reading } from '../reading';
import { saysOneActivation } from '../tellingNames';
import { reachingBinding } from './bindings';
import { callableOf } from './definitions';
import { isCalledSo } from './naming';
import type { Workshop } from './callees';

/** Nothing where the class computes by itself. */
export function derivedSymbol(workshop: Workshop, definition: Node): Found | undefined {
  const { reading } = workshop;
  const { tree } = reading;
  if (tree.kind(definition) !== Kind.ClassDef || callableOf(workshop, definition) !== NONE) return undefined;
  const base = basesOf(tree, definition).flatMap(({ value }) => foundAt(reading, value) ?? [])[0];
  // What is derived from the identity is a place that is kept for something else.
  if (base?.symbol.form !== 'module' || base.symbol.activation === 'identity') return undefined;
  const symbol = initialiserOf(tree, definition) === NONE ? base.symbol : withArguments(reading, base.symbol, argumentsOfBase(tree, definition));
  return symbol && { ...base, symbol: { ...symbol, name: nameOf(tree, definition) }, isOwn: true, isDerived: true };
}

/** A class that hands the function which it is called after to its base, and is applied there: `class Tanh(Activation)` with `super().__init__(np.tanh, slope)`. */
export function handedSymbol(workshop: Workshop, definition: Node): FrameworkSymbol | undefined {
  const { tree } = workshop.reading;
  const name = nameOf(tree, definition);
  if (tree.kind(definition) !== Kind.ClassDef || !saysOneActivation(name) || callableOf(workshop, definition) !== NONE) return undefined;
  const [first] = argumentsOfBase(tree, definition);
  const activation = first?.stars === 0 ? functionAt(workshop, first.value) : undefined;
  if (activation === undefined || !isCalledSo(activation, name)) return undefined;
  return { name, form: 'module', activation, arguments: [], versioned: Object.keys(findActivation(activation)?.parameters ?? {}) };
}

function functionAt({ reading, bindings, localActivation }: Workshop, value: Node): string | undefined {
  const { tree, names } = reading;
  const found = foundAt(reading, value);
  if (found || tree.kind(value) !== Kind.Name) return found?.symbol.form === 'function' ? found.symbol.activation : undefined;
  const given = reachingBinding(tree, names, bindings, value)?.value ?? names.definitionOf(value);
  return localActivation(given)?.activation.id;
}

/** What its own initialiser passes on is settled; what that takes itself is unknown. */
function withArguments(reading: Reading, symbol: FrameworkSymbol, written: readonly Argument[]): FrameworkSymbol | undefined {
  const meaning = meaningOf(reading, symbol, written);
  if (meaning?.certain !== true) return undefined;
  const defaults: Record<string, ParameterValue> = Object.fromEntries(meaning.parameters.map(({ name, value }) => [name, value]));
  const versioned = meaning.parameters.filter(({ source }) => source === 'unknown').map(({ name }) => name);
  return { name: symbol.name, form: 'module', activation: meaning.activation, arguments: [], defaults, versioned };
}

/** What a class passes to the initialiser of its base: `super().__init__(0, 20)`, `nn.Hardtanh.__init__(self, 0, 20)`. */
export function argumentsOfBase(tree: SyntaxTree, definition: Node): readonly Argument[] {
  const initialiser = initialiserOf(tree, definition);
  if (initialiser === NONE) return [];
  for (let node = tree.firstInside(initialiser); node < initialiser; node++) {
    const callee = tree.kind(node) === Kind.Call ? calleeOf(tree, node) : NONE;
    if (tree.kind(callee) !== Kind.Attribute || nameOf(tree, callee) !== '__init__') continue;
    const written = callArguments(tree, node);
    return tree.kind(tree.firstChild(callee)) === Kind.Call ? written : written.slice(1);
  }
  return [];
}

function initialiserOf(tree: SyntaxTree, definition: Node): Node {
  return bodyOf(tree, definition).find((statement) => tree.kind(statement) === Kind.FunctionDef && nameOf(tree, statement) === '__init__') ?? NONE;
}
