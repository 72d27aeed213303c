/** What is only so in the first round of a loop, or when a method is first called: that a counter is 0, and a buffer empty. */
import { nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import type { Frame, PassedArgument, Value } from '../values';
import type { Evaluation } from './evaluation';

/** Whether a comparison reads what is counted up: what it says at first it does not always say. */
export function readsCounter(evaluation: Evaluation, frame: Frame, comparison: Node): boolean {
  const { tree } = evaluation;
  if (isMakingObject(evaluation)) return false;
  const counters = (evaluation.counters ??= countersIn(tree));
  const isInLoop = evaluation.loops.includes(frame);
  for (let node = tree.firstInside(comparison); counters.size > 0 && node < comparison; node++) {
    const name = counterName(tree, node);
    if (name !== undefined && counters.has(name) && (isInLoop || tree.kind(node) === Kind.Attribute)) return true;
  }
  return false;
}

/** `len(self.memory)`: a list that nothing is known to be in is filled while the program runs. */
export function isFilled(evaluation: Evaluation, frame: Frame, list: PassedArgument | undefined, items: readonly Value[]): boolean {
  if (list?.value.kind !== 'list' || items.some(({ kind }) => kind !== 'unknown') || isMakingObject(evaluation)) return false;
  return evaluation.tree.kind(list.node) === Kind.Attribute || evaluation.loops.includes(frame);
}

const making = /^(__init__|setup|build)/;

/** An object is made once, from state that is known. */
function isMakingObject({ tree, running }: Evaluation): boolean {
  return running.some((definition) => making.test(nameOf(tree, definition)));
}

function countersIn(tree: SyntaxTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (let node = 1; node <= tree.root; node++) {
    const name = tree.kind(node) === Kind.AugAssign ? counterName(tree, tree.firstChild(node)) : undefined;
    if (name !== undefined) found.add(name);
  }
  return found;
}

/** Attributes and variables of one name are two. */
function counterName(tree: SyntaxTree, node: Node): string | undefined {
  const kind = tree.kind(node);
  return kind === Kind.Name ? nameOf(tree, node) : kind === Kind.Attribute ? `.${nameOf(tree, node)}` : undefined;
}
