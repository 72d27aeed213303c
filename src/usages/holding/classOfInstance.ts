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
  const value = isOwnAttribute(tree, node) ? attributeAt(reading, node) : names.valueOf(node);
  return classMade(reading, value);
}

/** More calls than anyone puts behind one another. */
const mostCalls = 4;

function classMade({ tree, names }: Reading, value: Node): Node {
  let made = value;
  for (let level = 0; level < mostCalls && tree.kind(made) === Kind.Call; level++) {
    const callee = calleeOf(tree, made);
    if (tree.kind(callee) !== Kind.Attribute || !sameModule.test(nameOf(tree, callee))) {
      const definition = names.definitionOf(callee);
      return tree.kind(definition) === Kind.ClassDef ? definition : NONE;
    }
    made = tree.firstChild(callee);
  }
  return NONE;
}
