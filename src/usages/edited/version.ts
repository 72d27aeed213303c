/** One version of a text that is edited: what each of its top-level statements gives. */
import type { AssumedImports } from '../../python/names';
import { Dependencies, statementsOf } from '../../python/dependencies';
import { match, type Matching } from '../../python/matching';
import { Statement } from '../../python/statement';
import { wordsOf, type Word } from '../../python/words';
import { inOrder, readingOf, usagesWithin } from '../findUsages';
import type { Steps } from '../inSteps';
import { isNeural } from '../formulas/neural';
import { countedOnce, type FormulasWithin } from '../formulas/countedOnce';
import { FormulaSearch } from '../formulas/findFormulas';
import type { Reading } from '../reading';
import type { Scope } from '../scope';
import type { Usage } from '../usage';
import { differing, hasWord } from './changedWords';
import { renewedLocals } from './renewedLocals';
import { movedFormulas, movedUsages } from './moved';
import { saidBy } from './said';
import { areBoundAlone, staleStatements, withBound } from './stale';

interface Text extends Pick<Reading, 'tree' | 'names'> {
  readonly scope: Scope;
  readonly assumed: AssumedImports | undefined;
}

export interface Version extends Pick<Text, 'scope' | 'assumed'> {
  readonly reading: Reading;
  readonly statements: readonly Statement[];
  readonly gathered: Gathered;
  /** What the text as a whole says, where that was asked. */
  readonly isNeural: boolean | undefined;
  /** False where answers depend on the order of all questions about the text. */
  readonly isReusable: boolean;
}

/** What the statements give, each by itself. */
interface Gathered {
  readonly named: Map<Statement, readonly Usage[]>;
  readonly formulas: Map<Statement, FormulasWithin>;
}

export function usagesOf({ statements, gathered: { named, formulas } }: Version): Usage[] {
  return inOrder(statements.flatMap((statement) => named.get(statement) ?? []), countedOnce(statements.flatMap((statement) => formulas.get(statement) ?? [])));
}

export function* readingWhole(text: Text): Steps<Version> {
  const fresh = statementsOf(text.tree).map(({ first, root }) => new Statement(first, root));
  const reading = readingOf(text.tree, text.names, text.scope.frameworks);
  return yield* looking(text, reading, { statements: fresh, before: 0, gone: [], fresh, moved: unmoved }, new Set(fresh), { named: new Map(), formulas: new Map() });
}

/** Undefined where all has to be looked at. */
export function* renewing(last: Version, text: Text): Steps<Version | undefined> {
  if (!last.isReusable || !isAlike(last, text)) return undefined;
  const matching = match(last.reading.tree, last.statements, text.tree);
  const reading = readingOf(text.tree, text.names, text.scope.frameworks, renewedLocals(last.reading, text.tree, matching));
  const look = (some: ReadonlySet<Statement>): Steps<Version> => looking(text, withoutAnswers(reading), matching, some, last.gathered, last);
  let stale = staleStatements(last.reading, reading, matching);
  let version = yield* look(stale);
  if (!areBoundAlone(version.statements, stale)) {
    // Something new asks what is answered in the order of all who ask.
    stale = withBound(reading, version.statements, stale);
    version = yield* look(stale);
  }
  return version.isReusable && areBoundAlone(version.statements, stale) ? version : undefined;
}

/** Whether all is the same that the answers to every statement depend on. */
function isAlike({ reading, assumed, isNeural: wasNeural }: Version, text: Text): boolean {
  const [one, other] = [reading.names, text.names];
  return areSame(reading.scope, text.scope.frameworks) && areSame([...one.importedRoots], [...other.importedRoots]) && areSame(one.starImports, other.starImports)
    && JSON.stringify(assumed) === JSON.stringify(text.assumed) && wordsOf(reading.tree).spelled === wordsOf(text.tree).spelled
    && (wasNeural === undefined || wasNeural === isNeural(text.tree.text));
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}

const unmoved: Matching['moved'] = { fromOffset: Infinity, fromNode: Infinity, byOffset: 0, byNode: 0 };

type Changed = Pick<Matching, 'statements' | 'before' | 'gone' | 'fresh' | 'moved'>;

/** Looks at what is stale, in the order of the text; the rest is known. */
function* looking({ scope, assumed }: Text, reading: Reading, changed: Changed, stale: ReadonlySet<Statement>, known: Gathered, last?: Version): Steps<Version> {
  const { tree } = reading;
  const { statements } = changed;
  const dependencies = new Dependencies(tree, statements);
  tree.dependencies = dependencies;
  // What was asked for before, to tell what is stale or until that was given up, is noted nowhere.
  reading.names.askAnew();
  for (const statement of [...changed.gone, ...stale]) statement.forget();
  const named = new Map<Statement, readonly Usage[]>();
  for (const statement of statements) named.set(statement, stale.has(statement) ? yield* usagesIn(reading, statement) : movedUsages(known.named.get(statement) ?? [], changed.moved));
  const formulas = yield* formulasIn(reading, changed, stale, known.formulas);
  for (const statement of statements) {
    if (statement.listeners.size > 0 && (statement.said === undefined || stale.has(statement))) statement.said = saidBy(reading, statement.root);
  }
  tree.dependencies = undefined;
  return {
    scope,
    assumed,
    reading: withoutAnswers(reading),
    statements,
    gathered: { named, formulas },
    isNeural: dependencies.asksText || last?.isNeural !== undefined ? isNeural(tree.text) : undefined,
    isReusable: !dependencies.isTextOrderBound,
  };
}

function withoutAnswers(reading: Reading): Reading {
  return { ...reading, variables: new Map(), entries: new Map(), shared: { open: [], returned: new Map(), choices: new Map() } };
}

/** So many nodes are looked at in one step. */
const stride = 1000;

function* usagesIn(reading: Reading, { first, root }: Statement): Steps<readonly Usage[]> {
  const found: Usage[] = [];
  for (let from = first; from <= root; from += stride) {
    found.push(...usagesWithin(reading, from, Math.min(root, from + stride - 1)));
    yield;
  }
  return found;
}

/** Where other names than before hold a part of a formula, the statements behind that have them are looked at as well. */
function* formulasIn(
  reading: Reading, { statements, before, gone, fresh, moved }: Changed, stale: ReadonlySet<Statement>, known: ReadonlyMap<Statement, FormulasWithin>,
): Steps<Map<Statement, FormulasWithin>> {
  const search = new FormulaSearch(reading);
  const found = new Map<Statement, FormulasWithin>();
  const carriedBy = (some: readonly Statement[], from: ReadonlyMap<Statement, FormulasWithin>): Set<Word> => new Set(some.flatMap((statement) => from.get(statement)?.carried ?? []));
  const others = new Set<Word>();
  const note = (words: readonly Word[]): void => words.forEach((word) => others.add(word));
  for (const [place, statement] of statements.entries()) {
    if (place === before + fresh.length) note(differing(carriedBy(gone, known), carriedBy(fresh, found)));
    const old = known.get(statement);
    if (old !== undefined && !stale.has(statement) && !hasWord(reading.tree, statement, others)) {
      const there = movedFormulas(old, moved);
      search.pass(there);
      found.set(statement, there);
    } else {
      const anew = search.within(statement.first, statement.root);
      if (old !== undefined) note(differing(new Set(old.carried), new Set(anew.carried)));
      found.set(statement, anew);
      yield;
    }
  }
  return found;
}
