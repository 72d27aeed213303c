/**
 * Activations that are written by hand: formulas (`x * torch.sigmoid(x)`), and uses of classes and functions of the same
 * file that implement one (`Swish()`).
 *
 * The search begins at functions and comparisons of which formulas are made and climbs to the whole expression, so that a
 * file without them costs one look at each name.
 */
import type { Activation } from '../../activations/activation';
import { isKnownName } from '../../frameworks/lookup';
import { callArguments, calleeOf, nameOf, topStatementOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { askedOnce, wordsOf, type Word, type Words } from '../../python/words';
import { spanOf, type Reading } from '../reading';
import type { Usage, UsageParameter } from '../usage';
import { classAround } from './bindings';
import { activationCalled, calleeAt } from './callees';
import { Carriers } from './carriers';
import { countedOnce, type FormulasWithin, type FoundFormula } from './countedOnce';
import { givesWhole } from './comprehensions';
import { computes, isCredible, isOfArrays } from './credible';
import { areInputsOfGate, type Definitions } from './definitions';
import { isForeign, isMeant, isOfDerivative } from './evidence';
import { findPrimitive, operatorFunctions } from './functions';
import { findLocalUse } from './localUses';
import { isOrdering } from './operators';
import { isContinuation, isContinued, maskedAssignment } from './masked';
import { isMask } from './masks';
import { frameworkOf } from './origin';
import { ownSymbolsOf } from './ownSymbols';
import { placeOf } from './place';
import { readExpression, type ReadFormula } from './readFormula';
import { recognise, type Recognised } from './recognise';
import { comparingKinds, expressionKinds, isSeedName, operatorKinds, rootKinds } from './seeds';
import { surroundingsOf } from './surroundings';

export function findFormulas(reading: Reading): Usage[] {
  return countedOnce([new FormulaSearch(reading).within(1, reading.tree.root)]);
}

/** Goes through the stretches of a text in their order. */
export class FormulaSearch {
  private readonly carriers = new Carriers();
  private readonly isImplementer: (word: Word) => boolean;

  constructor(private readonly reading: Reading) {
    const names = reading.locals.implementers;
    this.isImplementer = askedOnce(wordsOf(reading.tree), (name) => names.has(name));
  }

  within(first: Node, last: Node): FormulasWithin {
    const { tree, locals } = this.reading;
    const words = wordsOf(tree);
    const search = new Search(this.reading, this.carriers);
    for (let node = first; node <= last; node++) {
      search.visit(node);
      const kind = tree.kind(node);
      if (locals.implementers.size > 0 && (kind === Kind.Name || kind === Kind.Attribute) && this.isImplementer(words.at(node))) search.visitLocal(node);
    }
    return search.found();
  }

  /** Passes a stretch of which it is known what it carries. */
  pass({ carried }: FormulasWithin): void {
    for (const word of carried) this.carriers.add(word, this.reading.tree.root);
  }
}

interface FoundRecognised {
  readonly recognised: Recognised;
  readonly followed: ReadonlySet<Node>;
  readonly packages: ReadonlySet<string>;
}

class Search {
  private readonly formulas: FoundFormula[] = [];
  private readonly uses: Usage[] = [];
  private readonly followed = new Set<Node>();
  private readonly tried = new Set<Node>();
  private readonly carried = new Set<Word>();
  private readonly tree: SyntaxTree;
  private readonly words: Words;
  private readonly isSeedWord: (word: Word) => boolean;

  constructor(private readonly reading: Reading, private readonly carriers: Carriers) {
    this.tree = reading.tree;
    this.words = wordsOf(reading.tree);
    this.isSeedWord = this.words.answersTo(isSeedName);
  }

  found(): FormulasWithin {
    return { formulas: this.formulas, uses: this.uses, followed: [...this.followed], carried: [...this.carried] };
  }

  visitLocal(node: Node): void {
    const usage = findLocalUse(this.reading, node);
    if (usage) this.uses.push(usage);
  }

  visit(node: Node): void {
    const masked = maskedAssignment(this.tree, node);
    if (masked && !isContinued(this.tree, node, masked)) this.tryFormula(node);
    if (!this.isSeed(node)) return;
    const way = this.wayUp(node);
    this.carry(way.at(-1) ?? node);
    if (node <= (this.formulas.at(-1)?.node ?? NONE)) return;
    for (let level = way.length - 1; level >= 0; level--) {
      if (this.tryFormula(way[level] ?? NONE)) return;
    }
  }

  private get definitions(): Definitions {
    return ownSymbolsOf(this.reading).definitions;
  }

  private isSeed(node: Node): boolean {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.Name:
      case Kind.Attribute:
        return this.reading.locals.known[node] === 1 || this.isSeedNamed(node, this.words.at(node));
      case Kind.Compare:
        return comparingKinds[tree.kind(tree.parent(node))] === 1 && isOrdering(tree, node);
      default:
        return false;
    }
  }

  private isSeedNamed(node: Node, word: Word): boolean {
    return this.isSeedWord(word) || this.carriers.carry(word, node) || (this.tree.kind(node) === Kind.Attribute && this.words.spelled[word] === 'e');
  }

  /** The expressions around a seed that may be a formula, the smallest first. */
  private wayUp(seed: Node): Node[] {
    const { tree } = this;
    const way: Node[] = [];
    let node = seed;
    for (let level = 0; level < mostLevels; level++) {
      const kind = tree.kind(node);
      if (rootKinds[kind] === 1 && (kind !== Kind.Call || this.mayCompute(node))) way.push(node);
      const parent = tree.parent(node);
      if (expressionKinds[tree.kind(parent)] !== 1 || !this.goesOn(node, parent)) break;
      node = parent;
    }
    return way;
  }

  /** An argument of a call that no formula is made of is where a formula ends. */
  private goesOn(node: Node, parent: Node): boolean {
    const { tree } = this;
    if (tree.end(parent) - tree.start(parent) > longest) return false;
    if (tree.kind(parent) === Kind.Subscript) return tree.firstChild(parent) === node;
    if (tree.kind(parent) !== Kind.Call || calleeOf(tree, parent) === node) return true;
    return this.mayCompute(parent);
  }

  /** Whether a call may be a part of a formula. */
  private mayCompute(call: Node): boolean {
    const name = nameOf(this.tree, calleeOf(this.tree, call));
    return findPrimitive(name) !== undefined || isKnownName(name);
  }

  private carry(node: Node): void {
    const { tree } = this;
    const parent = tree.parent(node);
    const target = tree.firstChild(parent);
    const isValue = tree.kind(parent) === Kind.Assign || tree.kind(parent) === Kind.NamedExpr;
    if (!isValue || tree.lastChild(parent) !== node || (tree.kind(node) === Kind.Compare && !isMask(tree, target))) return;
    const isOfModule = this.reading.names.enclosingDefinition(target) === NONE;
    this.carriers.add(this.words.at(target), isOfModule ? tree.root : topStatementOf(tree, target));
    if (isOfModule) this.carried.add(this.words.at(target));
  }

  /** A call of a framework's own function, or of what holds one, is a reference, whatever stands in its brackets. */
  private isReference(node: Node): boolean {
    const { tree, definitions: { workshop } } = this;
    if (tree.kind(node) !== Kind.Call) return false;
    const callee = calleeOf(tree, node);
    return methods.test(nameOf(tree, callee)) || calleeAt(workshop, callee).symbol !== undefined
      || activationCalled(workshop, callee, callArguments(tree, node)) !== undefined;
  }

  private tryFormula(node: Node): boolean {
    if (this.tried.has(node)) return false;
    this.tried.add(node);
    const operations = this.operationsIn(node);
    // One call alone is no formula without a number (`max(0, x)`), and one operator, or what does the same, is one only of what its variables hold.
    if (operations === 0 || (operations === 1 && this.tree.kind(node) === Kind.Call && !this.isOperator(node) && !this.givesAll(node))) return false;
    if (this.isReference(node)) return false;
    const found = this.recognised(node, operations > 1 && !isContinuation(this.tree, node));
    if (found === undefined) return false;
    for (const value of found.followed) this.followed.add(value);
    // What is replaced in place with a formula is one with it.
    if (this.tree.kind(node) === Kind.Assign) this.followed.add(this.tree.lastChild(node));
    this.formulas.push({ node, usage: formulaUsage(this.reading, node, found.recognised, found.packages) });
    return true;
  }

  /** `tf.multiply(x, gate)` */
  private isOperator(call: Node): boolean {
    return operatorFunctions.has(nameOf(this.tree, calleeOf(this.tree, call)));
  }

  /** Whether a function of the file gives an activation back by it: `return np.maximum(x, zeros)`. */
  private givesAll(node: Node): boolean {
    const { tree, reading: { names }, definitions } = this;
    return tree.kind(tree.parent(node)) === Kind.Return && definitions.find(names.enclosingDefinition(node)) !== undefined;
  }

  /** How many operators, numbers, and calls that a formula may have stand inside a node, counted up to two. */
  private operationsIn(node: Node): number {
    let count = 0;
    for (let inside = this.tree.firstInside(node); inside <= node && count < 2; inside++) {
      const kind = this.tree.kind(inside);
      if (operatorKinds[kind] === 1 || (kind === Kind.Call && this.mayCompute(inside))) count++;
    }
    return count;
  }

  /** As the expression stands, where it does something by itself; else with what its variables hold. */
  private recognised(node: Node, mayStandAlone: boolean): FoundRecognised | undefined {
    const { workshop } = this.definitions;
    const alone = readExpression(workshop, node, false);
    const found = mayStandAlone ? this.recognisedAs(node, alone.formula, alone.formula) : undefined;
    return found ?? (alone.hasMore ? this.recognisedAs(node, readExpression(workshop, node, true).formula, alone.formula)
      : mayStandAlone ? undefined : this.recognisedAs(node, alone.formula, alone.formula));
  }

  private recognisedAs(node: Node, read: ReadFormula | undefined, alone: ReadFormula | undefined): FoundRecognised | undefined {
    const { reading, definitions: { workshop } } = this;
    // What only passes a variable on, which holds the formula, is none.
    if (read === undefined || alone === undefined) return undefined;
    const isNotOurs = isForeign(reading, read.packages);
    // Told before it is found out what it computes: a text of symbolic mathematics has thousands of formulas.
    if (isNotOurs && this.implementedAround(node).length === 0) return undefined;
    const formula = { steps: read.steps.list, root: read.root };
    const around = surroundingsOf(workshop);
    const recognised = recognise({ ...around, areBranches: (a, b) => around.areBranches(a, b) || areInputsOfGate(this.definitions, reading.names.enclosingDefinition(node), [a, b]) }, formula);
    if (recognised === undefined || !isCredible(formula, recognised) || !givesWhole(this.tree, node, recognised.activation)) return undefined;
    const ofItself = { steps: alone.steps.list, root: alone.root };
    if (!computes(ofItself, recognised.activation.id)) return undefined;
    if (!this.implementedAround(node).includes(recognised.activation) && (isNotOurs || !isMeant(reading, recognised, placeOf(reading, node), isOfArrays(ofItself, alone.packages)))) return undefined;
    return { recognised, followed: read.followed, packages: read.packages };
  }

  /** What the function and the class around a formula compute: one that computes the same is all that they do. */
  private implementedAround(node: Node): Activation[] {
    const { names } = this.reading;
    const around = names.enclosingDefinition(node);
    // What goes back through a layer is often written as what goes forwards.
    if (isOfDerivative(nameOf(this.tree, around))) return [];
    return [around, classAround(this.tree, names, node)].flatMap((definition) => this.definitions.find(definition)?.activation ?? []);
  }
}

/** Functions and methods of arrays that are an activation by themselves: `(a / b).sigmoid()`. */
const methods = /^(sigmoid|expit|logistic|tanh|erf|softplus|relu|relu6|softmax|log_softmax|gelu|silu)_?$/;

/** Longer expressions are no formulas. */
const longest = 600;
const mostLevels = 12;

/** Symbols are shown in lists. */
const longestSymbol = 60;

function formulaUsage(reading: Reading, node: Node, recognised: Recognised, packages: ReadonlySet<string>): Usage {
  const { tree, names } = reading;
  const text = tree.textOf(node).replace(/\s+/g, ' ');
  const span = spanOf(tree, node);
  return {
    activation: recognised.activation.id,
    framework: frameworkOf(reading, packages),
    symbol: text.length > longestSymbol ? `${text.slice(0, longestSymbol - 1)}…` : text,
    form: 'formula',
    certainty: 'hand-written',
    parameters: parametersOfFormula(recognised),
    span,
    expression: span,
    scope: names.scopePath(node),
  };
}

function parametersOfFormula({ activation, parameters }: Recognised): UsageParameter[] {
  return Object.entries(activation.parameters).map(([name, parameter]) => {
    const value = parameters[name];
    if (value === undefined || value === null) return { name, value: parameter.default, source: 'unknown' };
    return { name, value, source: value === parameter.default ? 'default' : 'written' };
  });
}

