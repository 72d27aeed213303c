/** Attributes of values that are followed. */
import { decoratorsOf, nameOf } from '../../python/parts';
import { Kind, type Node } from '../../python/syntax';
import { join, valuesOf } from '../join';
import { type ClassValue, type FunctionValue, type Instance, type Layer, type Value } from '../values';
import { invoke } from './definitions';
import type { Evaluation } from './evaluation';
import { record } from './application';

export function attributeOf(evaluation: Evaluation, object: Value, name: string, node: Node): Value {
  switch (object.kind) {
    case 'instance':
      return instanceAttribute(evaluation, object, name, node);
    case 'layer':
      return layerAttribute(object, name, node);
    case 'class':
      return memberOf(object, name)?.value ?? { kind: 'method', receiver: object, name, node };
    case 'super':
      return superAttribute(object, name, node);
    case 'alternatives':
      return valuesOf(object).map((value) => attributeOf(evaluation, value, name, node)).reduce(join);
    case 'some-layer':
      return parameterNames.has(name) ? { kind: 'parameters', of: object, name } : { kind: 'method', receiver: object, name, node };
    case 'parameters':
      return name === 'data' ? object : { kind: 'method', receiver: object, name, node };
    case 'tensor':
      return tensorAttribute(evaluation, object, name, node);
    default:
      return { kind: 'method', receiver: object, name, node };
  }
}

const parameterNames = new Set(['weight', 'bias', 'weight_ih_l0', 'weight_hh_l0', 'in_proj_weight', 'kernel']);

/** Views of a tensor that are no call. */
function tensorAttribute(evaluation: Evaluation, object: Extract<Value, { kind: 'tensor' }>, name: string, node: Node): Value {
  if (name === 'data') return object;
  if (name !== 'T' && name !== 'mT') return { kind: 'method', receiver: object, name, node };
  return record(evaluation, { kind: 'reshape', name, node, frame: evaluation.module, inputs: [object] });
}

function layerAttribute(layer: Layer, name: string, node: Node): Value {
  const assigned = layer.slots.values.get(name);
  if (assigned !== undefined && name !== 'items') return assigned;
  if (parameterNames.has(name)) return { kind: 'parameters', of: layer, name };
  return { kind: 'method', receiver: layer, name, node };
}

function instanceAttribute(evaluation: Evaluation, object: Instance, name: string, node: Node): Value {
  const own = object.slots.values.get(name);
  if (own !== undefined) return own;
  const member = memberOf(object.class, name);
  if (member === undefined) return { kind: 'method', receiver: object, name, node };
  if (member.value.kind !== 'function') return member.value;
  return bound(evaluation, object, member);
}

interface Member {
  readonly value: Value;
  readonly owner: ClassValue;
}

/** A function of the class as a method of the object; a property is what it returns. */
function bound(evaluation: Evaluation, self: Value, { value, owner }: Member): Value {
  if (value.kind !== 'function') return value;
  const { tree } = evaluation;
  const decorators = decoratorsOf(tree, value.node).map((decorator) => (tree.kind(decorator) === Kind.Call ? '' : nameOf(tree, decorator)));
  if (decorators.includes('staticmethod')) return value;
  const method: FunctionValue = { ...value, self, owner };
  return decorators.some((name) => name === 'property' || name === 'cached_property') ? invoke(evaluation, method, []) : method;
}

const mostClasses = 32;

/** What a class or those it is derived from bind under a name; cyclic hierarchies end. */
export function memberOf(from: ClassValue, name: string): Member | undefined {
  for (const value of hierarchyOf(from)) {
    const found = value.slots.values.get(name);
    if (found !== undefined) return { value: found, owner: value };
  }
  return undefined;
}

/** A class of the file and the classes of the file that it is derived from. */
export function hierarchyOf(from: ClassValue): ClassValue[] {
  const found: ClassValue[] = [];
  const open: Value[] = [from];
  for (let value = open.shift(); value !== undefined && found.length < mostClasses; value = open.shift()) {
    if (value.kind !== 'class' || found.includes(value)) continue;
    found.push(value);
    open.unshift(...value.bases);
  }
  return found;
}

/** The imported classes at the ends of a hierarchy, nearest first. */
export function importedBasesOf(from: ClassValue): string[] {
  return hierarchyOf(from).flatMap(({ bases }) => bases.flatMap((base) => (base.kind === 'library' ? [base.name] : [])));
}

/** Whether every class that it is derived from is known. */
export function hasKnownBases(from: ClassValue): boolean {
  return hierarchyOf(from).every(({ bases }) => bases.every(({ kind }) => kind === 'library' || kind === 'class'));
}

function superAttribute({ self, owner }: Extract<Value, { kind: 'super' }>, name: string, node: Node): Value {
  for (const base of owner.bases) {
    const member = base.kind === 'class' ? memberOf(base, name) : undefined;
    if (member?.value.kind === 'function') return { ...member.value, self, owner: member.owner };
  }
  return { kind: 'method', receiver: { kind: 'super', self, owner }, name, node };
}
