/** Formulas in pieces: `np.select([x > 0], [x], a * x)`, `np.piecewise(x, [x < 0, x >= 0], [0, lambda x: x])`. */
import { isRow, parametersOf, type Argument } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { where } from './operators';
import type { StepIndex, Steps } from './steps';

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
  /** What a lambda of one parameter computes of a step. */
  readApplied(lambda: Node, parameter: string, step: StepIndex, depth: number): StepIndex | undefined;
}

/** Of NumPy, which takes lists; others call what chooses between two so. */
export function isOfLists(tree: SyntaxTree, [tests]: readonly Argument[]): boolean {
  return tests !== undefined && isRow(tree, tests.value);
}

export function readSelect(reader: Reads, tree: SyntaxTree, given: readonly Argument[], depth: number): StepIndex | undefined {
  const [tests, values, fallback] = given;
  if (tests === undefined || values === undefined || !isRow(tree, values.value)) return undefined;
  const otherwise = fallback === undefined ? reader.steps.number(0) : reader.read(fallback.value, depth + 1);
  return inPieces(reader, tree.children(tests.value), tree.children(values.value).map((value) => reader.read(value, depth + 1)), otherwise, depth);
}

/** One function more than there are tests is for what passes none of them. */
export function readPiecewise(reader: Reads, tree: SyntaxTree, [input, tests, functions]: readonly Argument[], depth: number): StepIndex | undefined {
  const of = input === undefined ? undefined : reader.read(input.value, depth + 1);
  if (of === undefined || tests === undefined || functions === undefined || ![tests, functions].every(({ value }) => isRow(tree, value))) return undefined;
  const values = tree.children(functions.value).map((value) => pieceOf(reader, tree, value, of, depth));
  const conditions = tree.children(tests.value);
  const otherwise = values.length > conditions.length ? values.at(-1) : reader.steps.number(0);
  return inPieces(reader, conditions, values.slice(0, conditions.length), otherwise, depth);
}

function pieceOf(reader: Reads, tree: SyntaxTree, value: Node, of: StepIndex, depth: number): StepIndex | undefined {
  if (tree.kind(value) !== Kind.Lambda) return reader.steps.numberAt(reader.read(value, depth + 1)) === undefined ? undefined : reader.read(value, depth + 1);
  const [parameter, other] = parametersOf(tree, value);
  return parameter === undefined || other !== undefined ? undefined : reader.readApplied(value, parameter.name, of, depth + 1);
}

/** The first test that holds decides. */
function inPieces(reader: Reads, tests: readonly Node[], values: readonly (StepIndex | undefined)[], otherwise: StepIndex | undefined, depth: number): StepIndex | undefined {
  if (tests.length !== values.length) return undefined;
  return tests.reduceRight((rest: StepIndex | undefined, test, place) => reader.steps.element('where', where, reader.read(test, depth + 1), values[place], rest), otherwise);
}
