/** What is known of the names of a text that is edited, from what was noted of those statements of an earlier version that stayed. */
import type { Matching } from '../../python/matching';
import { NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { wordsOf, type Word, type WordSet } from '../../python/words';
import { Gathered } from '../locals/gathered';
import { holdMade, type Locals, type Noted } from '../locals/locals';
import { noteStatement } from '../locals/noting';
import type { Portion } from '../locals/portion';
import { differing, hasWord } from './changedWords';

interface Known {
  readonly tree: SyntaxTree;
  readonly locals: Locals;
}

/** As `localsOf` gives them. */
export function renewedLocals({ tree: oldTree, locals: old }: Known, tree: SyntaxTree, matching: Matching): Locals {
  const { statements, before, behind, fresh, gone } = matching;
  const locals = new Gathered(tree);
  keepFlags(old, locals, matching);
  const was = [...old.noted.values()];
  for (const [place, { first, root }] of statements.slice(0, before).entries()) locals.add(was[place]!.portion, first, root);
  const changed = new ChangedMentions(locals);
  const anew = fresh.map(({ first, root }) => ({ first, portion: noteStatement(locals, first, root) }));
  changed.compare(mentionsOf(oldTree, was.slice(before, before + gone.length)), mentionsOf(tree, anew));
  for (const [place, { portion }] of was.slice(was.length - behind).entries()) {
    const { first, root } = statements[statements.length - behind + place]!;
    if (hasWord(tree, { first, root }, changed)) changed.compare(mentionsOf(tree, [{ first, portion }]), mentionsOf(tree, [{ first, portion: noteStatement(locals, first, root) }]));
    else locals.add(portion, first, root);
  }
  holdMade(locals, differing(old.implementers, locals.implementers).length === 0);
  return locals;
}

/** What is not said again of what is noted anew. */
function keepFlags(old: Locals, { known, texts, aliases }: Gathered, { statements, before, moved: { fromNode, byNode } }: Matching): void {
  const end = (statements[before - 1]?.root ?? NONE) + 1;
  const pairs = [[old.known, known], [old.texts, texts], [old.aliases, aliases]] as const;
  for (const [from, to] of pairs) {
    to.set(from.subarray(0, end));
    if (fromNode < from.length) to.set(from.subarray(fromNode, to.length - byNode), fromNode + byNode);
  }
}

/** What counts as a mention of an activation in one version alone, up to a place; not what is one in both before the edit. */
class ChangedMentions {
  private readonly words = new Set<Word>();
  private readonly mentioned: WordSet;
  private readonly callable: ReadonlySet<string>;
  private readonly spelled: readonly string[];

  constructor({ mentions, callables, words }: Gathered) {
    this.mentioned = mentions.copy();
    this.callable = new Set(callables);
    this.spelled = words.spelled;
  }

  get size(): number {
    return this.words.size;
  }

  has(word: Word): boolean {
    return this.words.has(word);
  }

  compare(was: Mentions, is: Mentions): void {
    for (const word of differing(was.all, is.all)) if (!this.mentioned.has(word)) this.words.add(word);
    for (const word of differing(was.callable, is.callable)) if (!this.callable.has(this.spelled[word] ?? '')) this.words.add(word);
  }
}

interface Mentions {
  readonly all: ReadonlySet<Word>;
  readonly callable: ReadonlySet<Word>;
}

function mentionsOf(tree: SyntaxTree, noted: readonly Noted[]): Mentions {
  const words = wordsOf(tree);
  const wordsAt = (nodes: (portion: Portion) => readonly Node[]): Set<Word> => new Set(noted.flatMap(({ first, portion }) => nodes(portion).map((node) => words.at(first + node))));
  return {
    all: wordsAt(({ held, variables, callable, alias, implementing, appended }) => [...held, ...variables, ...callable, ...alias, ...implementing, ...appended.map(({ row }) => row)]),
    callable: wordsAt(({ callable }) => callable),
  };
}
