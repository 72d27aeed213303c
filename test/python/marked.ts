import type { Node, SyntaxTree } from '../../src/python/syntax';

/** Takes the marks `[|` and `|]` out of a text and says where they stood. */
export function unmarked(source: string): { text: string; start: number; end: number } {
  const start = source.indexOf('[|');
  const end = source.indexOf('|]') - 2;
  return { text: source.replace('[|', '').replace('|]', ''), start, end };
}

/** Takes any number of marks out of a text; each place is written as where it starts and what it has inside. */
export function withoutMarks(marked: string): { text: string; places: string[] } {
  const places: string[] = [];
  let text = '';
  for (const part of marked.split('[|')) {
    const [inside = '', outside] = part.split('|]');
    if (outside !== undefined) places.push(`${text.length} ${inside}`);
    text += inside + (outside ?? '');
  }
  return { text, places };
}

/** The innermost node with exactly a range. */
export function markedNode(tree: SyntaxTree, start: number, end: number): Node {
  for (let node = 1; node <= tree.root; node++) {
    if (tree.start(node) === start && tree.end(node) === end) return node;
  }
  throw new Error(`No node from ${start} to ${end}`);
}
