/** What a layer of a library keeps of what it is made with: `self.activation` where a class derived from `LSTM` hands one on to it. */
import type { FoundCarrier } from '../../frameworks/lookup';
import { basesOf, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { classAround } from '../formulas/bindings';
import { carriersOf, qualifiedNames, type Reading } from '../reading';

/** Libraries whose layers keep the function that a name stands for under the argument's name. */
const keeping: ReadonlySet<string> = new Set(['keras', 'tf-keras', 'haiku', 'equinox', 'flax', 'pytorch']);

/** Whether a KeywordArgument is one of `super().__init__(…)`, or of a base's own `__init__`. */
export function isOfConstructor(tree: SyntaxTree, argument: Node): boolean {
  const call = tree.parent(argument);
  const callee = tree.kind(call) === Kind.Call ? calleeOf(tree, call) : NONE;
  return tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === '__init__';
}

/** The class of whose instances a base keeps an argument, or `NONE`. */
export function keeperOf(reading: Reading, argument: Node): Node {
  return takenByBase(reading, argument).length > 0 ? classAround(reading.tree, reading.names, argument) : NONE;
}

/** How the first base that is a library's, and keeps it, takes an argument. */
export function takenByBase(reading: Reading, argument: Node): readonly FoundCarrier[] {
  const { tree, names } = reading;
  const owner = classAround(tree, names, argument);
  for (const { value: base } of owner === NONE ? [] : basesOf(tree, owner)) {
    const taken = carriersOf(qualifiedNames(reading, base)).filter(({ framework, carrier }) => carrier.argument === nameOf(tree, argument) && keeping.has(framework.id));
    if (taken.length > 0) return taken;
  }
  return [];
}

/** What the first base that is a library's takes by its constructor, where that is called by `super().__init__`. */
export function carriersOfBase(reading: Reading, callee: Node): readonly FoundCarrier[] {
  const { tree, names } = reading;
  const receiver = tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === '__init__' ? tree.firstChild(callee) : NONE;
  const isSuper = tree.kind(receiver) === Kind.Call && nameOf(tree, calleeOf(tree, receiver)) === 'super';
  const owner = isSuper ? classAround(tree, names, callee) : NONE;
  const bases = owner === NONE ? [] : basesOf(tree, owner).map(({ value }) => carriersOf(qualifiedNames(reading, value)));
  return bases.find((carriers) => carriers.length > 0) ?? [];
}
