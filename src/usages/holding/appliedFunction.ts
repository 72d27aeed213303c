/** `SwishFunction.apply`, which applies what a function of the file computes, with a gradient of its own. */
import { basesOf, nameOf } from '../../python/parts';
import { Kind, type Node } from '../../python/syntax';
import { ownSymbol } from '../formulas/ownSymbols';
import { heldSymbol, type Held } from './holding';
import type { Reading } from '../reading';

export function appliedFunction(reading: Reading, attribute: Node): Held | undefined {
  const { tree, names, locals } = reading;
  const owner = tree.firstChild(attribute);
  if (nameOf(tree, attribute) !== 'apply' || tree.kind(owner) !== Kind.Name || !locals.implementers.has(nameOf(tree, owner))) return undefined;
  const definition = names.definitionOf(owner);
  const isFunction = tree.kind(definition) === Kind.ClassDef && basesOf(tree, definition).some(({ value }) => nameOf(tree, value) === 'Function');
  const found = isFunction ? ownSymbol(reading, definition) : undefined;
  return found && { ...heldSymbol(found), stage: 'instance' };
}
