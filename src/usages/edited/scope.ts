/** The frameworks in scope of a text that is edited. */
import { saidBy, type Said } from '../../frameworks/scope';
import { differenceOf } from '../../python/difference';
import type { Names } from '../../python/names';
import type { SyntaxTree } from '../../python/syntax';
import { hasUnseen, readScope, type Scope } from '../scope';

/** As `readScope` gives it, from that of an earlier version. */
export function renewedScope(old: { readonly tree: SyntaxTree; readonly names: Names; readonly scope: Scope }, tree: SyntaxTree, names: Names): Scope {
  if (old.names.imports !== names.imports) return readScope(tree.text, names);
  const said = renewedSaid(old.scope.said, old.tree.text, tree, hasUnseen(names));
  return said === old.scope.said && old.scope.isTold ? old.scope : readScope(tree.text, names, said);
}

/** What all lines say is what the lines of the edit say, and all others: the same as before where those of the edit say no less, and nothing new. */
function renewedSaid(old: Said, was: string, { text: is, common }: SyntaxTree, hasStars: boolean): Said {
  const { start, oldEnd, newEnd } = common?.difference ?? differenceOf(was, is);
  const [before, now] = [saidBy(linesAround(was, start, oldEnd), hasStars), saidBy(linesAround(is, start, newEnd), hasStars)];
  const isLess = !isWithin(before.signs, now.signs) || !isWithin(before.asked, now.asked);
  if (isLess) return saidBy(is, hasStars);
  const isMore = !isWithin(now.signs, old.signs) || !isWithin(now.asked, old.asked);
  return isMore ? { signs: new Set([...old.signs, ...now.signs]), asked: old.asked && new Set([...old.asked, ...now.asked ?? []]) } : old;
}

function isWithin(some: Iterable<string> = [], all: ReadonlySet<string> = new Set()): boolean {
  return [...some].every((each) => all.has(each));
}

function linesAround(text: string, start: number, end: number): string {
  const after = text.indexOf('\n', end);
  return text.slice(start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, after < 0 ? text.length : after);
}
