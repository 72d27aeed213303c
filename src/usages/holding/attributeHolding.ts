/** What the attributes of a class hold: `self.act` where the class, or one of the same file that it is derived from, binds it. */
import { nameOf } from '../../python/parts';
import { NONE, type Node } from '../../python/syntax';
import { attributesOf, givenTo, type Given } from './attributes';
import { isReached } from '../called/defaults';
import { outsideOf } from '../called/frame';
import { classOf } from './classOfInstance';
import { agreed, uncertain, type Hold, type Holding } from './holding';
import { noteCircle, type Reading } from '../reading';

export function attributeHolding(reading: Reading, attribute: Node, hold: Hold): Holding {
  const { tree, locals } = reading;
  const name = nameOf(tree, attribute);
  if (!locals.holders.has(name)) return undefined;
  const owner = classOf(reading, tree.firstChild(attribute));
  // What it is given does not depend on the call that is gone through.
  const outside = outsideOf(reading);
  return owner ? holdingIn(outside, owner, name, (node) => hold(node, outside)) : undefined;
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
