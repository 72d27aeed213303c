/** Loops and comprehensions: item by item where the items are known and few, else once. */
import { childOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { join } from '../join';
import { absent, itemsOf, tupleOf, unknown, type Frame, type Tuple, type Value } from '../values';
import { record } from './application';
import { assign } from './assignments';
import { fork, isExhausted, type Evaluation } from './evaluation';
import { evaluate } from './expressions';
import { runBlock } from './statements';
import { truthOf } from './truth';

const mostRounds = 24;
/** A long body, such as that of a training loop, is followed once. */
const mostRepeatedNodes = 1500;

/** The items of what is looped over; an open tuple where their number is not known. Those of a tensor are its rows. */
function itemsToVisit(evaluation: Evaluation, frame: Frame, node: Node, bodySize: number): Tuple {
  const iterable = evaluate(evaluation, frame, node);
  if (iterable.kind === 'tensor') return tupleOf([record(evaluation, { kind: 'selection', name: 'iter', node, frame, inputs: [iterable] })], true);
  const items = iterable.kind === 'dictionary' ? undefined : itemsOf(iterable);
  if (items === undefined) return tupleOf([unknown], true);
  if (items.items.length <= 1) return items;
  const isTooMuch = items.items.length > mostRounds || items.items.length * bodySize > mostRepeatedNodes;
  return isTooMuch ? tupleOf([items.items.reduce(join)], true) : items;
}

export function iterate(evaluation: Evaluation, frame: Frame, node: Node): boolean {
  const { tree } = evaluation;
  const [target = NONE, iterable = NONE] = tree.children(node);
  const body = childOf(tree, node, Kind.Block);
  const { items, isOpen } = itemsToVisit(evaluation, frame, iterable, body - tree.firstInside(body));
  const visit = (item: Value): boolean => {
    assign(evaluation, frame, target, item.kind === 'absent' ? unknown : item);
    return runBlock(evaluation, frame, body);
  };
  for (const item of items) {
    if (isExhausted(evaluation)) break;
    const mayBeAbsent = isOpen || (item.kind === 'alternatives' && item.values.includes(absent));
    if (mayBeAbsent) followOnce(evaluation, frame, () => visit(item));
    else if (!visit(item)) break;
  }
  const otherwise = childOf(tree, node, Kind.ElseClause);
  if (otherwise) runBlock(evaluation, frame, childOf(tree, otherwise, Kind.Block));
  return true;
}

/** A loop that may have any number of rounds, or none. */
export function followOnce(evaluation: Evaluation, frame: Frame, round: () => boolean): void {
  evaluation.loops.push(frame);
  fork(evaluation, [round, () => true]);
  evaluation.loops.pop();
}

/** The elements of a list comprehension or generator. */
export function comprehend(evaluation: Evaluation, frame: Frame, node: Node): Tuple {
  const { tree } = evaluation;
  const [element = NONE, ...clauses] = tree.children(node);
  const inner: Frame = { ...frame, slots: { values: new Map(frame.kind === 'class' ? frame.slots.values : []), isLocal: true }, parent: frame, kind: 'function', outer: undefined };
  return comprehendClauses(evaluation, inner, element, clauses);
}

function comprehendClauses(evaluation: Evaluation, frame: Frame, element: Node, clauses: readonly Node[]): Tuple {
  const { tree } = evaluation;
  const [clause, ...others] = clauses;
  if (clause === undefined || isExhausted(evaluation)) return tupleOf([evaluate(evaluation, frame, element)]);
  const [target = NONE, iterable = NONE, ...conditions] = tree.children(clause);
  const visited = itemsToVisit(evaluation, frame, iterable, element - tree.firstInside(element));
  const found: Value[] = [];
  let isOpen = visited.isOpen;
  for (const item of visited.items) {
    assign(evaluation, frame, target, item);
    const truths = conditions.map((condition) => truthOf(evaluate(evaluation, frame, condition)));
    if (truths.includes(false)) continue;
    const inner = comprehendClauses(evaluation, frame, element, others);
    found.push(...inner.items);
    isOpen ||= inner.isOpen || truths.includes(undefined);
  }
  return tupleOf(found, isOpen);
}
