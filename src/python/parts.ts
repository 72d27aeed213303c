/*
 * The parts of a node by their meaning, so that no reader of a tree counts children.
 *
 *     for (const argument of callArguments(tree, call)) if (argument.keyword === 'activation') look(argument.value);
 */
import { Kind, NONE, type Node, type Operator, type SyntaxTree } from './syntax';
import { wordsOf } from './words';

/** A stretch of the text, half-open, in UTF-16 offsets. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Argument {
  /** `value`, `*value` as 1, `**value` as 2 stars. */
  readonly stars: 0 | 1 | 2;
  /** The name before `=`, if there is one. */
  readonly keyword: string | undefined;
  readonly value: Node;
  /** The argument with its keyword or stars. */
  readonly node: Node;
}

export interface Parameter {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  readonly annotation: Node;
  readonly default: Node;
  /** `positional` before a `/`, `keyword` after a `*`. */
  readonly passedBy: 'positional' | 'either' | 'keyword';
  readonly node: Node;
}

interface Assignment {
  /** One for `x = v`, `x += v`, `x: T = v` and `(x := v)`; several for `x = y = v`. A tuple is one target. */
  readonly targets: readonly Node[];
  /** `NONE` for a bare annotation. */
  readonly value: Node;
}

/** What is called: the first child of a Call. */
export function calleeOf(tree: SyntaxTree, call: Node): Node {
  return tree.firstChild(call);
}

/** The call of which a node is the callee, or `NONE`. */
export function callOf(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === node ? parent : NONE;
}

/** The arguments of a Call, or what a class is derived from when given a Bases node. */
export function callArguments(tree: SyntaxTree, call: Node): Argument[] {
  const first = tree.firstChild(call);
  const found: Argument[] = [];
  for (let node = tree.kind(call) === Kind.Call ? tree.nextSibling(first) : first; node; node = tree.nextSibling(node)) {
    found.push(argumentOf(tree, node));
  }
  return found;
}

function argumentOf(tree: SyntaxTree, node: Node): Argument {
  switch (tree.kind(node)) {
    case Kind.KeywordArgument:
      return { stars: 0, keyword: nameOf(tree, node), value: tree.firstChild(node), node };
    case Kind.Starred:
      return { stars: 1, keyword: undefined, value: tree.firstChild(node), node };
    case Kind.DoubleStarred:
      return { stars: 2, keyword: undefined, value: tree.firstChild(node), node };
    default:
      return { stars: 0, keyword: undefined, value: node, node };
  }
}

/**
 * Where the name is that a node has: the text of a Name or Identifier, what stands after the dot of an Attribute, the keyword
 * of a KeywordArgument or MatchKeyword, the name that a definition, parameter or type alias gives. Else undefined.
 */
export function nameRange(tree: SyntaxTree, node: Node): Range | undefined {
  switch (tree.kind(node)) {
    case Kind.Name:
    case Kind.Identifier:
      return { start: tree.start(node), end: tree.end(node) };
    case Kind.Attribute:
      return { start: tree.data(node), end: tree.end(node) };
    case Kind.KeywordArgument:
    case Kind.MatchKeyword:
      return { start: tree.start(node), end: tree.data(node) };
    default: {
      const child = tree.firstChild(node);
      return child && tree.kind(child) === Kind.Identifier ? nameRange(tree, child) : undefined;
    }
  }
}

/** The name itself, normalised as Python does it; empty where the node has none, or where it is missing as in `x.`. */
export function nameOf(tree: SyntaxTree, node: Node): string {
  const words = wordsOf(tree);
  return words.spelled[words.at(node)]!;
}

/** Targets and value of an Assign, AugAssign, AnnAssign or NamedExpr; undefined for any other node. */
export function assignmentOf(tree: SyntaxTree, node: Node): Assignment | undefined {
  const children = tree.children(node);
  switch (tree.kind(node)) {
    case Kind.Assign:
      return { targets: children.slice(0, -1), value: children.at(-1) ?? NONE };
    case Kind.AugAssign:
    case Kind.NamedExpr:
      return { targets: children.slice(0, 1), value: children[1] ?? NONE };
    case Kind.AnnAssign:
      return { targets: children.slice(0, 1), value: children[2] ?? NONE };
    default:
      return undefined;
  }
}

/** The value alone, for passes over whole files, which an object for each assignment would slow down. */
export function assignedValue(tree: SyntaxTree, node: Node): Node {
  switch (tree.kind(node)) {
    case Kind.Assign:
      return tree.lastChild(node);
    case Kind.AugAssign:
    case Kind.NamedExpr:
      return tree.nextSibling(tree.firstChild(node));
    case Kind.AnnAssign:
      return tree.nextSibling(tree.nextSibling(tree.firstChild(node)));
    default:
      return NONE;
  }
}

/** The target behind another, or the first behind `NONE`. */
export function nextTarget(tree: SyntaxTree, assignment: Node, target: Node): Node {
  if (target === NONE && tree.kind(assignment) !== Kind.Assign) return tree.firstChild(assignment);
  if (tree.kind(assignment) !== Kind.Assign) return NONE;
  const next = target === NONE ? tree.firstChild(assignment) : tree.nextSibling(target);
  return next === tree.lastChild(assignment) ? NONE : next;
}

/** The first child of a kind, or `NONE`: `childOf(tree, definition, Kind.Block)` is its body. */
export function childOf(tree: SyntaxTree, node: Node, kind: Kind): Node {
  for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) {
    if (tree.kind(child) === kind) return child;
  }
  return NONE;
}

/** The statements of a definition or compound statement (of its first block), of a Block or of the module. */
export function bodyOf(tree: SyntaxTree, node: Node): Node[] {
  const kind = tree.kind(node);
  const block = kind === Kind.Block || kind === Kind.Module ? node : childOf(tree, node, Kind.Block);
  return block ? tree.children(block) : [];
}

/** What a ClassDef is derived from, keywords such as `metaclass` included. */
export function basesOf(tree: SyntaxTree, classDef: Node): Argument[] {
  const bases = childOf(tree, classDef, Kind.Bases);
  return bases ? callArguments(tree, bases) : [];
}

/** The expressions after the `@` of a definition, outermost first. */
export function decoratorsOf(tree: SyntaxTree, definition: Node): Node[] {
  const parent = tree.parent(definition);
  if (tree.kind(parent) !== Kind.Decorated) return [];
  return tree.children(parent).filter((child) => tree.kind(child) === Kind.Decorator).map((child) => tree.firstChild(child));
}

/** Whether a caller may leave out what a Parameter takes. */
export function hasDefault(tree: SyntaxTree, parameter: Node): boolean {
  const last = tree.kind(tree.lastChild(parameter));
  return last !== Kind.Identifier && last !== Kind.Annotation;
}

/** The parameters of a FunctionDef, AsyncFunctionDef or Lambda. */
export function parametersOf(tree: SyntaxTree, definition: Node): Parameter[] {
  const nodes = tree.children(childOf(tree, definition, Kind.Parameters));
  const slash = nodes.findIndex((node) => tree.kind(node) === Kind.PositionalOnlyMark);
  const star = nodes.findIndex((node) => tree.kind(node) === Kind.KeywordOnlyMark || tree.kind(node) === Kind.StarParameter);
  const parameters: Parameter[] = [];
  for (let place = 0; place < nodes.length; place++) {
    const parameter = parameterOf(tree, nodes[place]!, place < slash ? 'positional' : star >= 0 && place > star ? 'keyword' : 'either');
    if (parameter) parameters.push(parameter);
  }
  return parameters;
}

const PARAMETER_STARS: Partial<Record<Kind, 0 | 1 | 2>> = {
  [Kind.Parameter]: 0, [Kind.StarParameter]: 1, [Kind.DoubleStarParameter]: 2,
};

function parameterOf(tree: SyntaxTree, node: Node, passedBy: Parameter['passedBy']): Parameter | undefined {
  const stars = PARAMETER_STARS[tree.kind(node)];
  if (stars === undefined) return undefined;
  const second = tree.nextSibling(tree.firstChild(node));
  const isAnnotated = tree.kind(second) === Kind.Annotation;
  return {
    name: nameOf(tree, node), stars, annotation: isAnnotated ? tree.firstChild(second) : NONE, default: isAnnotated ? tree.nextSibling(second) : second, passedBy, node,
  };
}

/** The operator of a BinOp, AugAssign, UnaryOp, BoolOp or Comparison. */
export function operatorOf(tree: SyntaxTree, node: Node): Operator {
  return tree.data(node);
}

/** The class in whose body a statement stands, or `NONE`. */
export function classWith(tree: SyntaxTree, statement: Node): Node {
  const block = tree.parent(statement);
  return tree.kind(block) === Kind.Block && tree.kind(tree.parent(block)) === Kind.ClassDef ? tree.parent(block) : NONE;
}

/** The innermost statement that a node is of. */
export function statementOf(tree: SyntaxTree, node: Node): Node {
  let statement = node;
  while (tree.parent(statement) !== NONE && ![Kind.Block, Kind.Module].includes(tree.kind(tree.parent(statement)))) statement = tree.parent(statement);
  return statement;
}

/** The statement of the module that a node is of. */
export function topStatementOf(tree: SyntaxTree, node: Node): Node {
  let statement = node;
  for (let around = tree.parent(node); around !== tree.root && around !== NONE; around = tree.parent(around)) statement = around;
  return statement;
}

/** Whether something is a tuple or a list. */
export function isRow(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  return kind === Kind.Tuple || kind === Kind.List;
}

export function isDefinition(kind: Kind): boolean {
  return kind === Kind.FunctionDef || kind === Kind.AsyncFunctionDef || kind === Kind.ClassDef;
}

/** Whether a string documents a module, class or function: it is the first statement of its body. */
export function isDocstring(tree: SyntaxTree, node: Node): boolean {
  const statement = tree.parent(node);
  const body = tree.parent(statement);
  if (tree.kind(statement) !== Kind.ExprStatement || tree.firstChild(body) !== statement) return false;
  return tree.kind(body) === Kind.Module || (tree.kind(body) === Kind.Block && isDefinition(tree.kind(tree.parent(body))));
}
