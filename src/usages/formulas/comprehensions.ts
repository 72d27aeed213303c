/** What a comprehension computes of each element of a list is what the same expression computes of the whole: `[e / total for e in exps]`. */
import type { Activation } from '../../activations/activation';
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { StepIndex } from './steps';

/** Those that go through a list in its order. */
export const comprehensions: ReadonlySet<Kind> = new Set([Kind.ListComprehension, Kind.Generator]);

interface Element {
  readonly comprehension: Node;
  readonly name: string;
  readonly step: StepIndex;
}

/** The variables of the comprehensions that are being read, each of which stands for what it goes through. */
export class Comprehended {
  private readonly elements: Element[] = [];

  /** What a variable stands for within the comprehension that binds it. */
  elementAt(tree: SyntaxTree, variable: Node): StepIndex | undefined {
    if (this.elements.length === 0) return undefined;
    const name = nameOf(tree, variable);
    const isOf = (element: Element): boolean => element.name === name && variable < element.comprehension && variable >= tree.firstInside(element.comprehension);
    return this.elements.filter(isOf).at(-1)?.step;
  }

  within<T>(element: Element, read: () => T): T {
    this.elements.push(element);
    const found = read();
    this.elements.pop();
    return found;
  }
}

/** Who reads the expressions inside. */
interface Reads {
  read(node: Node, depth: number): StepIndex | undefined;
  readPicked(index: Node, value: Node, depth: number): StepIndex | undefined;
  leaf(node: Node): StepIndex | undefined;
}

/** Of one list, all of whose elements are taken. */
export function readComprehension(reader: Reads, comprehended: Comprehended, tree: SyntaxTree, comprehension: Node, depth: number): StepIndex | undefined {
  const [element = NONE, clause = NONE, other] = tree.children(comprehension);
  const [target = NONE, list = NONE, condition] = tree.children(clause);
  if (other !== undefined || condition !== undefined || tree.kind(target) !== Kind.Name) return reader.leaf(comprehension);
  // `[exps[i] / total for i in range(len(exps))]`
  if (tree.kind(list) === Kind.Call && nameOf(tree, calleeOf(tree, list)) === 'range') return reader.readPicked(target, element, depth + 1);
  const step = reader.read(list, depth + 1);
  return step === undefined ? undefined : comprehended.within({ comprehension, name: nameOf(tree, target), step }, () => reader.read(element, depth + 1));
}

/** Whether a formula gives a list. */
export function isOfList(tree: SyntaxTree, node: Node): boolean {
  const passed = tree.kind(node) === Kind.Call ? tree.lastChild(node) : node;
  return comprehensions.has(tree.kind(passed));
}

/** Whether one is a formula as a whole, `[x / total for x in exps]`; what is computed of each element alone is found within. */
export function givesWhole(tree: SyntaxTree, node: Node, { kind }: Activation): boolean {
  return kind === 'vector' || !isOfList(tree, node);
}
