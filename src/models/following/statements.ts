/** Runs statements in their order. Each says whether what follows it is reached. */
import { basesOf, bodyOf, callArguments, calleeOf, childOf, decoratorsOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import type { Context } from '../facts';
import { newSlots, none, unknown, type ClassValue, type Frame, type Value } from '../values';
import { assign, augment, remove } from './assignments';
import { bindByPlace } from './binding';
import { evaluateArguments } from './calls';
import { deepest, fork, isExhausted, write, type Evaluation } from './evaluation';
import { evaluate } from './expressions';
import { followOnce, iterate } from './iteration';
import { changedBy } from './methods';
import { isTransform, newTransformed } from './transformed';
import { narrowed, truthOf } from './truth';

export function runBlock(evaluation: Evaluation, frame: Frame, block: Node): boolean {
  const { tree } = evaluation;
  for (let statement = tree.firstChild(block); statement; statement = tree.nextSibling(statement)) {
    if (!runStatement(evaluation, frame, statement)) return false;
  }
  return true;
}

function runStatement(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  if (isExhausted(evaluation) || evaluation.depth > deepest) return true;
  evaluation.steps++;
  evaluation.depth++;
  const goesOn = runKind(evaluation, frame, node);
  evaluation.depth--;
  return goesOn;
}

function runKind(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  switch (tree.kind(node)) {
    case Kind.ExprStatement:
      runExpression(evaluation, frame, tree.firstChild(node));
      return true;
    case Kind.Assign:
      return runAssign(evaluation, frame, node);
    case Kind.AnnAssign:
      return runAnnotated(evaluation, frame, node);
    case Kind.AugAssign:
      augment(evaluation, frame, node);
      return true;
    case Kind.Return:
      frame.returns.push(tree.firstChild(node) ? evaluate(evaluation, frame, tree.firstChild(node)) : none);
      return false;
    case Kind.Raise:
      return false;
    case Kind.Delete:
      for (const target of tree.children(node)) remove(evaluation, frame, target);
      return true;
    case Kind.Global:
    case Kind.Nonlocal:
      return runRedirection(evaluation, frame, node);
    case Kind.Assert:
      evaluate(evaluation, frame, tree.firstChild(node));
      return true;
    default:
      return runCompound(evaluation, frame, node);
  }
}

function runCompound(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  switch (tree.kind(node)) {
    case Kind.If:
      return runIf(evaluation, frame, node);
    case Kind.For:
    case Kind.AsyncFor:
      return iterate(evaluation, frame, node);
    case Kind.While:
      evaluate(evaluation, frame, tree.firstChild(node));
      followOnce(evaluation, frame, () => runBlock(evaluation, frame, childOf(tree, node, Kind.Block)));
      return true;
    case Kind.Try:
      return runTry(evaluation, frame, node);
    case Kind.With:
    case Kind.AsyncWith:
      return runWith(evaluation, frame, node);
    case Kind.Match:
      return runMatch(evaluation, frame, node);
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      defineFunction(evaluation, frame, node);
      return true;
    case Kind.ClassDef:
      defineClass(evaluation, frame, node);
      return true;
    case Kind.Decorated:
      return runStatement(evaluation, frame, tree.lastChild(node));
    default:
      return true;
  }
}

/** `F.relu_(x)`, `x.relu_()` and `self.relu(x)` that works in place: from here on x is what it has become. */
function runExpression(evaluation: Evaluation, frame: Frame, node: Node): void {
  const { tree } = evaluation;
  const value = evaluate(evaluation, frame, node);
  if (value.kind !== 'tensor' || value.source?.isInPlace !== true || value.source.activation === undefined || tree.kind(node) !== Kind.Call) return;
  const [input] = callArguments(tree, node);
  const changed = input && value.source.activation.usage?.form !== 'method' ? input.value : changedBy(tree, node);
  if (tree.kind(changed) === Kind.Name || tree.kind(changed) === Kind.Attribute) assign(evaluation, frame, changed, value);
}

function runAssign(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const valueNode = tree.lastChild(node);
  const value = evaluate(evaluation, frame, valueNode);
  for (let target = tree.firstChild(node); target && target !== valueNode; target = tree.nextSibling(target)) {
    assign(evaluation, frame, target, value);
  }
  return true;
}

function runAnnotated(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const [target = NONE, , value = NONE] = evaluation.tree.children(node);
  if (value) assign(evaluation, frame, target, evaluate(evaluation, frame, value));
  return true;
}

function runRedirection(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const isGlobal = tree.kind(node) === Kind.Global;
  frame.outer ??= new Map();
  for (const name of tree.children(node)) {
    frame.outer.set(nameOf(tree, name), isGlobal ? evaluation.module : ownerOf(frame.parent, nameOf(tree, name)) ?? evaluation.module);
  }
  return true;
}

function ownerOf(from: Frame | undefined, name: string): Frame | undefined {
  let frame = from;
  while (frame && (frame.kind === 'class' || !frame.slots.values.has(name))) frame = frame.parent;
  return frame;
}

/** The branches of an `if`, each with its test; the last may have none. */
function runIf(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const [test = NONE, block = NONE, ...clauses] = tree.children(node);
  const branches = [{ test, block }, ...clauses.map((clause) => {
    const children = tree.children(clause);
    return children.length === 1 ? { test: NONE, block: children[0] ?? NONE } : { test: children[0] ?? NONE, block: children[1] ?? NONE };
  })];
  return runBranches(evaluation, frame, branches, 0);
}

interface Branch {
  readonly test: Node;
  readonly block: Node;
}

function runBranches(evaluation: Evaluation, frame: Frame, branches: readonly Branch[], place: number): boolean {
  const branch = branches[place];
  if (branch === undefined) return true;
  if (branch.test === NONE) return runBlock(evaluation, frame, branch.block);
  const truth = truthOf(evaluate(evaluation, frame, branch.test));
  if (truth === true) return runBlock(evaluation, frame, branch.block);
  if (truth === false) return runBranches(evaluation, frame, branches, place + 1);
  // Of a long chain of tests each branch starts from the same state, so that the work does not grow with its square.
  const open = branches.slice(place);
  const paths = open.map(({ test, block }) => () => {
    if (test) narrow(evaluation, frame, test);
    return runBlock(evaluation, frame, block);
  });
  if (open.every(({ test }) => test !== NONE)) paths.push(() => true);
  return fork(evaluation, paths);
}

/** Where `isinstance(m, nn.Linear)` holds, `m` is some such layer. */
function narrow(evaluation: Evaluation, frame: Frame, test: Node): void {
  for (const { name, value } of narrowed(evaluation, frame, test)) {
    write(evaluation, frame.slots, name, value);
  }
}

function runTry(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const [body = NONE, ...clauses] = tree.children(node);
  const blockOf = (clause: Node): Node => childOf(tree, clause, Kind.Block);
  const otherwise = clauses.filter((clause) => tree.kind(clause) === Kind.ElseClause);
  const handlers = clauses.filter((clause) => tree.kind(clause) === Kind.ExceptClause);
  const goesOn = fork(evaluation, [
    () => [body, ...otherwise.map(blockOf)].every((block) => runBlock(evaluation, frame, block)),
    ...handlers.map((handler) => () => runBlock(evaluation, frame, blockOf(handler))),
  ]);
  const last = clauses.filter((clause) => tree.kind(clause) === Kind.FinallyClause);
  return last.every((clause) => runBlock(evaluation, frame, blockOf(clause))) && goesOn;
}

function runWith(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const outer = evaluation.contexts;
  for (const item of tree.children(node)) {
    if (tree.kind(item) !== Kind.WithItem) continue;
    const [context = NONE, target = NONE] = tree.children(item);
    const value = evaluate(evaluation, frame, context);
    evaluation.contexts = [...evaluation.contexts, ...contextOf(evaluation, frame, context)];
    if (target) assign(evaluation, frame, target, value.kind === 'optimiser' ? unknown : value);
  }
  const goesOn = runBlock(evaluation, frame, childOf(tree, node, Kind.Block));
  evaluation.contexts = outer;
  return goesOn;
}

/** What a context manager or decorator is called, where it is imported: `torch.no_grad()` or `torch.no_grad`. */
function contextOf(evaluation: Evaluation, frame: Frame, node: Node): Context[] {
  const { tree } = evaluation;
  const isCall = tree.kind(node) === Kind.Call;
  const callee = evaluate(evaluation, frame, isCall ? calleeOf(tree, node) : node);
  if (callee.kind !== 'library') return [];
  const passed = isCall ? evaluateArguments(evaluation, frame, callArguments(tree, node)) : [];
  return [{ name: callee.name, node, arguments: bindByPlace(passed) }];
}

function runMatch(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const [subject = NONE, ...cases] = tree.children(node);
  evaluate(evaluation, frame, subject);
  return fork(evaluation, [...cases.map((matched) => () => runBlock(evaluation, frame, childOf(tree, matched, Kind.Block))), () => true]);
}

function defineFunction(evaluation: Evaluation, frame: Frame, node: Node): void {
  const { tree } = evaluation;
  const value = { kind: 'function' as const, node, closure: frame, self: undefined, owner: undefined };
  if (frame.kind !== 'class') evaluation.functions.push(value);
  const decorators = decoratorsOf(tree, node).flatMap((decorator) => contextOf(evaluation, frame, decorator));
  evaluation.decorated.set(node, decorators);
  write(evaluation, frame.slots, nameOf(tree, node), decorators.reduceRight<Value>((inner, { name }) => (isTransform(name) ? newTransformed(name, inner, node) : inner), value));
}

function defineClass(evaluation: Evaluation, frame: Frame, node: Node): void {
  const { tree } = evaluation;
  const bases = basesOf(tree, node).filter(({ keyword, stars }) => keyword === undefined && stars === 0);
  const value: ClassValue = {
    kind: 'class', name: nameOf(tree, node), node, slots: newSlots(), closure: frame,
    bases: bases.map((base) => evaluate(evaluation, frame, base.value)),
  };
  const body: Frame = {
    kind: 'class', slots: value.slots, parent: frame, node, run: frame.run, self: undefined, owner: value, returns: [], outer: undefined,
    isGenerator: false,
  };
  for (const statement of bodyOf(tree, node)) runStatement(evaluation, body, statement);
  evaluation.classes.push(value);
  write(evaluation, frame.slots, value.name, value);
}
