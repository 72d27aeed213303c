/** Which statements have to be looked at anew after an edit. */
import { definitionIn, mostAround } from '../../python/dependencies';
import type { Matching } from '../../python/matching';
import type { Statement } from '../../python/statement';
import { Kind, NONE, type SyntaxTree } from '../../python/syntax';
import { nameOf } from '../../python/parts';
import type { Reading } from '../reading';
import { saidBy } from './said';
import { changedVariables, changedWords, hasWord, isAnyOf, rebound, renamed } from './changedWords';

/** What is new, what an edit may give another meaning, and all that was looked into for what leads to either. */
export function staleStatements(old: Reading, reading: Reading, matching: Matching): ReadonlySet<Statement> {
  const { statements, gone, fresh } = matching;
  const words = isAnyOf(reading.tree, changedWords(old, reading, matching));
  const variables = isAnyOf(reading.tree, changedVariables(old, reading));
  const names = renamed(old, reading, matching);
  const outside = isAnyOf(reading.tree, rebound(old, reading, matching));
  const stale = new Set([...gone, ...fresh, ...touched(reading.tree, matching)]);
  for (const statement of statements) {
    const isChanged = statement.asksAnywhere || hasAsked(statement, names) || hasWord(reading.tree, statement, words) || hasWord(reading.tree, statement, variables, Kind.Attribute);
    if (isChanged || (statement.asksOutside && hasWord(reading.tree, statement, outside))) stale.add(statement);
  }
  const successors = successorsOf(old.tree, reading.tree, matching);
  addReached(reading, matching, stale, successors);
  for (const statement of gone) {
    successors.get(statement)?.succeed(statement);
    stale.delete(statement);
  }
  return stale;
}

/** Those that asked for the text around them, where the edit is. */
function touched(tree: SyntaxTree, matching: Matching): Statement[] {
  return [...touchedBefore(tree, matching), ...touchedBehind(tree, matching)];
}

/** A comment above a statement may name a formula in it. */
function touchedBehind(tree: SyntaxTree, { statements, behind }: Matching): Statement[] {
  const kept = statements.slice(statements.length - behind);
  const start = kept[0] === undefined ? 0 : tree.start(kept[0].root);
  const found: Statement[] = [];
  for (const statement of kept) {
    if (tree.start(statement.root) > start + mostAround) break;
    if (statement.asksAbove) found.push(statement);
  }
  return found;
}

/** An assignment may be overtaken by what stands right behind it, and a comment there may name a formula. */
function touchedBefore(tree: SyntaxTree, { statements, before }: Matching): Statement[] {
  const neighbour = statements[before - 1];
  if (neighbour === undefined) return [];
  const found = tree.kind(neighbour.root) === Kind.Assign ? [neighbour] : [];
  for (let place = before - 1; place >= 0 && tree.end(statements[place]!.root) + mostAround > tree.end(neighbour.root); place--) {
    if (statements[place]!.asksBehind) found.push(statements[place]!);
  }
  found.push(...statements.slice(0, before).filter(({ looksAhead }, place) => place + looksAhead >= before));
  return found;
}

function hasAsked({ namesAsked }: Statement, names: ReadonlySet<string>): boolean {
  for (const name of names) if (namesAsked.has(name)) return true;
  return false;
}

/** Adds to some statements all to whom one of them makes a difference, or one that is added. */
function addReached(reading: Reading, { statements, gone: no }: Pick<Matching, 'statements' | 'gone'>, found: Set<Statement>, successors: ReadonlyMap<Statement, Statement>): void {
  const gone = new Set(no);
  const heard = new Set<Statement>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    addAskers(found);
    addBound(statements, found);
    for (const statement of found) {
      if (heard.has(statement) || statement.listeners.size === 0) continue;
      heard.add(statement);
      if (saysOtherwise(reading, statement, gone.has(statement) ? successors.get(statement) : statement)) statement.listeners.forEach((listener) => found.add(listener));
    }
  }
}

/** Whether those who listen to a definition hear something else than before: of what is gone, from what has its name now. */
function saysOtherwise(reading: Reading, statement: Statement, now: Statement | undefined): boolean {
  return statement.isOrderBound || now === undefined || saidBy(reading, now.root) !== statement.said;
}

/** Of the definitions that are gone, those that have the name of one new definition alone, with that. */
function successorsOf(old: SyntaxTree, tree: SyntaxTree, { gone, fresh }: Matching): ReadonlyMap<Statement, Statement> {
  const [was, is] = [byName(old, gone), byName(tree, fresh)];
  const successors = new Map<Statement, Statement>();
  for (const [name, [earlier, another]] of was) {
    const [later, other] = is.get(name) ?? [];
    if (earlier !== undefined && later !== undefined && another === undefined && other === undefined) successors.set(earlier, later);
  }
  return successors;
}

function byName(tree: SyntaxTree, statements: readonly Statement[]): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    const definition = definitionIn(tree, statement.root);
    const name = definition === NONE ? '' : nameOf(tree, definition);
    if (name !== '') found.set(name, [...found.get(name) ?? [], statement]);
  }
  return found;
}

/** Adds to some statements all that look into one of them, or into one that is added. */
function addAskers(found: Set<Statement>): void {
  const reached = [...found];
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    for (const asker of next.askers()) {
      if (found.has(asker)) continue;
      found.add(asker);
      reached.push(asker);
    }
  }
}

/** Where one is among them on whom answers depend by their order, adds all others of those. */
function addBound(statements: readonly Statement[], found: Set<Statement>): void {
  const bound = boundTogether(statements);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const together of bound) if (isAnyIn(together, found)) together.forEach((statement) => found.add(statement));
  }
}

/** Some statements with all of those on whom their answers depend by their order. */
export function withBound(reading: Reading, statements: readonly Statement[], some: ReadonlySet<Statement>): ReadonlySet<Statement> {
  const found = new Set(some);
  addReached(reading, { statements, gone: [] }, found, new Map());
  return found;
}

/** Whether some are all of those on whom their answers depend by their order. */
export function areBoundAlone(statements: readonly Statement[], found: ReadonlySet<Statement>): boolean {
  return boundTogether(statements).every((together) => !isAnyIn(together, found) || [...together].every((statement) => found.has(statement)));
}

/** Each whose answers depend on who asks first, with all who look into it. */
function boundTogether(statements: readonly Statement[]): Set<Statement>[] {
  return statements.filter(({ isOrderBound }) => isOrderBound).map((statement) => {
    const together = new Set([statement]);
    addAskers(together);
    return together;
  });
}

function isAnyIn(some: Iterable<Statement>, found: ReadonlySet<Statement>): boolean {
  for (const statement of some) if (found.has(statement)) return true;
  return false;
}
