/** What is replaced in place where a test holds: `x[x < 0] = 0`, `out[mask] *= 0.1`, `y[np.where(y < 0)] = 0`. */
import { callArguments, calleeOf, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { reckoned, where } from './operators';
import type { StepIndex, Steps } from './steps';

interface MaskedAssignment {
  /** The variable of which a part is replaced. */
  readonly changed: Node;
  /** What says which part. */
  readonly index: Node;
  readonly value: Node;
}

/** An assignment to the part of a variable for which an index may hold tests; undefined for any other statement. */
export function maskedAssignment(tree: SyntaxTree, statement: Node): MaskedAssignment | undefined {
  const kind = tree.kind(statement);
  if (kind !== Kind.Assign && kind !== Kind.AugAssign) return undefined;
  const part = tree.firstChild(statement);
  const value = tree.lastChild(statement);
  const changed = tree.kind(part) === Kind.Subscript && tree.nextSibling(part) === value ? changedIn(tree, part) : NONE;
  return changed === NONE ? undefined : { changed, index: tree.lastChild(part), value };
}

/** The variable that an assignment to a Subscript changes, where its index may be a mask. */
export function changedIn(tree: SyntaxTree, part: Node): Node {
  const changed = tree.firstChild(part);
  return tree.kind(changed) === Kind.Name && masks.includes(tree.kind(tree.lastChild(part))) ? changed : NONE;
}

const masks: readonly Kind[] = [Kind.Compare, Kind.Name, Kind.Attribute, Kind.UnaryOp, Kind.Call];

/** Whether the next statement replaces another part of the same variable, so that this one is no whole formula. */
export function isContinued(tree: SyntaxTree, statement: Node, { changed }: MaskedAssignment): boolean {
  const next = maskedAssignment(tree, tree.nextSibling(statement));
  return next !== undefined && nameOf(tree, next.changed) === nameOf(tree, changed);
}

/** Whether the statement before replaces another part of the same variable, so that this one says only half of it. */
export function isContinuation(tree: SyntaxTree, statement: Node): boolean {
  // Children stand before their parents, so that what stands before all of a statement is the statement before it.
  const before = tree.firstInside(statement) - 1;
  const masked = before > NONE && tree.nextSibling(before) === statement ? maskedAssignment(tree, before) : undefined;
  return masked !== undefined && isContinued(tree, before, masked);
}

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
  /** Reads what stands for the elements that an index picks. */
  readPicked(index: Node, value: Node, depth: number): StepIndex | undefined;
}

/** What a variable is behind a statement that changes it; `valueOf` gives the value that a variable surely has. */
export function readChanged(reader: Reads, tree: SyntaxTree, statement: Node, valueOf: (variable: Node) => Node, depth: number): StepIndex | undefined {
  const masked = maskedAssignment(tree, statement);
  const before = reader.read(masked?.changed ?? tree.firstChild(statement), depth + 1);
  const value = masked ? reader.readPicked(masked.index, masked.value, depth + 1) : reader.read(tree.lastChild(statement), depth + 1);
  const given = tree.kind(statement) === Kind.AugAssign ? reckoned(reader.steps, operatorOf(tree, statement), before, value) : value;
  if (masked === undefined) return given;
  const { compare, isNegated } = testIn(tree, masked.index, valueOf);
  const test = compare === NONE ? undefined : reader.read(compare, depth + 1);
  return isNegated ? reader.steps.element('where', where, test, before, given) : reader.steps.element('where', where, test, given, before);
}

interface Test {
  /** `NONE` where an index holds no test. */
  readonly compare: Node;
  readonly isNegated: boolean;
}

/** A mask may be kept in a variable, be turned round, or be made to places: `~mask`, `np.where(x < 0)`. */
function testIn(tree: SyntaxTree, index: Node, valueOf: (variable: Node) => Node, level = 0): Test {
  const kind = tree.kind(index);
  if (kind === Kind.Compare) return { compare: index, isNegated: false };
  if (level > deepest || !masks.includes(kind)) return { compare: NONE, isNegated: false };
  if (kind === Kind.UnaryOp) {
    const inner = operatorOf(tree, index) === Operator.Invert ? tree.firstChild(index) : NONE;
    const { compare, isNegated } = testIn(tree, inner, valueOf, level + 1);
    return { compare, isNegated: !isNegated };
  }
  return testIn(tree, kind === Kind.Call ? placesIn(tree, index) : valueOf(index), valueOf, level + 1);
}

const deepest = 4;

/** `np.where(x < 0)` and `(x < 0).nonzero()` are the places where a test holds. */
function placesIn(tree: SyntaxTree, call: Node): Node {
  const callee = calleeOf(tree, call);
  const [first, other] = callArguments(tree, call);
  if (other !== undefined || !/^(where|nonzero|argwhere)$/.test(nameOf(tree, callee))) return NONE;
  return first?.value ?? (tree.kind(callee) === Kind.Attribute ? tree.firstChild(callee) : NONE);
}
