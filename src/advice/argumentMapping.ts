/** What the arguments of one call become in another: kept, renamed, given another value, left out, added. */
import { pythonLiteral, type Phrase, type WrittenArgument } from './phrases';
import type { Argument, FrameworkSymbol } from '../frameworks/framework';
import type { Argument as Passed } from '../python/parts';
import type { SyntaxTree } from '../python/syntax';

/** A call, and what shall be called in its place. */
interface Recall {
  readonly tree: SyntaxTree;
  readonly passed: readonly Passed[];
  readonly from: FrameworkSymbol;
  readonly phrase: Phrase;
  readonly quote: string;
  /** How many arguments come before those of the call: 1 where a method becomes a function of its receiver. */
  readonly before: 0 | 1;
}

export interface Mapping {
  /** What each argument of the call reads afterwards; undefined where it goes. */
  readonly texts: readonly (string | undefined)[];
  /** What has to be written besides. */
  readonly added: readonly string[];
}

/** Arguments that any layer of Keras takes, whatever else it takes. */
const layerArguments = ['name', 'trainable', 'input_shape'];

/** Undefined for `*args` and `**kwargs`, whose meaning nobody sees, and where the new call needs what the old one has not. */
export function mapArguments(recall: Recall): Mapping | undefined {
  if (recall.passed.some(({ stars }) => stars > 0)) return undefined;
  const read = recall.passed.map((passed, position) => parameterOf(recall.from, passed, position));
  const names = recall.passed.map((passed, i) => newName(recall, passed, read[i]));
  const added = [...recall.phrase.written, ...lastAxis(recall.phrase)].filter(({ name }) => !names.includes(name));
  const isGiven = (name: string): boolean => names.includes(name) || added.some((argument) => argument.name === name);
  const { symbol } = recall.phrase;
  if (symbol.arguments.some(({ name, required }) => required === true && !isGiven(name))) return undefined;
  return { texts: newTexts(recall, names), added: added.map((argument) => named(argument, recall.quote)) };
}

/** The arguments of a call that has none yet; undefined where it needs what nobody said. */
export function freshArguments(phrase: Phrase, quote: string): string[] | undefined {
  const written = [...phrase.written, ...lastAxis(phrase)];
  const isMissing = phrase.symbol.arguments.some((argument) => argument.required === true && !written.some(({ name }) => name === argument.name));
  return isMissing ? undefined : written.map((argument) => named(argument, quote));
}

function named({ name, value }: WrittenArgument, quote: string): string {
  return `${name}=${pythonLiteral(value, quote)}`;
}

/** An argument stays without its name only while it and all before it keep their places. */
function newTexts({ tree, passed, phrase: { symbol, written }, quote, before }: Recall, names: readonly (string | undefined)[]): (string | undefined)[] {
  let place: number = before;
  return passed.map((argument, i) => {
    const name = names[i];
    if (name === undefined) return undefined;
    const value = written.find((candidate) => candidate.name === name)?.value;
    const text = value === undefined ? tree.textOf(argument.value) : pythonLiteral(value, quote);
    const staysInPlace = argument.keyword === undefined
      && symbol.arguments[place]?.name === name && symbol.arguments[place]?.keywordOnly !== true;
    if (!staysInPlace) return `${name}=${text}`;
    place += 1;
    return text;
  });
}

function parameterOf(symbol: FrameworkSymbol, { keyword }: Passed, position: number): Argument | undefined {
  if (keyword === undefined) return symbol.arguments[position];
  return symbol.arguments.find(({ name, aliases }) => name === keyword || aliases?.includes(keyword) === true);
}

/** What the new callable calls an argument; undefined where it has none like it. */
function newName({ from, phrase: { symbol, written }, before }: Recall, { keyword }: Passed, argument: Argument | undefined): string | undefined {
  if (argument === undefined) return keyword !== undefined && isForAnyLayer(from, keyword) ? keyword : undefined;
  const isTensor = from.form === 'function' && before === 0 && argument === from.arguments[0];
  if (isTensor) return symbol.arguments[0]?.name;
  if (written.some(({ name }) => name === argument.name)) return argument.name;
  const picksActivation = argument.parameter !== undefined || from.variants?.some((variant) => variant.argument === argument.name) === true;
  if (picksActivation) return undefined;
  return symbol.arguments.find(({ name, parameter }) => name === argument.name && parameter === undefined)?.name;
}

function isForAnyLayer(symbol: FrameworkSymbol, keyword: string): boolean {
  return symbol.form === 'module' && layerArguments.includes(keyword);
}

/** Without `dim` PyTorch guesses the axis and warns, or refuses; the last one is what every other framework means. */
function lastAxis({ symbol }: Phrase): WrittenArgument[] {
  const guessesAxis = symbol.activation !== 'glu' && symbol.arguments.some(({ name }) => name === 'dim');
  return guessesAxis ? [{ name: 'dim', value: -1 }] : [];
}
