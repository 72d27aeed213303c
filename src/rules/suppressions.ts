/**
 * Comments that silence rules:
 *
 *     x = F.softmax(x)  # activation-lens: ignore[softmax-dim-missing]     this statement; behind a header, its block
 *     # activation-lens: ignore                                            alone on its line: the statement below
 *
 * Alone on its line before the first statement it is for the whole file. Several rules are set apart by commas; without
 * brackets every rule is silent.
 */
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Span } from '../usages/usage';

interface Suppression {
  readonly rules: readonly string[] | 'all';
  readonly span: Span;
}

const marker = /#\s*activation-lens:\s*ignore\b(?:\s*\[([^\]]*)\])?/;

/** Whether a finding of a rule at a place is silenced. */
export function suppressionsOf(tree: SyntaxTree): (rule: string, span: Span) => boolean {
  const suppressions = tree.text.includes('activation-lens:') ? tree.comments().flatMap((comment) => suppressionAt(tree, comment)) : [];
  return (rule, { start }) => suppressions.some(({ rules, span }) =>
    span.start <= start && start <= span.end && (rules === 'all' || rules.includes(rule)));
}

function suppressionAt(tree: SyntaxTree, comment: Span): Suppression[] {
  const match = marker.exec(tree.text.slice(comment.start, comment.end));
  if (match === null) return [];
  const rules = match[1] === undefined ? 'all' as const : match[1].split(',').map((rule) => rule.trim());
  return [{ rules, span: reachOf(tree, comment) }];
}

function reachOf(tree: SyntaxTree, comment: Span): Span {
  const lineStart = tree.text.lastIndexOf('\n', comment.start - 1) + 1;
  const isAlone = tree.text.slice(lineStart, comment.start).trim() === '';
  if (isAlone && comment.start < tree.start(tree.firstChild(tree.root) || tree.root)) return { start: 0, end: tree.text.length };
  const statement = isAlone ? statementAfter(tree, comment.end) : statementAround(tree, lineStart, comment.start);
  return statement ? { start: tree.start(statement), end: tree.end(statement) } : { start: lineStart, end: comment.end };
}

function isStatement(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.kind(tree.parent(node));
  return parent === Kind.Module || parent === Kind.Block;
}

/** The outermost statement that begins behind a place, before any other. */
function statementAfter(tree: SyntaxTree, offset: number): Node {
  let found = NONE;
  for (let node = 1; node <= tree.root; node++) {
    if (tree.start(node) < offset || !isStatement(tree, node)) continue;
    if (!found || tree.start(node) < tree.start(found) || (tree.start(node) === tree.start(found) && tree.end(node) >= tree.end(found))) found = node;
  }
  return found;
}

/** The innermost statement that holds a comment or ends on its line; behind a header that is the compound statement. */
function statementAround(tree: SyntaxTree, lineStart: number, comment: number): Node {
  let found = NONE;
  for (let node = 1; node <= tree.root; node++) {
    if (!isStatement(tree, node) || tree.start(node) >= comment || tree.end(node) < lineStart) continue;
    if (!found || tree.start(node) >= tree.start(found)) found = node;
  }
  return found;
}
