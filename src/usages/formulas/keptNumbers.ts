/** Numbers of a function that are kept as other numbers, so that they stay above zero: `exp(alpha)`, with or without a switch. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { isRunBefore, type Binding } from './bindings';
import { isParameterLike } from './inputs';
import { neededFor, type Step, type StepIndex } from './steps';

const turnings = /^(exp|softplus|sigmoid|abs|absolute|either)( |$)/;
const turningCalls = /^(exp|softplus|sigmoid|abs)$/;

/** The step through which alone a formula has one of its numbers: `exp(alpha)`, where nothing else is computed of `alpha`. */
export function turnedNumber(steps: readonly Step[], needed: Uint8Array, leaf: StepIndex): StepIndex {
  const inside = new Set([leaf]);
  let last = leaf;
  for (let index = leaf + 1; index < steps.length; index++) {
    const step = steps[index];
    if (needed[index] !== 1 || step?.kind !== 'element' || !turnings.test(step.name) || !step.of.every((of) => inside.has(of))) continue;
    inside.add(index);
    last = index;
  }
  const isAlone = steps.every((step, index) => needed[index] !== 1 || step.kind === 'leaf' || step.kind === 'number' || inside.has(index) || step.of.every((of) => of === last || !inside.has(of)));
  return isAlone ? last : leaf;
}

/** Whether a step is reckoned of such numbers alone: `mx.exp(self.alpha)`. */
export function isOfNumbers(tree: SyntaxTree, steps: readonly Step[], root: StepIndex): boolean {
  const needed = neededFor(steps, root, new Set());
  return steps.every((step, index) => needed[index] !== 1 || step.kind === 'number' || step.kind === 'element' || (step.kind === 'leaf' && isParameterLike(tree, step.leaf)));
}

/** `if self.logscale: alpha = torch.exp(alpha)`: the variable in what it is given, where a switch says whether it is. */
export function turnedUnderSwitch(tree: SyntaxTree, { statement, value }: Binding, place: Node): Node {
  const branch = tree.parent(tree.parent(statement));
  if (tree.kind(branch) !== Kind.If || tree.children(branch).length !== 2 || !isSwitch(tree, tree.firstChild(branch)) || !isRunBefore(tree, branch, place)) return NONE;
  const turned = tree.kind(value) === Kind.Call && turningCalls.test(nameOf(tree, calleeOf(tree, value))) ? turnedBy(tree, value) : NONE;
  return tree.kind(turned) === Kind.Name && nameOf(tree, turned) === nameOf(tree, place) ? turned : NONE;
}

function isSwitch(tree: SyntaxTree, test: Node): boolean {
  return [Kind.Name, Kind.Attribute].includes(tree.kind(test)) || (tree.kind(test) === Kind.UnaryOp && isSwitch(tree, tree.lastChild(test)));
}

/** `alpha` of `torch.exp(alpha)` and of `alpha.exp()`. */
function turnedBy(tree: SyntaxTree, call: Node): Node {
  const [callee = NONE, argument, other] = tree.children(call);
  return argument === undefined ? tree.firstChild(callee) : other === undefined ? argument : NONE;
}
