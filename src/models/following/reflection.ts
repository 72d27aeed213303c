/** What a program asks of an object: whether it has an attribute, whether it is of a class. */
import { stringOf, unknown, type Value } from '../values';
import type { Node } from '../../python/syntax';
import { assignAttribute } from './assignments';
import { attributeOf } from './attributes';
import type { Evaluation } from './evaluation';
import { isInstanceOf } from './truth';

export function callReflection(evaluation: Evaluation, name: string, values: readonly Value[], node: Node): Value {
  const [object = unknown, second = unknown, third] = values;
  const attribute = stringOf(second);
  if (name === 'isinstance') return truth(isInstanceOf(object, second), node);
  if (attribute === undefined) return unknown;
  switch (name) {
    case 'hasattr':
      return truth(hasAttribute(object, attribute), node);
    case 'setattr':
      assignAttribute(evaluation, object, attribute, third ?? unknown);
      return unknown;
    default:
      return third !== undefined && hasAttribute(object, attribute) === false ? third : attributeOf(evaluation, object, attribute, node);
  }
}

function truth(value: boolean | undefined, node: Node): Value {
  return value === undefined ? unknown : { kind: 'constant', value, node };
}

/** The fields of the objects that networks of other libraries return. */
const ofOutputs = /^(logits|loss|last_hidden_state|pooler_output|hidden_states|sample|prediction|predictions|pred)$/;

/** A tensor has none of the fields of an object that holds tensors. */
function hasAttribute({ kind }: Value, name: string): boolean | undefined {
  return kind === 'tensor' && ofOutputs.test(name) ? false : undefined;
}
