/** What assignments do to variables, attributes and items. */
import { nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node } from '../../python/syntax';
import { constantOf, inheritedSlot, itemsOf, stringOf, tupleOf, unknown, type Frame, type Tuple, type Value } from '../values';
import { record } from './application';
import { write, type Evaluation } from './evaluation';
import { applyOperator, evaluate } from './expressions';

export function assign(evaluation: Evaluation, frame: Frame, target: Node, value: Value): void {
  const { tree } = evaluation;
  switch (tree.kind(target)) {
    case Kind.Name:
      assignName(evaluation, frame, nameOf(tree, target), value);
      return;
    case Kind.Attribute:
      assignAttribute(evaluation, evaluate(evaluation, frame, tree.firstChild(target)), nameOf(tree, target), value);
      return;
    case Kind.Subscript:
      assignItem(evaluation, frame, target, value);
      return;
    case Kind.Tuple:
    case Kind.List:
      unpack(evaluation, frame, tree.children(target), value);
      return;
    case Kind.Starred:
      assign(evaluation, frame, tree.firstChild(target), unknown);
  }
}

export function assignName(evaluation: Evaluation, frame: Frame, name: string, value: Value): void {
  write(evaluation, (frame.outer?.get(name) ?? frame).slots, name, value);
}

export function assignAttribute(evaluation: Evaluation, object: Value, name: string, value: Value): void {
  if (object.kind === 'instance' || object.kind === 'layer' || object.kind === 'class') write(evaluation, object.slots, name, value);
  if (object.kind === 'instance') growSequential(evaluation, object.slots.values.get(inheritedSlot), value);
}

const growing = /^(torch\.nn|paddle\.nn|paddle\.fluid\.dygraph|mxnet\.gluon\.nn)\.(Hybrid)?Sequential$/;

/** Every module that is assigned to an attribute of a class derived from `nn.Sequential` is an item of it. */
function growSequential(evaluation: Evaluation, base: Value | undefined, value: Value): void {
  if (base?.kind !== 'layer' || !growing.test(base.name) || value.kind === 'constant' || value.kind === 'tuple') return;
  const { items, isOpen } = itemsOf(base) ?? tupleOf([], true);
  const isModule = value.kind === 'layer' || value.kind === 'instance';
  setItems(evaluation, base, tupleOf([...items, isModule ? value : unknown], isOpen || !isModule));
}

/** What gives one tensor in several. */
const inPieces = /(^|\.)(chunk|split|unbind|tensor_split)$/;

/** One that was split, or one whose first axis was made to hold its parts: `q, k, v = rearrange(…)`. */
function isInParts({ source }: Extract<Value, { kind: 'tensor' }>): boolean {
  return source !== undefined && (inPieces.test(source.name) || inOrder.test(source.name));
}

/** What puts axes in another order, or gives them other sizes. */
const inOrder = /(^|\.)(permute|rearrange|transpose|movedim|moveaxis|reshape|view|swapaxes)$/;

/** `a, b = value`: each its own item, where their number is known. */
function unpack(evaluation: Evaluation, frame: Frame, targets: readonly Node[], value: Value): void {
  const items = value.kind === 'alternatives' ? undefined : itemsOf(value);
  if (value.kind === 'tensor' && isInParts(value)) {
    for (const target of targets) assign(evaluation, frame, target, record(evaluation, { kind: 'selection', name: '[]', node: target, frame, inputs: [value] }));
    return;
  }
  const starred = targets.findIndex((target) => evaluation.tree.kind(target) === Kind.Starred);
  const isPaired = items !== undefined && !items.isOpen && starred < 0 && items.items.length === targets.length;
  const isBeforeStar = items !== undefined && !items.isOpen && starred >= 0;
  targets.forEach((target, place) => {
    const known = isPaired || (isBeforeStar && place < starred);
    assign(evaluation, frame, target, known ? items.items[place] ?? unknown : unknown);
  });
}

function assignItem(evaluation: Evaluation, frame: Frame, target: Node, value: Value): void {
  const { tree } = evaluation;
  const [objectNode = NONE, indexNode = NONE] = tree.children(target);
  const object = evaluate(evaluation, frame, objectNode);
  const index = evaluate(evaluation, frame, indexNode);
  if (object.kind === 'dictionary') assignKey(evaluation, object, index, value);
  else if (object.kind === 'list' || object.kind === 'layer') assignPlace(evaluation, object, index, value);
  else if (object.kind === 'tensor') {
    const output = record(evaluation, { kind: 'fill', name: '[]=', node: target, frame, inputs: [object, value], isInPlace: true });
    assign(evaluation, frame, objectNode, output);
  }
}

function assignKey(evaluation: Evaluation, object: Extract<Value, { kind: 'dictionary' }>, index: Value, value: Value): void {
  const key = stringOf(index);
  if (key === undefined) object.isOpen = true;
  else write(evaluation, object.slots, key, value);
}

function assignPlace(evaluation: Evaluation, object: Extract<Value, { kind: 'list' | 'layer' }>, index: Value, value: Value): void {
  const items = itemsOf(object);
  const place = constantOf(index);
  if (items === undefined) return;
  const at = typeof place === 'number' ? (place < 0 ? items.items.length + place : place) : -1;
  const isKnown = !items.isOpen && at >= 0 && at < items.items.length;
  setItems(evaluation, object, isKnown
    ? tupleOf(items.items.map((item, other) => (other === at ? value : item)))
    : tupleOf(items.items.map(() => unknown), true));
}

export function setItems(evaluation: Evaluation, object: Extract<Value, { kind: 'list' | 'layer' }>, items: Tuple): void {
  write(evaluation, object.slots, 'items', items);
}

/** `x += y`; of a tensor in place. */
export function augment(evaluation: Evaluation, frame: Frame, node: Node): void {
  const { tree } = evaluation;
  const [target = NONE, valueNode = NONE] = tree.children(node);
  const before = evaluate(evaluation, frame, target);
  const added = evaluate(evaluation, frame, valueNode);
  const more = before.kind === 'list' && operatorOf(tree, node) === Operator.Add ? itemsOf(added) ?? tupleOf([unknown], true) : undefined;
  if (more !== undefined && before.kind === 'list') {
    const items = itemsOf(before) ?? tupleOf([], true);
    setItems(evaluation, before, tupleOf([...items.items, ...more.items], items.isOpen || more.isOpen));
    return;
  }
  assign(evaluation, frame, target, applyOperator(evaluation, frame, node, before, added, true));
}

export function remove(evaluation: Evaluation, frame: Frame, target: Node): void {
  const { tree } = evaluation;
  if (tree.kind(target) !== Kind.Subscript) return assign(evaluation, frame, target, unknown);
  const [objectNode = NONE, indexNode = NONE] = tree.children(target);
  const object = evaluate(evaluation, frame, objectNode);
  if (object.kind === 'dictionary') object.isOpen = true;
  if (object.kind !== 'list' && object.kind !== 'layer') return;
  const items = itemsOf(object);
  const isLast = constantOf(evaluate(evaluation, frame, indexNode)) === -1;
  if (items && isLast && !items.isOpen) setItems(evaluation, object, tupleOf(items.items.slice(0, -1)));
  else if (items) setItems(evaluation, object, tupleOf(items.items.map(() => unknown), true));
}
