/** Names of activations that a loop goes through: `for act in ["relu", "tanh"]`, `[Net(act=kind) for kind in ("relu", "tanh")]`. */
import { customaryCarriers, findSymbol } from '../../frameworks/lookup';
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { saysOneActivation } from '../tellingNames';
import { customaryLookup } from '../holding/lookupNames';
import { isString } from '../locals/knownStrings';
import { isBuiltIn, qualifiedNames, type Reading } from '../reading';
import { rows } from './namesIn';
import { takesName } from './argumentPlaces';
import { anyIn, constant, named, type Place } from './places';
import { settingOf } from './settings';

/** What a For or a ComprehensionFor goes through. */
export function loopPlaces(reading: Reading, loop: Node): readonly Place[] {
  const { tree } = reading;
  const [target = NONE, given = NONE] = tree.children(loop);
  if (tree.kind(target) === Kind.Tuple) return placesTogether(reading, target, given);
  const values = rowBound(reading, given);
  const places = named(reading, settingOf(tree, target), values);
  if (places.length > 0 || !areNames(reading, values)) return places;
  const within = tree.kind(loop) === Kind.For ? loop : tree.parent(loop);
  return isAskedFor(reading, target, values, within) ? [{ value: values, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }] : [];
}

/** `for i, act in enumerate(["relu", "tanh"])`, `for act, n in zip(["relu", "tanh"], sizes)`, `for act, n in product(["relu", "tanh"], sizes)` */
function placesTogether(reading: Reading, target: Node, values: Node): readonly Place[] {
  const { tree } = reading;
  const called = tree.kind(values) === Kind.Call ? nameOf(tree, calleeOf(tree, values)) : '';
  if (!/^(enumerate|zip|product)$/.test(called)) return [];
  const given = callArguments(tree, values);
  return tree.children(target).flatMap((each, place) => {
    const row = given[called === 'enumerate' ? place - 1 : place]?.value;
    return row === undefined ? [] : named(reading, settingOf(tree, each), rowBound(reading, row));
  });
}

/** The row that a constant holds, which is a choice where a loop goes through it: `for act in ACTIVATIONS`. */
function rowBound({ tree, names }: Reading, values: Node): Node {
  const bound = tree.kind(values) === Kind.Name && constant.test(nameOf(tree, values)) ? names.valueOf(values) : NONE;
  return rows.includes(tree.kind(bound)) ? bound : values;
}

/** Whether all that a row has are names of activations. */
function areNames(reading: Reading, row: Node): boolean {
  const { tree } = reading;
  const items = rows.includes(tree.kind(row)) ? tree.children(row) : [];
  return items.length > 0 && items.every((item) => isString(reading, item) && saysOneActivation(stringValue(tree, item) ?? ''));
}

/** Whether the variable of a loop is passed on as an activation, or looked up in a module that has those: `getattr(nn, name)()`. */
function isAskedFor(reading: Reading, target: Node, values: Node, within: Node): boolean {
  const { tree, scope } = reading;
  const name = tree.kind(target) === Kind.Name ? nameOf(tree, target) : '';
  for (let node = tree.firstInside(within); node < within; node++) {
    if (node === target || tree.kind(node) !== Kind.Name || nameOf(tree, node) !== name) continue;
    const parent = tree.parent(node);
    if (tree.kind(parent) === Kind.KeywordArgument && customaryCarriers(nameOf(tree, parent), scope).length > 0) return true;
    if (tree.kind(parent) === Kind.Call && (isLookedUp(reading, parent, node, values) || isNamed(reading, parent, node))) return true;
  }
  return false;
}

/** `Activation(name)`, `get_activation(name)` */
function isNamed({ tree }: Reading, call: Node, name: Node): boolean {
  const callee = calleeOf(tree, call);
  return tree.nextSibling(callee) === name && (customaryLookup.test(nameOf(tree, callee)) || takesName(nameOf(tree, callee), 0));
}

function isLookedUp(reading: Reading, call: Node, key: Node, values: Node): boolean {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const module = tree.nextSibling(callee);
  if (!isBuiltIn(reading, callee, 'getattr') || tree.nextSibling(module) !== key) return false;
  const text = stringValue(tree, tree.firstChild(values)) ?? '';
  return qualifiedNames(reading, module).some((path) => findSymbol(`${path}.${text}`) !== undefined);
}
