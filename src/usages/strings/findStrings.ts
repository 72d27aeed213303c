/**
 * Strings that stand for an activation because of where they stand: `Dense(64, "relu")`, `hidden_act="gelu"`,
 * `ACT2FN["silu"]`. A string anywhere else is only a string.
 */
import { documentedName, findTable } from '../../frameworks/lookup';
import { stringValue } from '../../python/literals';
import { assignmentOf, callArguments, calleeOf, callOf, childOf, nameOf, parametersOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { amongNumbers, classAmongNumbers, isRowBySizes, isUnknownClass } from './amongNumbers';
import { argumentPlaces } from './argumentPlaces';
import { ofParameter } from '../configuration/given';
import { ofOthers } from '../configuration/saidByValue';
import { classAround } from '../formulas/bindings';

import { isRowOfLayers } from '../holding/layerRows';
import { telling } from '../tellingNames';
import { isChosenBy } from './choosing';
import { flagValues } from './flags';
import { customaryLookup } from '../holding/lookupNames';
import { isString } from '../locals/knownStrings';
import { layerByName, layersListed } from './layersByName';
import { loopPlaces } from './loops';
import { memberIn, memberName } from './members';
import { defaultsScale, isOfInitialiser, nonlinearitySet } from './nonlinearity';
import { fieldDefault } from './options';
import { branchesOf, mayName, rows, someIsString, stringsIn, tablesChosen } from './namesIn';
import { pairedPlaces } from './pairs';
import { entriesAround, entriesOf, passedAs, type Passed, type Setting } from './passed';
import { anyIn, constant, describedPlaces, everyday, named, namedOrTelling, type Place } from './places';
import { qualifiedNames, type Reading } from '../reading';
import { settingOf } from './settings';
import { textOf, usageOf } from './stringUse';
import { tableOf } from '../holding/tables';
import { amongSizes, unitPlaces } from './units';
import type { Usage } from '../usage';

/** The usages that strings inside a node are because of what the node is. */
export function findStrings(reading: Reading, node: Node): readonly Usage[] {
  const places = placesAt(reading, node);
  return places.length === 0 ? noUsages : places.flatMap((place) => usagesIn(reading, place));
}

const noUsages: readonly Usage[] = [];
const nowhere: readonly Place[] = [];

/** What is passed with something beside it means what a carrier says that takes it so; a string alone what all agree on. */
function usagesIn(reading: Reading, place: Place): Usage[] {
  const { tree } = reading;
  const { value, carriers, certainty, isPlain, call, options } = place;
  const chosen = tablesChosen(reading, value);
  if (chosen.length > 0) return chosen.flatMap((each) => usagesIn(reading, { ...place, value: each }));
  // `act_cfg=(dict(type="ReLU"), dict(type="Sigmoid"))`: one for each of several layers.
  const configured = rows.includes(tree.kind(value)) ? tree.children(value) : [];
  if (configured.length > 0 && configured.every((each) => passedAs(tree, 'dictionary', each))) return configured.flatMap((each) => usagesIn(reading, { ...place, value: each }));
  for (const found of carriers) {
    const passed = passedAs(tree, found.carrier.passing, value);
    const usage = passed && usageOf(reading, passed, [found], certainty);
    if (usage) return [usage];
  }
  const alone = carriers.filter(({ carrier }) => carrier.passing !== 'dictionary' && carrier.passing !== 'sequence');
  if (alone.length === 0) return [];
  const members = membersIn(reading, value);
  if (members.length > 1) return members.flatMap((member) => usageOf(reading, member, alone, certainty) ?? []);
  const wrapped = passedAs(tree, 'dictionary', value) ?? passedAs(tree, 'pair', value) ?? members[0];
  const beside = call === undefined || call.others.length === 0 ? { written: [] } : { written: call.others, expression: call.node };
  const passed = wrapped ? [wrapped] : stringsIn(reading, value, certainty === 'resolved').map((string): Passed => ({ string, ...beside, ...(options ? { written: options } : {}) }));
  // A word of everyday code among names of activations is one of them: `["relu", "linear"]`.
  const isTold = isPlain || passed.some((each) => telling.test(textOf(tree, each.string)));
  return passed.flatMap((each) => (isTold || !everyday.has(textOf(tree, each.string)) ? usageOf(reading, each, alone, certainty, options !== undefined) ?? [] : []));
}

/** The members of an enumeration that a value is, or a list or a condition of it, or the default of a field: `Field(default=Activation.SILU)`. */
function membersIn(reading: Reading, value: Node): Passed[] {
  const { tree } = reading;
  const given = tree.kind(value) === Kind.Call ? fieldDefault(reading, value) : value;
  const parts = rows.includes(tree.kind(given)) ? tree.children(given) : tree.kind(given) === Kind.IfExp ? branchesOf(tree, given) : [given];
  return parts.flatMap((each) => {
    const text = memberName(tree, each);
    return text === undefined ? [] : [{ string: memberIn(tree, each), text, written: [] }];
  });
}

function placesAt(reading: Reading, node: Node): readonly Place[] {
  switch (reading.tree.kind(node)) {
    case Kind.Call:
      return argumentPlaces(reading, node);
    case Kind.List:
      return [...flagValues(reading.tree, node).flatMap(({ name, value }) => named(reading, name, value)), ...specified(reading, node)];
    case Kind.Tuple:
      return specified(reading, node);
    case Kind.Subscript:
      return keyPlaces(reading, node);
    case Kind.Assign:
    case Kind.AnnAssign:
      return assignedPlaces(reading, node);
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
    case Kind.Lambda:
      return defaultPlaces(reading, node);
    case Kind.DictEntry:
      return entryPlaces(reading, node);
    case Kind.Return:
      return returnedPlaces(reading, node);
    case Kind.For:
    case Kind.ComprehensionFor:
      return loopPlaces(reading, node);
    default:
      return [];
  }
}

/** `ACT2FN["gelu"]`: the table is known by its name even where a library imports it from its own parts. */
function keyPlaces(reading: Reading, subscript: Node): readonly Place[] {
  const { tree, names, scope } = reading;
  const table = tree.firstChild(subscript);
  const found = findTable(nameOf(tree, table));
  if (found === undefined || tableOf(reading, table)) return nowhere;
  const key = tree.nextSibling(table);
  const name = names.qualifiedName(table);
  const isResolved = name !== undefined && documentedName(name) === found.carrier.callable;
  if (!isResolved && !scope.includes(found.framework)) return nowhere;
  const call = found.carrier.gives === 'class' ? callOf(tree, subscript) : NONE;
  const passed = call === NONE ? {} : { call: { node: call, others: callArguments(tree, call) } };
  return [{ value: key, carriers: [found], certainty: isResolved ? 'resolved' : 'inferred', isPlain: true, ...passed }];
}

function assignedPlaces(reading: Reading, node: Node): readonly Place[] {
  if (!mayName(reading, reading.tree.lastChild(node))) return nowhere;
  const { targets, value } = assignmentOf(reading.tree, node) ?? { targets: [], value: NONE };
  return targets.flatMap((target) => keptPlaces(reading, target, value));
}

/** What a target is given, or each of several: `width, act = 64, "relu"`. */
function keptPlaces(reading: Reading, target: Node, value: Node): readonly Place[] {
  const { tree } = reading;
  if (tree.kind(target) === Kind.Tuple && tree.kind(value) === Kind.Tuple) {
    const [targets, values] = [tree.children(target), tree.children(value)];
    return targets.length === values.length ? targets.flatMap((each, place) => keptPlaces(reading, each, values[place] ?? NONE)) : nowhere;
  }
  const name = nonlinearitySet(reading, target, value) ?? settingOf(tree, target);
  return constant.test(name) && !isOneChoice(reading, value) ? nowhere : named(reading, name, value);
}

/** `def decoder_activation(self): return "softmax"` */
function returnedPlaces(reading: Reading, statement: Node): readonly Place[] {
  const value = reading.tree.firstChild(statement);
  const isNamed = isString(reading, value) || (reading.tree.kind(value) === Kind.IfExp && stringsIn(reading, value).length > 0);
  const definition = isNamed ? reading.names.enclosingDefinition(statement) : NONE;
  const name = definition === NONE ? '' : nameOf(reading.tree, definition);
  return givingOne.test(name) ? named(reading, name.replace(/_for_\w+$/, ''), value) : nowhere;
}

/** What people call a function that gives the activation of something. */
const givingOne = /(^|_)act(ivation)?(_(fn|func|function|layer))?(_for_\w+)?$/;

/** `ACTIVATIONS = ("gelu", "linear")` sets one; a constant with several says which there are. */
function isOneChoice(reading: Reading, value: Node): boolean {
  return stringsIn(reading, value).filter((string) => !everyday.has(textOf(reading.tree, string))).length === 1;
}

function defaultPlaces(reading: Reading, definition: Node): readonly Place[] {
  if (!mayDefaultToName(reading, childOf(reading.tree, definition, Kind.Parameters))) return nowhere;
  const isConstructor = nameOf(reading.tree, definition) === '__init__';
  const parameters = parametersOf(reading.tree, definition);
  // An initialiser takes one too, by its name or with a mode: it scales weights for it.
  const isOfLayer = (isConstructor || !ofWeights.test(nameOf(reading.tree, definition))) && !parameters.some(({ name }) => name === 'mode');
  const isLookup = isConstructor ? isOfActivation(reading, definition) : looksUp(nameOf(reading.tree, definition));
  return parameters.flatMap(({ name, default: value }) => {
    const called = isLookup && isTold(reading.tree, value) ? 'activation' : name === 'nonlinearity' && isOfLayer ? 'non_linearity' : name;
    const places = namedOrTelling(reading, called, value, () => parameters.map((other) => ({ name: other.name, value: other.default })));
    if (places.length === 0 && defaultsScale(reading, definition, name, textOf(reading.tree, value))) return named(reading, 'non_linearity', value);
    if (places.length > 0 || !isTold(reading.tree, value) || ofOthers.test(name) || name.startsWith('nonlin')) return places;
    const own = { name, definition: isConstructor ? classAround(reading.tree, reading.names, definition) : definition };
    return isChosenBy(reading, own, textOf(reading.tree, value)) ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }] : places;
  });
}

/** What functions are called that draw weights, or reckon how large these are to be. */
const ofWeights = /init|gain|kaiming|xavier|glorot|(^|_)he(_|$)|weight|orthogonal|reset|fan|scale|bound|std/i;

/** Whether a function gives the activation that it is asked for, whatever it calls what it is asked by: `def get_activation(kind="relu")`. */
function looksUp(name: string): boolean {
  return customaryLookup.test(name) && !/^_*activation/i.test(name);
}

/** Whether a method belongs to a class of activations, which is told which one to be: `class ActivationFunction`. */
function isOfActivation({ tree, names }: Reading, method: Node): boolean {
  return ofActivation.test(nameOf(tree, classAround(tree, names, method)));
}

const ofActivation = /^Activation(F(n|unc|unction)|Layer)?$/;

function isTold(tree: SyntaxTree, value: Node): boolean {
  return value !== NONE && telling.test(stringValue(tree, value) ?? '');
}

/** Whether the default of any parameter may be the name of an activation. */
function mayDefaultToName(reading: Reading, parameters: Node): boolean {
  const { tree } = reading;
  for (let parameter = tree.firstChild(parameters); parameter; parameter = tree.nextSibling(parameter)) {
    if (mayName(reading, tree.lastChild(parameter))) return true;
  }
  return false;
}

function entryPlaces(reading: Reading, entry: Node): readonly Place[] {
  const key = reading.tree.firstChild(entry);
  const value = reading.tree.nextSibling(key);
  if (!mayName(reading, value)) return nowhere;
  const written = stringValue(reading.tree, key) ?? constantNamed(reading.tree, key);
  const name = spelledAsName(written);
  const settings = (): readonly Setting[] => entriesAround(reading.tree, entry);
  if (name === 'nonlinearity' && !isOfInitialiser(reading.tree, settings(), textOf(reading.tree, value))) return named(reading, 'non_linearity', value, settings);
  if (ofParameter.test(name)) return describedPlaces(reading, settings(), value);
  if (name === 'class_name') return kerasLayer(reading, value, settings());
  return name === 'class' ? layerPlaces(reading, value, settings()) : (name === written ? namedOrTelling : named)(reading, name, value, settings);
}

/** A key for people to read, or to type, as a name: `Activation Function` is `activation_function`, `act-type` is `act_type`. */
function spelledAsName(key: string): string {
  return ofWords.test(key) ? key.toLowerCase().replaceAll(/[ -]/g, '_') : key;
}

const ofWords = /^[A-Z][a-z]+$|^[A-Za-z]+([ -][A-Za-z]+)+$/;

/** The constant that a key is, as programs keep the names of their settings: `{KEY.READOUT_ACTIVATION: "silu"}`. */
function constantNamed(tree: SyntaxTree, key: Node): string {
  const name = tree.kind(key) === Kind.Name || tree.kind(key) === Kind.Attribute ? nameOf(tree, key) : '';
  return constant.test(name) ? name : '';
}

/** RETURNN's layers are rows of a table that say what they are `from`; one is called after the activation behind it: `{"class": "softmax", "from": "encoder"}`. */
function layerPlaces(reading: Reading, value: Node, settings: readonly Setting[]): readonly Place[] {
  const isLayer = settings.some(({ name }) => name === 'from' || name === 'n_out' || name === 'loss');
  return isLayer && textOf(reading.tree, value) === 'softmax' ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }] : nowhere;
}

/** A layer as Keras writes it into configurations: `{"class_name": "LeakyReLU", "config": {"alpha": 0.3}}`. */
function kerasLayer(reading: Reading, value: Node, settings: readonly Setting[]): readonly Place[] {
  const config = settings.find(({ name }) => name === 'config');
  const isLayer = config !== undefined && /^[A-Z]/.test(textOf(reading.tree, value)) && telling.test(textOf(reading.tree, value));
  return isLayer ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false, options: entriesOf(reading.tree, config.value) }] : nowhere;
}

/** A layer in a table of layers, a row among rows, or what a class makes one of: `Layer([64, "relu", 0.5])`. */
function specified(reading: Reading, row: Node): readonly Place[] {
  const { tree } = reading;
  const units = unitPlaces(reading, tree.firstChild(row));
  if (units.length > 0) return units;
  const listed = layersListed(reading, row);
  if (listed.length > 0) return listed;
  const paired = pairedPlaces(reading, row);
  if (paired.length > 0) return paired;
  const sized = amongSizes(reading, row);
  if (sized.length > 0) return sized;
  const members = membersAmong(reading, row);
  if (members.length > 0) return members;
  const told = classAmongNumbers(reading, tree.children(row));
  if (told !== NONE) return named(reading, 'act_cfg', told);
  if (!someIsString(reading, row)) return nowhere;
  const byClass = layerByName(reading, row);
  if (byClass.length > 0) return byClass;
  if (isRowBySizes(reading, row)) return [{ value: row, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }];
  const parent = tree.parent(row);
  const isOfClass = tree.kind(parent) === Kind.Call && isUnknownClass(reading, qualifiedNames(reading, calleeOf(tree, parent)), parent);
  if (!isOfClass && !rows.includes(tree.kind(parent))) return nowhere;
  const cells = tree.children(row);
  return cells.flatMap((cell) => amongNumbers(reading, cell, cells));
}

/** Members of an enumeration of activations among layers: `[Linear(3, 3), Activation.GELU.value]`. */
function membersAmong(reading: Reading, row: Node): readonly Place[] {
  const { tree } = reading;
  const items = tree.children(row).filter((item) => memberName(tree, item) !== undefined);
  const areLayers = items.length > 0 && isRowOfLayers(tree, row);
  return areLayers ? items.map((value) => ({ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: true })) : nowhere;
}
