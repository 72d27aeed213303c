/** Tells by words whether a text can hold a usage, so that all others need not be read. */
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { isNeural } from './formulas/neural';
import { lookForAny } from './lookFor';
import { isSettingsOnly, setsActivation } from './settingsOnly';

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
const roots = new RegExp(`${anyOf(packages).source}|\\b(?:${conventional.join('|')})\\.`);
const imported = new RegExp(`^[ \\t]*(?:from|import)\\b[^\\n]*(?:${anyOf(packages).source})`, 'm');
const hasRoot = lookForAny([...packages, ...conventional.map((name) => `^${name}.`)].map((word) => word.toLowerCase()), roots);

const named = frameworks.flatMap(({ symbols }) => symbols.map((symbol) => ({ symbol, word: wordOf(symbol) })));
const isOrdinary = (word: string): boolean => ordinary.has(word.toLowerCase());

/** The shortest of all names, in which every other has one of them inside. */
const stemWords = shortest(named.map(({ word }) => word.toLowerCase()).filter((word) => !isOrdinary(word)));
const stems = new RegExp(stemWords.map(stemOf).join('|'), 'i');
const hasStem = lookForAny(stemWords, stems);

const strings = new RegExp([...new Set(named.filter(({ symbol, word }) => symbol.form === 'string' && isOrdinary(word)).map(({ word }) => quoted(word)))].join('|'), 'i');

const besides = frameworks.flatMap((framework): { roots: RegExp; words: RegExp }[] => {
  const words = ordinaryNames(framework);
  return words.length === 0 ? [] : [{ roots: anyOf(framework.roots), words: new RegExp(`\\b(?:${words.join('|')})\\b`) }];
});

/** What else formulas are made of that need no such word; a root of anything but one more than a square is no activation, what is kept from falling below 0 is one, and a sine in a layer of that name. */
const hasFunction = lookForAny(
  ['leaky', 'clamp', 'activation', 'class sin', 'class siren', 'exp(', 'erf(', 'erfc(', 'sqrt(', 'lambda'],
  /leaky|\b\w*(?:act|activation|non_?lin(?:earity)?)(?:_\w+)? ?= ?lambda (\w+) ?: ?\1\b|\bclamp(?:_?min)?_?\([^\n]{0,40}\b0\.?0?\)|activation ?= ?["']sigm?["']|\bclass (?:Sine?|Siren|SIREN)[A-Z_(]|\b(?:exp|erfc?)\(|\bsqrt\([^\n]{0,30}(?:square\(|\*\* ?2)[^\n]{0,15} ?\+/i,
);

/** A statement is looked for by its word, and only then whether that begins one. */
const begunBy = (word: string): string => `${word}\\b(?<=(?:^|[;:])[ \\t]*${word})[^\\n]*`;

/** A file without a framework may hold formulas, where it computes with arrays or is of networks, and has a word for what they are. */
const arrays = new RegExp([
  String.raw`${begunBy('from')}(?:\bimport\b[^\n]*\b(?:np|xp)\b|\b(?:np|xp)\s+import\s*\*|\b(?:numpy|cupy|autograd|math)\b)`,
  String.raw`${begunBy('import')}\b(?:numpy|cupy|autograd|math)\b`,
].join('|'), 'm');
/** Other words have them inside: a prelude, what is mishandled, the deviation `sigma`, and the inverse of tanh. */
const hasFormulaWord = lookForAny(
  ['elu', 'leaky', 'sigm', 'tanh', 'softm', 'softp', 'soft_m', 'soft_p', 'swish', 'silu', 'mish', 'logistic', 'activat', 'nonlin', 'non_lin', 'squash'],
  /elu(?!de|di|ci|ct|g|l[ao]|m|r|s[io]|ti|v|x)|leaky|sigm(?!a)|\bsigma\w* ?= ?lambda|\bdef \w*sigma\w*\(|(?<![ac])tanh|soft_?[mp]|swish|silu|mish(?![a-z])|logistic(?!s)|activat|non_?lin|squash/i,
);
const hasLogistic = lookForAny(['.exp(-'], /1\.?0? ?\/ ?\(1\.?0? ?\+ ?\w+\.exp\(-/i);

/** Of networks in NumPy, what a softmax and a rectifier begin with where no word says what they are. */
const hasUnnamed = lookForAny(['exp(', 'maximum('], /\b(?:exp|maximum)\(/);

/** Long texts of networks have shown that they are some in so many letters, and are not searched as a whole with each edit. */
const beginning = 16_384;

export function mayUseActivations(text: string): boolean {
  if (text.length > 2 * beginning && beginsWithBoth(text)) return true;
  if (!hasRoot(text)) return mayHoldFormula(text) || setsActivation(text) || isSettingsOnly(text);
  return hasStem(text) || hasFunction(text) || (strings.test(text) && takers.test(text)) || besides.some((beside) => beside.roots.test(text) && beside.words.test(text)) || mayHoldFormula(text);
}

function mayHoldFormula(text: string): boolean {
  if (hasFormulaWord(text) || hasLogistic(text)) return arrays.test(text) || isNeural(text);
  return hasUnnamed(text) && arrays.test(text) && isNeural(text);
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

/** A string as it is passed; `None` too, which has no quotes. */
function quoted(word: string): string {
  return word === 'None' ? '(?:activation(?:_fn)?|nonlinearity) ?= ?None' : `['"]${word}['"]`;
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
