/** How a framework says an activation with given parameters: by which of its names, and with which arguments. */
import type { Activation, Parameter, ParameterValue, ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import type { Argument, Form, Framework, FrameworkSymbol } from '../frameworks/framework';

/** What a person has chosen. A parameter that is left out is left to the framework's default. */
export interface Choice {
  readonly activation: string;
  readonly parameters: ParameterValues;
}

/** An argument that has to be written, because the framework's default is another. */
export interface WrittenArgument {
  readonly name: string;
  readonly value: ParameterValue | boolean;
}

export interface Phrase {
  readonly symbol: FrameworkSymbol;
  readonly written: readonly WrittenArgument[];
}

/** Every way in which the framework can say it; empty where it has no name for it, or none with these parameters. */
export function phrasesFor(framework: Framework, choice: Choice): Phrase[] {
  const activation = findActivation(choice.activation);
  if (activation === undefined) return [];
  return framework.symbols.flatMap((symbol) => {
    const written = writtenArguments(symbol, activation, choice.parameters);
    return written === undefined ? [] : [{ symbol, written }];
  });
}

function writtenArguments(symbol: FrameworkSymbol, activation: Activation, values: ParameterValues): WrittenArgument[] | undefined {
  const variant = variantArgument(symbol, activation.id);
  if (variant === undefined) return undefined;
  const written = [...variant];
  for (const [name, parameter] of Object.entries(activation.parameters)) {
    const argument = symbol.arguments.find((candidate) => candidate.parameter === name);
    const byDefault = symbol.defaults?.[name] ?? parameter.default;
    const value = values[name] ?? byDefault;
    if (isSame(value, byDefault) && !mustBeWritten(symbol, argument, name, values)) continue;
    const said = argument && sayable(argument, parameter, value, symbol.form);
    if (argument === undefined || said === undefined) return undefined;
    written.push({ name: argument.name, value: said });
  }
  return written;
}

/** Nothing for a symbol that is the activation by itself, the argument that makes it so, or undefined if none does. */
function variantArgument(symbol: FrameworkSymbol, id: string): WrittenArgument[] | undefined {
  if (symbol.activation === id) return [];
  const variant = symbol.variants?.find(({ activation, equals }) => activation === id && equals !== undefined);
  return variant?.equals === undefined ? undefined : [{ name: variant.argument, value: variant.equals }];
}

/** A default that differs between versions says nothing, so a value that was chosen is written even if it equals ours. */
function mustBeWritten(symbol: FrameworkSymbol, argument: Argument | undefined, name: string, values: ParameterValues): boolean {
  return argument?.required === true || (values[name] !== undefined && symbol.versioned?.includes(name) === true);
}

/** Sliders and decimal constants lose the last digits, which no reader means. */
function isSame(a: ParameterValue, b: ParameterValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** The value as the argument takes it; a function cannot be given a slope that is learned, since that is a tensor. */
function sayable(argument: Argument, parameter: Parameter, value: ParameterValue, form: Form): ParameterValue | undefined {
  if (form !== 'module' && parameter.kind === 'number' && parameter.learned === true) return undefined;
  if (argument.values !== undefined) return Object.entries(argument.values).find(([, meaning]) => meaning === value)?.[0];
  return typeof value === 'string' || Number.isFinite(value) ? value : undefined;
}

/** A value as Python's source has it: `0.2`, `True`, `"tanh"`. */
export function pythonLiteral(value: ParameterValue | boolean, quote: string): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
  return String(Number(value.toPrecision(12)));
}
