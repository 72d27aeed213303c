/**
 * What a file itself writes as a setting, where that is read back: `cfg["act"]` of `cfg = {"act": "gelu"}`, `args.act` of
 * `parser.add_argument("--act", default="gelu")`, `config.act` of a class, or of the call that makes the object. Any of them may be set to another elsewhere.
 */
import { literalValue, stringValue, type Literal } from '../../python/literals';
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { attributesOf, givenByOthers, givenTo } from './attributes';
import { classAnnotated } from './classAnnotated';
import { creationOf } from './classOfInstance';
import { classOfSelf } from './classOfSelf';
import { defaultsOfOption } from './commandLine';
import { givenToObject } from './grown';
import { entryOf, partNamed, tableOf } from './tables';
import { entryNamed } from '../locals/filled';
import { mayHold } from '../locals/locals';
import type { Reading } from '../reading';

/** The literal of a setting; undefined where it is read from nothing that the file writes, or from several that differ. */
export function literalAt(reading: Reading, node: Node): Literal {
  const value = settingAt(reading, node);
  return value === NONE ? undefined : literalValue(reading.tree, value);
}

/** The expression that a setting is given, or `NONE`. */
export function settingAt(reading: Reading, node: Node): Node {
  const { tree } = reading;
  switch (tree.kind(node)) {
    case Kind.Attribute:
      return reading.locals.heldAttributes.has(nameOf(tree, node)) ? onlyOne(tree, ofObject(reading, node)) : NONE;
    case Kind.Subscript:
      return ofTable(reading, tree.firstChild(node), tree.lastChild(node));
    case Kind.Call:
      return tree.kind(calleeOf(tree, node)) === Kind.Attribute ? gotFrom(reading, node) : NONE;
    default:
      return NONE;
  }
}

/** `cfg["act"]`, unless the file gives an entry of that name another value somewhere. */
function ofTable(reading: Reading, table: Node, key: Node): Node {
  const { tree, locals } = reading;
  const text = mayBeTable(reading, table) ? stringValue(tree, key) : undefined;
  const entry = text === undefined ? NONE : entryOf(reading, tableOf(reading, table), text);
  if (text === undefined || entry === NONE) return NONE;
  tree.dependencies?.askModule(key, entryNamed(text));
  return locals.filled.has(text) ? NONE : entry;
}

/** A cheap test, since most of what is looked up are data. */
function mayBeTable(reading: Reading, table: Node): boolean {
  return reading.tree.kind(table) !== Kind.Name || mayHold(reading, table);
}

/** `cfg.get("act")` */
function gotFrom(reading: Reading, call: Node): Node {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const key = tree.nextSibling(callee);
  return nameOf(tree, callee) === 'get' && key !== NONE && tree.nextSibling(key) === NONE ? ofTable(reading, tree.firstChild(callee), key) : NONE;
}

/** What the object of an attribute is given under its name, by whatever gives it something. */
function ofObject(reading: Reading, attribute: Node): readonly Node[] {
  const { tree, names } = reading;
  const [object, name] = [tree.firstChild(attribute), nameOf(tree, attribute)];
  if (classOfSelf(reading, object) !== NONE) return [];
  const { ofObjects, anywhere } = attributesOf(reading);
  const later = givenToObject(reading, ofObjects, anywhere, object, name).map(({ value }) => value);
  const definition = classAnnotated(reading, object) || names.definitionOf(object);
  if (tree.kind(definition) === Kind.ClassDef) return givenBy(reading, definition, name);
  const part = partNamed(reading, attribute);
  if (part !== NONE) return [part, ...later];
  const options = ofOptions(reading, attribute);
  return options.length > 0 ? options : [...ofMade(reading, object, name), ...later];
}

/** What an option is by default, and what is given to anything else than `self` under its name: who gives and who reads may call what is parsed differently. */
function ofOptions(reading: Reading, attribute: Node): readonly Node[] {
  const { tree } = reading;
  const [options, name] = [defaultsOfOption(reading, attribute), nameOf(tree, attribute)];
  const others = options.length === 0 ? [] : givenByOthers(reading, attribute, name).map(({ value }) => value);
  return [...options, ...others.filter((value) => tree.kind(value) !== Kind.Attribute || nameOf(tree, value) !== name)];
}

/** What the call that makes an object passes under a name, else what its class gives: `Config(act="gelu")`, `Config()`. */
function ofMade(reading: Reading, object: Node, name: string): readonly Node[] {
  const { tree, names } = reading;
  const call = creationOf(reading, object);
  const definition = call === NONE ? NONE : names.definitionOf(calleeOf(tree, call));
  if (tree.kind(definition) !== Kind.ClassDef) return [];
  const written = callArguments(tree, call);
  const passed = written.find(({ keyword }) => keyword === name);
  if (passed) return [passed.value];
  return written.every(({ keyword }) => keyword !== undefined) ? givenBy(reading, definition, name) : [NONE];
}

function givenBy(reading: Reading, definition: Node, name: string): readonly Node[] {
  return givenTo(reading, definition, name).map(({ value }) => defaultOf(reading, value));
}

/** The default of a parameter that is kept as it is. */
function defaultOf({ tree, names }: Reading, value: Node): Node {
  const [binding, other] = tree.kind(value) === Kind.Name ? names.bindingsOf(value) : [];
  return binding !== undefined && other === undefined && tree.kind(binding.node) === Kind.Parameter ? tree.lastChild(binding.node) : value;
}

function onlyOne(tree: SyntaxTree, [value = NONE, ...others]: readonly Node[]): Node {
  return others.every((other) => other !== NONE && tree.textOf(other) === tree.textOf(value)) ? value : NONE;
}
