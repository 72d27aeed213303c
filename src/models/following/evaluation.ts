/** The state of following a file, and how it forks where the program does. */
import { findSymbol } from '../../frameworks/lookup';
import { nameRange, type Argument, type Parameter } from '../../python/parts';
import type { Names } from '../../python/names';
import type { Node, SyntaxTree } from '../../python/syntax';
import type { Usage } from '../../usages/usage';
import type {
  Application, Compilation, Context, Initialisation, LibraryCall, LossUse, MethodCall, Model, Way,
} from '../facts';
import { join } from '../join';
import { starredName } from './starred';
import {
  newSlots, type ClassValue, type Frame, type FunctionValue, type Instance, type Layer, type Library, type Optimiser, type PassedArgument, type Slots,
  type Value,
} from '../values';

/** What is followed: a text as it was read, and the activations in it. */
export interface FollowedText {
  readonly tree: SyntaxTree;
  readonly names: Names;
  readonly usages: readonly Usage[];
}

/** Facts while they are gathered. */
interface Gathered {
  readonly applications: Application[];
  readonly losses: LossUse[];
  readonly compilations: Compilation[];
  readonly layers: Layer[];
  readonly models: Model[];
  readonly optimisers: Optimiser[];
  readonly initialisations: Initialisation[];
  readonly libraryCalls: LibraryCall[];
  readonly methodCalls: MethodCall[];
}

interface Written {
  readonly slots: Slots;
  readonly key: string;
  readonly before: Value | undefined;
}

/** A call of a model that was followed, to be answered again without following it. */
interface RememberedCall {
  readonly passed: readonly PassedArgument[];
  readonly writes: number;
  readonly contexts: readonly Context[];
  readonly result: Value;
  /** What was applied on the way. */
  readonly applications: readonly Application[];
}

/** The same of a function: its result, if following it made nothing and wrote nothing that lasts. */
interface RememberedFunction {
  readonly self: Value | undefined;
  readonly passed: readonly PassedArgument[];
  readonly lastingWrites: number;
  readonly contexts: readonly Context[];
  readonly isOneOfSeveral: boolean;
  readonly result: Value;
}

export interface Evaluation {
  readonly tree: SyntaxTree;
  readonly names: Names;
  /** By where the name begins, and by where the string or formula begins. */
  readonly usageOfName: ReadonlyMap<number, Usage>;
  readonly usageOfExpression: ReadonlyMap<number, Usage>;
  readonly facts: Gathered;
  /** Every write since the file began, so that a branch can be taken back. */
  readonly trail: Written[];
  /** How often the slots of an object were written to. */
  readonly writesTo: Map<Slots, number>;
  readonly module: Frame;
  readonly classes: ClassValue[];
  readonly functions: FunctionValue[];
  readonly instances: Instance[];
  /** Definitions that were run. */
  readonly ran: Set<Node>;
  /** Models and containers that the program applies. */
  readonly applied: Set<Value>;
  /** Definitions that are running. */
  readonly running: Node[];
  /** The frames of the loops that run and are followed once, whatever the number of their rounds. */
  readonly loops: Frame[];
  /** What the file counts up, once that was asked for. */
  counters: ReadonlySet<string> | undefined;
  readonly remembered: Map<Instance, RememberedCall[]>;
  readonly rememberedFunctions: Map<Node, RememberedFunction[]>;
  /** Writes to anything that outlives a call. */
  lastingWrites: number;
  /** What is asked of a node again and again. */
  readonly argumentsOf: Map<Node, readonly Argument[]>;
  readonly parametersOf: Map<Node, readonly Parameter[]>;
  /** `null` for a name that nothing imports. */
  readonly libraryAt: Map<Node, Library | null>;
  readonly constantAt: Map<Node, Value>;
  /** Whether calls may get arguments from elsewhere, as the layers of slim do from `arg_scope`: a caller in another file may have opened one as well. */
  readonly hasArgumentScopes: boolean;
  /** How often a call was kept, so that one in many contexts does not fill the facts. */
  readonly kept: Map<Node, number>;
  readonly decorated: Map<Node, readonly Context[]>;
  contexts: readonly Context[];
  /** The branch that is taken, and how many branchings there were. */
  way: Way | undefined;
  branchings: number;
  /** Whether what runs is one of several things that a call may call. */
  isOneOfSeveral: boolean;
  steps: number;
  /** How far the steps may go: in all, and until what runs now is given up. */
  readonly mostSteps: number;
  limit: number;
  /** Whether anything was given up. */
  isCutShort: boolean;
  depth: number;
}

/** Work is bounded by the size of the file: a function is followed for each way it is called until this is spent. */
const stepsPerNode = 4;
const leastSteps = 5_000;
/** How deep expressions, statements and calls may nest inside each other. */
export const deepest = 200;

export function newEvaluation({ tree, names, usages }: FollowedText): Evaluation {
  const run = { node: tree.root, parent: undefined, self: undefined, depth: 0 };
  return {
    tree, names,
    usageOfName: new Map(usages.filter(({ form }) => form !== 'string' && form !== 'formula').map((usage) => [usage.span.start, usage])),
    usageOfExpression: new Map(usages.filter(({ form }) => form === 'string' || form === 'formula').map((usage) => [usage.expression.start, usage])),
    facts: {
      applications: [], losses: [], compilations: [], layers: [], models: [], optimisers: [], initialisations: [], libraryCalls: [], methodCalls: [],
    },
    trail: [], writesTo: new Map(),
    module: {
      kind: 'module', slots: newSlots(true), parent: undefined, node: tree.root, run, self: undefined, owner: undefined, returns: [],
      outer: undefined, isGenerator: false,
    },
    classes: [], functions: [], instances: [], ran: new Set(), applied: new Set(), running: [], loops: [], counters: undefined, remembered: new Map(), rememberedFunctions: new Map(), lastingWrites: 0,
    argumentsOf: new Map(), parametersOf: new Map(), libraryAt: new Map(), constantAt: new Map(), kept: new Map(), decorated: new Map(),
    hasArgumentScopes: /arg_?scope/.test(tree.text), contexts: [], way: undefined, branchings: 0, isOneOfSeveral: false, steps: 0, mostSteps: leastSteps + stepsPerNode * tree.root,
    limit: leastSteps + stepsPerNode * tree.root, isCutShort: false, depth: 0,
  };
}

export function isExhausted(evaluation: Evaluation): boolean {
  return evaluation.steps > evaluation.limit;
}

/**
 * Runs something of its own, a class or a function that nothing calls, with half of what is left, so that one that is
 * too much does not silence the others.
 */
export function runApart(evaluation: Evaluation, run: () => void): void {
  const left = evaluation.mostSteps - evaluation.steps;
  evaluation.limit = evaluation.steps + Math.max(0, left) / 2;
  run();
  evaluation.isCutShort ||= isExhausted(evaluation);
  evaluation.limit = evaluation.mostSteps;
}

/** The activation that a Name or Attribute is. What is only called like one, by an import that leads elsewhere, is unknown. */
export function usageAt(evaluation: Evaluation, node: Node): Usage | undefined {
  const { tree, usageOfName } = evaluation;
  const usage = usageOfName.get(nameRange(tree, node)?.start ?? -1);
  if (usage === undefined || usage.form === 'instance') return undefined;
  const isGuess = usage.certainty === 'inferred' && (usage.form === 'function' || usage.form === 'module');
  return isGuess && !isOfFramework(evaluation, node) ? undefined : usage;
}

/** The same where a value tells what the name is: `F.softmax` of an F that is followed. */
export function usageOfSymbol(evaluation: Evaluation, node: Node, name: string): Usage | undefined {
  const { tree, usageOfName } = evaluation;
  const known = usageAt(evaluation, node);
  const guessed = known === undefined ? usageOfName.get(nameRange(tree, node)?.start ?? -1) : undefined;
  return guessed?.form === 'function' && findSymbol(name) !== undefined ? guessed : known;
}

function isOfFramework(evaluation: Evaluation, node: Node): boolean {
  const { tree, names } = evaluation;
  const name = names.qualifiedName(node);
  return (name === undefined ? [...names.starNames(node), starredName(tree, names, node) ?? ''] : [name]).some((each) => findSymbol(each) !== undefined);
}

const mostKept = 4;

/** Whether a call at a node is to be kept among the facts once more. */
export function isKept(evaluation: Evaluation, node: Node): boolean {
  const times = evaluation.kept.get(node) ?? 0;
  if (times >= mostKept || isExhausted(evaluation)) return false;
  evaluation.kept.set(node, times + 1);
  return true;
}

export function write(evaluation: Evaluation, slots: Slots, key: string, value: Value): void {
  evaluation.trail.push({ slots, key, before: slots.values.get(key) });
  slots.values.set(key, value);
  if (slots.isLocal && slots !== evaluation.module.slots) return;
  evaluation.writesTo.set(slots, (evaluation.writesTo.get(slots) ?? 0) + 1);
  evaluation.lastingWrites++;
}

/** Forgets the writes since `from` to the variables of a call that has ended: no branch needs to take them back. */
export function forget({ trail }: Evaluation, from: number, slots: Slots): void {
  let kept = from;
  for (let place = from; place < trail.length; place++) {
    const written = trail[place]!;
    if (written.slots !== slots) trail[kept++] = written;
  }
  trail.length = kept;
}

type Writes = ReadonlyMap<Slots, Map<string, Value | undefined>>;

const noWrites: Writes = new Map();

/**
 * Runs each path from the state that is now, and goes on with what is true after any of them. A path says whether it
 * reaches its end; one that returns or raises leaves nothing behind but what it wrote to objects. Says whether any does.
 */
export function fork(evaluation: Evaluation, paths: readonly (() => boolean)[]): boolean {
  const from = evaluation.trail.length;
  const branching = ++evaluation.branchings;
  const outcomes = paths.map((path, place) => ({ goesOn: takeWay(evaluation, branching, place, path), writes: takeBack(evaluation, from) }));
  if (outcomes.every(({ writes }) => writes === noWrites)) return outcomes.some(({ goesOn }) => goesOn);
  const written = new Map<Slots, Set<string>>();
  for (const { writes } of outcomes) {
    for (const [slots, keys] of writes) {
      const all = written.get(slots) ?? new Set();
      for (const key of keys.keys()) all.add(key);
      written.set(slots, all);
    }
  }
  for (const [slots, keys] of written) {
    const telling = outcomes.filter(({ goesOn }) => goesOn || !slots.isLocal);
    for (const key of keys) joinOutcomes(evaluation, slots, key, telling.map(({ writes }) => writes));
  }
  return outcomes.some(({ goesOn }) => goesOn);
}

function takeWay(evaluation: Evaluation, branching: number, place: number, path: () => boolean): boolean {
  const outer = evaluation.way;
  const way: Way = { branching, place, outer, goesOn: true };
  evaluation.way = way;
  way.goesOn = path();
  evaluation.way = outer;
  return way.goesOn;
}

function joinOutcomes(evaluation: Evaluation, slots: Slots, key: string, outcomes: readonly Writes[]): void {
  const before = slots.values.get(key);
  const values = outcomes.map((writes) => {
    const own = writes.get(slots);
    return own?.has(key) === true ? own.get(key) : before;
  }).filter((value) => value !== undefined);
  const [first, ...others] = values;
  if (first !== undefined) write(evaluation, slots, key, others.reduce(join, first));
}

/** Undoes the writes since `from` and gives what they had come to. */
function takeBack({ trail }: Evaluation, from: number): Writes {
  if (trail.length === from) return noWrites;
  const writes = new Map<Slots, Map<string, Value | undefined>>();
  for (let place = trail.length - 1; place >= from; place--) {
    const { slots, key } = trail[place]!;
    const own = writes.get(slots) ?? new Map<string, Value | undefined>();
    if (!own.has(key)) own.set(key, slots.values.get(key));
    writes.set(slots, own);
  }
  for (let place = trail.length - 1; place >= from; place--) {
    const { slots, key, before } = trail[place]!;
    if (before === undefined) slots.values.delete(key);
    else slots.values.set(key, before);
  }
  trail.length = from;
  return writes;
}
