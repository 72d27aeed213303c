/** What the attributes of a class hold: `self.act` where the class, or one of the same file that it is derived from, binds it. */
import { calleeOf, decoratorsOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { attributesOf, givenTo, namesCounted, type Given } from './attributes';
import { heldByCallers } from '../called/byCallers';
import { isReached } from '../called/defaults';
import { outsideOf, valueInFrame } from '../called/frame';
import { givenByProperty } from '../called/returned';
import { classAnnotated } from './classAnnotated';
import { classOf } from './classOfInstance';
import { givenToObject } from './grown';
import { agreed, uncertain, type Hold, type Holding } from './holding';
import { isBuiltIn, noteCircle, type Reading } from '../reading';
import { takenHolding } from './rows';
import { namedByText } from './targets';

export function attributeHolding(reading: Reading, attribute: Node, hold: Hold): Holding {
  return heldUnder(reading, reading.tree.firstChild(attribute), nameOf(reading.tree, attribute), hold);
}

/** What an object holds under a name. */
function heldUnder(reading: Reading, object: Node, name: string, hold: Hold): Holding {
  if (!reading.locals.heldAttributes.has(name)) return undefined;
  const owner = classOf(reading, object) || classNamed(reading, object);
  // What it is given does not depend on the call that is gone through.
  const outside = outsideOf(reading);
  const holdOutside: Hold = (node) => hold(node, outside);
  const held = (by: Node): Holding => holdingOnce(outside, `${by} ${name}`, by, holdOutside, () => givenTo(reading, by, name).filter((given) => given.isSetting !== true || isOfSettings(reading, by)));
  if (owner) return held(owner);
  const annotated = valueInFrame(reading, object) ? NONE : classAnnotated(reading, object);
  return annotated ? uncertain(held(annotated)) : grownHolding(outside, object, name, holdOutside);
}

/** Whether objects of a class may be the `config` that others give something: no layer is called so. */
function isOfSettings({ tree }: Reading, owner: Node): boolean {
  return /conf|cfg|arg|opt|param|flag|setting|data|namespace/i.test(nameOf(tree, owner));
}

/** The class of the file that a name is: `Acts.gelu`, of a class whose body binds it. */
function classNamed({ tree, names }: Reading, object: Node): Node {
  const definition = names.definitionOf(object);
  return tree.kind(definition) === Kind.ClassDef ? definition : NONE;
}

function grownHolding(reading: Reading, object: Node, name: string, hold: Hold): Holding {
  const { ofObjects, anywhere } = attributesOf(reading);
  const given = givenToObject(reading, ofObjects, anywhere, object, name);
  const [first] = given;
  return first && holdingOnce(reading, `at ${first.node}`, object, hold, () => given);
}

/** `getattr(self, f"act{i}")` */
export function askedByText(reading: Reading, call: Node, hold: Hold): Holding {
  const { object, name } = textAsked(reading, call) ?? {};
  return object === undefined || name === undefined ? undefined : heldUnder(reading, object, name, hold) ?? heldByCounted(reading, object, name, hold);
}

/** What all attributes that a text may count hold alike: `getattr(self, f"relu{i}")` after `self.relu1 = nn.ReLU()` and `self.relu2 = nn.ReLU()`. */
function heldByCounted(reading: Reading, object: Node, name: string, hold: Hold): Holding {
  const owner = name.includes('*') ? classOf(reading, object) : NONE;
  return owner === NONE ? undefined : agreed(reading, namesCounted(reading, owner, name.split('*')).map((each) => heldUnder(reading, object, each, hold)));
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

/** What was found out once, and of what asks for itself nothing. */
function holdingOnce(reading: Reading, key: string, at: Node, hold: Hold, givenHere: () => readonly Given[]): Holding {
  const { held } = attributesOf(reading);
  if (held.has(key)) {
    noteCircle(reading, key, at);
    return held.get(key);
  }
  held.set(key, 'nothing');
  reading.shared.open.push(key);
  const given = givenHere();
  const heldBy = (some: readonly Given[]): Holding => agreed(reading, some.map((each) => givenHolding(reading, each, hold)));
  const holding = heldBy(given) ?? byDefault(reading, given, heldBy);
  held.set(key, holding);
  reading.shared.open.pop();
  return holding;
}

function givenHolding(reading: Reading, { value, target, isField }: Given, hold: Hold): Holding {
  if (target !== undefined && isField) return heldByCallers(reading, target, hold);
  if (target !== undefined) return takenHolding(reading, target, hold);
  if (isField) return uncertain(hold(value));
  return isProperty(reading.tree, value) ? givenByProperty(reading, value, hold) : hold(value);
}

function isProperty(tree: SyntaxTree, value: Node): boolean {
  return tree.kind(value) === Kind.FunctionDef && decoratorsOf(tree, value).some((decorator) => /^(cached_)?property$/.test(nameOf(tree, decorator)));
}

/** What is left of several values where conditions go as the defaults have it. */
function byDefault(reading: Reading, given: readonly Given[], heldBy: (some: readonly Given[]) => Holding): Holding {
  const reached = given.filter(({ value }) => value === NONE || isReached(reading, value));
  return reached.length < given.length ? uncertain(heldBy(reached)) : undefined;
}
