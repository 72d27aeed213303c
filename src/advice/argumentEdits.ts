/** Changes a list of arguments in place, so that comments and line breaks stay where they are. */
import { inserted, replaced, type Edit } from '../documents/edit';
import type { Mapping } from './argumentMapping';
import type { Node, SyntaxTree } from '../python/syntax';

/** Edits between the parentheses at `open` and `close`, whose arguments are `nodes`. */
export function argumentEdits(tree: SyntaxTree, nodes: readonly Node[], { texts, added }: Mapping, open: number, close: number): Edit[] {
  const last = texts.reduce((found, text, i) => (text === undefined ? found : i), -1);
  if (last < 0) return [...insertedAlone(open, added), ...nodes.map((node, i) => removal(tree, node, nodes[i + 1], close))];
  return nodes.flatMap((node, i) => {
    const text = texts[i];
    if (text === undefined) return [removal(tree, node, nodes[i + 1], close)];
    if (i < last) return changed(tree, node, text, tree.end(node));
    const tail = [text, ...added].join(', ');
    return changed(tree, node, tail, endOfLast(tree, nodes, last, close));
  });
}

function insertedAlone(open: number, added: readonly string[]): Edit[] {
  return added.length === 0 ? [] : [inserted(open + 1, added.join(', '))];
}

function changed(tree: SyntaxTree, node: Node, text: string, end: number): Edit[] {
  return tree.text.slice(tree.start(node), end) === text ? [] : [replaced(tree.start(node), end, text)];
}

/** An argument with the comma behind it and the blanks up to what follows; its line too, if it has one of its own. */
function removal(tree: SyntaxTree, node: Node, next: Node | undefined, close: number): Edit {
  const comma = commaBehind(tree, node, next === undefined ? close : tree.start(next));
  if (comma === undefined) return replaced(tree.start(node), tree.end(node), '');
  const [behind = '', lineEnd] = /^[ \t]*(\r?\n)?/.exec(tree.text.slice(comma + 1)) ?? [];
  const lineStart = tree.text.lastIndexOf('\n', tree.start(node)) + 1;
  const isAlone = lineEnd !== undefined && tree.text.slice(lineStart, tree.start(node)).trim() === '';
  if (isAlone) return replaced(lineStart, comma + 1 + behind.length, '');
  return replaced(tree.start(node), comma + 1 + behind.length - (lineEnd?.length ?? 0), '');
}

/** Past the comma that separated it from arguments that go, unless the list ends with a comma by its style. */
function endOfLast(tree: SyntaxTree, nodes: readonly Node[], last: number, close: number): number {
  const [node, next, final] = [nodes[last], nodes[last + 1], nodes.at(-1)];
  if (node === undefined || final === undefined) return close;
  if (next === undefined || commaBehind(tree, final, close) !== undefined) return tree.end(node);
  const comma = commaBehind(tree, node, tree.start(next));
  if (comma === undefined) return tree.end(node);
  const isBlank = tree.text.slice(comma + 1, tree.start(next)).trim() === '';
  return isBlank ? tree.start(next) : comma + 1;
}

/** The comma between an argument and `before`; one inside a comment is none. */
function commaBehind(tree: SyntaxTree, node: Node, before: number): number | undefined {
  const from = tree.end(node);
  for (let at = tree.text.indexOf(',', from); at >= 0 && at < before; at = tree.text.indexOf(',', at + 1)) {
    if (!tree.comments().some(({ start, end }) => start <= at && at < end)) return at;
  }
  return undefined;
}
