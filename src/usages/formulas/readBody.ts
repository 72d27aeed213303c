/** Reads what a function returns as one formula: its branches are cases, its variables are looked into. */
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Workshop } from './callees';
import { Reader, type ReadFormula } from './readFormula';
import type { StepIndex } from './steps';

/** `body` is a Block, or the expression of a lambda. */
export function readReturned(workshop: Workshop, body: Node): ReadFormula | undefined {
  const reader = new Reader(workshop, true, true);
  const { tree } = workshop.reading;
  const root = tree.kind(body) === Kind.Block ? readFrom(reader, tree, tree.firstChild(body), 0) : reader.read(body, 0);
  return root === undefined ? undefined : { steps: reader.steps, root, followed: reader.followed, packages: reader.packages };
}

const deepest = 8;

/** The value that the statements from one on return. */
function readFrom(reader: Reader, tree: SyntaxTree, from: Node, depth: number): StepIndex | undefined {
  for (let statement = depth > deepest ? NONE : from; statement; statement = tree.nextSibling(statement)) {
    switch (tree.kind(statement)) {
      case Kind.Return:
        return reader.read(valueReturned(tree, statement), 0);
      case Kind.With:
        return readFrom(reader, tree, tree.firstChild(tree.lastChild(statement)), depth + 1);
      case Kind.If:
        if (returns(tree, statement)) return readCases(reader, tree, statement, depth);
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
function valueReturned(tree: SyntaxTree, statement: Node): Node {
  const value = tree.firstChild(statement);
  return tree.kind(value) === Kind.Tuple ? tree.firstChild(value) : value;
}

function readCases(reader: Reader, tree: SyntaxTree, statement: Node, depth: number): StepIndex | undefined {
  const [test = NONE, block = NONE, ...others] = tree.children(statement);
  const rest = others.length === 0 ? tree.nextSibling(statement) : undefined;
  const holds = reader.holds(test);
  if (holds === true) return readFrom(reader, tree, tree.firstChild(block), depth + 1);
  if (holds === false) return rest !== undefined ? readFrom(reader, tree, rest, depth + 1) : readOthers(reader, tree, others, depth);
  const body = readFrom(reader, tree, tree.firstChild(block), depth + 1);
  const orElse = rest !== undefined ? readFrom(reader, tree, rest, depth + 1) : readOthers(reader, tree, others, depth);
  return reader.branch(test, body, orElse, 0);
}

function readOthers(reader: Reader, tree: SyntaxTree, [first = NONE, ...more]: readonly Node[], depth: number): StepIndex | undefined {
  if (tree.kind(first) === Kind.ElseClause) return readFrom(reader, tree, tree.firstChild(tree.firstChild(first)), depth + 1);
  if (tree.kind(first) !== Kind.ElifClause) return undefined;
  const [test = NONE, block = NONE] = tree.children(first);
  return reader.branch(test, readFrom(reader, tree, tree.firstChild(block), depth + 1), readOthers(reader, tree, more, depth + 1), 0);
}

function returns(tree: SyntaxTree, statement: Node): boolean {
  for (let inside = tree.firstInside(statement); inside < statement; inside++) {
    if (tree.kind(inside) === Kind.Return) return true;
  }
  return false;
}
