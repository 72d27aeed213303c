/** What is known of a symbol that is called as one of a library, and is not that one. */
import type { Argument, FrameworkSymbol } from '../frameworks/framework';
import { usualSymbols, type Found } from '../frameworks/lookup';
import { originOf } from './formulas/origin';
import type { Reading } from './reading';
import { transformed } from './tellingNames';

const ofDistributions = /(^|\.)distributions?\./;

/** `torch.distributions.transforms.TanhTransform` is no layer, so that no layer can take its place: it is called as the file calls it. */
export function transformOf(reading: Reading, path: string): Found | undefined {
  const name = ofDistributions.test(path) ? transformed(path.slice(path.lastIndexOf('.') + 1)) : undefined;
  const usual = name === undefined ? [] : usualSymbols(name);
  const [first] = usual;
  return first && { framework: originOf(reading, new Set([path.split('.', 1)[0] ?? ''])), symbol: ofNobody(first.symbol, usual, path) };
}

/** What no library of the file has is called as the file calls it, and what another library says of it is left out. */
export function ofNobody(symbol: FrameworkSymbol, all: readonly Found[], path: string): FrameworkSymbol {
  const { note: _note, documentation: _documentation, defaults: _defaults, ...own } = ofAnother(symbol);
  const known = all.flatMap((found) => found.symbol.arguments);
  const isPlain = ({ values, negated }: Argument): boolean => values === undefined && negated !== true;
  const spelled = (parameter: string): string[] => known.filter((other) => other.parameter === parameter && isPlain(other)).map(({ name }) => name);
  const versioned = all.flatMap((found) => [...found.symbol.arguments.flatMap(({ parameter }) => parameter ?? []), ...Object.keys(found.symbol.defaults ?? {}), ...found.symbol.versioned ?? []]);
  return {
    ...own,
    name: path.replace(/^\.+/, ''),
    arguments: own.arguments.map((argument) => (argument.parameter === undefined ? argument : { ...argument, aliases: spelled(argument.parameter) })),
    versioned: [...new Set(versioned)],
  };
}

/** Whoever wrote it may order its arguments and choose its defaults otherwise; arguments of the same name mean the same. */
export function ofAnother(symbol: FrameworkSymbol): FrameworkSymbol {
  return {
    ...symbol,
    arguments: symbol.arguments.map((argument) => ({ ...argument, keywordOnly: true })),
    versioned: symbol.arguments.flatMap(({ parameter }) => parameter ?? []),
  };
}
