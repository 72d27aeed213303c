/** Reads what a function returns as one formula: its branches are cases, its variables are looked into. */
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import type { Workshop } from './callees';
import { holdsWithoutDerivative } from './derivativeSwitch';
import { Reader, type ReadFormula } from './readFormula';
import type { StepIndex } from './steps';

/** `body` is a Block, or the expression of a lambda. */
export function readReturned(workshop: Workshop, body: Node): ReadFormula | undefined {
  const reader = new Reader(workshop, true);
  const { reading, reading: { tree } } = workshop;
  const root = tree.kind(body) === Kind.Block ? readFrom(reader, reading, tree.firstChild(body), 0) : reader.read(valueReached(reading, body), 0);
  return root === undefined ? undefined : { steps: reader.steps, root, followed: reader.followed, packages: reader.packages };
}

const deepest = 8;

/** The value that the statements from one on return. */
function readFrom(reader: Reader, reading: Reading, from: Node, depth: number): StepIndex | undefined {
  const { tree } = reading;
  for (let statement = depth > deepest ? NONE : from; statement; statement = tree.nextSibling(statement)) {
    switch (tree.kind(statement)) {
      case Kind.Return:
        return reader.read(valueReturned(reading, statement), 0);
      case Kind.With:
        if (returns(tree, statement)) return readFrom(reader, reading, tree.firstChild(tree.lastChild(statement)), depth + 1);
        break;
      case Kind.If:
        if (returns(tree, statement)) return readCases(reader, reading, statement, depth);
        break;
      case Kind.For:
      case Kind.While:
      case Kind.Try:
      case Kind.Match:
        return undefined;
    }
  }
  return undefined;
}

/** What is needed to go back is often returned beside the value: `return a, cache`. */
function valueReturned(reading: Reading, statement: Node): Node {
  const { tree } = reading;
  const value = valueReached(reading, tree.firstChild(statement));
  return tree.kind(value) === Kind.Tuple ? tree.firstChild(value) : value;
}

/** `x` in `1 if derivative else x` */
function valueReached(reading: Reading, value: Node): Node {
  const [body = NONE, test = NONE, orElse = NONE] = reading.tree.kind(value) === Kind.IfExp ? reading.tree.children(value) : [];
  const holds = body === NONE ? undefined : holdsWithoutDerivative(reading, test);
  return holds === undefined ? value : holds ? body : orElse;
}

function readCases(reader: Reader, reading: Reading, statement: Node, depth: number): StepIndex | undefined {
  const { tree } = reading;
  const [test = NONE, block = NONE, ...others] = tree.children(statement);
  const rest = others.length === 0 ? tree.nextSibling(statement) : undefined;
  const holds = holdsWithoutDerivative(reading, test);
  if (holds === true) return readFrom(reader, reading, tree.firstChild(block), depth + 1);
  if (holds === false) return rest !== undefined ? readFrom(reader, reading, rest, depth + 1) : readOthers(reader, reading, others, depth);
  const body = readFrom(reader, reading, tree.firstChild(block), depth + 1);
  const orElse = rest !== undefined ? readFrom(reader, reading, rest, depth + 1) : readOthers(reader, reading, others, depth);
  return reader.branch(test, body, orElse, 0);
}

function readOthers(reader: Reader, reading: Reading, [first = NONE, ...more]: readonly Node[], depth: number): StepIndex | undefined {
  const { tree } = reading;
  if (tree.kind(first) === Kind.ElseClause) return readFrom(reader, reading, tree.firstChild(tree.firstChild(first)), depth + 1);
  if (tree.kind(first) !== Kind.ElifClause) return undefined;
  const [test = NONE, block = NONE] = tree.children(first);
  return reader.branch(test, readFrom(reader, reading, tree.firstChild(block), depth + 1), readOthers(reader, reading, more, depth + 1), 0);
}

function returns(tree: SyntaxTree, statement: Node): boolean {
  for (let inside = tree.firstInside(statement); inside < statement; inside++) {
    if (tree.kind(inside) === Kind.Return) return true;
  }
  return false;
}
