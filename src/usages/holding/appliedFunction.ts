/** `SwishFunction.apply`, which applies what a function of the file or of the project computes, with a gradient of its own. */
import { basesOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { ownSymbol } from '../formulas/ownSymbols';
import { foundAt, heldSymbol, type Held } from './holding';
import { isImported, type Reading } from '../reading';

export function appliedFunction(reading: Reading, attribute: Node): Held | undefined {
  const { tree, locals } = reading;
  if (nameOf(tree, attribute) === 'apply') {
    const owner = tree.firstChild(attribute);
    const imported = isImported(reading, owner) ? foundAt(reading, owner) : undefined;
    if (imported?.isInferred === true) return { ...heldSymbol(imported), stage: 'instance' };
  }
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
