/** What comments say of a formula: the one at the end of its line, and the one that has the line above its statement for itself. */
import { mostAround } from '../../python/dependencies';
import { statementOf, topStatementOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

export function commentsOf(tree: SyntaxTree, formula: Node): string[] {
  return [behind(tree, formula), above(tree, formula)].filter((comment) => comment !== '');
}

function behind(tree: SyntaxTree, formula: Node): string {
  const end = tree.end(formula);
  // What stands behind a whole statement is no part of it.
  if (!tree.text.slice(end, tree.end(topStatementOf(tree, formula))).includes('\n')) tree.dependencies?.askBehind(formula);
  return /^[^\n#'"]{0,40}#([^\n]{0,80})/.exec(tree.text.slice(end, end + mostAround))?.[1] ?? '';
}

/** A comment above a definition, a loop or a condition is about more than a formula in it. */
const simple: ReadonlySet<Kind> = new Set([Kind.Assign, Kind.AnnAssign, Kind.AugAssign, Kind.Return]);

function above(tree: SyntaxTree, formula: Node): string {
  const statement = statementOf(tree, formula);
  if (!simple.has(tree.kind(statement))) return '';
  const start = tree.start(statement);
  // What stands above a whole statement is no part of it.
  if (statement === topStatementOf(tree, formula)) tree.dependencies?.askAbove(formula);
  return /\n[ \t]*#([^\n]{0,80})\n[ \t]*$/.exec(`\n${tree.text.slice(Math.max(0, start - mostAround), start)}`)?.[1] ?? '';
}
