/** What an object is given that is no `self` and of no class of the file, where it is asked for the same: `net.act = nn.ReLU()`, then `net.act(x)`. */
import { rootOf } from '../../python/qualifiedNames';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Given } from './attributes';
import { classOfSelf } from './classOfSelf';
import type { GivenAnywhere } from './givenToOthers';
import type { Reading } from '../reading';

/** One of the attributes that are given, by the Attribute that is assigned to. */
interface GivenAt extends Given {
  readonly node: Node;
}

/** By the name of the attribute and the text of the object. */
export type GivenByText = Map<string, ReadonlyMap<string, readonly GivenAt[]>>;

/** Nobody gives one object more often an attribute of one name. */
const most = 32;

/** What the object of an attribute is given under its name. */
export function givenToObject(reading: Reading, known: GivenByText, anywhere: GivenAnywhere, object: Node, name: string): readonly GivenAt[] {
  const { tree } = reading;
  const byText = known.get(name) ?? readByText(tree, anywhere, name);
  known.set(name, byText);
  const given = byText.get(tree.textOf(object)) ?? [];
  tree.dependencies?.lead(object, given);
  return given.length > most ? [] : given.filter(({ node }) => isSame(reading, tree.firstChild(node), object));
}

function readByText(tree: SyntaxTree, anywhere: GivenAnywhere, name: string): ReadonlyMap<string, readonly GivenAt[]> {
  const found = new Map<string, GivenAt[]>();
  for (const [{ first }, { target, value }] of anywhere.get(name) ?? []) {
    const text = tree.textOf(tree.firstChild(first + target));
    const known = found.get(text) ?? [];
    known.push({ node: first + target, value: value === undefined ? NONE : first + value, isField: false });
    found.set(text, known);
  }
  return found;
}

function isSame(reading: Reading, receiver: Node, object: Node): boolean {
  const { tree, names } = reading;
  const [one, other] = [rootOf(tree, receiver), rootOf(tree, object)];
  if (one === NONE || other === NONE) return false;
  const owner = tree.kind(object) === Kind.Attribute ? classOfSelf(reading, one) : NONE;
  if (owner !== NONE) return owner === classOfSelf(reading, other);
  const bindings = names.bindingsOf(one);
  // What is bound again, or by who calls, is another object.
  return bindings.length === 1 && bindings === names.bindingsOf(other) && tree.kind(bindings[0]?.node ?? NONE) !== Kind.Parameter;
}
