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
    case Kind.Call: {
      const table = tableAsked(tree, node);
      return table === NONE ? NONE : ofTable(reading, table, tree.lastChild(node));
    }
    default:
      return NONE;
  }
}

/** What a table that a parameter is by default has where a call takes it out: `act_cfg["type"]`, `act_cfg.pop("type")` for `act_cfg=dict(type="ReLU")`. */
export function literalByDefault(reading: Reading, node: Node): Literal {
  const { tree } = reading;
  const table = tableAsked(tree, node);
  const key = table === NONE || !mayHold(reading, table) ? undefined : stringValue(tree, tree.lastChild(node));
  const whole = key === undefined ? NONE : defaultOf(reading, table);
  return key === undefined || whole === table ? undefined : literalOf(reading, tableOf(reading, whole), key, node);
}

/** `cfg` of `cfg["act"]`, `cfg.get("act")` and `cfg.pop("act")`, or `NONE`. */
export function tableAsked(tree: SyntaxTree, node: Node): Node {
  const first = tree.firstChild(node);
  if (tree.kind(node) === Kind.Subscript) return first;
  const isGot = tree.kind(node) === Kind.Call && tree.kind(first) === Kind.Attribute && /^(get|pop)$/.test(nameOf(tree, first)) && tree.nextSibling(first) === tree.lastChild(node);
  return isGot ? tree.firstChild(first) : NONE;
}

function literalOf(reading: Reading, table: Node, key: string, at: Node): Literal {
  const entry = table === NONE ? NONE : entryUnlessFilled(reading, table, key, at);
  return entry === NONE ? undefined : literalValue(reading.tree, entry);
}

/** `cfg["act"]`, unless the file gives an entry of that name another value somewhere. */
function ofTable(reading: Reading, table: Node, key: Node): Node {
  const text = mayBeTable(reading, table) ? stringValue(reading.tree, key) : undefined;
  return text === undefined ? NONE : entryUnlessFilled(reading, tableOf(reading, table), text, key);
}

function entryUnlessFilled(reading: Reading, table: Node, key: string, at: Node): Node {
  const entry = entryOf(reading, table, key);
  if (entry === NONE) return NONE;
  reading.tree.dependencies?.askModule(at, entryNamed(key));
  return reading.locals.filled.has(key) ? NONE : entry;
}

/** A cheap test, since most of what is looked up are data. */
function mayBeTable(reading: Reading, table: Node): boolean {
  return reading.tree.kind(table) !== Kind.Name || mayHold(reading, table);
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
