/**
 * What a file is made of, as a tree: models, their layers in order, the activation of each with its role, and which loss
 * receives the output.
 *
 *     outlineText(outlineOf(tree, followModels({ tree, names, usages })), tree.text)
 */
import type { Node, SyntaxTree } from '../python/syntax';
import type { Application, Facts, LossUse, Model } from './facts';
import { innerRoleOf, roleSeen } from './innerRole';
import { areExclusive, consumersOf, endingsOf, partsOf, shortName } from './questions';
import { normalising } from './role';
import type { Role } from './situation';
import type { Layer, Value } from './values';

export interface OutlineItem {
  readonly kind: 'model' | 'layer' | 'activation' | 'loss';
  /** `Linear`, `relu`, `CrossEntropyLoss`, the name of a class. */
  readonly name: string;
  /** Sizes of a layer, what a loss takes. */
  readonly detail: string;
  readonly role: Role | undefined;
  readonly span: { readonly start: number; readonly end: number };
  readonly items: readonly OutlineItem[];
}

/** The models of a file in the order of its text. One that is only a part of another stands in that one alone. */
export function outlineOf(tree: SyntaxTree, facts: Facts): OutlineItem[] {
  const models = onePerNode(facts.models).filter(({ applications }) => applications.length > 0);
  const inner = new Set(models.filter(({ value }) => value.kind === 'instance').flatMap(({ layers }) => layers));
  const receivers = receiversOf(facts);
  return models
    .filter(({ value }) => value.kind !== 'layer' || !inner.has(value))
    .map((model) => modelItem(tree, model, receivers))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Of several objects of one class the first. */
function onePerNode(models: readonly Model[]): Model[] {
  return [...new Map([...models].reverse().map((model) => [model.node, model])).values()].reverse();
}

/** A loss, and what it receives. */
interface Receiver {
  readonly kind: Application['kind'];
  readonly use: LossUse;
  readonly order: number;
}

/** The losses by the place of what they receive, which may have been reached by another call of the model, or of another object of its class. */
type Receivers = ReadonlyMap<Node, readonly Receiver[]>;

function receiversOf({ losses }: Facts): Receivers {
  const receivers = new Map<Node, Receiver[]>();
  for (const [order, use] of losses.entries()) {
    for (const ending of endingsOf(use.input)) {
      if (ending === undefined) continue;
      const known = receivers.get(placeOf(ending)) ?? [];
      known.push({ kind: ending.kind, use, order });
      receivers.set(placeOf(ending), known);
    }
  }
  return receivers;
}

function lossesOf({ applications }: Model, receivers: Receivers): LossUse[] {
  const found = applications.flatMap((application) => (receivers.get(placeOf(application)) ?? []).filter(({ kind }) => kind === application.kind));
  return onePerLoss(found.sort((a, b) => a.order - b.order).map(({ use }) => use));
}

function modelItem(tree: SyntaxTree, model: Model, receivers: Receivers): OutlineItem {
  const outputs = outputsOf(model);
  const rows = rowsOf(model.applications);
  const shared = placesShared(rows);
  const items = choicesOf(rows).map((choice) => choiceItem(tree, choice, outputs, shared));
  const losses = lossesOf(model, receivers).map((use) => lossItem(tree, use));
  return { kind: 'model', name: shortName(model.name), detail: '', role: undefined, span: spanOf(tree, model.node), items: [...items, ...losses] };
}

/** What is returned; of what is returned beside other values only what no other layer takes. */
function outputsOf({ output }: Model): ReadonlySet<Application> {
  const parts = partsOf(output);
  const endings = parts.flatMap((part) => endingsOf(part)).filter((ending) => ending !== undefined);
  return new Set(parts.length === 1 ? endings : endings.filter((ending) => !consumersOf(ending).some(({ layer }) => layer !== undefined)));
}

/** What is applied at one place by one object. */
type Row = readonly [Application, ...Application[]];

/**
 * Layers and activations in the order in which they are applied; operators and reshapes are no part of an outline. What is reached again, in a loop
 * or where one of two branches is taken, stands in one row.
 */
function rowsOf(applications: readonly Application[]): Row[] {
  const owners = new Map<Value | undefined, number>();
  const rows = new Map<string, [Application, ...Application[]][]>();
  for (const application of applications) {
    const { kind, layer, run } = application;
    if (kind !== 'activation' && kind !== 'chosen' && (layer === undefined || kind === 'identity')) continue;
    const owner = layer ?? run.self;
    if (!owners.has(owner)) owners.set(owner, owners.size);
    const key = `${owners.get(owner)} ${placeOf(application)} ${kind}`;
    const known = rows.get(key) ?? [];
    const row = known.find((other) => isSameRow(other, application));
    if (row) row.push(application);
    else rows.set(key, [...known, [application]]);
  }
  return [...rows.values()].flat().sort(([one], [other]) => one.order - other.order);
}

function isSameRow([first, ...others]: Row, application: Application): boolean {
  return first.node === application.node || [first, ...others].every((other) => areExclusive(other, application));
}

/** Rows of which a program takes one, together: activations that are applied to one value by one call. */
function choicesOf(rows: readonly Row[]): (readonly [Row, ...Row[]])[] {
  const choices: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const last = choices.at(-1);
    if (last && isInstead(row[0], last[0][0])) last.push(row);
    else choices.push([row]);
  }
  return choices;
}

function isInstead(one: Application, other: Application): boolean {
  const isOfActivations = one.layer?.layer.type === 'activation' && other.layer?.layer.type === 'activation' && one.layer !== other.layer;
  return isOfActivations && one.node === other.node && one.run === other.run && one.inputs[0] !== undefined && one.inputs[0] === other.inputs[0];
}

/** The first of them, with the names of the others. */
function choiceItem(tree: SyntaxTree, [row, ...others]: readonly [Row, ...Row[]], outputs: ReadonlySet<Application>, shared: ReadonlySet<Node>): OutlineItem {
  const item = rowItem(tree, row, outputs, shared);
  const names = new Set(others.map(([{ activation, name }]) => activation?.id ?? name));
  names.delete(item.name);
  return names.size === 0 ? item : { ...item, detail: [...names].map((name) => `or ${name}`).join(' ') };
}

function placeOf({ layer, activation, node }: Application): Node {
  return activation && layer?.layer.type !== 'activation' ? activation.node : layer?.node ?? node;
}

function onePerLoss(losses: readonly LossUse[]): LossUse[] {
  return [...new Map(losses.map((use) => [use.node, use])).values()];
}

function placesShared(rows: readonly Row[]): ReadonlySet<Node> {
  const seen = new Set<Node>();
  const shared = new Set<Node>();
  for (const [first] of rows) (seen.has(placeOf(first)) ? shared : seen).add(placeOf(first));
  return shared;
}

/** Where a layer is made; one that is applied at several places stands where it is applied. */
function rowItem(tree: SyntaxTree, row: Row, outputs: ReadonlySet<Application>, shared: ReadonlySet<Node>): OutlineItem {
  const [first] = row;
  const { kind, activation, chosen, layer, name, node } = first;
  const place = placeOf(first);
  const span = spanOf(tree, shared.has(place) ? node : place);
  if (activation) return { kind: 'activation', name: activation.id, detail: '', role: roleOf(tree, row, outputs), span, items: [] };
  if (chosen) return { kind: 'activation', name: chosen.activation, detail: chosen.certainty === 'inferred' ? 'inferred' : '', role: undefined, span, items: [] };
  const sizes = new Set(row.map((application) => (application.layer ? sizesOf(application.layer) : kind)));
  return { kind: 'layer', name: shortName(layer?.name ?? name), detail: sizes.size === 1 ? [...sizes].join('') : '', role: undefined, span, items: [] };
}

function sizesOf({ inputs, units }: Layer): string {
  if (units === undefined) return inputs === undefined ? '' : String(inputs);
  return inputs === undefined ? String(units) : `${inputs} → ${units}`;
}

/** Units that compete are hidden ones only where a layer reads them: else they are shares of something. */
function roleOf(tree: SyntaxTree, row: Row, outputs: ReadonlySet<Application>): Role | undefined {
  if (row.some((application) => outputs.has(application))) return 'output';
  return normalising.has(row[0].activation?.id ?? '') ? roleSeen(tree, row[0]) : innerRoleOf(tree, row[0]);
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
