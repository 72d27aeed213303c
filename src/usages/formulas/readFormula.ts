/** Reads an expression as steps: arithmetic, functions of arrays, named activations, and variables that stand for such. */
import { literalValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { attributeAt, isFilledBetween, isOwnAttribute, isRunBefore, isSure, reachingBinding, type Binding } from './bindings';
import { activationCalled, calleeAt, firstPart, functionCalled, lastPart, methodCalled, type Constant, type Workshop } from './callees';
import { Comprehended, comprehensions, readComprehension } from './comprehensions';
import { builtins, findPrimitive, isHandedOver } from './functions';
import { either, readBinary, readComparison, readUnary, where } from './operators';
import { importedConstant, isArithmetic, isParameterLike, isSmallNumberName, isTrained, keyOf, noNumbers } from './inputs';
import { isOfNumbers, turnedUnderSwitch } from './keptNumbers';
import { isWeight } from './learned';
import { readChanged } from './masked';
import { isMask, masksUnder } from './masks';
import { readActivation } from './readActivation';
import { readPrimitive } from './readPrimitive';
import { Steps, type StepIndex } from './steps';

export interface ReadFormula {
  readonly steps: Steps;
  readonly root: StepIndex;
  /** The expressions that variables stand for and that were looked into. */
  readonly followed: ReadonlySet<Node>;
  /** The packages whose functions are called. */
  readonly packages: ReadonlySet<string>;
}

/** Nobody nests a formula deeper, and a chain of a hundred thousand sums must not overflow the stack. */
const deepest = 30;
/** A number is written more briefly: `np.sqrt(2 / np.pi)`. */
const constantDepth = 7;
const constantStart = deepest - constantDepth + 1;
const mostReads = 200;
const mostFollowed = 12;

interface ReadExpression {
  /** Undefined where the expression is too long, or says something that no formula says. */
  readonly formula: ReadFormula | undefined;
  /** Whether following its variables may make another formula of it. */
  readonly hasMore: boolean;
}

export function readExpression(workshop: Workshop, node: Node, followVariables: boolean): ReadExpression {
  const reader = new Reader(workshop, followVariables);
  const root = reader.read(node, 0);
  const formula = root === undefined ? undefined : { steps: reader.steps, root, followed: reader.followed, packages: reader.packages };
  return { formula, hasMore: reader.hasMore };
}

function readConstant(workshop: Workshop, node: Node): Constant {
  const reader = new Reader(workshop, false);
  const value = reader.steps.numberAt(reader.read(node, constantStart));
  return { value, numbers: reader.steps.list.flatMap((step) => (step.kind === 'number' ? [step.value] : [])), packages: reader.packages };
}

export class Reader {
  readonly steps = new Steps();
  readonly followed = new Set<Node>();
  readonly packages = new Set<string>();
  /** Whether a variable was met that was not followed and could be. */
  hasMore = false;
  private reads = 0;
  /** The index whose elements an expression is of: `x[mask]` is then `x`. */
  private picking = '';
  private readonly comprehended = new Comprehended();
  private readonly tree: SyntaxTree;

  constructor(private readonly workshop: Workshop, private readonly followVariables: boolean) {
    this.tree = workshop.reading.tree;
  }

  read(node: Node, depth: number): StepIndex | undefined {
    if (node === NONE || depth > deepest || ++this.reads > mostReads) return undefined;
    switch (this.tree.kind(node)) {
      case Kind.Number:
      case Kind.True:
      case Kind.False:
        return this.literal(node);
      case Kind.Name:
        return this.variable(node, depth);
      case Kind.Attribute:
        return this.attribute(node, depth);
      case Kind.BinOp:
        return readBinary(this, this.tree, node, depth);
      case Kind.Assign:
      case Kind.AugAssign:
        return this.changed(node, depth);
      case Kind.UnaryOp:
        return readUnary(this, this.tree, node, depth);
      case Kind.Compare:
        return readComparison(this, this.tree, node, depth);
      case Kind.IfExp:
        return this.choice(node, depth);
      case Kind.Call:
        return this.call(node, depth);
      case Kind.Subscript:
        return this.part(node, depth);
      case Kind.NamedExpr:
        return this.read(this.tree.lastChild(node), depth + 1);
      default:
        if (comprehensions.has(this.tree.kind(node))) return readComprehension(this, this.comprehended, this.tree, node, depth);
        return noNumbers.has(this.tree.kind(node)) ? undefined : this.leaf(node);
    }
  }

  private literal(node: Node): StepIndex | undefined {
    const value = literalValue(this.tree, node);
    return typeof value === 'number' || typeof value === 'boolean' ? this.steps.number(Number(value)) : undefined;
  }

  leaf(node: Node): StepIndex | undefined {
    return this.steps.leaf({ node, key: keyOf(this.workshop, node), isTrained: isTrained(this.workshop, node), isMask: isMask(this.tree, node) });
  }

  private variable(node: Node, depth: number): StepIndex | undefined {
    const element = this.comprehended.elementAt(this.tree, node);
    if (element !== undefined) return element;
    const constant = importedConstant(this.workshop, node);
    if (constant !== undefined) return this.steps.number(constant);
    if (isSmallNumberName(nameOf(this.tree, node))) return this.steps.number(1e-9);
    if (isTrained(this.workshop, node)) return this.leaf(node);
    return this.bound(node, depth) ?? this.outerConstant(this.workshop.reading.names.valueOf(node), depth) ?? this.leaf(node);
  }

  /** What a variable surely is. */
  private bound(node: Node, depth: number): StepIndex | undefined {
    const { tree, workshop: { reading, bindings } } = this;
    const binding = reachingBinding(tree, reading.names, bindings, node);
    if (binding === undefined) return undefined;
    const { statement, value } = binding;
    if (tree.kind(tree.parent(binding.target)) === Kind.Subscript) return this.replacedIn(statement, node, depth);
    if (!isSure(tree, binding, node)) return this.maskedUnder(statement, node, depth) ?? this.turnedUnder(binding, node, depth);
    this.hasMore ||= !this.followVariables;
    if (isFilledBetween(reading, bindings, binding, node)) return this.leaf(node);
    if (tree.kind(statement) === Kind.AugAssign) return this.followVariables && this.followed.size < mostFollowed ? this.read(statement, depth + 1) : undefined;
    return this.followVariables && this.followed.size < mostFollowed ? this.following(this.withoutShape(value, node), depth) : this.outerConstant(value, depth);
  }

  /** `x = x.reshape(n, -1)` has the values that `x` had. */
  private withoutShape(value: Node, variable: Node): Node {
    const { tree } = this;
    const callee = tree.kind(value) === Kind.Call ? calleeOf(tree, value) : NONE;
    const receiver = tree.kind(callee) === Kind.Attribute && /^(reshape|view|contiguous)$/.test(nameOf(tree, callee)) ? tree.firstChild(callee) : NONE;
    return tree.kind(receiver) === Kind.Name && nameOf(tree, receiver) === nameOf(tree, variable) ? receiver : value;
  }

  /** `if mask is not None: e *= mask`, before which and after which it is the same where the mask lets it count. */
  private maskedUnder(statement: Node, node: Node, depth: number): StepIndex | undefined {
    if (!masksUnder(this.tree, statement, node)) return undefined;
    this.hasMore ||= !this.followVariables;
    const read = this.followVariables && this.followed.size < mostFollowed ? this.read(statement, depth + 1) : undefined;
    return read !== undefined && this.steps.isMasked(read) ? read : undefined;
  }

  /** A number that is given on a logarithmic scale or not, as a switch says. */
  private turnedUnder(binding: Binding, node: Node, depth: number): StepIndex | undefined {
    const before = turnedUnderSwitch(this.tree, binding, node);
    if (before === NONE) return undefined;
    this.hasMore ||= !this.followVariables;
    return this.followVariables ? this.steps.element('either', either, this.following(binding.value, depth), this.read(before, depth + 1)) : undefined;
  }

  /** What a variable is of which a part was replaced. */
  private replacedIn(statement: Node, node: Node, depth: number): StepIndex | undefined {
    this.hasMore ||= !this.followVariables;
    const mayFollow = this.followVariables && this.followed.size < mostFollowed && isRunBefore(this.tree, statement, node);
    return (mayFollow ? this.following(statement, depth) : undefined) ?? this.leaf(node);
  }

  private part(subscript: Node, depth: number): StepIndex | undefined {
    const { tree } = this;
    const isPicked = this.picking !== '' && tree.textOf(tree.lastChild(subscript)) === this.picking;
    return isPicked ? this.read(tree.firstChild(subscript), depth + 1) : this.passTotal(tree.firstChild(subscript), subscript, depth);
  }

  private changed(statement: Node, depth: number): StepIndex | undefined {
    return readChanged(this, this.tree, statement, (variable) => this.givenTo(variable), depth);
  }

  /** What a variable was given, where that is sure. */
  givenTo(variable: Node): Node {
    const binding = reachingBinding(this.tree, this.workshop.reading.names, this.workshop.bindings, variable);
    return binding !== undefined && isSure(this.tree, binding, variable) ? binding.value : NONE;
  }

  readPicked(index: Node, value: Node, depth: number): StepIndex | undefined {
    const outer = this.picking;
    this.picking = this.tree.textOf(index);
    const read = this.read(value, depth);
    this.picking = outer;
    return read;
  }

  readApplied(lambda: Node, parameter: string, step: StepIndex, depth: number): StepIndex | undefined {
    return this.comprehended.within({ comprehension: lambda, name: parameter, step }, () => this.read(this.tree.lastChild(lambda), depth));
  }

  private following(value: Node, depth: number): StepIndex | undefined {
    this.followed.add(value);
    return this.read(value, depth + 1);
  }

  /** A name that is bound once, outside, to a number. */
  private outerConstant(value: Node, depth: number): StepIndex | undefined {
    if (value === NONE || !isArithmetic(this.tree, value)) return undefined;
    if (depth < constantStart) return this.constant(value);
    const found = this.read(value, depth + 1);
    return this.steps.numberAt(found) === undefined ? undefined : found;
  }

  /** A variable is met again and again, and most of them are no numbers: its value is read once for all formulas. */
  private constant(node: Node): StepIndex | undefined {
    const { constants } = this.workshop;
    const known = constants.get(node) ?? readConstant(this.workshop, node);
    constants.set(node, known);
    for (const name of known.packages) this.packages.add(name);
    for (const number of known.numbers) this.steps.number(number);
    return known.value === undefined ? undefined : this.steps.number(known.value);
  }

  private attribute(node: Node, depth: number): StepIndex | undefined {
    const { tree, workshop: { reading } } = this;
    const constant = importedConstant(this.workshop, node);
    if (constant !== undefined) return this.steps.number(constant);
    const name = nameOf(tree, node);
    if (name === 'data') return this.read(tree.firstChild(node), depth + 1);
    if (name === 'T') return this.transposed(node, depth);
    if (name === 'values') return this.passTotal(tree.firstChild(node), node, depth);
    if (!isOwnAttribute(tree, node)) return this.leaf(node);
    if (isSmallNumberName(name)) return this.steps.number(1e-9);
    if (isWeight(this.workshop, node)) return this.leaf(node);
    return this.bound(node, depth) ?? this.outerConstant(attributeAt(reading, node), depth) ?? this.leaf(node);
  }

  /** What is computed of each value stays the same when it is turned for a division by rows; what a variable holds is then another input. */
  private transposed(node: Node, depth: number): StepIndex | undefined {
    const inner = this.read(this.tree.firstChild(node), depth + 1);
    return inner !== undefined && this.steps.list[inner]?.kind === 'element' ? inner : this.leaf(node);
  }

  /** Where the test is not of the input (`if self.inplace`), both branches have to compute the same. */
  private choice(node: Node, depth: number): StepIndex | undefined {
    const [body = NONE, test = NONE, orElse = NONE] = this.tree.children(node);
    return this.branch(test, this.read(body, depth + 1), this.read(orElse, depth + 1), depth);
  }

  branch(test: Node, body: StepIndex | undefined, orElse: StepIndex | undefined, depth: number): StepIndex | undefined {
    if (body === orElse) return body;
    if (this.tree.kind(test) !== Kind.Compare) return this.steps.element('either', either, body, orElse);
    return this.steps.element('where', where, this.read(test, depth + 1), body, orElse);
  }

  /** A sum or a number keeps its value when it is given another shape; anything else is then another input. */
  passTotal(inner: Node, whole: Node, depth: number): StepIndex | undefined {
    const kind = this.tree.kind(inner);
    if (![Kind.Call, Kind.Name, Kind.Attribute, Kind.Subscript, Kind.BinOp].includes(kind)) return this.leaf(whole);
    const found = this.read(inner, depth + 1);
    const step = found === undefined ? undefined : this.steps.list[found];
    const passes = step?.kind === 'leaf' ? isParameterLike(this.tree, step.leaf) : found !== undefined && (this.steps.isTotal(found) || isOfNumbers(this.tree, this.steps.list, found));
    return passes ? found : this.leaf(whole);
  }

  private call(node: Node, depth: number): StepIndex | undefined {
    const callee = calleeOf(this.tree, node);
    const given = callArguments(this.tree, node);
    if (given.some(({ stars }) => stars > 0)) return this.leaf(node);
    const known = activationCalled(this.workshop, callee, given);
    if (known) {
      for (const name of known.packages) this.packages.add(name);
      return readActivation(this, known, given[0]?.value ?? NONE, depth);
    }
    const own = functionCalled(this.workshop, callee, given);
    if (own) return this.steps.element(nameOf(this.tree, callee), own, this.read(given[0]?.value ?? NONE, depth + 1));
    const { primitive, name } = calleeAt(this.workshop, callee);
    if (primitive === undefined || name === undefined) return this.unimported(node, callee, given, depth);
    this.packages.add(firstPart(name));
    return readPrimitive(this, this.tree, { name: lastPart(name), primitive, node, given }, depth);
  }

  /** Functions of Python itself, and methods of arrays. */
  private unimported(node: Node, callee: Node, given: readonly Argument[], depth: number): StepIndex | undefined {
    const { tree, workshop: { reading } } = this;
    const name = nameOf(tree, callee);
    const primitive = findPrimitive(name);
    const method = primitive === undefined ? methodCalled(this.workshop, callee, given) : undefined;
    if (method) return readActivation(this, method, tree.firstChild(callee), depth);
    if (primitive === undefined || reading.names.qualifiedName(callee) !== undefined) return this.leaf(node);
    if (tree.kind(callee) === Kind.Name) {
      const isBuiltin = builtins.has(name) && !reading.names.definitionOf(callee) && !reading.names.valueOf(callee);
      return isBuiltin ? readPrimitive(this, tree, { name, primitive, node, given }, depth) : this.leaf(node);
    }
    const receiver = tree.kind(callee) === Kind.Attribute ? tree.firstChild(callee) : NONE;
    if (receiver === NONE || tree.textOf(receiver) === 'self' || reading.names.qualifiedName(receiver) !== undefined) return this.leaf(node);
    if (isHandedOver(tree, receiver)) return readPrimitive(this, tree, { name, primitive, node, given }, depth);
    if (tree.kind(receiver) === Kind.Attribute && nameOf(tree, receiver) === 'dtype') return this.read(given[0]?.value ?? NONE, depth + 1);
    const asFirst: Argument = { stars: 0, keyword: undefined, value: receiver, node: receiver };
    const methods = name === 'where' ? [given[0], asFirst, given[1]].flatMap((argument) => argument ?? []) : [asFirst, ...given];
    return readPrimitive(this, tree, { name, primitive, node, given: methods }, depth);
  }
}
