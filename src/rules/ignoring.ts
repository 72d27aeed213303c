/** The comment that silences one rule at one place, as an edit. */
import { inserted, type Edit } from '../documents/edit';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Span } from '../usages/usage';

/**
 * At the end of the line, else at the end of the statement; where a comment of ours stands already, inside its brackets.
 * Undefined where no comment can stand: in a string, or before a line that is continued by a backslash.
 */
export function ignoreEdit(tree: SyntaxTree, { start }: Span, rule: string): Edit | undefined {
  const statement = statementAt(tree, start);
  const ends = [lineEnd(tree.text, start), ...(statement === NONE ? [] : [lineEnd(tree.text, tree.end(statement))])];
  const end = ends.find((at) => mayHoldComment(tree, at));
  if (end === undefined) return undefined;
  const comment = tree.comments().find((each) => each.start < end && end <= each.end);
  const bracket = comment && /#\s*activation-lens:\s*ignore\s*\[[^\]]*(?=\])/.exec(tree.text.slice(comment.start, comment.end));
  if (comment && bracket) return inserted(comment.start + bracket.index + bracket[0].length, `, ${rule}`);
  return inserted(end, `  # activation-lens: ignore[${rule}]`);
}

/** Without the blanks before it. */
function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  let end = next < 0 ? text.length : next;
  while (end > at && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

function mayHoldComment(tree: SyntaxTree, at: number): boolean {
  if (tree.comments().some(({ start, end }) => start < at && at <= end)) return true;
  if (tree.text[at - 1] === '\\') return false;
  for (let node = 1; node <= tree.root; node++) {
    if (strings.includes(tree.kind(node)) && tree.start(node) < at && at < tree.end(node)) return false;
  }
  return true;
}

const strings: readonly Kind[] = [Kind.String, Kind.Bytes, Kind.FString, Kind.TString];

/** The innermost statement around a place that is no compound one, whose end would be that of its block. */
function statementAt(tree: SyntaxTree, at: number): Node {
  let found = NONE;
  for (let node = 1; node <= tree.root; node++) {
    const parent = tree.kind(tree.parent(node));
    if ((parent !== Kind.Module && parent !== Kind.Block) || tree.start(node) > at || at > tree.end(node)) continue;
    if (found === NONE || tree.start(node) >= tree.start(found)) found = node;
  }
  return found === NONE || tree.children(found).some((child) => tree.kind(child) === Kind.Block) ? NONE : found;
}
