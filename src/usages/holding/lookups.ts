/**
 * Activations that are looked up by a string: `ACTS["relu"]` in a table of the file, `getattr(nn, "GELU")`,
 * `ACT2FN["gelu"]`, `get_act_layer("silu")`. A key that is no literal is unknown.
 */
import type { Framework } from '../../frameworks/framework';
import { documentedName, findSymbol, findTable, isKnownName, type FoundCarrier } from '../../frameworks/lookup';
import { ofThose } from '../../frameworks/ofAnyone';
import { keptIn } from '../called/frame';
import { returnedBy } from '../called/returned';
import { callArguments, calleeOf, callOf, nameOf } from '../../python/parts';
import { importedName, joined } from '../../python/qualifiedNames';
import { Kind, NONE, type Node } from '../../python/syntax';
import { namedInShort } from '../configuration/meanings';
import { namedInModule } from '../namedInModule';
import { takenByBase } from './handedToBase';
import { bindingsOf } from '../formulas/bindings';
import { classOf } from './classOfInstance';
import { heldSymbol, type Held, type Hold, type Holding } from './holding';
import { ownSymbol } from '../formulas/ownSymbols';
import { isString } from '../locals/knownStrings';
import { mayHold } from '../locals/locals';
import { agreedString, anyCarrier, mostUsedFirst, readByOthers, usualString } from '../strings/meaningOfString';
import { customaryLookup, givesClass, isCustomaryTable, isTableOfModule, isTableWhereImported } from './lookupNames';
import { firstOf } from '../parameters';
import { memberName } from '../strings/members';
import { carriersOf, isBuiltIn, qualifiedNames, type Reading } from '../reading';
import { entryOf, tableOf } from './tables';
import { textAround } from './textAround';
import { fallbackOf, wordOf, type Word } from './word';

export interface Lookup {
  /** The string, or the variable that holds it; `NONE` where a call passes neither it nor the activation itself. */
  readonly key: Node;
  readonly held: Held;
}

/** What a Subscript or Call looks up, if it is an activation. */
export function lookupAt(reading: Reading, node: Node, hold: Hold): Lookup | undefined {
  const { tree } = reading;
  const callee = tree.firstChild(node);
  const second = tree.nextSibling(callee);
  if (tree.kind(node) === Kind.Subscript) return inTable(reading, callee, second, hold);
  if (tree.kind(node) !== Kind.Call) return undefined;
  const own = byOwnFunction(reading, node, hold);
  if (own || second === NONE) return own === 'nothing' ? undefined : own;
  if (tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === 'get') {
    const found = inTable(reading, tree.firstChild(callee), second, hold);
    if (found) return found;
  }
  if (isBuiltIn(reading, callee, 'eval')) return evaluated(reading, second, hold);
  if (!isBuiltIn(reading, callee, 'getattr')) return byCarrier(reading, node, callee);
  return ofModule(reading, second, tree.nextSibling(second)) ?? ofClass(reading, second, tree.nextSibling(second));
}

/** What a function of the file gives, and the name that it was asked with. */
function byOwnFunction(reading: Reading, call: Node, hold: Hold): Lookup | 'nothing' | undefined {
  const returned = returnedBy(reading, call, hold);
  const held = returned?.holding;
  if (returned === undefined || held === undefined) return undefined;
  if (held === 'nothing') return 'nothing';
  const word = returned.asked.find(({ argument, literal, holding }) => argument && (typeof literal === 'string' || (holding !== undefined && holding !== 'nothing')));
  const isSure = returned.asked.every((passed) => passed.isSure !== false);
  return { key: word?.argument?.value ?? NONE, held: isSure ? held : { ...held, certain: false } };
}

function inTable(reading: Reading, table: Node, key: Node, hold: Hold): Lookup | undefined {
  const { tree } = reading;
  const word = wordOf(reading, key);
  if (word === undefined) return undefined;
  const module = moduleOfNamespace(reading, table);
  if (module) return ofModule(reading, module, key);
  const own = tableOf(reading, table);
  if (own) return lookup(key, word, hold(entryOf(reading, own, word.text)));
  const [name] = qualifiedNames(reading, table);
  const found = findTable(nameOf(tree, table));
  const isDocumented = found !== undefined && name !== undefined && documentedName(name) === found.carrier.callable;
  const isOthers = !isDocumented && (found === undefined || !reading.scope.includes(found.framework));
  if (isOthers && isTableOfOthers(reading, table, name)) return byAnyone(reading, key, word, 'instance');
  if (found === undefined) return undefined;
  const certain = word.certain && isDocumented;
  const known = byString(key, { ...word, certain }, [found], found.carrier.gives ?? 'instance');
  return known && (certain ? known : { key, held: { ...known.held, found: { ...known.held.found, isInferred: true } } });
}

/** A table that other code of the project writes or fills. */
function isTableOfOthers(reading: Reading, table: Node, name: string | undefined): boolean {
  const called = nameOf(reading.tree, table);
  if (name === undefined) return isCustomaryTable(called) && isRegistry(reading, table);
  return isCustomaryTable(called) || isTableWhereImported(called) || isTableOfModule(name);
}

/** `Activation.GELU.value`: what a member of an enumeration of activations stands for. */
export function memberHolding(reading: Reading, attribute: Node): Holding {
  const { tree } = reading;
  const text = nameOf(tree, attribute) === 'value' ? memberName(tree, attribute) : undefined;
  return text === undefined ? undefined : byAnyone(reading, attribute, { text, certain: false }, 'instance')?.held;
}

/** `ACTIVATIONS = Registry("activation")`, which other code fills; what is kept in `{}` may be outputs too, unless it is called at once. */
function isRegistry({ tree, names }: Reading, table: Node): boolean {
  const value = tree.kind(table) === Kind.Name ? names.valueOf(table) : NONE;
  if (tree.kind(value) === Kind.Dict) return tree.firstChild(value) === NONE && callOf(tree, tree.parent(table)) !== NONE;
  return tree.kind(value) === Kind.Call && /^(Class|Lazy|Fn|Function)?Registry$/.test(nameOf(tree, calleeOf(tree, value)));
}

/** What a table of the file has under a key: `ACTS["tanh"]`, `ACTS.get(act)`. */
export function entryAsked(reading: Reading, node: Node): { readonly entry: Node; readonly isSure: boolean } | undefined {
  const { tree } = reading;
  const kind = tree.kind(node);
  const callee = tree.firstChild(node);
  const isGot = kind === Kind.Call && tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === 'get';
  const word = kind === Kind.Subscript || isGot ? wordOf(reading, tree.nextSibling(callee)) : undefined;
  const table = word === undefined ? NONE : tableOf(reading, isGot ? tree.firstChild(callee) : callee);
  return word === undefined || table === NONE ? undefined : { entry: entryOf(reading, table, word.text), isSure: word.certain };
}

/** `nn` in `nn.__dict__` and `vars(nn)`. */
function moduleOfNamespace(reading: Reading, table: Node): Node {
  const { tree } = reading;
  if (tree.kind(table) === Kind.Attribute) return nameOf(tree, table) === '__dict__' ? tree.firstChild(table) : NONE;
  return tree.kind(table) === Kind.Call && isBuiltIn(reading, calleeOf(tree, table), 'vars') ? tree.nextSibling(calleeOf(tree, table)) : NONE;
}

/** `getattr(nn, "GELU")` */
function ofModule(reading: Reading, module: Node, key: Node): Lookup | undefined {
  const word = wordOf(reading, key);
  if (word === undefined) return undefined;
  for (const name of qualifiedNames(reading, module)) {
    const found = findSymbol(`${name}.${word.text}`);
    if (found) return lookup(key, word, heldSymbol(found));
    if (ofActivations.test(name) && isKnownName(word.text)) return byAnyone(reading, key, word, 'function');
  }
  return undefined;
}

/** A module of activations that the project has: `getattr(activations, "softmax")`. */
const ofActivations = /(^|\.)\w*(activations?|non_?linearit(y|ies))(_f(n|unc|unction)s?)?$/i;

/** What a class of the file computes under the name that a variable holds: `getattr(Activations, act)`, `getattr(self, act)`. */
function ofClass(reading: Reading, object: Node, key: Node): Lookup | undefined {
  if (!mayHold(reading, key)) return undefined;
  const definition = classOf(reading, object) || reading.names.definitionOf(object);
  const word = reading.tree.kind(definition) === Kind.ClassDef ? wordOf(reading, key) : undefined;
  const method = word === undefined ? NONE : bindingsOf(reading).methodsOf(definition)?.get(word.text) ?? NONE;
  const found = method === NONE ? undefined : ownSymbol(reading, method);
  return found && word && lookup(key, word, heldSymbol(found));
}

/** `eval(act)` and `eval(f"nn.{act}()")`, where the text names what PyTorch has, or calls it without arguments; or what the file imports or defines. */
function evaluated(reading: Reading, code: Node, hold: Hold): Lookup | undefined {
  const around = textAround(reading.tree, code);
  const key = around?.key ?? code;
  const word = reading.tree.kind(code) === Kind.FString && around === undefined ? undefined : wordOf(reading, key);
  if (word === undefined) return undefined;
  const text = around === undefined ? word.text : `${around.before}${word.text}${around.after}`;
  const short = text.replace(/^torch\.nn\.(?!functional)/, 'nn.').replace(/^nn\.modules\.activation\./, 'nn.');
  const found = short.length < text.length ? namedInShort(short) : namedInModule(reading, text, code);
  const held = found && heldSymbol(found);
  return held ? lookup(key, word, text.endsWith(')') ? { ...held, stage: 'instance' } : held) : lookup(key, word, meantBy(reading, text, code, hold));
}

/** What a name is through the imports, definitions and variables of the file: `eval("ReLU")` beside `from keras.layers import ReLU`. */
function meantBy(reading: Reading, text: string, at: Node, hold: Hold): Holding {
  const [root = '', ...rest] = text.split('.');
  const binding = /^[A-Za-z_][\w.]*$/.test(text) ? reading.names.bindingOf(root, at) : undefined;
  if (binding?.role === 'import') {
    const found = findSymbol(joined(importedName(reading.tree, binding.node), rest));
    return found && heldSymbol(found);
  }
  if (binding === undefined || rest.length > 0) return undefined;
  const own = binding.role === 'definition' ? ownSymbol(reading, binding.node) : undefined;
  return binding.role === 'value' ? hold(binding.value) : own && heldSymbol(own);
}

function byCarrier(reading: Reading, call: Node, callee: Node): Lookup | undefined {
  const { tree } = reading;
  const second = tree.nextSibling(callee);
  const value = settingBehind(reading, callee, second) || (tree.kind(second) === Kind.KeywordArgument ? tree.firstChild(second) : second);
  if (!isString(reading, value) && !mayHold(reading, keptIn(tree, value)) && fallbackOf(reading, value) === undefined) return undefined;
  const [first, word] = [callArguments(tree, call)[0], wordOf(reading, value)];
  // The text of `None` names nothing; what has it for a name gives no activation, and most refuse it.
  if (first === undefined || word === undefined || word.text === 'None') return undefined;
  const giving = carriersOf(qualifiedNames(reading, callee)).filter(({ carrier }) =>
    carrier.gives !== undefined && (first.keyword === undefined ? carrier.position === 0 : carrier.argument === first.keyword));
  const [carrier] = giving;
  const others = carrier?.carrier.passing === 'call' ? callArguments(tree, call).slice(1) : [];
  if (carrier?.carrier.gives !== undefined) return byString(value, { ...word, written: [...word.written ?? [], ...others] }, giving, carrier.carrier.gives);
  if (!isCustomary(reading, callee, value)) return undefined;
  return byAnyone(reading, value, word, isNamedIn(reading, callee) || givesClass(nameOf(tree, callee)) ? 'class' : 'instance');
}

/** What the libraries of the file mean by a name, else most libraries, where other code of the project reads it. */
function byAnyone({ scope }: Reading, key: Node, word: Word, stage: Held['stage']): Lookup | undefined {
  const any = (asked: readonly Framework[]): FoundCarrier[] => asked.map((framework) => ({ framework, carrier: anyCarrier }));
  const found = firstOf([scope, mostUsedFirst], (asked) => agreedString(any(asked), word.text)) ?? usualString(any(scope), word.text);
  return found && lookup(key, word, { found: { ...readByOthers(ofThose(scope, found), word.text), isInferred: true }, written: word.written ?? [], stage, certain: false });
}

/** Whether what is called is what people call to look an activation up. */
function isCustomary(reading: Reading, callee: Node, value: Node): boolean {
  const called = nameOf(reading.tree, callee);
  return isNamedIn(reading, callee) || customaryLookup.test(called) || isBuiltFrom(nameOf(reading.tree, value), called) || isGotFrom(reading, callee);
}

/** A registry of activations gives the class of a name: `Activation.by_name("relu")()`. */
function isNamedIn({ tree }: Reading, callee: Node): boolean {
  return tree.kind(callee) === Kind.Attribute && /^(get_)?by_name$/.test(nameOf(tree, callee)) && /^Activations?$/.test(nameOf(tree, tree.firstChild(callee)));
}

/** A module of activations, as Keras has it, or an object of them: `activations.get("relu")`, `self.activation_functions.get("softmax")`. */
function isGotFrom({ tree }: Reading, callee: Node): boolean {
  return tree.kind(callee) === Kind.Attribute && nameOf(tree, callee) === 'get' && /^activation(s|_f(unction|unc|n)s)$/.test(nameOf(tree, tree.firstChild(callee)));
}

/** A registry that builds from a configuration: `MODELS.build(act_cfg)`. */
function isBuiltFrom(argument: string, called: string): boolean {
  return called === 'build' && /(^|_)act(ivation)?_(cfg|config)$/.test(argument);
}

/** `resolve_act_layer(kwargs, "relu")` takes what applies where the options say nothing. */
function settingBehind(reading: Reading, callee: Node, options: Node): Node {
  const { tree } = reading;
  const value = tree.nextSibling(options);
  return isString(reading, value) && tree.kind(options) === Kind.Name && customaryLookup.test(nameOf(tree, callee)) ? value : NONE;
}

/** What a class hands to its base, which keeps it: an activation, or the function that its name stands for. */
export function keptByBase(reading: Reading, argument: Node, hold: Hold): Holding {
  const value = reading.tree.firstChild(argument);
  const word = wordOf(reading, value);
  return hold(value) ?? (word && byString(value, word, takenByBase(reading, argument), 'function')?.held);
}

function byString(key: Node, word: Word, carriers: readonly FoundCarrier[], stage: Held['stage']): Lookup | undefined {
  const found = agreedString(carriers, word.text);
  return found && lookup(key, word, { found, written: word.written ?? [], stage, certain: true });
}

function lookup(key: Node, word: Word, holding: Holding): Lookup | undefined {
  return holding === undefined || holding === 'nothing' ? undefined : { key, held: { ...holding, certain: holding.certain && word.certain } };
}
