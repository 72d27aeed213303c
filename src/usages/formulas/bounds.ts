/** Reads what bounds values: `max(a, b)`, `torch.max(x, 1)`, `clamp(x, min=0)`. */
import { calleeOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { StepIndex, Steps } from './steps';

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
  givenTo(variable: Node): Node;
}

interface Extreme {
  readonly name: string;
  readonly apply: (...values: number[]) => number;
  readonly given: readonly Argument[];
  /** The argument at a place, read. */
  readonly at: (place: number) => StepIndex | undefined;
}

/** `max(a, b)` of two arrays, or of one along a dimension: `torch.max(x, 1)`, while Python's own `max(x, 1)` is of two. */
export function readExtreme(reader: Reads, tree: SyntaxTree, node: Node, { name, apply, given, at }: Extreme): StepIndex | undefined {
  const { steps } = reader;
  const isNamed = given.some(({ keyword }) => /^(dim|axis|keepdims?|reduction_indices)$/.test(keyword ?? ''));
  const other = given[1] === undefined || isNamed ? undefined : at(1);
  const isMethod = tree.kind(calleeOf(tree, node)) === Kind.Attribute;
  const bound = given[1]?.value ?? NONE;
  const isDimension = isNamed || (isMethod && Number.isInteger(steps.numberAt(other)) && !isMade(reader, tree, bound) && !isFraction(tree, bound));
  if (given.length === 1 || isDimension) return steps.vector(`total ${name}`, (values) => [apply(...values)], at(0));
  return given.length === 2 ? steps.element(name, apply, at(0), other) : undefined;
}

/** An array of one number is made by a call: `torch.zeros_like(x)`, there or for the variable. */
function isMade(reader: Reads, tree: SyntaxTree, value: Node): boolean {
  return tree.kind(tree.kind(value) === Kind.Name ? reader.givenTo(value) : value) === Kind.Call;
}

/** `lax.max(x, 0.)`: nobody writes a dimension so. */
function isFraction(tree: SyntaxTree, value: Node): boolean {
  return tree.kind(value) === Kind.Number && tree.textOf(value).includes('.');
}

const lowest = ['min', 'a_min', 'clip_value_min', 'min_value', 'x_min'];
const highest = ['max', 'a_max', 'clip_value_max', 'max_value', 'x_max'];

export function readClip(reader: Reads, tree: SyntaxTree, given: readonly Argument[], input: StepIndex | undefined, depth: number): StepIndex | undefined {
  const bound = (names: readonly string[], place: number): StepIndex | null | undefined => {
    const argument = given.find(({ keyword }) => names.includes(keyword ?? '')) ?? (given[place]?.keyword === undefined ? given[place] : undefined);
    return argument === undefined || tree.kind(argument.value) === Kind.NoneLiteral ? null : reader.read(argument.value, depth + 1);
  };
  const low = bound(lowest, 1);
  const high = bound(highest, 2);
  const raised = low === null ? input : reader.steps.element('max', Math.max, input, low);
  return high === null ? raised : reader.steps.element('min', Math.min, raised, high);
}
