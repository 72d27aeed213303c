/** Tells by words whether a text can hold a usage, so that all others need not be read. */
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { WordSearch } from '../documents/wordSearch';
import { isNeural } from './formulas/neural';
import { wordsOfIdioms } from './fragments';
import { lookForAny, lookForWanted, type Search, type Wanted } from './lookFor';
import { hasName, isSettingsOnly, setsActivation } from './settingsOnly';

/** Names that are ordinary words of code too: they count as they are written, and only beside their own framework. */
const ordinary = new Set(['abs', 'clamp', 'clip', 'erf', 'exp', 'gaussian', 'linear', 'none', 'sin', 'step']);

/** Names that ordinary words have inside, as *resolution* and *absolute* do: they count between other signs. */
const insideWords = new Set(['solu']);

/** Names that everyday code has for variables and in prose: they count where they are called, passed as a string, imported, or asked of a module. */
const everyday = new Set(['threshold', 'identity', 'exponential', 'laplace', 'logistic']);

/** `"linear"` says how something is interpolated or scheduled, unless there is something that takes an activation. */
const takers = /activation|(?<![a-z])act(?![a-z])|nonlinearity|\bDense\(|\bFNN\(|\bPFNN\(|\bDeepONet|_gain\(/i;

/** What frameworks go by; mathematics alone brings nothing in scope. */
const packages = [...new Set(frameworks.filter(({ isAccessory }) => isAccessory !== true).flatMap((framework) => [...framework.roots, ...(framework.signs ?? [])]))];
/** What no two are imported by; `tf.` tells a framework where the import is another file's. */
const conventional = frameworks.flatMap(({ conventions }) => Object.keys(conventions ?? {})).filter((name, _, all) => all.indexOf(name) === all.lastIndexOf(name));
const imported = new RegExp(`^[ \\t]*(?:from|import)\\b[^\\n]*(?:${anyOf(packages).source})`, 'm');
const hasRoot = lookForWanted({ ...asWritten(packages), ...Object.fromEntries(conventional.map((name) => [`^${name.toLowerCase()}.`, new RegExp(`\\b${name}\\.`)])) });

const named = frameworks.flatMap(({ symbols }) => symbols.map((symbol) => ({ symbol, word: wordOf(symbol) })));
const isOrdinary = (word: string): boolean => ordinary.has(word.toLowerCase());

/** The shortest of all names, in which every other has one of them inside. */
const stemWords = shortest(named.map(({ word }) => word.toLowerCase()).filter((word) => !isOrdinary(word)));
const stems = new RegExp(stemWords.map(stemOf).join('|'), 'i');
const hasStem = lookForWanted(Object.fromEntries(stemWords.map((word) => [word, stemOf(word) === word ? null : new RegExp(stemOf(word), 'i')])));

const ordinaryStrings = named.filter(({ symbol, word }) => symbol.form === 'string' && isOrdinary(word)).map(({ word }) => word.toLowerCase());
/** A string as it is passed; `None` too, which has no quotes. */
const hasString = lookForAny(ordinaryStrings.flatMap((word) => (word === 'none' ? settingsOfNone() : [`'${word}'`, `"${word}"`])));

const besides = frameworks.flatMap((framework): { hasRoot: Search; words: RegExp }[] => {
  const words = ordinaryNames(framework);
  return words.length === 0 ? [] : [{ hasRoot: lookForWanted(asWritten(framework.roots)), words: new RegExp(`\\b(?:${words.join('|')})\\b`) }];
});

/** `where(x > 0, x, 0.2 * x)` */
const keptAboveZero = /\bwhere\( ?([\w.]+) ?>=? ?0\.?0?, ?\1\b/i;

/**
 * What else formulas are made of that need no such word; a root of anything but one more than a square is no activation, what is kept from falling
 * below 0 is one, and a sine in a layer of that name.
 */
const hasFunction = lookForWanted({
  leaky: null,
  '^exp(': null,
  '^erf(': null,
  '^erfc(': null,
  '^maximum(': /\bmaximum\([^\n]{0,120}?(?:\b0\.?0?[,)]|zeros|\*)/i,
  '^max(': /\bmax\([^\n]{1,80}, ?(?:\w+\.)?zeros/i,
  '^where(': keptAboveZero,
  '> 0)': /\* ?\([^()\n]{1,30}>=? ?0\.?0?\)|>=? ?0\.?0?\)(?:\.\w+\(\))? ?\*/,
  '< 0]': /\[[^[\]\n]{1,30}<=? ?0\.?0?\] ?\*?= ?/,
  '^clamp': /\bclamp(?:_?min)?_?\([^\n]{0,40}\b0\.?0?\)/i,
  '^sqrt(': /\bsqrt\([^\n]{0,30}(?:square\(|\*\* ?2)[^\n]{0,15} ?\+/i,
  '^class sin': /\bclass Sine?[A-Z_(]/i,
  '^class siren': /\bclass Siren[A-Z_(]/i,
  lambda: /lambda (\w+) ?: ?\1\b(?<=\b\w*(?:act|activation|non_?lin(?:earity)?)(?:_\w+)? ?= ?lambda \w+ ?: ?\w+)/i,
  activation: /activation ?= ?["']sigm?["']/i,
});

/** A statement is looked for by its word, and only then whether that begins one. */
const begunBy = (word: string): string => `${word}\\b(?<=(?:^|[;:])[ \\t]*${word})[^\\n]*`;

/** A file without a framework may hold formulas, where it computes with arrays or is of networks, and has a word for what they are. */
const arrays = new RegExp([
  String.raw`${begunBy('from')}(?:\bimport\b[^\n]*\b(?:np|xp)\b|\b(?:np|xp)\s+import\s*\*|\b(?:numpy|cupy|autograd|math)\b)`,
  String.raw`${begunBy('import')}\b(?:numpy|cupy|autograd|math)\b`,
].join('|'), 'm');
/** Other words have them inside: a prelude, what is mishandled, the deviation `sigma`, and the inverse of tanh. */
const hasFormulaWord = lookForWanted({
  elu: /elu(?!de|di|ci|ct|g|l[ao]|m|r|s[io]|ti|v|x)/i,
  sigm: /sigm(?!a)|\bsigma\w* ?= ?lambda|\bdef \w*sigma\w*\(/i,
  tanh: /(?<![ac])tanh/i,
  mish: /mish(?![a-z])/i,
  logistic: /logistic(?!s)/i,
  ...Object.fromEntries(['leaky', 'softm', 'softp', 'soft_m', 'soft_p', 'swish', 'silu', 'activat', 'nonlin', 'non_lin', 'squash'].map((word) => [word, null])),
});
const hasLogistic = lookForAny(['.exp(-'], /1\.?0? ?\/ ?\(1\.?0? ?\+ ?\w+\.exp\(-/i);

/** Of networks in NumPy, what a softmax and a rectifier begin with where no word says what they are. */
const hasUnnamed = lookForWanted({ '^exp(': null, '^maximum(': null, '^where(': keptAboveZero });

/** Long texts of networks have shown that they are some in so many letters, and are not searched as a whole with each edit. */
const beginning = 16_384;

export function mayUseActivations(text: string): boolean {
  if (text.length > 2 * beginning && beginsWithBoth(text)) return true;
  if (!hasRoot(text)) return mayHoldFormula(text) || setsActivation(text) || isSettingsOnly(text);
  return hasStem(text) || hasFunction(text) || (hasString(text) && takers.test(text)) || besides.some((beside) => beside.hasRoot(text) && beside.words.test(text)) || mayHoldFormula(text);
}

function mayHoldFormula(text: string): boolean {
  if (hasFormulaWord(text) || hasLogistic(text)) return arrays.test(text) || isNeural(text);
  return hasUnnamed(text) && arrays.test(text) && isNeural(text);
}

/** All texts that hold a usage or a finding have one of these. */
const decisive = new WordSearch([...[hasRoot, hasFormulaWord, hasLogistic, hasUnnamed, hasName].flatMap(({ words }) => words), ...wordsOfIdioms]);

/** Whether a text is worth decoding, by its bytes in UTF-8; most files of most projects are not. */
export function mayMatter(bytes: Uint8Array): boolean {
  return decisive.isAnyIn(bytes);
}

function beginsWithBoth(whole: string): boolean {
  const text = whole.slice(0, beginning);
  return imported.test(text) && stems.test(text);
}

/** What code writes of a name: its last part, the argument of an option, the whole of a string or flag. */
function wordOf({ name, form }: FrameworkSymbol): string {
  if (form === 'string') return name;
  const argument = /\((.+)=\)$/.exec(name)?.[1];
  return argument ?? name.slice(name.lastIndexOf('.') + 1);
}

function ordinaryNames(framework: Framework): string[] {
  const words = framework.symbols.filter(({ form }) => form !== 'string').map(wordOf).filter(isOrdinary);
  return [...new Set(words)];
}

function shortest(words: readonly string[]): string[] {
  const found: string[] = [];
  for (const word of [...new Set(words)].sort((a, b) => a.length - b.length)) {
    if (!found.some((other) => word.includes(other))) found.push(word);
  }
  return found;
}

function settingsOfNone(): string[] {
  return ['activation', 'activation_fn', 'nonlinearity'].flatMap((name) => ['=', ' =', '= ', ' = '].map((sign) => `${name}${sign}none`));
}

/** Words that are looked for whatever their case, and count as they are written. */
function asWritten(words: readonly string[]): Wanted {
  return Object.fromEntries(words.map((word) => [word.toLowerCase(), anyOf(words.filter((other) => other.toLowerCase() === word.toLowerCase()))]));
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp([...new Set(words)].map(escaped).join('|'));
}

function stemOf(word: string): string {
  if (everyday.has(word)) return `(?:(?<!self)\\.|inplace_)${word}_?\\b|${word}(?:activation|regressionoutput)|\\b${word}_?\\(|['"]${word}['"]|import .*\\b${word}\\b|\\b${word} as\\b`;
  return insideWords.has(word) ? `(?<![a-z])${word}(?![a-z])` : escaped(word);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
