/**
 * What a file is made of, as a tree: models, their layers in order, the activation of each with its role, and which loss
 * receives the output.
 *
 *     outlineText(outlineOf(tree, followModels({ tree, names, usages })), tree.text)
 */
import type { Node, SyntaxTree } from '../python/syntax';
import type { Application, Facts, LossUse, Model } from './facts';
import { consumersOf, endingsOf, lastActivations, shortName } from './questions';
import type { Layer } from './values';

/** Where the value of an activation goes. */
export type OutlineRole = 'hidden' | 'gate' | 'attention' | 'output';

export interface OutlineItem {
  readonly kind: 'model' | 'layer' | 'activation' | 'loss';
  /** `Linear`, `relu`, `CrossEntropyLoss`, the name of a class. */
  readonly name: string;
  /** Sizes of a layer, what a loss takes. */
  readonly detail: string;
  readonly role: OutlineRole | undefined;
  readonly span: { readonly start: number; readonly end: number };
  readonly items: readonly OutlineItem[];
}

/** The models of a file in the order of its text. One that is only a part of another stands in that one alone. */
export function outlineOf(tree: SyntaxTree, facts: Facts): OutlineItem[] {
  const models = onePerNode(facts.models).filter(({ applications }) => applications.length > 0);
  return models
    .filter((model) => !models.some((other) => isWithin(model, other)))
    .map((model) => modelItem(tree, facts, model))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Of several objects of one class the first. */
function onePerNode(models: readonly Model[]): Model[] {
  return [...new Map([...models].reverse().map((model) => [model.node, model])).values()].reverse();
}

/** Whether all that a container applies, another model applies too. */
function isWithin(model: Model, other: Model): boolean {
  if (model === other || model.value.kind !== 'layer') return false;
  const layers = new Set(other.layers);
  return layers.has(model.value) && other.value.kind === 'instance';
}

function modelItem(tree: SyntaxTree, facts: Facts, model: Model): OutlineItem {
  const outputs = new Set(endingsOf(model.output));
  const items = onePerPlace(model.applications).map((application) => applicationItem(tree, application, outputs));
  const losses = onePerLoss(facts.losses.filter(({ input }) => endingsOf(input).some((ending) => ending !== undefined && model.applications.some(isTwinOf(ending)))));
  return { kind: 'model', name: shortName(model.name), detail: '', role: undefined, span: spanOf(tree, model.node), items: [...items, ...losses.map((use) => lossItem(tree, use))] };
}

/** The same place may have been reached by another call of the model, or of another object of its class. */
function isTwinOf(ending: Application): (application: Application) => boolean {
  return (application) => application === ending || (placeOf(application) === placeOf(ending) && application.kind === ending.kind);
}

/** Layers and activations; operators and reshapes are no part of an outline. */
function onePerPlace(applications: readonly Application[]): Application[] {
  const told = applications.filter(({ kind, layer }) => kind === 'activation' || (layer !== undefined && kind !== 'identity'));
  return [...new Map(told.map((application) => [`${placeOf(application)} ${application.kind}`, application])).values()];
}

function placeOf({ layer, activation, node }: Application): Node {
  return activation && layer?.layer.type !== 'activation' ? activation.node : layer?.node ?? node;
}

function onePerLoss(losses: readonly LossUse[]): LossUse[] {
  return [...new Map(losses.map((use) => [use.node, use])).values()];
}

function applicationItem(tree: SyntaxTree, application: Application, outputs: ReadonlySet<Application | undefined>): OutlineItem {
  const { kind, activation, layer, name } = application;
  const span = spanOf(tree, placeOf(application));
  if (activation) return { kind: 'activation', name: activation.id, detail: '', role: roleOf(application, outputs), span, items: [] };
  return { kind: 'layer', name: shortName(layer?.name ?? name), detail: layer ? sizesOf(layer) : kind, role: undefined, span, items: [] };
}

function sizesOf({ inputs, units }: Layer): string {
  if (units === undefined) return inputs === undefined ? '' : String(inputs);
  return inputs === undefined ? String(units) : `${inputs} → ${units}`;
}

function roleOf(application: Application, outputs: ReadonlySet<Application | undefined>): OutlineRole {
  if ([...outputs].some((output) => output !== undefined && isTwinOf(output)(application))) return 'output';
  return innerRoleOf(application);
}

/** By what becomes of its values inside the model. */
export function innerRoleOf(application: Application): Exclude<OutlineRole, 'output'> {
  const consumers = consumersOf(application);
  const id = application.activation?.id;
  if (id === 'softmax' && consumers.some(({ kind }) => kind === 'product')) return 'attention';
  return consumers.some((consumer) => isGated(consumer, application)) ? 'gate' : 'hidden';
}

const bounded = ['sigmoid', 'hard-sigmoid', 'softmax'];

/** A product with another tensor, which is not itself the gate of this one. */
function isGated({ kind, name, inputs }: Application, factor: Application): boolean {
  if (kind !== 'arithmetic' || name !== '*' || inputs.some((input) => input.kind === 'constant')) return false;
  if (bounded.includes(factor.activation?.id ?? '')) return true;
  return !inputs.some((input) => input !== factor.output && lastActivations(input, bounded).length > 0);
}

function lossItem(tree: SyntaxTree, { loss, expects, node }: LossUse): OutlineItem {
  return { kind: 'loss', name: shortName(loss.name), detail: expects === undefined ? '' : `takes ${expects}`, role: undefined, span: spanOf(tree, node), items: [] };
}

function spanOf(tree: SyntaxTree, node: Node): OutlineItem['span'] {
  return { start: tree.start(node), end: tree.end(node) };
}

/** One line an item, indented by two blanks a level. */
export function outlineText(items: readonly OutlineItem[], depth = 0): string {
  return items.map(({ kind, name, detail, role, items: inner }) => {
    const words = [kind === 'loss' ? `→ ${name}` : name, detail, role === undefined ? '' : `(${role})`].filter((word) => word !== '');
    return `${'  '.repeat(depth)}${words.join(' ')}\n${outlineText(inner, depth + 1)}`;
  }).join('');
}
