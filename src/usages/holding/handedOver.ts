/** Layers that a function is handed over together: `relu(norm(x))` where both are parameters that every caller has to give. */
import { callOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import type { Reading } from '../reading';
import { telling } from '../tellingNames';

/** Whether a name is that of such a layer, and says which one it is. */
export function isHandedOver(reading: Reading, node: Node): boolean {
  const { tree, scope } = reading;
  const argument = callOf(tree, node) === NONE ? NONE : tree.nextSibling(node);
  if (tree.kind(node) !== Kind.Name || scope.length === 0 || tree.kind(argument) !== Kind.Call || tree.nextSibling(argument) !== NONE || !telling.test(nameOf(tree, node))) return false;
  return isAskedFor(reading, node) && isAskedFor(reading, tree.firstChild(argument));
}

function isAskedFor({ tree, names }: Reading, name: Node): boolean {
  const [binding, other] = tree.kind(name) === Kind.Name ? names.bindingsOf(name) : [];
  const parameter = binding?.node ?? NONE;
  return other === undefined && tree.kind(parameter) === Kind.Parameter && tree.kind(tree.lastChild(parameter)) === Kind.Identifier;
}
