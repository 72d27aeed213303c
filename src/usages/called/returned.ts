/**
 * What a call of the file's own function gives, where that is an activation: `get_activation("relu")`, `default_act()`. The function
 * is gone through with what the call passes; where a test is not known, both of its branches count, and all have to agree.
 */
import { assignmentOf, callArguments, calleeOf, childOf, decoratorsOf, nameOf, parametersOf, type Argument, type Parameter } from '../../python/parts';
import { literalValue } from '../../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { valueOfAttribute } from '../holding/attributes';
import { agreed, uncertain, type Hold, type Holding } from '../holding/holding';
import { mayHold } from '../locals/locals';
import { noteCircle, type Reading } from '../reading';
import { literalIn, literalPassed, outsideOf, unknownValue, type Frame, type Value } from './frame';
import { truthIn, type Truth } from './truth';

interface Returned {
  readonly holding: Holding;
  /** The arguments that the answer depends on. */
  readonly asked: readonly Passed[];
}

/** Functions that call one another are followed so far. */
const deepest = 4;

/** One of several that a function returns together: `act, init = get_act()`. */
interface Part {
  readonly place: number;
  /** What stands there in what is returned. */
  readonly of: (within: Reading, returned: Node) => Holding;
}

export function returnedBy(reading: Reading, call: Node, hold: Hold, part?: Part): Returned | undefined {
  const callee = calleeOf(reading.tree, call);
  if (!mayHold(reading, callee)) return undefined;
  if ((reading.frame?.depth ?? 0) >= deepest) {
    reading.tree.dependencies?.bindToOrder(call);
    return undefined;
  }
  const definition = functionOf(reading, callee);
  return definition === NONE ? undefined : returnedFrom(reading, definition, callArguments(reading.tree, call), hold, part);
}

/** What a method gives that is asked for as an attribute: `@property`. */
export function givenByProperty(reading: Reading, definition: Node, hold: Hold): Holding {
  return returnedFrom(reading, definition, [], hold).holding;
}

/** The FunctionDef that a Name or an Attribute of `self` is. */
function functionOf(reading: Reading, callee: Node): Node {
  const { tree, names } = reading;
  if (tree.kind(callee) === Kind.Name) return tree.kind(names.definitionNamed(callee)) === Kind.FunctionDef ? names.definitionOf(callee) : NONE;
  const given = tree.kind(callee) === Kind.Attribute ? valueOfAttribute(reading, callee) : NONE;
  return tree.kind(given) === Kind.FunctionDef ? given : NONE;
}

/** What a parameter gets in a call. */
interface Passed extends Value {
  readonly parameter: Parameter;
  /** Missing where it is its default. */
  readonly argument: Argument | undefined;
}

function returnedFrom(reading: Reading, definition: Node, written: readonly Argument[], hold: Hold, part?: Part): Returned {
  const passed = passedTo(reading, definition, written, hold);
  // What a function reads of one around it depends on whether a call of that is gone through.
  const isWithinCall = reading.frame !== undefined && reading.tree.kind(reading.names.enclosingDefinition(definition)) === Kind.FunctionDef;
  const isPlain = !isWithinCall && passed.every(({ holding }) => holding === undefined || holding === 'nothing');
  const key = `${definition} ${part ? `at ${part.place} ` : ''}${passed.map(({ literal }) => (literal === undefined ? '?' : JSON.stringify(literal))).join()}`;
  const known = isPlain ? reading.shared.returned.get(key) : undefined;
  if (known) noteCircle(reading, key, definition);
  if (known) return { ...known, asked: passed.filter(({ parameter }) => known.asked.includes(parameter.node)) };
  // A function that calls itself adds nothing to itself.
  if (isPlain) reading.shared.returned.set(key, { holding: undefined, asked: [] });
  reading.shared.open.push(key);
  const frame: Frame = {
    outside: outsideOf(reading),
    passed: new Map(passed.map(({ parameter, literal, holding }) => [parameter.node, { literal, holding }])),
    variables: new Map(), asked: new Set(), assumed: new Set(),
    depth: (reading.frame?.depth ?? 0) + 1,
  };
  const inner: Reading = { ...reading, frame, variables: new Map() };
  const result = new Run(inner, (node) => hold(node, inner), (node) => (part ? part.of(inner, node) : hold(node, inner))).result(childOf(reading.tree, definition, Kind.Block));
  const holding = frame.assumed.size > 0 ? uncertain(result) : result;
  reading.shared.open.pop();
  const asked = [...frame.asked];
  if (isPlain) reading.shared.returned.set(key, { holding, asked });
  return { holding, asked: passed.filter(({ parameter }) => asked.includes(parameter.node)) };
}

/** What each parameter gets: the argument of its name or place, else its default. */
function passedTo(reading: Reading, definition: Node, written: readonly Argument[], hold: Hold): Passed[] {
  const { tree } = reading;
  const parameters = parametersOf(tree, definition).filter((parameter, place) => place > 0 || !takesSelf(tree, definition, parameter));
  const hasStars = written.some(({ stars }) => stars > 0);
  return parameters.map((parameter, place): Passed => {
    const argument = parameter.stars > 0 ? undefined
      : written.find(({ keyword }) => keyword === parameter.name) ?? (written[place]?.keyword === undefined && written[place]?.stars === 0 ? written[place] : undefined);
    if (argument) return { parameter, argument, ...literalPassed(reading, argument.value), holding: hold(argument.value) };
    if (hasStars || parameter.stars > 0 || !parameter.default) return { parameter, argument, ...unknownValue };
    return { parameter, argument, literal: literalValue(tree, parameter.default), holding: hold(parameter.default) };
  });
}

function takesSelf(tree: SyntaxTree, definition: Node, { name }: Parameter): boolean {
  return /^(self|cls|mcs)$/.test(name) && !decoratorsOf(tree, definition).some((decorator) => nameOf(tree, decorator) === 'staticmethod');
}

/** Nobody's lookup is longer. */
const mostStatements = 200;

/** A way through the statements of a function. */
class Run {
  private readonly returned: Holding[] = [];
  private statements = 0;
  private readonly tree: SyntaxTree;
  private variables: Map<object, Value>;

  constructor(private readonly reading: Reading, private readonly hold: Hold, private readonly given: (returned: Node) => Holding) {
    this.tree = reading.tree;
    this.variables = reading.frame?.variables ?? new Map<object, Value>();
  }

  result(block: Node): Holding {
    const isOver = this.block(block);
    if (this.statements > mostStatements) return undefined;
    // What only raises gives nothing either.
    return agreed(this.reading, isOver && this.returned.length > 0 ? this.returned : [...this.returned, 'nothing']);
  }

  /** Goes through statements; true where none behind them is reached. */
  private block(block: Node): boolean {
    for (let statement = this.tree.firstChild(block); statement; statement = this.tree.nextSibling(statement)) {
      if (++this.statements > mostStatements || this.statement(statement)) return true;
    }
    return false;
  }

  private statement(statement: Node): boolean {
    const { tree } = this;
    switch (tree.kind(statement)) {
      case Kind.Return:
        this.returned.push(tree.firstChild(statement) ? this.given(tree.firstChild(statement)) : 'nothing');
        return true;
      case Kind.Raise:
        return true;
      case Kind.Assign:
      case Kind.AnnAssign:
        this.assign(statement);
        return false;
      case Kind.If:
        return this.branches(tree.children(statement));
      case Kind.With:
        return this.block(tree.lastChild(statement));
      case Kind.Match:
        return this.cases(tree.children(statement));
      case Kind.Try:
        return this.attempt(tree.children(statement));
      case Kind.For:
      case Kind.While:
        this.giveUp(statement);
    }
    return false;
  }

  private assign(statement: Node): void {
    const { targets, value } = assignmentOf(this.tree, statement) ?? { targets: [], value: NONE };
    for (const target of value === NONE ? [] : targets) this.bind(target, { literal: literalIn(this.reading, value), holding: this.hold(value) });
  }

  private bind(target: Node, value: Value): void {
    if (this.tree.kind(target) === Kind.Name) this.variables.set(this.reading.names.bindingsOf(target), value);
  }

  /** A test, its block, and the clauses behind. */
  private branches([test = NONE, block = NONE, ...clauses]: readonly Node[]): boolean {
    return this.either(truthIn(this.reading, test), () => this.block(block), () => this.otherwise(clauses));
  }

  private otherwise([clause = NONE, ...others]: readonly Node[]): boolean {
    switch (this.tree.kind(clause)) {
      case Kind.ElifClause:
        return this.branches([...this.tree.children(clause), ...others]);
      case Kind.ElseClause:
        return this.block(this.tree.firstChild(clause));
      default:
        return false;
    }
  }

  private cases([subject = NONE, ...cases]: readonly Node[]): boolean {
    const [first, ...others] = cases;
    if (first === undefined) return false;
    const [pattern = NONE] = this.tree.children(first);
    return this.either(this.fits(subject, pattern), () => this.block(this.tree.lastChild(first)), () => this.cases([subject, ...others]));
  }

  private fits(subject: Node, pattern: Node): Truth {
    const { tree } = this;
    if (tree.kind(tree.nextSibling(pattern)) === Kind.Guard) return undefined;
    switch (tree.kind(pattern)) {
      case Kind.MatchWildcard:
        return true;
      case Kind.MatchOr: {
        const fitting = tree.children(pattern).map((each) => this.fits(subject, each));
        return fitting.includes(true) ? true : fitting.includes(undefined) ? undefined : false;
      }
      case Kind.MatchValue: {
        const [is, wanted] = [literalIn(this.reading, subject), literalIn(this.reading, tree.firstChild(pattern))];
        return is === undefined || wanted === undefined ? undefined : is === wanted;
      }
      default:
        return undefined;
    }
  }

  /** Whatever fails goes on in a clause. */
  private attempt([block = NONE, ...clauses]: readonly Node[]): boolean {
    const handlers = clauses.filter((clause) => this.tree.kind(clause) === Kind.ExceptClause);
    return handlers.reduce<() => boolean>((before, handler) => () => this.either(undefined, before, () => this.block(this.tree.lastChild(handler))), () => this.block(block))();
  }

  private either(truth: Truth, yes: () => boolean, no: () => boolean): boolean {
    if (truth !== undefined) return truth ? yes() : no();
    const before = new Map(this.variables);
    const isYesOver = yes();
    const after = new Map(this.variables);
    this.restore(before);
    const isNoOver = no();
    if (isNoOver) this.restore(after);
    else if (!isYesOver) this.merge(after);
    return isYesOver && isNoOver;
  }

  private restore(variables: ReadonlyMap<object, Value>): void {
    this.variables.clear();
    for (const [bindings, value] of variables) this.variables.set(bindings, value);
  }

  private merge(others: ReadonlyMap<object, Value>): void {
    for (const bindings of new Set([...this.variables.keys(), ...others.keys()])) {
      const [one, other] = [this.variables.get(bindings), others.get(bindings)];
      if (one === other) continue;
      const holding = one && other ? uncertain(agreed(this.reading, [one.holding, other.holding])) : undefined;
      this.variables.set(bindings, { literal: one?.literal === other?.literal ? one?.literal : undefined, holding });
    }
  }

  /** What a loop binds or returns is not known. */
  private giveUp(loop: Node): void {
    const { tree } = this;
    for (let inside = tree.firstInside(loop); inside < loop; inside++) {
      const kind = tree.kind(inside);
      if (kind === Kind.Return) this.returned.push(undefined);
      if (kind === Kind.Assign || kind === Kind.AugAssign || kind === Kind.AnnAssign) for (const target of assignmentOf(tree, inside)?.targets ?? []) this.bind(target, unknownValue);
    }
  }
}
