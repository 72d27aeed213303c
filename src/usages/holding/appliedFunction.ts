/** `SwishFunction.apply`, which applies what a function of the file computes, with a gradient of its own. */
import { basesOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { ownSymbol } from '../formulas/ownSymbols';
import { heldSymbol, type Held } from './holding';
import type { Reading } from '../reading';

export function appliedFunction(reading: Reading, attribute: Node): Held | undefined {
  const { tree, locals } = reading;
  const definition = locals.implementers.has(nameOf(tree, tree.firstChild(attribute))) ? functionApplied(reading, attribute) : NONE;
  const found = definition === NONE ? undefined : ownSymbol(reading, definition);
  return found && { ...heldSymbol(found), stage: 'instance' };
}

/** The class of the file whose `forward` an Attribute applies. */
export function functionApplied({ tree, names }: Reading, attribute: Node): Node {
  const owner = nameOf(tree, attribute) === 'apply' ? tree.firstChild(attribute) : NONE;
  const definition = tree.kind(owner) === Kind.Name ? names.definitionOf(owner) : NONE;
  const isFunction = tree.kind(definition) === Kind.ClassDef && basesOf(tree, definition).some(({ value }) => nameOf(tree, value) === 'Function');
  return isFunction ? definition : NONE;
}
