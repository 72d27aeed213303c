/** Settings in a list of words, as programs of Hydra are told them: `["model.act=silu", "mlp.activations=['gelu', 'relu']", "lr=0.1"]`. */
import { customaryCarriers, type FoundCarrier } from '../../frameworks/lookup';
import { snakeCased } from '../../frameworks/snakeCase';
import { hasCode, stringContent, stringValue } from '../../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { usageOf } from './stringUse';
import type { Usage } from '../usage';

interface Override {
  readonly word: Node;
  readonly path: string;
  readonly value: string;
}

export function findOverrides(reading: Reading, list: Node): readonly Usage[] {
  const overrides = overridesIn(reading.tree, list);
  return areSettings(overrides) ? overrides.flatMap((override) => usagesIn(reading, override)) : none;
}

const none: readonly Usage[] = [];

function overridesIn(tree: SyntaxTree, list: Node): readonly Override[] {
  const overrides: Override[] = [];
  for (let word = tree.firstChild(list); word !== NONE; word = tree.nextSibling(word)) {
    if (tree.kind(word) !== Kind.String || !hasCode(tree, word, EQUALS)) continue;
    const [, path, value] = written.exec(stringValue(tree, word) ?? '') ?? [];
    if (path !== undefined && value !== undefined) overrides.push({ word, path, value });
  }
  return overrides;
}

const EQUALS = 0x3d;
const written = /^\+{0,2}([A-Za-z_][\w./@]*)=(.*)$/;

/** Labels of curves say the same of each: `["act=relu", "act=tanh"]`. */
function areSettings(overrides: readonly Override[]): boolean {
  return new Set(overrides.map(({ path }) => path)).size > 1 || overrides.some(({ path }) => path.includes('.'));
}

/** A name, in quotes or not, or a list of them. */
const names = /^(?:\w+|'\w+'|"\w+"|\[[\w\s'",]+\])$/;

function usagesIn(reading: Reading, { word, path, value }: Override): readonly Usage[] {
  const carriers = names.test(value) ? customaryCarriers(snakeCased(path.slice(path.search(/[^./]+$/))), reading.scope) : [];
  const { start, end } = stringContent(reading.tree, word);
  // Where something is escaped, places in the text are none in the code.
  const isPlain = stringValue(reading.tree, word)?.length === end - start;
  return carriers.length > 0 && isPlain ? [...value.matchAll(/[A-Za-z]\w*/g)].flatMap((name) => usageAt(reading, word, carriers, name[0], end - value.length + name.index)) : none;
}

function usageAt(reading: Reading, word: Node, carriers: readonly FoundCarrier[], name: string, start: number): readonly Usage[] {
  const found = usageOf(reading, { string: word, text: name, written: [] }, carriers, 'inferred');
  return found ? [{ ...found, form: 'configuration', span: { start, end: start + name.length } }] : none;
}
