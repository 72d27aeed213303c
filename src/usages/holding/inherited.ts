/** Attributes of `self` that another file gives: `self.relu(x)` where a class that is derived from another one's binds no `relu`. */
import { basesOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { givenTo } from './attributes';
import { bindingsOf, classAround } from '../formulas/bindings';
import type { Reading } from '../reading';
import { settings } from '../tellingNames';

/** Bases that hold nothing by themselves. */
const bare = /^(object|ABC|Generic|Protocol|(Lightning|Base)?Module|HybridBlock|Layer|Model|Cell|Block|Chain|Link|Function)$/;

/** Whether an attribute of `self` is inherited from an unknown class, or taken over under its name: `self.relu = trunk.relu`. */
export function isFromElsewhere(reading: Reading, attribute: Node): boolean {
  const { tree, names } = reading;
  const name = nameOf(tree, attribute);
  const owner = classAround(tree, names, attribute);
  if (owner === NONE) {
    tree.dependencies?.askAnywhere(attribute);
    return isPutIntoClass(reading, attribute);
  }
  const given = bindingsOf(reading).attributesOf(owner);
  if (given?.has(name)) return isTakenOver(reading, given.get(name) ?? NONE, name);
  return !bindsItself(reading, owner, name) && !isAdded(reading, owner, name) && basesOf(tree, owner).some(({ value }) => isUnknownBase(reading, value));
}

/** Of a function that stands alone and takes `self`, as what replaces a method of another file does: `Block.forward = forward`. */
function isPutIntoClass(reading: Reading, attribute: Node): boolean {
  const { tree, names } = reading;
  const [binding, other] = names.bindingsOf(tree.firstChild(attribute));
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter) return false;
  const parameters = tree.parent(binding.node);
  return tree.firstChild(parameters) === binding.node && tree.kind(tree.parent(parameters)) === Kind.FunctionDef
    && !bindingsOf(reading).around(NONE).byName.has(`self.${nameOf(tree, attribute)}`);
}

function isTakenOver({ tree, names }: Reading, value: Node, name: string): boolean {
  return tree.kind(value) === Kind.Attribute && nameOf(tree, value) === name && names.qualifiedName(value) === undefined && !settings.test(nameOf(tree, tree.firstChild(value)));
}

/** By a method, or by a name in its body. */
function bindsItself(reading: Reading, owner: Node, name: string): boolean {
  const bindings = bindingsOf(reading);
  return bindings.methodsOf(owner)?.has(name) === true
    || (bindings.around(owner).byName.get(name) ?? []).some(({ target }) => reading.names.enclosingDefinition(target) === owner);
}

/** `self.add_module("relu1", nn.ReLU())` */
function isAdded(reading: Reading, owner: Node, name: string): boolean {
  return reading.locals.heldAttributes.has(name) && givenTo(reading, owner, name).length > 0;
}

function isUnknownBase({ tree, names }: Reading, base: Node): boolean {
  return names.definitionNamed(base) === NONE && !bare.test(nameOf(tree, base));
}
