/**
 * What the program does with the values of an activation, as far as it is followed: more than what the text around it
 * looks like, which `readSituation` goes by for the rest.
 */
import type { Node, SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { modelsEndingWith } from './endings';
import type { Application, Facts, LossUse, Model } from './facts';
import { isNeverTrained } from './graphs';
import { givesToOther, innerRoleOf, roleSeen, scoresAttention } from './innerRole';
import { valuesOf } from './join';
import { tasks } from './lossByName';
import { takenByWrittenLoss } from './writtenLoss';
import { areExclusive, classesOf, consumersOf, endingsOf, partsOf, shortName } from './questions';
import { readingScores } from './readScores';
import { evidenceAt } from './region';
import { isAmbiguous } from './role';
import { isUse } from './stack';
import type { Fact, Role, Situation, Task } from './situation';
import type { Run } from './values';
import type { LossTask } from './vocabulary/vocabulary';

export function followedSituation(tree: SyntaxTree, facts: Facts, usage: Usage): Partial<Situation> {
  const applications = facts.applications.filter((application) => isUse(tree, application, usage) && !isOneOfAChoice(application));
  const [first] = applications;
  if (first === undefined) return {};
  const loss = lossesOf(tree, facts, usage);
  const model = outermostAround(tree, facts, usage);
  const inner = loss === undefined ? innerRole(tree, applications) : trained(tree, loss, applications);
  return {
    ...(inner.role === undefined && loss === undefined ? takenOtherwise(tree, facts, usage, applications) : inner),
    ...(model && depthIn(tree, model, usage)),
  };
}

/** By a loss that is written out, or by nobody who learns: what a model gives may be taken by anybody. */
function takenOtherwise(tree: SyntaxTree, facts: Facts, usage: Usage, applications: readonly Application[]): Partial<Situation> {
  const written = onlyOf(applications.map((application) => takenByWrittenLoss(tree, application)));
  if (written.role !== undefined || modelsEndingWith(tree, facts, usage).length > 0) return written;
  return onlyOf(applications.map((application) => readingScores(tree, facts, application)));
}

/** What all applications are taken for, if any of them says so and none is followed to anything else. */
function onlyOf(taken: readonly (Partial<Situation> | undefined)[]): Partial<Situation> {
  const [first] = taken;
  return first !== undefined && taken.every((each) => each !== undefined) ? first : {};
}

/** Another function stands in the same place where the program takes another way: what is right there is not for one of them to say. */
function isOneOfAChoice(application: Application): boolean {
  const [input] = application.inputs;
  if (input?.kind !== 'tensor') return false;
  return input.uses.some((other) => other.activation !== undefined && application.activation !== undefined && other.activation.id !== application.activation.id
    && ((other.node === application.node && other.layer !== application.layer && other.run === application.run) || areExclusive(other, application)));
}

/** A loss that is only looked at trains nothing. */
const untrained = /no_grad$|inference_mode$/;

/** The losses that receive its values; undefined where none is seen to. */
function lossesOf(tree: SyntaxTree, facts: Facts, usage: Usage): readonly LossUse[] | undefined {
  const trains = ({ contexts }: LossUse): boolean => !contexts.some(({ name }) => untrained.test(name));
  const receives = ({ input }: LossUse): boolean => endingsOf(input).some((ending) => ending !== undefined && isUse(tree, ending, usage));
  const receiving = facts.losses.filter((use) => trains(use) && receives(use));
  return receiving.length > 0 && !isNeverTrained(tree, facts) ? receiving : undefined;
}

/** Losses that disagree leave open what the output is trained for, whatever else the file holds. */
function trained(tree: SyntaxTree, losses: readonly LossUse[], applications: readonly Application[]): Partial<Situation> {
  if (applications.some((application) => isUsedOtherwise(tree, application))) return {};
  const [{ loss, expects, node }] = losses as [LossUse];
  const evidence = { offset: tree.start(node), text: shortName(loss.name) };
  // What is applied on one way alone, as where nothing is trained, is not what the loss was chosen for.
  const isSure = !losses.some((other) => isPassedBy(other, applications));
  const agree = losses.every((other) => other.loss.loss.task === loss.loss.task);
  // One unit does not choose from many classes: either it or the loss is not what was meant.
  const isMeant = isSure && !(loss.loss.task === 'multi-class' && losses.some((other) => classesOf(other, other.input) === 1));
  const task = isMeant && agree ? taskOf(loss.loss.task, losses, applications) : undefined;
  const input = isMeant && losses.every((other) => other.expects === expects) ? expects : undefined;
  return {
    role: { value: 'output', sureness: 'read', evidence },
    ...(task && { task: { value: task, sureness: losses.every(tellsClass) ? 'read' : 'likely', evidence } }),
    ...(input && { lossInput: { value: input, sureness: 'read', evidence } }),
  };
}

/** Of the two shares that a softmax gives a binary cross-entropy is the categorical one, so that it says nothing where there may be two. */
function taskOf(asked: LossTask, losses: readonly LossUse[], [application]: readonly Application[]): Task | undefined {
  const task = tasks[asked];
  if (task !== 'binary' || application?.activation?.id !== 'softmax') return task;
  const counts = losses.map((loss) => classesOf(loss, loss.input));
  if (counts.every((count) => count === 2)) return 'multi-class';
  return counts.includes(undefined) || counts.includes(2) ? undefined : task;
}

/** What is told the number of a class is told one. */
function tellsClass({ loss: { name } }: LossUse): boolean {
  return /sparse/i.test(shortName(name));
}

/** What weighs something, or goes on in the model or to another, is not there for the loss alone. */
function isUsedOtherwise(tree: SyntaxTree, application: Application): boolean {
  return innerRoleOf(tree, application) === 'attention' || roleSeen(tree, application) === 'hidden' || givesToOther(tree, application);
}

/** Whether a loss may also receive what the function was not applied to. */
function isPassedBy({ input }: LossUse, applications: readonly Application[]): boolean {
  return applications.some(({ way }) => way !== undefined) && endingsOf(input).some((ending) => ending?.activation === undefined);
}

function innerRole(tree: SyntaxTree, applications: readonly Application[]): { readonly role?: Fact<Role> } {
  if (isAlsoLast(tree, applications)) return {};
  // A part is followed alone as well, and there nothing is seen of what comes after it.
  const roles = new Set(applications.flatMap((application) => roleSeen(tree, application) ?? []));
  const [role] = roles;
  if (roles.size > 1 || role === undefined) return {};
  const [consumer] = applications.flatMap(consumersOf);
  return { role: { value: role, sureness: 'read', ...(consumer && { evidence: evidenceAt(tree, consumer.node) }) } };
}

/** Whether what is written once is applied at several places, and at one of them nothing shows that it is inside: that may be an output. */
function isAlsoLast(tree: SyntaxTree, applications: readonly Application[]): boolean {
  if (!isAmbiguous(applications[0]?.activation?.id ?? '')) return false;
  const places = placesOf(applications);
  const inside = new Set(applications.flatMap((application, index) => (roleSeen(tree, application) === undefined ? [] : [places[index]])));
  return inside.size > 0 && places.some((place) => !inside.has(place));
}

/** The expression, and how often it was applied before in one run, as a row of layers does that holds one twice. */
function placesOf(applications: readonly Application[]): readonly string[] {
  const before = new Map<Run, Map<Node, number>>();
  return applications.map(({ node, run }) => {
    const counts = before.get(run) ?? new Map<Node, number>();
    const count = counts.get(node) ?? 0;
    before.set(run, counts.set(node, count + 1));
    return `${node} ${count}`;
  });
}

/** Whether another part reads what it gives, so that it is no output of the whole. */
export function isPassedOn(tree: SyntaxTree, facts: Facts, usage: Usage): boolean {
  return facts.applications.some((application) => isUse(tree, application, usage) && givesToOther(tree, application));
}

/** Whether it stands in what scores for attention. */
export function isScoring(tree: SyntaxTree, facts: Facts, usage: Usage): boolean {
  return facts.applications.some((application) => isUse(tree, application, usage) && scoresAttention(application));
}

function outermostAround(tree: SyntaxTree, { models }: Facts, usage: Usage): Model | undefined {
  const around = models.filter(({ applications }) => applications.some((application) => isUse(tree, application, usage)));
  return around.sort((a, b) => b.applications.length - a.applications.length)[0];
}

/** How often a value passes the function before the output, if more than once: a count at least, where the model holds parts that are not followed. */
function depthIn(tree: SyntaxTree, { applications, name, node, output }: Model, { activation }: Usage): { readonly depth?: Fact<number> } {
  const last = new Set(partsOf(output).flatMap((part) => endingsOf(part)));
  const passed = new Map<Application, number>();
  for (const application of applications) {
    const before = application.inputs.flatMap(valuesOf).map((value) => (value.kind === 'tensor' && value.source ? passed.get(value.source) ?? 0 : 0));
    passed.set(application, Math.max(0, ...before) + (application.activation?.id === activation && !last.has(application) ? 1 : 0));
  }
  const count = Math.max(0, ...passed.values());
  return count < 2 ? {} : { depth: { value: count, sureness: 'read', evidence: { offset: tree.start(node), text: shortName(name) } } };
}
