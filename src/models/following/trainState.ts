/** The state of a training in Flax, which keeps the `apply` of a model under a name of its own: `state.apply_fn(variables, x)`. */
import type { Node } from '../../python/syntax';
import { newSlots, type Layer, type PassedArgument, type Value } from '../values';
import { layer as layerKind } from '../vocabulary/vocabulary';

const name = 'flax.training.train_state.TrainState';
const kind = layerKind('custom');

export function isTrainState(base: string): boolean {
  return base === name;
}

/** `TrainState.create(apply_fn=model.apply, …)` */
export function isCreation(callee: string): boolean {
  return callee === `${name}.create`;
}

export function newTrainState(passed: readonly PassedArgument[], node: Node): Value {
  const slots = newSlots();
  for (const { keyword, value } of passed) if (keyword === 'apply_fn') slots.values.set(keyword, value);
  return { kind: 'layer', layer: kind, name, node, arguments: new Map(), mayHaveMore: false, activation: undefined, units: undefined, inputs: undefined, slots };
}

/** The state with other weights, of the same model. */
export function isUpdate(state: Layer, method: string): boolean {
  return state.layer === kind && (method === 'apply_gradients' || method === 'replace');
}
