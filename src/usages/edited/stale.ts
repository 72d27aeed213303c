/** Which statements have to be looked at anew after an edit. */
import { mostBehind, type Statement } from '../../python/dependencies';
import type { Matching } from '../../python/matching';
import { Kind, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { changedWords, hasWord, isAnyOf, rebound, renamed } from './changedWords';

/** What is new, what an edit may give another meaning, and all that was looked into for what leads to either. */
export function staleStatements(old: Reading, reading: Reading, matching: Matching): ReadonlySet<Statement> {
  const { statements, gone, fresh } = matching;
  const words = isAnyOf(reading.tree, changedWords(old, reading, matching));
  const names = renamed(old, reading, matching);
  const outside = isAnyOf(reading.tree, rebound(old, reading, matching));
  const stale = new Set([...fresh, ...touched(reading.tree, matching)]);
  for (const statement of statements) {
    const isChanged = statement.isOrderBound || hasAsked(statement, names) || hasWord(reading.tree, statement, words) || (statement.asksOutside && hasWord(reading.tree, statement, outside));
    if (isChanged) stale.add(statement);
  }
  const askers = askersOf(statements);
  const reached = [...gone, ...stale];
  for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
    for (const asker of askers.get(next) ?? []) {
      if (stale.has(asker)) continue;
      stale.add(asker);
      reached.push(asker);
    }
  }
  return stale;
}

/** An assignment may be overtaken by what stands right behind it, and a comment there may name a formula. */
function touched(tree: SyntaxTree, { statements, before }: Matching): Statement[] {
  const neighbour = statements[before - 1];
  if (neighbour === undefined) return [];
  const found = tree.kind(neighbour.root) === Kind.Assign ? [neighbour] : [];
  for (let place = before - 1; place >= 0 && tree.end(statements[place]!.root) + mostBehind > tree.end(neighbour.root); place--) {
    if (statements[place]!.asksBehind) found.push(statements[place]!);
  }
  return found;
}

function hasAsked({ asked }: Statement, names: ReadonlySet<string>): boolean {
  for (const name of names) if (asked.has(name)) return true;
  return false;
}

/** Which statements look into each. */
function askersOf(statements: readonly Statement[]): Map<Statement, Statement[]> {
  const askers = new Map<Statement, Statement[]>();
  for (const asker of statements) {
    for (const asked of asker.leadsTo) {
      const known = askers.get(asked);
      if (known) known.push(asker);
      else askers.set(asked, [asker]);
    }
  }
  return askers;
}
