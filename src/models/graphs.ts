/** Graphs of TensorFlow 1: what they hold is computed only where a session is asked for it. */
import { nameOf } from '../python/parts';
import { Kind, type SyntaxTree } from '../python/syntax';
import { targetGiven } from './endings';
import type { Facts } from './facts';

const session = /\b(?:Session|InteractiveSession)\(/;
const training = /^(?:minimize|apply_gradients)$/;

/** Whether no session is asked for a step of training that the file writes: no name that it is given is said again. */
export function isNeverTrained(tree: SyntaxTree, { methodCalls }: Facts): boolean {
  if (!session.test(tree.text)) return false;
  const steps = methodCalls.filter(({ name }) => training.test(name)).map(({ node }) => targetGiven(tree, node));
  return steps.length > 0 && steps.every((step) => tree.kind(step) === Kind.Name && timesSaid(tree, nameOf(tree, step)) === 1);
}

function timesSaid(tree: SyntaxTree, name: string): number {
  let times = 0;
  for (let node = 1; node < tree.root; node++) if (tree.kind(node) === Kind.Name && nameOf(tree, node) === name) times++;
  return times;
}
