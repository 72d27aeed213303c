/** Which top-level statements two versions of a text have in common: those before a change, and those behind it. */
import { statementsOf } from './dependencies';
import { differenceOf } from './difference';
import { Statement } from './statement';
import { NONE, type SyntaxTree } from './syntax';

export interface Matching {
  /** Those of the new version; of what is untouched, the objects are those of the old one. */
  readonly statements: readonly Statement[];
  /** How many are untouched before what is new, and how many behind it. */
  readonly before: number;
  readonly behind: number;
  /** What is no more, and the new statements in its place. */
  readonly gone: readonly Statement[];
  readonly fresh: readonly Statement[];
  /** Where in the old version all begins that is only moved, and how far that is: its offsets and its nodes. */
  readonly moved: { readonly fromOffset: number; readonly fromNode: number; readonly byOffset: number; readonly byNode: number };
}

/** Moves the nodes of the old statements to where they are in the new tree, which was made of the old one or read by itself. */
export function match(old: SyntaxTree, known: readonly Statement[], tree: SyntaxTree): Matching {
  const fresh = statementsOf(tree);
  const most = Math.min(known.length, fresh.length);
  const { start, oldEnd } = tree.common?.difference ?? differenceOf(old.text, tree.text);
  const [byOffset, byNode] = [tree.text.length - old.text.length, tree.root - old.root];
  const isAs = tree.common ?? { before: NONE, behind: Infinity };
  let before = 0;
  for (; before < most; before++) {
    const [one, other] = [known[before]!, fresh[before]!];
    if (old.end(one.root) > start || one.root !== other.root) break;
    if (one.root > isAs.before && !old.isSame(one, tree, 0, 0)) break;
  }
  let behind = 0;
  for (; behind < most - before; behind++) {
    const [one, other] = [known.at(-1 - behind)!, fresh.at(-1 - behind)!];
    if (old.start(one.root) < oldEnd || one.first + byNode !== other.first) break;
    if (one.first < isAs.behind && !old.isSame(one, tree, byOffset, byNode)) break;
  }
  const kept = known.slice(known.length - behind);
  const moved = { fromOffset: kept[0] ? old.start(kept[0].root) : Infinity, fromNode: kept[0]?.first ?? Infinity, byOffset, byNode };
  for (const statement of kept) statement.move(byNode);
  const between = fresh.slice(before, fresh.length - behind).map(({ first, root }) => new Statement(first, root));
  return { statements: [...known.slice(0, before), ...between, ...kept], before, behind, gone: known.slice(before, known.length - behind), fresh: between, moved };
}
