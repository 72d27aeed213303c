/** Constructors of the file's own classes, as the classes derived from them call them. */
import { basesOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { bindingsOf, classAround } from '../formulas/bindings';
import type { Reading } from '../reading';

interface Constructor {
  readonly method: Node;
  /** How many of its parameters stand before the first that the call passes. */
  readonly before: number;
}

/** What `super().__init__` and `Base.__init__` are, where the file has the class and the class its constructor. */
export function constructorOfBase(reading: Reading, callee: Node): Constructor | undefined {
  const { tree, names } = reading;
  if (tree.kind(callee) !== Kind.Attribute || nameOf(tree, callee) !== '__init__') return undefined;
  const receiver = tree.firstChild(callee);
  const isSuper = tree.kind(receiver) === Kind.Call && nameOf(tree, tree.firstChild(receiver)) === 'super';
  const owner = isSuper ? classAround(tree, names, callee) : NONE;
  const [base = NONE] = isSuper && owner ? basesOf(tree, owner).map(({ value }) => value) : [receiver];
  const definition = tree.kind(base) === Kind.Name ? names.definitionOf(base) : NONE;
  const method = tree.kind(definition) === Kind.ClassDef ? bindingsOf(reading).methodsOf(definition)?.get('__init__') : undefined;
  return method === undefined ? undefined : { method, before: isSuper ? 1 : 0 };
}
