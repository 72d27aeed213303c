/** The part of a file that an activation stands in, and the calls in it. */
import { basesOf, bodyOf, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Span } from '../usages/usage';
import type { Fact } from './situation';

/** A call with the last name of what it calls: `Conv2d` for `nn.Conv2d(…)`. */
export interface NamedCall {
  readonly name: string;
  readonly node: Node;
}

/** The innermost node that covers a span; nodes stand in post-order, so it is the first one found. */
export function nodeAt(tree: SyntaxTree, span: Span): Node {
  for (let node = 1; node <= tree.root; node++) {
    if (tree.start(node) <= span.start && tree.end(node) >= span.end) return node;
  }
  return tree.root;
}

/** The nearest node around (or at) a node that satisfies `wanted`, or `NONE`. */
export function nearest(tree: SyntaxTree, node: Node, wanted: (kind: Kind, node: Node) => boolean): Node {
  for (let at = node; at !== NONE; at = tree.parent(at)) {
    if (wanted(tree.kind(at), at)) return at;
  }
  return NONE;
}

/** The class around a node, else the function, else the whole file: what a person calls "this model". A class that makes models has one in each method. */
export function modelAround(tree: SyntaxTree, node: Node): Node {
  const definition = nearest(tree, node, (kind) => kind === Kind.FunctionDef || kind === Kind.AsyncFunctionDef);
  const around = nearest(tree, node, (kind) => kind === Kind.ClassDef);
  if (around === NONE) return definition || tree.root;
  const isMethod = definition !== NONE && definition > tree.firstInside(around) && definition < around;
  return isMethod && !isOneModel(tree, around) ? definition : around;
}

const modelBase = /module|layer|model|block|cell|net|chain|link|sequential/i;

/** Whether a class is a model itself, applied by a method that libraries call so, and not the place where models are made and trained. */
function isOneModel(tree: SyntaxTree, classDef: Node): boolean {
  const isDerived = basesOf(tree, classDef).some(({ value }) => modelBase.test(nameOf(tree, value)));
  return isDerived || bodyOf(tree, classDef).some((member) => applying.test(nameOf(tree, member)));
}

const applying = /^(hybrid_)?forward$|^(__)?call(__)?$|^construct$/;

/** The place of a node, and the first of its words. */
export function evidenceAt(tree: SyntaxTree, node: Node): NonNullable<Fact['evidence']> {
  const line = tree.textOf(node).split(/\r?\n/, 1)[0] ?? '';
  return { offset: tree.start(node), text: line.length > 60 ? `${line.slice(0, 59)}…` : line };
}

/** Every call inside a node whose callee has a name, in the order in which the calls end. */
export function callsIn(tree: SyntaxTree, region: Node): NamedCall[] {
  const calls: NamedCall[] = [];
  for (let node = tree.firstInside(region); node <= region; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const name = nameOf(tree, calleeOf(tree, node));
    if (name !== '') calls.push({ name, node });
  }
  return calls;
}
