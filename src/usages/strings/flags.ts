/**
 * Activations on a command line: a flag in a list of words, `["--swiglu"]`, the word behind one, `["--activation-fn", "gelu"]`, and
 * what is written together with one, `["--activation=relu"]`.
 */
import { customaryCarriers, findOptions } from '../../frameworks/lookup';
import { firstCodeOf, stringContent, stringValue } from '../../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { meaningOf } from '../parameters';
import { spanOf, type Reading } from '../reading';
import { usageOf } from './stringUse';
import type { Usage } from '../usage';

/** A value, and the name of the flag that takes it as an argument would be called: `activation_fn`. */
interface FlagValue {
  readonly name: string;
  readonly value: Node;
}

/** The words behind flags in a list of words. */
export function flagValues(tree: SyntaxTree, list: Node): readonly FlagValue[] {
  if (!mayHoldFlag(tree, list)) return noValues;
  const found: FlagValue[] = [];
  let name: string | undefined;
  for (let word = tree.firstChild(list); word; word = tree.nextSibling(word)) {
    if (name !== undefined) found.push({ name, value: word });
    name = nameOfFlag(tree, word);
  }
  return found;
}

const noValues: readonly FlagValue[] = [];
const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;

/** A cheap test before any text is cut out. */
function mayHoldFlag(tree: SyntaxTree, list: Node): boolean {
  for (let word = tree.firstChild(list); word; word = tree.nextSibling(word)) if (mayBeFlag(tree, word)) return true;
  return false;
}

function mayBeFlag(tree: SyntaxTree, node: Node): boolean {
  if (tree.kind(node) !== Kind.String) return false;
  const code = firstCodeOf(tree, node);
  return code === HYPHEN || code === BACKSLASH;
}

/** `activation_fn` for `"--activation-fn"`. */
function nameOfFlag(tree: SyntaxTree, node: Node): string | undefined {
  const text = node !== NONE && mayBeFlag(tree, node) ? stringValue(tree, node) : undefined;
  return text?.startsWith('--') === true ? text.slice(2).replaceAll('-', '_') : undefined;
}

/** The flags in a list of words that are an activation by themselves. */
export function findFlags(reading: Reading, list: Node): readonly Usage[] {
  return mayHoldFlag(reading.tree, list) ? reading.tree.children(list).flatMap((word) => flagUsage(reading, word) ?? []) : noUsages;
}

const noUsages: readonly Usage[] = [];

function flagUsage(reading: Reading, word: Node): Usage | undefined {
  const { tree, scope, names } = reading;
  const text = mayBeFlag(tree, word) ? stringValue(tree, word) : undefined;
  if (text?.startsWith('--') !== true) return undefined;
  if (text.includes('=')) return together(reading, word, text);
  const found = findOptions(text).find(({ framework }) => scope.includes(framework));
  const meaning = found && meaningOf(reading, found.symbol, []);
  if (found === undefined || meaning === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: 'configuration',
    certainty: 'inferred',
    parameters: meaning.parameters,
    span: stringContent(tree, word),
    expression: spanOf(tree, word),
    scope: names.scopePath(word),
  };
}

function together(reading: Reading, word: Node, text: string): Usage | undefined {
  const [, key = '', name = ''] = /^--([A-Za-z][\w-]*)=([A-Za-z]\w*)$/.exec(text) ?? [];
  const carriers = customaryCarriers(key.replaceAll('-', '_'), reading.scope);
  const { start, end } = stringContent(reading.tree, word);
  const found = carriers.length > 0 && end - start === text.length ? usageOf(reading, { string: word, text: name, written: [] }, carriers, 'inferred') : undefined;
  return found && { ...found, form: 'configuration', span: { start: end - name.length, end } };
}
