/** Of which class of the file an object is by its annotation: `cfg` of `def __init__(self, cfg: Config)`, and `self.cfg` that is given it. */
import { childOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { attributeAt, isOwnAttribute } from '../formulas/bindings';
import type { Reading } from '../reading';

/** A caller may pass one of a class that is derived from it. */
export function classAnnotated(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  const value = isOwnAttribute(tree, node) ? attributeAt(reading, node) : node;
  const [binding, other] = tree.kind(value) === Kind.Name ? names.bindingsOf(value) : [];
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter) return NONE;
  const annotation = childOf(tree, binding.node, Kind.Annotation);
  const definition = annotation === NONE ? NONE : names.definitionOf(optional(reading, tree.firstChild(annotation)));
  return tree.kind(definition) === Kind.ClassDef ? definition : NONE;
}

/** `Config` of `Optional[Config]` and `Config | None`. */
function optional({ tree }: Reading, type: Node): Node {
  if (tree.kind(type) === Kind.BinOp) return tree.firstChild(type);
  return tree.kind(type) === Kind.Subscript && nameOf(tree, tree.firstChild(type)) === 'Optional' ? tree.lastChild(type) : type;
}
