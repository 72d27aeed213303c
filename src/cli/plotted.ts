/** A function as the command line names it: `gelu`, `torch.nn.LeakyReLU:negative_slope=0.2`. */
import type { Activation, ParameterValue, ParameterValues } from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { spellingOf } from '../activations/search';
import { isFailure, type Failure } from '../documents/failure';
import { parametersOf } from '../pictures/panelCurve';
import { listed } from './listed';
import { findExplained, type Explained } from './lookup';

export interface Plotted {
  readonly activation: Activation;
  readonly values: ParameterValues;
  /** The parameters that were written. */
  readonly written: ReadonlySet<string>;
}

/** The function, or what is wrong with its name or its parameters. */
export function readPlotted(text: string): Plotted | Failure {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const found = findExplained(name);
  if ('suggestions' in found) {
    if (found.isAmbiguous) return { reason: `'${name}' is short for ${listed(found.suggestions, 'or')}: say which.` };
    const hint = found.suggestions.length === 0 ? '' : ` Did you mean ${listed(found.suggestions, 'or')}?`;
    return { reason: `There is no activation '${name}'.${hint}` };
  }
  const settings = colon < 0 ? {} : readSettings(text.slice(colon + 1), found);
  if (isFailure(settings)) return settings;
  const values = { ...found.values, ...settings };
  const outside = outsideDomain(found.activation, values);
  if (outside !== undefined) return { reason: `${found.activation.name} needs ${outside.needs}, so there is nothing to plot.` };
  return { activation: found.activation, values, written: new Set(Object.keys(settings)) };
}

function readSettings(text: string, found: Explained): ParameterValues | Failure {
  const settings: Record<string, ParameterValue> = {};
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', value] = part.split('=').map((side) => side.trim());
    const parameter = parameterCalled(name, found);
    if (parameter === undefined) return { reason: `${found.activation.name} has no parameter '${name}'; ${parametersIn(found.activation)}.` };
    const read = value === undefined || value === '' ? undefined : valueOf(value, parameter, found.activation);
    if (read === undefined) return { reason: `${name} of ${found.activation.name} takes ${takes(parameter, found.activation)}, not '${value ?? ''}'.` };
    settings[parameter] = read;
  }
  return settings;
}

/** By its own name or its symbol, in any spelling, or as the framework calls it under which the function was named. */
function parameterCalled(name: string, { activation, symbol }: Explained): string | undefined {
  const spelling = spellingOf(name);
  const own = Object.entries(parametersOf(activation)).find(([id, { symbol: sign }]) => spellingOf(id) === spelling || sign === name);
  return own?.[0] ?? symbol?.arguments.find((argument) => spellingOf(argument.name) === spelling)?.parameter;
}

function valueOf(text: string, name: string, activation: Activation): ParameterValue | undefined {
  const parameter = parametersOf(activation)[name];
  if (parameter?.kind === 'choice') return parameter.choices.find((choice) => choice === text);
  const value = Number(text.replaceAll('\u2212', '-'));
  return Number.isFinite(value) ? value : undefined;
}

function takes(name: string, activation: Activation): string {
  const parameter = parametersOf(activation)[name];
  return parameter?.kind === 'choice' ? parameter.choices.join(' or ') : 'a number';
}

function parametersIn(activation: Activation): string {
  const names = Object.keys(parametersOf(activation));
  return names.length === 0 ? 'it takes none' : `it has ${names.join(', ')}`;
}
