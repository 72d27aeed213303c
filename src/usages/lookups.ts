/**
 * Activations that are looked up by a string: `ACTS["relu"]` in a table of the file, `getattr(nn, "GELU")`,
 * `ACT2FN["gelu"]`, `get_act_layer("silu")`. A key that is no literal is unknown.
 */
import type { Carrier } from '../frameworks/framework';
import { documentedName, findCarriers, findString, findSymbol, findTable, type Found, type FoundCarrier } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { heldSymbol, type Held, type Hold, type Holding } from './holding';
import { isString } from './locals';
import { qualifiedNames, type Reading } from './reading';
import { entryOf, tableOf } from './tables';

export interface Lookup {
  /** The string. */
  readonly key: Node;
  readonly held: Held;
}

/** What a Subscript or Call looks up, if it is an activation. */
export function lookupAt(reading: Reading, node: Node, hold: Hold): Lookup | undefined {
  const { tree } = reading;
  const callee = tree.firstChild(node);
  const second = tree.nextSibling(callee);
  if (tree.kind(node) === Kind.Subscript) return inTable(reading, callee, second, hold);
  if (tree.kind(node) !== Kind.Call || second === NONE) return undefined;
  if (tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === 'get') {
    const found = inTable(reading, tree.firstChild(callee), second, hold);
    if (found) return found;
  }
  return isBuiltIn(reading, callee, 'getattr') ? ofModule(reading, second, tree.nextSibling(second)) : byCarrier(reading, node, callee);
}

export function isBuiltIn({ tree, names }: Reading, callee: Node, name: string): boolean {
  return tree.kind(callee) === Kind.Name && nameOf(tree, callee) === name && names.bindingsOf(callee).length === 0;
}

function inTable(reading: Reading, table: Node, key: Node, hold: Hold): Lookup | undefined {
  const { tree } = reading;
  const text = stringValue(tree, key);
  if (text === undefined) return undefined;
  const module = moduleOfNamespace(reading, table);
  if (module) return ofModule(reading, module, key);
  const own = tableOf(reading, table);
  if (own) return lookup(key, hold(entryOf(reading, own, text)));
  const found = findTable(nameOf(tree, table));
  const [name] = qualifiedNames(reading, table);
  return found && byString(key, text, [found], 'instance', name !== undefined && documentedName(name) === found.carrier.callable);
}

/** `nn` in `nn.__dict__` and `vars(nn)`. */
function moduleOfNamespace(reading: Reading, table: Node): Node {
  const { tree } = reading;
  if (tree.kind(table) === Kind.Attribute) return nameOf(tree, table) === '__dict__' ? tree.firstChild(table) : NONE;
  return tree.kind(table) === Kind.Call && isBuiltIn(reading, calleeOf(tree, table), 'vars') ? tree.nextSibling(calleeOf(tree, table)) : NONE;
}

/** `getattr(nn, "GELU")` */
function ofModule(reading: Reading, module: Node, key: Node): Lookup | undefined {
  const text = stringValue(reading.tree, key);
  if (text === undefined) return undefined;
  for (const name of qualifiedNames(reading, module)) {
    const found = findSymbol(`${name}.${text}`);
    if (found) return { key, held: heldSymbol(found) };
  }
  return undefined;
}

/** What people call their own functions that look an activation up. */
const customary = /^(get|create|build|make)_act(ivation)?(_(fn|func|function|layer|module))?$/;

function byCarrier(reading: Reading, call: Node, callee: Node): Lookup | undefined {
  const { tree } = reading;
  const second = tree.nextSibling(callee);
  if (!isString(tree, tree.kind(second) === Kind.KeywordArgument ? tree.firstChild(second) : second)) return undefined;
  const [first] = callArguments(tree, call);
  const text = first && stringValue(tree, first.value);
  if (first === undefined || text === undefined) return undefined;
  const [name] = qualifiedNames(reading, callee);
  const giving = name === undefined ? [] : findCarriers(name).filter(({ carrier }) =>
    carrier.gives !== undefined && (first.keyword === undefined ? carrier.position === 0 : carrier.argument === first.keyword));
  const [carrier] = giving;
  if (carrier?.carrier.gives !== undefined) return byString(first.value, text, giving, carrier.carrier.gives, true);
  const called = nameOf(tree, callee);
  if (!customary.test(called)) return undefined;
  return byString(first.value, text, reading.scope.map((framework) => ({ framework, carrier: anyCarrier })), called.endsWith('_layer') ? 'class' : 'instance', false);
}

const anyCarrier: Carrier = { callable: '*', argument: '*' };

function byString(key: Node, text: string, carriers: readonly FoundCarrier[], stage: Held['stage'], certain: boolean): Lookup | undefined {
  const found = agreedString(carriers, text);
  return found && { key, held: { found, written: [], stage, certain } };
}

/** What the frameworks mean by a string; nothing where they disagree. */
export function agreedString(carriers: readonly FoundCarrier[], text: string): Found | undefined {
  const found = carriers.flatMap(({ framework }) => {
    const symbol = findString(framework, text);
    return symbol ? [{ framework, symbol }] : [];
  });
  const meanings = new Set(found.map(({ symbol }) => JSON.stringify([symbol.activation, symbol.defaults, symbol.versioned])));
  return meanings.size === 1 ? found[0] : undefined;
}

function lookup(key: Node, holding: Holding): Lookup | undefined {
  return holding === undefined || holding === 'nothing' ? undefined : { key, held: holding };
}
