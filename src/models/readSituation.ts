/**
 * What a file shows of the place an activation stands in: by what becomes of its values where they are followed, else by
 * what is plain to see around it. The rest stays unknown.
 */
import { frameworks } from '../frameworks/catalogue';
import type { Node, SyntaxTree } from '../python/syntax';
import { isOfInitialiser } from '../usages/ofInitialiser';
import type { Usage } from '../usages/usage';
import { architectureOf, normalisationOf } from './architecture';
import { constraintsOf } from './constraints';
import { depthOf } from './depth';
import type { Facts } from './facts';
import { followedSituation, isPassedOn, isScoring } from './followedSituation';
import { isOutsideFeedForward } from './feedForward';
import { endOfGenerator } from './generator';
import { lossByName, type LossFacts } from './lossByName';
import { endOfUntrained } from './lossElsewhere';
import { normalisationBeside } from './normalisation';
import { endingsOf, rangeOf } from './questions';
import { modelAround, nodeAt } from './region';
import { isCompared, isPicked, roleOf } from './role';
import { endOfPolicy, isOfPolicy } from './policy';
import { inCell } from './recurrentCell';
import { isOfClasses, isRouting } from './routing';
import type { Fact, LossInput, Situation } from './situation';
import { isCalledOtherwise, isOfNoUnits, isOfOwnActivation } from './noUnits';
import { isOfWeight } from './weights';

/** `usages` are all uses of the same text, which tell how deep the function is stacked. */
export function readSituation(tree: SyntaxTree, usage: Usage, usages: readonly Usage[], facts?: Facts): Situation {
  const node = nodeAt(tree, usage.span);
  const model = modelAround(tree, node);
  const followed = facts ? followedAt(tree, facts, usage, node) : {};
  const written = roleOf(tree, usage, node);
  const ended = facts && followed.role === undefined ? endOf(tree, usage, node, facts) : {};
  const role = ended.role ?? roleIn(tree, usage, node, roleAt(followed.role, isOutruled(tree, usage, facts, written) ? undefined : written));
  const beside = facts && normalisationBeside(tree, facts, usage);
  const isTrained = followed.role?.value === 'output';
  return {
    ...known('framework', frameworkOf(usage)),
    ...known('role', role),
    ...known('architecture', ended.architecture ?? (role?.value === 'hidden' ? architectureAt(tree, usage, architectureOf(tree, model, node), facts) : architectureOf(tree, model, node))),
    ...(ended.task ?? ended.lossInput ? asTrained(ended) : trainedFor(usage, isTrained ? asTrained(followed) : role?.value === 'output' && !isFedByOthers(facts) ? lossByName(tree) : {})),
    ...known('normalisation', beside === 'open' ? undefined : beside ?? normalisationOf(tree, model)),
    ...known('depth', deeper(followed.depth, depthOf(tree, usage, node, usages))),
    constraints: constraintsOf(tree, usage.framework, node),
  };
}

/** What is one of several to pick from has no place of its own. */
function followedAt(tree: SyntaxTree, facts: Facts, usage: Usage, node: Node): Partial<Situation> {
  return isPicked(tree, node) || isCompared(tree, usage, node) ? {} : followedSituation(tree, facts, usage);
}

function endOf(tree: SyntaxTree, usage: Usage, node: Node, facts: Facts): Pick<Situation, 'role' | 'architecture' | 'task' | 'lossInput'> {
  return inCell(tree, usage, node) ?? endOfGenerator(tree, usage, node, facts) ?? endOfPolicy(tree, usage, node, facts) ?? endOfUntrained(tree, usage, facts) ?? {};
}

/** A layer that reads the weights of an attention, as one that mixes its heads, makes them no hidden layer. */
function roleAt(followed: Situation['role'], written: Situation['role']): Situation['role'] {
  return followed === undefined || (followed.value === 'hidden' && written?.value === 'attention') ? written : followed;
}

/** What the text looks like is not said where the values are seen to go elsewhere. */
function isOutruled(tree: SyntaxTree, usage: Usage, facts: Facts | undefined, written: Situation['role']): boolean {
  if (facts === undefined) return false;
  return written?.value === 'output' ? isPassedOn(tree, facts, usage) : written?.value === 'hidden' && isScoring(tree, facts, usage);
}

/** A function of weights bends no value of the network, and shares that send samples to experts weigh nothing that is attended to. */
function roleIn(tree: SyntaxTree, usage: Usage, node: Node, role: Situation['role']): Situation['role'] {
  if (role !== undefined && isOfInitialiser(usage, tree.text)) return undefined;
  if ((role?.value === 'hidden' || role?.value === 'gate') && isOfOwnActivation(tree, node)) return undefined;
  if (role?.value === 'hidden' && (isOfWeight(tree, usage, node) || isOfNoUnits(tree, usage, node) || (role.sureness === 'likely' && isCalledOtherwise(tree, node)))) return undefined;
  if (role?.value === 'attention' && (isRouting(tree, node) || isOfPolicy(tree, node) || (role.sureness === 'likely' && isOfClasses(tree, node)))) return undefined;
  return role;
}

/** What was compared in the hidden layers of transformers was the function of their feed-forward part. */
function architectureAt(tree: SyntaxTree, usage: Usage, architecture: Situation['architecture'], facts: Facts | undefined): Situation['architecture'] {
  return architecture?.value === 'transformer' && facts && isOutsideFeedForward(tree, facts, usage) ? undefined : architecture;
}

/** Whether all losses of a file are seen to receive something: then they say nothing of what they do not receive. */
function isFedByOthers(facts: Facts | undefined): boolean {
  return facts !== undefined && facts.losses.length > 0 && facts.losses.every(({ input }) => endingsOf(input).every((ending) => ending !== undefined));
}

/**
 * A loss for any numbers does not say that there are such: an output that somebody keeps within bounds may have targets that are. One that is not seen to
 * receive the output, and would not take it, is more likely one of something else.
 */
function trainedFor(usage: Usage, { task, lossInput }: LossFacts): LossFacts {
  const range = rangeOf({ id: usage.activation, node: 0, usage });
  const isBounded = range !== undefined && (range.from > -Infinity || range.to < Infinity);
  if (lossInput !== undefined && lossInput.sureness !== 'read' && !isTaken(usage.activation, lossInput.value)) return {};
  const isOpen = task?.value === 'regression' ? isBounded : task?.value === 'binary' && usage.activation === 'softmax' && lossInput?.sureness !== 'read';
  return { ...known('task', isOpen ? undefined : task), ...known('lossInput', lossInput) };
}

function isTaken(id: string, input: LossInput): boolean {
  switch (input) {
    case 'logits': return !isShare(id) && id !== 'log-softmax';
    case 'log-probabilities': return !isShare(id);
    case 'probabilities': return isShare(id);
    case 'values':
    case 'elsewhere':
    case 'beside': return true;
  }
}

function isShare(id: string): boolean {
  return ['softmax', 'sigmoid', 'hard-sigmoid', 'softmin', 'sparsemax'].includes(id);
}

/** What was followed may have ended before a loop whose count is written. */
function deeper(followed: Fact<number> | undefined, written: Fact<number> | undefined): Fact<number> | undefined {
  return followed && written && written.value > followed.value ? written : followed ?? written;
}

function frameworkOf({ framework, certainty }: Usage): Fact<string> {
  const name = frameworks.find(({ id }) => id === framework)?.name ?? framework;
  return { value: name, sureness: certainty === 'resolved' ? 'read' : 'likely' };
}

/** What the training says of an output. */
function asTrained({ task, lossInput }: Pick<Situation, 'task' | 'lossInput'>): Pick<Situation, 'task' | 'lossInput'> {
  return { ...known('task', task), ...known('lossInput', lossInput) };
}

function known<K extends string, T>(key: K, fact: T | undefined): { [P in K]?: T } {
  return fact === undefined ? {} : ({ [key]: fact } as { [P in K]: T });
}
