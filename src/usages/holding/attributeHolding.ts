/** What the attributes of a class hold: `self.act` where the class, or one of the same file that it is derived from, binds it. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { attributesOf, givenTo, type Given } from './attributes';
import { isReached } from '../called/defaults';
import { outsideOf } from '../called/frame';
import { classOf } from './classOfInstance';
import { agreed, uncertain, type Hold, type Holding } from './holding';
import { isBuiltIn, noteCircle, type Reading } from '../reading';
import { namedByText } from './targets';

export function attributeHolding(reading: Reading, attribute: Node, hold: Hold): Holding {
  return heldUnder(reading, reading.tree.firstChild(attribute), nameOf(reading.tree, attribute), hold);
}

/** What an object holds under a name. */
function heldUnder(reading: Reading, object: Node, name: string, hold: Hold): Holding {
  if (!reading.locals.holders.has(name)) return undefined;
  const owner = classOf(reading, object);
  // What it is given does not depend on the call that is gone through.
  const outside = outsideOf(reading);
  return owner ? holdingIn(outside, owner, name, (node) => hold(node, outside)) : undefined;
}

/** `getattr(self, f"act{i}")` */
export function askedByText(reading: Reading, call: Node, hold: Hold): Holding {
  const { object, name } = textAsked(reading, call) ?? {};
  return object === undefined || name === undefined ? undefined : heldUnder(reading, object, name, hold);
}

/** What `getattr` is asked of an object. */
export function textAsked(reading: Reading, call: Node): { readonly object: Node; readonly text: Node; readonly name: string } | undefined {
  const { tree } = reading;
  if (tree.kind(call) !== Kind.Call || !isBuiltIn(reading, calleeOf(tree, call), 'getattr')) return undefined;
  const object = tree.nextSibling(calleeOf(tree, call));
  const text = tree.nextSibling(object);
  const name = text === NONE || tree.nextSibling(text) !== NONE ? undefined : namedByText(tree, text);
  return name === undefined ? undefined : { object, text, name };
}

function holdingIn(reading: Reading, owner: Node, name: string, hold: Hold): Holding {
  const { held } = attributesOf(reading);
  const key = `${owner} ${name}`;
  if (held.has(key)) {
    noteCircle(reading, key, owner);
    return held.get(key);
  }
  held.set(key, 'nothing');
  reading.shared.open.push(key);
  const given = givenTo(reading, owner, name);
  const heldBy = (some: readonly Given[]): Holding => agreed(reading, some.map(({ value, isField }) => (isField ? uncertain(hold(value)) : hold(value))));
  const holding = heldBy(given) ?? byDefault(reading, given, heldBy);
  held.set(key, holding);
  reading.shared.open.pop();
  return holding;
}

/** What is left of several values where conditions go as the defaults have it. */
function byDefault(reading: Reading, given: readonly Given[], heldBy: (some: readonly Given[]) => Holding): Holding {
  const reached = given.filter(({ value }) => value === NONE || isReached(reading, value));
  return reached.length < given.length ? uncertain(heldBy(reached)) : undefined;
}
