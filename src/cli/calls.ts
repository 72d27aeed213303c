/** A use as people read it: `LeakyReLU(negative_slope=0.2)`, and what stands in the code. */
import type { Activation, ParameterValue } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { outsideDomain } from '../activations/domain';
import { findFramework } from '../frameworks/catalogue';
import type { FrameworkSymbol } from '../frameworks/framework';
import type { ReportedUsage } from '../reports/report';

/** With the framework's names of the arguments and a `?` for a computed value. */
export function callOf(usage: ReportedUsage): string {
  const activation = findActivation(usage.activation);
  if (activation === undefined) return usage.activation;
  const symbol = symbolOf(usage);
  const shown = Object.entries(usage.parameters)
    .filter(([name, value]) => isTelling(activation, symbol, name, value))
    .map(([name, value]) => `${argumentOf(symbol, name)}=${value ?? '?'}`);
  return shown.length === 0 ? activation.name : `${activation.name}(${shown.join(', ')})`;
}

/** `needs λ ≥ 0`, where a value that is known is one that the function cannot have. */
export function needOf({ activation: id, parameters }: ReportedUsage): string {
  const activation = findActivation(id);
  const values = Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));
  const isKnown = Object.values(parameters).every((value) => value !== null);
  const outside = isKnown && activation ? outsideDomain(activation, values) : undefined;
  return outside === undefined ? '' : `needs ${outside.needs}`;
}

/** A parameter that can be set here, or that is not what one expects. */
function isTelling(activation: Activation, symbol: FrameworkSymbol | undefined, name: string, value: ParameterValue | null): boolean {
  const canBeSet = symbol?.arguments.some(({ parameter }) => parameter === name) === true;
  return canBeSet || value !== activation.parameters[name]?.default;
}

function argumentOf(symbol: FrameworkSymbol | undefined, parameter: string): string {
  const argument = symbol?.arguments.find((each) => each.parameter === parameter)?.name;
  return argument ?? parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function symbolOf({ framework, symbol, form }: ReportedUsage): FrameworkSymbol | undefined {
  return findFramework(framework)?.symbols.find((each) => (
    (each.form === form || form === 'configuration') && (each.name === symbol || (form === 'method' && symbol.endsWith(`.${each.name}`)))
  ));
}

/** A string is not its framework's alone, so the framework is said, unless a configuration leaves open which one reads it. */
export function sourceOf({ framework, symbol, form, certainty }: ReportedUsage): string {
  if ((form !== 'string' && form !== 'configuration') || symbol.includes('.')) return symbol;
  const name = form === 'configuration' && certainty === 'inferred' ? undefined : findFramework(framework)?.name;
  return name === undefined ? `"${symbol}"` : `"${symbol}" (${name})`;
}
