/** Of which class of the file an object is: `model` after `model = Net().to(device)`, `self.model` where that is given one. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { classOfSelf } from './classOfSelf';
import { attributeAt, isOwnAttribute } from '../formulas/bindings';
import { sameModule } from './holding';
import type { Reading } from '../reading';

/** The class whose methods `node` has; `NONE` where that is not sure. */
export function classOf(reading: Reading, node: Node): Node {
  return classOfSelf(reading, node) || classOfInstance(reading, node);
}

function classOfInstance(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  const call = creationOf(reading, node);
  const definition = call === NONE ? NONE : names.definitionOf(calleeOf(tree, call));
  return tree.kind(definition) === Kind.ClassDef ? definition : NONE;
}

/** More calls than anyone puts behind one another. */
const mostCalls = 4;

/** The call whose result an object is, but for what hands on the same: `Net()` of `model = Net().to(device)`. */
export function creationOf(reading: Reading, object: Node): Node {
  const { tree, names } = reading;
  let made = isOwnAttribute(tree, object) ? attributeAt(reading, object) : names.valueOf(object);
  for (let level = 0; level < mostCalls && tree.kind(made) === Kind.Call; level++) {
    const callee = calleeOf(tree, made);
    if (tree.kind(callee) !== Kind.Attribute || !sameModule.test(nameOf(tree, callee))) return made;
    made = tree.firstChild(callee);
  }
  return NONE;
}
