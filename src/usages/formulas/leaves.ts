/** Which of the variables of a formula it is a function of, and which are numbers of it. */
import { Kind, type SyntaxTree } from '../../python/syntax';
import { isParameterLike } from './inputs';
import type { Leaf, StepIndex } from './steps';

/** What the code around a formula says of its inputs. */
export interface Surroundings {
  readonly tree: SyntaxTree;
  /** Whether two inputs may be the halves of a gate. */
  areBranches(a: Leaf, b: Leaf): boolean;
  /** The number that an argument of the function has by default. */
  defaultOf(leaf: Leaf): number | undefined;
  /** Whether a number of the function is a weight. */
  isLearned(leaf: Leaf): boolean;
}

export interface IndexedLeaf {
  readonly index: StepIndex;
  readonly leaf: Leaf;
}

/** Those that are no numbers of the function; where all could be by their names, the halves of a gate are none: `a * sigmoid(b)`. */
export function inputsAmong(around: Surroundings, leaves: readonly IndexedLeaf[]): readonly IndexedLeaf[] {
  if (leaves.length === 1) return leaves;
  const inputs = inputsByName(around, leaves);
  const [first, second, third] = leaves;
  const areHalves = inputs.length === 0 && first !== undefined && second !== undefined && third === undefined && around.areBranches(first.leaf, second.leaf);
  return areHalves ? leaves : inputs;
}

/** What a call may leave out for a number is one of the function, whatever it is called: `def lrelu(x, th=0.2)`. */
function inputsByName(around: Surroundings, leaves: readonly IndexedLeaf[]): readonly IndexedLeaf[] {
  const inputs = leaves.filter(({ leaf }) => !isParameterLike(around.tree, leaf));
  const needed = inputs.length > 1 ? inputs.filter(({ leaf }) => around.defaultOf(leaf) === undefined) : inputs;
  return needed.length === 0 ? inputs : needed;
}

/** What an object holds, where all else is a number that a call may leave out: `self.values` in `def lrelu(self, slope=0.1)`. */
export function heldAmong(around: Surroundings, leaves: readonly IndexedLeaf[]): IndexedLeaf | undefined {
  const [held, other] = leaves.filter(({ leaf }) => around.defaultOf(leaf) === undefined);
  const isHeld = leaves.length > 1 && held !== undefined && other === undefined && around.tree.kind(held.leaf.node) === Kind.Attribute;
  return isHeld ? held : undefined;
}
