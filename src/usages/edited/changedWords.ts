/** Names that mean another thing in a later version of a text to who asks by the name alone, wherever it stands. */
import type { Matching } from '../../python/matching';
import type { Statement } from '../../python/statement';
import { nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { isPlainDefinition, type Binding } from '../../python/scopes';
import { askedOnce, wordsOf, type Word } from '../../python/words';
import { heirsOf, heirsWithin } from '../holding/attributes';
import { optionsNoted } from '../holding/commandLine';
import { namesGivenToOthers } from '../holding/givenToOthers';
import { boundWithin, classAround } from '../formulas/bindings';
import { calledWithin, takersIn } from '../called/taking';
import { entryNamed } from '../locals/filled';
import type { Locals } from '../locals/locals';
import type { Reading } from '../reading';

/** A stretch of nodes. */
interface Stretch {
  readonly first: Node;
  readonly last: Node;
}

export function changedWords(old: Reading, reading: Reading, { gone, fresh }: Matching): ReadonlySet<string> {
  const [was, is] = [stretchOf(gone), stretchOf(fresh)];
  const changed = new Set<string>();
  for (const which of ['callableAttributes', 'heldAttributes', 'implementers'] as const) {
    for (const name of differing(old.locals[which], reading.locals[which])) changed.add(name);
  }
  addDiffering(changed, appendedWithin(old.locals, was), appendedWithin(reading.locals, is));
  addDiffering(changed, givenWithin(old, was), givenWithin(reading, is));
  addDiffering(changed, calledIn(old, was), calledIn(reading, is));
  addDiffering(changed, optionsWithin(old, was), optionsWithin(reading, is));
  return changed;
}

/** Those that mean another thing to all but attributes. */
export function changedVariables(old: Reading, reading: Reading): ReadonlySet<string> {
  return new Set((['callables', 'strings', 'holders'] as const).flatMap((which) => differing(old.locals[which], reading.locals[which])));
}

/** Names that mean another thing than before in the module. */
export function renamed(old: Reading, reading: Reading, { gone, fresh }: Matching): ReadonlySet<string> {
  const changed = new Set<string>();
  const [was, is] = [stretchOf(gone), stretchOf(fresh)];
  addDiffering(changed, namedWithin(old, was), namedWithin(reading, is));
  addDiffering(changed, inheritingWithin(old, was), inheritingWithin(reading, is));
  for (const key of differing(old.locals.filled, reading.locals.filled)) changed.add(entryNamed(key));
  return changed;
}

/** What only one of them has. */
export function differing<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): T[] {
  const missing = [...one].filter((each) => !other.has(each));
  return one.size - missing.length === other.size ? missing : [...missing, ...[...other].filter((each) => !one.has(each))];
}

/** Names that are bound more or less often than before, somewhere: what stands outside of all definitions, or of all classes, may have another value then. */
export function rebound(old: Reading, reading: Reading, { gone, fresh }: Matching): ReadonlySet<string> {
  const changed = new Set<string>();
  addDiffering(changed, reboundWithin(old, stretchOf(gone)), reboundWithin(reading, stretchOf(fresh)));
  return changed;
}

function reboundWithin(reading: Reading, { first, last }: Stretch): Added {
  const { tree, names } = reading;
  const added = new Map<string, string>();
  for (const { target, value } of boundWithin(reading, first, last)) {
    const name = nameOf(tree, target);
    const isOutside = [names.enclosingDefinition(target), classAround(tree, names, target), value].map((node) => Number(node === NONE));
    added.set(name, `${added.get(name) ?? ''} ${tree.kind(target)} ${isOutside.join('')}`);
  }
  return added;
}

function stretchOf(statements: readonly Statement[]): Stretch {
  return { first: statements[0]?.first ?? 1, last: statements.at(-1)?.root ?? NONE };
}

/** By its name, what a stretch adds to what all ask for: equal texts for what is as good as the same. */
type Added = ReadonlyMap<string, string>;

function addDiffering(changed: Set<string>, one: Added, other: Added): void {
  for (const name of new Set([...one.keys(), ...other.keys()])) if (one.get(name) !== other.get(name)) changed.add(name);
}

/** How often something is appended to a row, and where that is not known. */
function appendedWithin({ appended }: Locals, { first, last }: Stretch): Added {
  const added = new Map<string, string>();
  for (const [name, items] of appended) {
    // What is not known has no node, so that its place is told by what stands around it.
    const said = items.map((item) => (item === NONE ? '?' : first <= item && item <= last ? '+' : '')).join('');
    if (said !== '') added.set(name, said);
  }
  return added;
}

/** What gives a name of the module its meaning. */
function namedWithin({ tree, names }: Reading, { first, last }: Stretch): Added {
  const said = (binding: Binding): string => `${binding.role} ${tree.kind(binding.node)} ${Number(isPlainDefinition(tree, binding))}`;
  return new Map([...names.boundWithin(first, last)].map(([name, bindings]) => [name, bindings.map(said).join()]));
}

/** How many classes are derived from what has a name. */
function inheritingWithin(reading: Reading, { first, last }: Stretch): Added {
  return new Map([...heirsWithin(reading, first, last)].map(([base, heirs]) => [heirsOf(base), String(heirs.length)]));
}

/** Attributes that are given to other objects than `self`. */
function givenWithin(reading: Reading, { first, last }: Stretch): Added {
  const added = new Map<string, string>();
  for (const [root, noted] of reading.locals.noted) {
    for (const { name, object } of first <= root && root <= last ? namesGivenToOthers(reading, noted) : []) added.set(name, `${added.get(name) ?? ''} ${object}`);
  }
  return added;
}

/** Options of a command line, which what is parsed has as attributes. */
function optionsWithin({ tree, locals }: Reading, { first, last }: Stretch): Added {
  const added = new Map<string, string>();
  for (const [root, noted] of locals.noted) {
    for (const { name } of first <= root && root <= last ? optionsNoted(tree, noted) : []) added.set(name, `${added.get(name) ?? ''}+`);
  }
  return added;
}

/** How often what leaves an activation to its callers is called. */
function calledIn({ tree, locals }: Reading, { first, last }: Stretch): Added {
  const added = new Map<string, string>();
  const takers = new Set([...locals.noted.values()].flatMap((noted) => takersIn(tree, noted)));
  for (const [root, noted] of takers.size === 0 ? [] : locals.noted) {
    if (root < first || root > last) continue;
    const called = calledWithin(tree, noted, root);
    for (const name of takers) if (called.has(name)) added.set(name, `${added.get(name) ?? ''} ${called.get(name)!.length}`);
  }
  return added;
}

interface Wanted {
  readonly size: number;
  has(word: Word): boolean;
}

/** Whether any of the names stands in a statement, otherwise than as one kind of node. */
export function hasWord(tree: SyntaxTree, { first, root }: Pick<Statement, 'first' | 'root'>, wanted: Wanted, except = Kind.None): boolean {
  const words = wordsOf(tree);
  for (let node = wanted.size === 0 ? root + 1 : first; node <= root; node++) if (wanted.has(words.at(node)) && tree.kind(node) !== except) return true;
  return false;
}

export function isAnyOf(tree: SyntaxTree, names: ReadonlySet<string>): Wanted {
  return { size: names.size, has: askedOnce(wordsOf(tree), (name) => names.has(name)) };
}
