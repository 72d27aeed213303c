/** Whether a later call is what it is because callers leave a default: `act(x)` of `def mlp(x, act=F.gelu)`. */
import { hasDefault } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { keptIn } from './called/frame';
import { valueOfAttribute } from './holding/attributes';
import { holdingOf } from './holding/held';
import { lookupAt } from './holding/lookups';
import { named } from './maker';
import type { Reading } from './reading';
import type { Usage } from './usage';

/** Nobody hands an activation on more often. */
const deepest = 8;

/** False where it is not seen that a default alone says so. */
export function isByDefault(reading: Reading, { form, certainty, span }: Usage): boolean {
  if (form !== 'instance' || certainty !== 'inferred') return false;
  const name = named(reading.tree, span);
  return isDefault(reading, lookupFrom(reading, name), deepest);
}

/** `ACT2FN[act]` and `get_act(act)` for the name of a table or function, which stands for what it gives. */
function lookupFrom(reading: Reading, name: Node): Node {
  const around = reading.tree.parent(name);
  return reading.tree.firstChild(around) === name && keyOf(reading, around) !== NONE ? around : name;
}

function keyOf(reading: Reading, node: Node): Node {
  const kind = reading.tree.kind(node);
  if (kind !== Kind.Subscript && kind !== Kind.Call) return NONE;
  return lookupAt(reading, node, (inner, within = reading) => holdingOf(within, inner))?.key ?? NONE;
}

function isDefault(reading: Reading, node: Node, depth: number): boolean {
  const { tree } = reading;
  if (node === NONE || depth === 0) return false;
  switch (tree.kind(node)) {
    case Kind.Name:
      return isLeftOrBound(reading, node, depth);
    case Kind.Attribute: {
      const value = valueOfAttribute(reading, node);
      return isField(reading, value) || isDefault(reading, value, depth - 1);
    }
    case Kind.Subscript:
    case Kind.Call: {
      const key = keyOf(reading, node);
      return isDefault(reading, key === NONE ? made(reading, node) : keptIn(tree, key), depth - 1);
    }
    default:
      return false;
  }
}

/** `act_layer` of `act_layer()` */
function made({ tree }: Reading, node: Node): Node {
  return tree.kind(node) === Kind.Call ? tree.firstChild(node) : NONE;
}

/** A parameter that may be left out, or what is bound once to what such a one says. */
function isLeftOrBound(reading: Reading, name: Node, depth: number): boolean {
  const { tree, names } = reading;
  const bindings = names.bindingsOf(name).filter(({ role }) => role !== 'declaration');
  const parameter = bindings.find(({ node }) => tree.kind(node) === Kind.Parameter);
  if (parameter !== undefined) return hasDefault(tree, parameter.node);
  const [only, other] = bindings;
  return only?.role === 'value' && other === undefined && isDefault(reading, only.value, depth - 1);
}

/** `act: Callable = nn.gelu` of a dataclass, or of a module of Flax. */
function isField({ tree, names }: Reading, value: Node): boolean {
  return value !== NONE && tree.kind(tree.parent(value)) === Kind.AnnAssign && tree.kind(names.enclosingDefinition(value)) === Kind.ClassDef;
}
