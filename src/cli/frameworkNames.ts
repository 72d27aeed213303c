/** By which names the frameworks call an activation, those with one default together. */
import type { Activation } from '../activations/activation';
import { formatParameter } from '../explanations/answer';
import { isOthers, titleOf } from '../explanations/names';
import { hasDefault, openDefault } from '../explanations/defaults';
import { frameworks } from '../frameworks/catalogue';
import { disputedParameters } from '../frameworks/disputed';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';

export interface FrameworkNames {
  readonly framework: string;
  readonly names: readonly string[];
  /** `α = 0.3`; empty where the frameworks agree, where a name does not know the parameter, or where it must be written. */
  readonly defaults: string;
}

const inOrder = [...frameworks].sort((a, b) => Number(isOthers(a)) - Number(isOthers(b)) || a.name.localeCompare(b.name));

export function namesIn(activation: Activation): FrameworkNames[] {
  const disputed = disputedParameters(activation.id);
  return inOrder.flatMap((framework) => {
    const called = framework.symbols.filter((symbol) => symbol.activation === activation.id);
    const picked = framework.symbols.flatMap((symbol) => variantsOf(symbol, activation).map((name) => ({ name, defaults: '' })));
    const named = called.map((symbol) => ({ name: nameOf(framework, symbol), defaults: defaultsOf(activation, symbol, disputed) }));
    return grouped(titleOf(framework), [...named, ...picked]);
  });
}

function defaultsOf(activation: Activation, symbol: FrameworkSymbol, names: readonly string[]): string {
  return names.flatMap((name) => {
    const parameter = activation.parameters[name];
    if (parameter === undefined) return [];
    const isVersioned = symbol.versioned?.includes(name) === true;
    // A name that knows no choice still stands for one form.
    const isFixed = parameter.kind === 'choice' && symbol.arguments.every((argument) => argument.parameter !== name);
    if (!isVersioned && !isFixed && !hasDefault(symbol, name)) return [];
    return [`${parameter.symbol} = ${isVersioned ? openDefault(parameter) : formatParameter(symbol.defaults?.[name] ?? parameter.default)}`];
  }).join(', ');
}

/** `torch.nn.GELU(approximate="tanh")`, which is another function than `torch.nn.GELU()`. */
function variantsOf(symbol: FrameworkSymbol, activation: Activation): string[] {
  if (symbol.form === 'string') return [];
  return (symbol.variants ?? [])
    .filter((variant) => variant.activation === activation.id && variant.passes === undefined)
    .map(({ argument, equals }) => `${symbol.name}(${argument}=${pythonLiteral(equals)})`);
}

function pythonLiteral(value: string | number | boolean | undefined): string {
  if (value === undefined) return '…';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function nameOf(framework: Framework, { name, form }: FrameworkSymbol): string {
  if (form === 'string') return `"${name}"`;
  return form === 'method' ? `${framework.tensor ?? ''}.${name}` : name;
}

function grouped(framework: string, entries: readonly { readonly name: string; readonly defaults: string }[]): FrameworkNames[] {
  const groups = new Map<string, string[]>();
  for (const { name, defaults } of entries) {
    const names = groups.get(defaults) ?? [];
    if (!names.includes(name)) groups.set(defaults, [...names, name]);
  }
  return [...groups].map(([defaults, names]) => ({ framework, names, defaults }));
}
