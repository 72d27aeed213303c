/** Layers that a loop or comprehension puts in a row, of which no one knows how many there are. */
import { itemsOf, type Layer, type Tuple, type Value } from '../models/values';
import { valuesOf } from '../models/join';
import { childOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { RuleFile } from './rule';

interface LayersInRow {
  readonly first: Layer;
  /** The same where a loop repeats it. */
  readonly second: Layer;
}

type Fits = (layer: Layer) => boolean;

/** Of layers that fit, those that stand one behind the other in what a loop has filled, or are applied so by one. */
export function* rowsMadeInLoops(file: RuleFile, fits: Fits): Iterable<LayersInRow> {
  for (const layer of file.facts.layers) {
    if (layer.layer.type !== 'container') continue;
    for (const row of inSequential(file.tree, layer, fits)) if (!isTakenByIndex(file.tree, layer)) yield row;
  }
  yield* appliedInTurn(file, fits);
}

/** `self.heads[i](x)`: what is a row by its class is used as a list. */
function isTakenByIndex(tree: SyntaxTree, { node }: Layer): boolean {
  const statement = tree.parent(node);
  const target = tree.kind(statement) === Kind.Assign ? tree.firstChild(statement) : NONE;
  return target !== NONE && tree.kind(target) === Kind.Attribute && tree.text.includes(`${tree.textOf(target)}[`);
}

/** `nn.Sequential(*layers)`, and a loop that appended to `layers`. */
function* inSequential(tree: SyntaxTree, { node, slots }: Layer, fits: Fits): Iterable<LayersInRow> {
  const held = itemsOf(slots.values.get('items'));
  if (held === undefined) return;
  let before: readonly Layer[] = [];
  for (const item of held.items) {
    const layers = layersIn(item);
    if (layers !== undefined && layers.every(isPassing)) continue;
    const row = layers?.filter((layer) => !isPassing(layer)) ?? [];
    const isRow = layers !== undefined && row.every(fits);
    const [first, second] = [before[0], row[0]];
    if (isRow && first && second && [first, second].some((layer) => loopAround(tree, layer.node, node))) yield { first, second };
    before = isRow ? row : [];
  }
  yield* repeated(tree, held, node, fits);
}

/**
 * All that one loop adds, which may go round more than once, is such a layer, so that in the next round it stands behind itself.
 * What may be absent beside it was added there as well, wherever it was made; of what is not known the loop is not known.
 */
function* repeated(tree: SyntaxTree, { items, isOpen }: Tuple, container: Node, fits: Fits): Iterable<LayersInRow> {
  const loopOf = (item: Value): Node => (isOpen || mayBeAbsent(item) ? loopAround(tree, nodeOf(item), container) : NONE);
  const loops = new Set(items.map(loopOf).filter((loop) => loop !== NONE));
  for (const loop of loops) {
    const places = items.flatMap((item, place) => (loopOf(item) === loop ? [place] : []));
    let [start, end] = [Math.min(...places), Math.max(...places)];
    while (mayBeAbsent(items[start - 1])) start--;
    while (mayBeAbsent(items[end + 1])) end++;
    const added = items.slice(start, end + 1).map(layersIn);
    const layers = added.flatMap((some) => some ?? []);
    const last = layers.filter((layer) => !isPassing(layer)).at(-1);
    if (last && !added.includes(undefined) && layers.every((layer) => isPassing(layer) || fits(layer))) yield { first: last, second: last };
  }
}

function mayBeAbsent(item: Value | undefined): boolean {
  return item?.kind === 'alternatives' && item.values.some(({ kind }) => kind === 'absent');
}

/** The layers that an item may be; undefined where it may be something else. */
function layersIn(item: Value): readonly Layer[] | undefined {
  const values = valuesOf(item).filter(({ kind }) => kind !== 'absent');
  const layers = values.filter((value): value is Layer => value.kind === 'layer');
  return layers.length === values.length && layers.length > 0 ? layers : undefined;
}

function nodeOf(item: Value): Node {
  const value = valuesOf(item).find((each) => 'node' in each);
  return value && 'node' in value ? value.node : NONE;
}

function isPassing({ layer: { type } }: Layer): boolean {
  return type === 'dropout' || type === 'identity' || type === 'reshape';
}

/** The innermost loop or comprehension of its function, unless that makes the container too. */
function loopAround(tree: SyntaxTree, node: Node, container: Node): Node {
  for (let at = node ? tree.parent(node) : NONE; at; at = tree.parent(at)) {
    const kind = tree.kind(at);
    const isLoop = kind === Kind.For || kind === Kind.ListComprehension || kind === Kind.Generator;
    if (isLoop) return tree.start(at) <= tree.start(container) && tree.end(container) <= tree.end(at) ? NONE : at;
    if (kind === Kind.FunctionDef || kind === Kind.ClassDef || kind === Kind.Lambda) return NONE;
  }
  return NONE;
}

/** `for layer in self.layers: x = layer(x)` */
function* appliedInTurn({ tree, facts }: RuleFile, fits: Fits): Iterable<LayersInRow> {
  const byPlace = new Map<Node, (Layer | undefined)[]>();
  for (const { node, layer } of facts.applications) {
    if (isWholeLoop(tree, node)) byPlace.set(node, [...byPlace.get(node) ?? [], layer]);
  }
  for (const [node, layers] of byPlace) {
    const [first] = layers;
    const isOfLoop = first !== undefined && loopAround(tree, first.node, node) !== NONE && layers.every((layer) => layer === first);
    if (isOfLoop && fits(first)) yield { first, second: first };
  }
}

/** The only statement of a loop over layers gives a variable to the layer, and the result is that variable. */
function isWholeLoop(tree: SyntaxTree, call: Node): boolean {
  const statement = tree.parent(call);
  const block = tree.parent(statement);
  const loop = tree.parent(block);
  if (tree.kind(statement) !== Kind.Assign || tree.kind(loop) !== Kind.For || childOf(tree, loop, Kind.Block) !== block) return false;
  const [target = NONE, ...others] = tree.children(statement);
  const [item = NONE] = tree.children(loop);
  const applied = `${tree.textOf(item)}(${tree.textOf(target)})`;
  return others.length === 1 && tree.children(block).length === 1 && tree.textOf(call).replaceAll(/\s/g, '') === applied;
}
