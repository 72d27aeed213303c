/** Parameters whose defaults differ between libraries, so that a name which somebody else's code reads does not tell them. */
import { findActivation } from '../activations/catalogue';
import { frameworks } from './catalogue';
import type { FrameworkSymbol } from './framework';

/** By activation; made when first asked for. */
let made: ReadonlyMap<string, readonly string[]> | undefined;

/** `negativeSlope` of a leaky ReLU: 0.01 in PyTorch, 0.2 in TensorFlow, 0.3 in the layer of Keras. */
export function disputedParameters(activation: string): readonly string[] {
  made ??= collect();
  return made.get(activation) ?? nothing;
}

const nothing: readonly string[] = [];

function collect(): ReadonlyMap<string, readonly string[]> {
  const symbols = frameworks.flatMap((framework) => framework.symbols).filter(({ form }) => form !== 'configuration');
  const ids = new Set(symbols.map(({ activation }) => activation));
  return new Map([...ids].map((id) => [id, disputedOf(id, symbols.filter(({ activation }) => activation === id))]));
}

function disputedOf(id: string, symbols: readonly FrameworkSymbol[]): readonly string[] {
  return Object.entries(findActivation(id)?.parameters ?? {})
    .filter(([name, { default: own }]) => new Set(symbols.filter((symbol) => !isRequired(symbol, name)).map(({ defaults }) => defaults?.[name] ?? own)).size > 1)
    .map(([name]) => name);
}

function isRequired({ arguments: accepted }: FrameworkSymbol, parameter: string): boolean {
  return accepted.some((argument) => argument.parameter === parameter && argument.required === true);
}
