/**
 * Reads a text again after an edit: the top-level statements that the edit touches, and a neighbour on each side, which has to come out
 * as it was. The nodes of all others are moved. What comes out is the tree that `parse` gives.
 */
import type { Common } from './common';
import { differenceOf, type Difference } from './difference';
import { carriedParents } from './parents';
import { parse } from './parse';
import { DATA_IS_OFFSET, Kind, NODE_FIELDS, NONE, SyntaxTree, type Node } from './syntax';

export function reparse(old: SyntaxTree, text: string): SyntaxTree {
  return spliced(old, text) ?? parse(text);
}

/** What is read again: from the start of a statement, or of the text, up to the start of another, or the end of the text. */
interface Stretch {
  readonly start: number;
  readonly oldEnd: number;
  /** The last node before it, and the first behind it. */
  readonly before: Node;
  readonly behind: Node;
  /** The untouched statements at its start and at its end; `NONE` where there is none. */
  readonly first: Node;
  readonly last: Node;
  /** The statement behind it all. */
  readonly next: Node;
  readonly difference: Difference;
}

/** How many statements behind an edit may be changed by it: what stands behind a bracket that is opened belongs to it up to the next definition. */
const reaches = [0, 2];

function spliced(old: SyntaxTree, text: string): SyntaxTree | undefined {
  if (!old.isClosed) return undefined;
  const difference = differenceOf(old.text, text);
  for (const reach of reaches) {
    const stretch = stretchAround(old, difference, reach);
    const middle = parse(text.slice(stretch.start, stretch.oldEnd + text.length - old.text.length));
    if (middle.isClosed && fits(old, stretch, middle)) return joined(old, text, stretch, middle);
  }
  return undefined;
}

function stretchAround(old: SyntaxTree, difference: Difference, reach: number): Stretch {
  const { firm } = old;
  const { start, oldEnd } = difference;
  // Of the statement before the edit the end may change, with an `else` for instance; the one before that is sure.
  const before = firm.filter((root) => old.start(root) <= start).length - 2;
  const after = firm.findIndex((root) => old.start(root) > oldEnd);
  const behind = after < 0 ? firm.length : after + reach;
  const first = firm[before] ?? NONE;
  const last = firm[behind] ?? NONE;
  const next = last === NONE ? NONE : firm[behind + 1] ?? NONE;
  return {
    start: first === NONE ? 0 : old.start(first),
    oldEnd: next === NONE ? old.text.length : old.start(next),
    before: first === NONE ? NONE : old.firstInside(first) - 1,
    behind: next === NONE ? old.root : old.firstInside(next),
    first,
    last,
    next,
    difference,
  };
}

/** Whether the neighbours of what was edited are as they were, and reading could begin anew at the one behind it. */
function fits(old: SyntaxTree, { start, oldEnd, before, behind, first, last }: Stretch, middle: SyntaxTree): boolean {
  if (first !== NONE && !old.isSame({ first: before + 1, root: first }, middle, -start, -before)) return false;
  const byNode = middle.root - behind;
  return last === NONE || (middle.firm.includes(last + byNode)
    && old.isSame({ first: old.firstInside(last), root: behind - 1 }, middle, middle.text.length - oldEnd, byNode));
}

function joined(old: SyntaxTree, text: string, { start, oldEnd, before, behind, next, difference }: Stretch, middle: SyntaxTree): SyntaxTree {
  const from = before + middle.root;
  const [byOffset, byNode] = [text.length - old.text.length, from - behind];
  const root = old.root + byNode;
  const fields = new Int32Array((root + 1) * NODE_FIELDS);
  fields.set(old.fields.subarray(0, (before + 1) * NODE_FIELDS));
  copyMoved(middle.fields, 1, middle.root, fields, start, before);
  copyMoved(old.fields, behind, old.root, fields, byOffset, byNode);
  const following = next === NONE ? NONE : next + byNode;
  const inserted = middle.root === 1 ? following : middle.firstChild(middle.root) + before;
  if (before !== NONE) fields[before * NODE_FIELDS + NEXT_SIBLING] = inserted;
  if (middle.root > 1) fields[(from - 1) * NODE_FIELDS + NEXT_SIBLING] = following;
  fields.set([Kind.Module, 0, text.length, before === NONE ? inserted : old.firstChild(old.root), NONE, 0], root * NODE_FIELDS);
  const tree = new SyntaxTree(text, fields, joinedComments(old, middle, start, oldEnd, byOffset), joinedFirm(old, middle, before, behind, byNode), true);
  return inherited(old, tree, { before, behind, byNode, difference });
}

/** What is known of nodes stays known. */
function inherited(old: SyntaxTree, tree: SyntaxTree, common: Common): SyntaxTree {
  tree.common = common;
  tree.parents = old.parents && carriedParents(old.parents, tree, common);
  if (importsWithin(old, common.before, common.behind) === importsWithin(tree, common.before, common.behind + common.byNode)) tree.imports = old.imports;
  tree.words = old.words?.carriedTo(tree, common);
  return tree;
}

/** As they are written. */
function importsWithin(tree: SyntaxTree, before: Node, behind: Node): string {
  let written = '';
  for (let node = before + 1; node < behind; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.ImportFrom || kind === Kind.ImportedModule) written += `${tree.textOf(node)}\n`;
  }
  return written;
}

const [START, END, FIRST_CHILD, NEXT_SIBLING, DATA] = [1, 2, 3, 4, 5];

/** Copies the nodes from one up to another to where they are moved. */
function copyMoved(source: Int32Array, first: Node, end: Node, target: Int32Array, byOffset: number, byNode: number): void {
  target.set(source.subarray(first * NODE_FIELDS, end * NODE_FIELDS), (first + byNode) * NODE_FIELDS);
  const last = (end + byNode) * NODE_FIELDS;
  for (let at = (first + byNode) * NODE_FIELDS; at < last; at += NODE_FIELDS) {
    target[at + START]! += byOffset;
    target[at + END]! += byOffset;
    if (target[at + FIRST_CHILD] !== NONE) target[at + FIRST_CHILD]! += byNode;
    if (target[at + NEXT_SIBLING] !== NONE) target[at + NEXT_SIBLING]! += byNode;
    if (DATA_IS_OFFSET[target[at]!] === 1) target[at + DATA]! += byOffset;
  }
}

function joinedComments({ commentOffsets }: SyntaxTree, middle: SyntaxTree, start: number, oldEnd: number, byOffset: number): Int32Array {
  // The end of a comment at the end of the text is no start of one.
  const count = (end: number): number => {
    const first = commentOffsets.findIndex((offset, place) => place % 2 === 0 && offset >= end);
    return first < 0 ? commentOffsets.length : first;
  };
  const [before, behind] = [count(start), count(oldEnd)];
  const comments = new Int32Array(before + middle.commentOffsets.length + commentOffsets.length - behind);
  comments.set(commentOffsets.subarray(0, before));
  comments.set(middle.commentOffsets.map((offset) => offset + start), before);
  comments.set(commentOffsets.subarray(behind).map((offset) => offset + byOffset), before + middle.commentOffsets.length);
  return comments;
}

function joinedFirm({ firm }: SyntaxTree, middle: SyntaxTree, before: Node, behind: Node, byNode: number): Node[] {
  const moved = (nodes: readonly Node[], by: number): Node[] => nodes.map((node) => node + by);
  return [...firm.filter((node) => node <= before), ...moved(middle.firm, before), ...moved(firm.filter((node) => node >= behind), byNode)];
}
