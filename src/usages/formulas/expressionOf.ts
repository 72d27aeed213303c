/** A piece of Python as an expression of x that can be plotted: a formula, or a function, lambda or class that returns one. */
import { differentiable } from '../../expressions/differentiate';
import { parseExpression } from '../../expressions/parse';
import { renamed } from '../../expressions/rename';
import { childOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { spanOf } from '../reading';
import type { Span } from '../usage';
import type { Workshop } from './callees';
import { callableOf, definitionsOf } from './definitions';
import { isParameterLike } from './inputs';
import { frameworkOf } from './origin';
import { readReturned } from './readBody';
import { readExpression, type ReadFormula } from './readFormula';
import { neededFor, valuesOf, type Leaf, type Step, type StepIndex } from './steps';
import { surroundingsOf } from './surroundings';
import { writtenSteps } from './writtenSteps';

export interface PlottedExpression {
  readonly expression: string;
  /** What it was read from: the whole formula or definition. */
  readonly span: Span;
  /** Whether it is a formula, which a call could take the place of, and no definition. */
  readonly isFormula: boolean;
  readonly framework: string;
}

export type Plotted = PlottedExpression | { readonly problem: string };

const nothing = { problem: 'Select a formula, or a function that returns one.' };

/** What is selected, or what stands around the cursor where nothing is. */
export function expressionOf(reading: Reading, selected: Span): Plotted {
  const { workshop } = definitionsOf(reading);
  const node = nodeOf(reading.tree, selected);
  if (node === NONE) return nothing;
  const read = readNode(workshop, node);
  if (read === undefined) return { problem: 'This is more than a formula: only arithmetic, conditions and known functions of numbers can be plotted.' };
  // A variable alone, or a statement that is none of these.
  if (read.steps.list[read.root]?.kind === 'leaf') return nothing;
  const input = inputOf(workshop, read);
  if ('problem' in input) return input;
  const written = writtenSteps(read.steps.list, read.root, (index) => (index === input.index ? 'x' : numberText(input.known.get(index))));
  if (written === undefined) return { problem: 'It decides by something that is no number, so it cannot be plotted.' };
  const parsed = parseExpression(written);
  if ('problem' in parsed) return { problem: parsed.problem.words };
  const framework = frameworkOf(reading, read.packages);
  const expression = asWritten(reading.tree, node, read, input) ?? written;
  return { expression, span: spanOf(reading.tree, node), isFormula: !isDefinition(reading.tree, node), framework };
}

function isDefinition(tree: SyntaxTree, node: Node): boolean {
  return [Kind.FunctionDef, Kind.Lambda, Kind.ClassDef].includes(tree.kind(node));
}

/** The smallest expression or definition that holds the span; of a statement its value, of several the last. */
function nodeOf(tree: SyntaxTree, selected: Span): Node {
  const text = tree.text.slice(selected.start, selected.end);
  const start = selected.start + (text.length - text.trimStart().length);
  const end = Math.max(start, selected.end - (text.length - text.trimEnd().length));
  let smallest = tree.root;
  for (let node = 1; node <= tree.root; node++) {
    const holds = tree.start(node) <= start && tree.end(node) >= end;
    if (holds && tree.end(node) - tree.start(node) < tree.end(smallest) - tree.start(smallest)) smallest = node;
  }
  return valueOf(tree, start === end ? statementAround(tree, smallest) : smallest, { start, end });
}

/** With nothing selected the whole line is meant. */
function statementAround(tree: SyntaxTree, node: Node): Node {
  let around = node;
  while (around && ![Kind.Assign, Kind.AnnAssign, Kind.Return, Kind.ExprStatement, Kind.FunctionDef, Kind.ClassDef, Kind.Module].includes(tree.kind(around))) around = tree.parent(around);
  return around;
}

function valueOf(tree: SyntaxTree, node: Node, selected: Span): Node {
  switch (tree.kind(node)) {
    case Kind.Module:
    case Kind.Block: {
      const inside = tree.children(node).filter((child) => tree.start(child) >= selected.start && tree.end(child) <= selected.end);
      const last = inside.at(-1);
      return last === undefined || selected.start === selected.end ? NONE : valueOf(tree, last, selected);
    }
    case Kind.Assign:
    case Kind.AnnAssign:
      return tree.lastChild(node);
    case Kind.Return:
    case Kind.ExprStatement:
      return tree.firstChild(node);
    default:
      return node;
  }
}

function readNode(workshop: Workshop, node: Node): ReadFormula | undefined {
  const { tree } = workshop.reading;
  switch (tree.kind(node)) {
    case Kind.Lambda:
      return readReturned(workshop, tree.lastChild(node));
    case Kind.FunctionDef:
      return readReturned(workshop, childOf(tree, node, Kind.Block));
    case Kind.ClassDef: {
      const callable = callableOf(workshop, node);
      return callable === NONE ? undefined : readReturned(workshop, childOf(tree, callable, Kind.Block));
    }
    default: {
      const alone = readExpression(workshop, node, false).formula;
      return alone && leavesOf(alone).length === 1 ? alone : readExpression(workshop, node, true).formula ?? alone;
    }
  }
}

interface Input {
  readonly index: StepIndex;
  readonly leaf: Leaf;
  /** What is not x is a number: the default of an argument. */
  readonly known: ReadonlyMap<StepIndex, number>;
}

function leavesOf({ steps: { list }, root }: ReadFormula): { readonly index: StepIndex; readonly leaf: Leaf }[] {
  const needed = neededFor(list, root, new Set());
  return list.flatMap((step, index) => (step.kind === 'leaf' && needed[index] === 1 ? [{ index, leaf: step.leaf }] : []));
}

function inputOf(workshop: Workshop, read: ReadFormula): Input | { readonly problem: string } {
  const { tree } = workshop.reading;
  const needed = neededFor(read.steps.list, read.root, new Set());
  if (read.steps.list.some((step, index) => step.kind === 'vector' && needed[index] === 1)) return { problem: 'It takes a whole vector together, and a curve is of one number.' };
  const leaves = leavesOf(read);
  const inputs = leaves.length === 1 ? leaves : leaves.filter(({ leaf }) => !isParameterLike(tree, leaf));
  const [first, second] = inputs;
  const quoted = ({ leaf: { node } }: { readonly leaf: Leaf }): string => tree.textOf(node).replace(/\s+/g, ' ').slice(0, 40);
  if (leaves.length === 0) return { problem: 'There is no variable in it, so it is no function.' };
  if (first === undefined) return { problem: `It has several inputs, ${leaves.map(quoted).join(' and ')}, and a curve is of one.` };
  if (second !== undefined) return { problem: `It has two inputs, ${quoted(first)} and ${quoted(second)}, and a curve is of one.` };
  const around = surroundingsOf(workshop);
  const known = new Map<StepIndex, number>();
  for (const parameter of leaves) {
    if (parameter === first) continue;
    const value = around.defaultOf(parameter.leaf);
    if (value === undefined) return { problem: `The value of ${quoted(parameter)} is not known here.` };
    known.set(parameter.index, value);
  }
  return { ...first, known };
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : value < 0 ? `(${value})` : String(value);
}

const probes = [-7.3, -2.9, -1.7, -0.83, -0.31, -0.07, 0.11, 0.47, 0.93, 1.9, 3.1, 6.7];

/** The text itself, where it says the same by the names that stand in it. */
function asWritten(tree: SyntaxTree, node: Node, read: ReadFormula, { index, leaf }: Input): string | undefined {
  if (isDefinition(tree, node) || tree.kind(leaf.node) !== Kind.Name) return undefined;
  const text = renamed(tree.textOf(node).replace(/\s+/g, ' '), nameOf(tree, leaf.node), 'x');
  const parsed = text === undefined ? undefined : parseExpression(text);
  const values = valuesOf(read.steps.list as readonly Step[], read.root, new Map([[index, probes]]));
  if (parsed === undefined || 'problem' in parsed || values === undefined) return undefined;
  const own = differentiable(parsed.expression);
  const isSame = probes.every((x, place) => Math.abs(own.value(x) - (values[place] ?? NaN)) <= 1e-12 * Math.max(1, Math.abs(own.value(x))));
  return isSame ? text : undefined;
}

