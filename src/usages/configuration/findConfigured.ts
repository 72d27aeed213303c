/** Finds the activations that a configuration names, from its marks, its keys and the company they are in. */
import { findActivation } from '../../activations/catalogue';
import { findFramework } from '../../frameworks/catalogue';
import type { Framework } from '../../frameworks/framework';
import { findCarriers, findSymbol } from '../../frameworks/lookup';
import { saysOneActivation } from '../tellingNames';
import type { Certainty, Usage } from '../usage';
import { activationKey, isEverydayWord, isUnmistakable, plainKey, speaksOfModels, type KeyStrength } from './keys';
import { choicesIn } from './choices';
import { flagsIn, flagsOfCommand } from './flags';
import { constructors, describes, nameOfParameter, parameterOf, scalarsIn, settledByKey } from './given';
import { layersListed } from './layers';
import { namedAnywhere, namedByPath, namedIn, namedInShort, type Named } from './meanings';
import { originOf, type Origin } from './origin';
import { isOptionsOf } from '../strings/passed';
import { openedTo } from '../parameters';
import { meaningOf } from './parameters';
import { findInPython } from './pythonInside';
import { isGivenAnyhow, maySayByValue, saysByValue } from './saidByValue';
import { optionSwitched, switchedOn } from './switches';
import { betweenSizes, besideSizes, cellsOf } from './sizes';
import { textAt, textOf, valueAt, type Entry, type Fields, type Scalar, type Value } from './values';

/** What is known of the place where a value stands. */
interface Place {
  readonly origin: Origin;
  /** How many keys of the file, or where it is, say that it is about a model. */
  readonly evidence: number;
  readonly path: readonly string[];
  /** The whole file. */
  readonly text: string;
}

const unknown: Origin = { framework: undefined, isCertain: false };

/** In the order of the text; each place once. */
export function findConfigured(roots: readonly Value[], text: string, isOfModels: boolean): Usage[] {
  const evidence = new Set(roots.flatMap((root) => [...keysIn(root, text)]).filter(speaksOfModels)).size + Number(isOfModels) + Number(roots.some(namesUnmistakably));
  const byPlace = new Map<number, Usage>();
  for (const root of roots) {
    for (const usage of usagesIn(root, { origin: unknown, evidence, path: [], text })) {
      if (!byPlace.has(usage.span.start)) byPlace.set(usage.span.start, usage);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Whether any setting of an activation is given a name that nothing else has. */
function namesUnmistakably(value: Value): boolean {
  if (value.kind === 'scalar') return false;
  if (value.kind === 'list') return value.items.some(namesUnmistakably);
  return value.entries.some(({ key, value: given }) => isUnmistakable(textOf(given) ?? '', key) || namesUnmistakably(given));
}

function* keysIn(value: Value, text: string): Generator<string> {
  for (const { key } of flagsAt(value, text)) yield key;
  if (value.kind === 'list') for (const item of value.items) yield* keysIn(item, text);
  if (value.kind !== 'fields') return;
  yield nameOfParameter(value) ?? '';
  for (const entry of value.entries) {
    yield entry.key;
    yield* keysIn(entry.value, text);
  }
}

/** What a list of words, or a command that is one text, starts a program with. */
function flagsAt(value: Value, text: string): Entry[] {
  if (value.kind === 'list') return flagsIn(value.items, text);
  return value.kind === 'scalar' ? flagsOfCommand(value, text) : [];
}

function usagesIn(value: Value, place: Place): Usage[] {
  const started = flagsAt(value, place.text).flatMap((flag) => [...assigned(flag, noFields, place), ...(flag.value.kind === 'scalar' ? findInPython(place.text, flag.value) : [])]);
  if (value.kind === 'scalar') return started;
  if (value.kind === 'list') {
    const inItems = value.items.flatMap((item) => [...(item.kind === 'scalar' ? made(item, place) : []), ...usagesIn(item, place)]);
    return [...listed(value.items, place), ...sized(value.items, place), ...started, ...inItems];
  }
  const here = { ...place, origin: originOf(value) ?? place.origin };
  return [
    ...constructed(value, here),
    ...processed(value, here),
    ...parameterOf(value).flatMap((parameter) => assigned(parameter, noFields, here)),
    ...value.entries.flatMap((entry) => [
      ...assigned(entry, value, here),
      ...switched(entry, value, here),
      ...(entry.value.kind === 'scalar' ? [...findInPython(place.text, entry.value), ...sized(cellsOf(entry.value, place.text), here)] : []),
      ...usagesIn(entry.value, { ...here, path: [...here.path, entry.key] }),
    ]),
  ];
}

/** A step that is applied to what a model gives: `postprocessing: [{name: sigmoid}]`. */
function processed(fields: Fields, place: Place): Usage[] {
  if (!/^post_?processing$/i.test(place.path.at(-1) ?? '')) return [];
  const name = valueAt(fields, 'name') ?? valueAt(fields, 'id');
  const named = /^(sigmoid|softmax|tanh|relu)$/.test(textOf(name) ?? '') ? namedAnywhere(textOf(name) ?? '') : undefined;
  return named && name?.kind === 'scalar' ? usageOf(name, withoutDefaults(named), 'inferred', place, undefined) : [];
}

const noFields: Fields = { kind: 'fields', entries: [] };

function listed(items: readonly Value[], place: Place): Usage[] {
  return layersListed(items).flatMap(({ name, options, isOpen }) => {
    const found = namedAnywhere(textOf(name) ?? '');
    const named = found && (isOpen ? withoutDefaults(found) : found);
    return named ? usageOf(name, { ...named, symbol: openedTo(named.symbol, options.entries.map(({ key }) => key)) }, 'inferred', place, options) : [];
  });
}

/** What stands between the sizes of layers, or beside each. */
function sized(cells: readonly Value[], place: Place): Usage[] {
  return [...betweenSizes(cells), ...besideSizes(cells)].flatMap((name) => {
    const named = namedAnywhere(textOf(name) ?? '');
    return named ? usageOf(name, withoutDefaults(named), 'inferred', place, undefined) : [];
  });
}

/** What a row of a table of layers makes: `[-1, 1, Conv, [64, 1, 1, nn.LeakyReLU(0.1)]]`. */
function made(scalar: Scalar, place: Place): Usage[] {
  const named = namedInShort(textOf(scalar) ?? '');
  return named ? usageOf(scalar, named, 'inferred', place, undefined) : findInPython(place.text, scalar);
}

/** Fields that name a class and its arguments: of Hydra, of Lightning, or a layer of a Keras model. */
function constructed(fields: Fields, place: Place): Usage[] {
  for (const { key, inside } of constructors) {
    const name = valueAt(fields, key);
    const text = textOf(name);
    if (name?.kind !== 'scalar' || text === undefined) continue;
    if (gettersOfHydra.test(text)) return gotten(fields, place);
    const named = key === 'op' ? operator(text, fields) : namedByPath(text) ?? (key === 'class_name' ? kerasLayer(text, place.origin) : undefined);
    const written = inside === undefined ? fields : valueAt(fields, inside);
    const here = { ...place, path: [...place.path, key] };
    if (named) return usageOf(name, named, 'resolved', here, written?.kind === 'fields' ? written : undefined);
    const unseen = ofUnseenModule(isLogarithm(fields) ? text.replace(/Softmax$/, 'LogSoftmax') : text);
    if (unseen) return usageOf(name, unseen, 'inferred', here, written?.kind === 'fields' ? written : undefined);
  }
  return ofModule(fields, place);
}

/** What Hydra only looks up: `{_target_: hydra.utils.get_method, path: torch.nn.functional.gelu}`. */
const gettersOfHydra = /^hydra\.utils\.get_(method|class|object|static_method)$/;

function gotten(fields: Fields, place: Place): Usage[] {
  const path = valueAt(fields, 'path');
  const named = namedByPath(textOf(path) ?? '');
  return named && path?.kind === 'scalar' ? usageOf(path, withoutDefaults(named), 'resolved', { ...place, path: [...place.path, 'path'] }, undefined) : [];
}

/** A class where the program's own key says one: with the module that has it, `{module: torch.nn, class: ReLU}`, or by its whole path, `{class: keras.layers.ReLU}`. */
function ofModule(fields: Fields, place: Place): Usage[] {
  const module = fields.entries.map(({ key, value }) => (moduleKey.test(plainKey(key)) ? textOf(value) : undefined)).find((text) => text !== undefined);
  const { key, value } = fields.entries.find((entry) => classKey.test(plainKey(entry.key)) && entry.value.kind === 'scalar') ?? {};
  const text = textOf(value) ?? '';
  const named = namedByPath(text) ?? namedByPath(`${module ?? ''}.${text}`);
  if (named === undefined || key === undefined || value?.kind !== 'scalar') return [];
  const given = fields.entries.find((entry) => argumentsKey.test(entry.key) && entry.value.kind === 'fields')?.value;
  return usageOf(value, withoutDefaults(named), 'resolved', { ...place, path: [...place.path, key] }, given?.kind === 'fields' ? given : undefined);
}

/** What the class is given, where that does not stand beside it; whatever else is given stands nobody knows where. */
const argumentsKey = /^(parameters|params|args|arguments|kwargs|options|config|init_args)$/;

function withoutDefaults(named: Named): Named {
  return { ...named, symbol: { ...named.symbol, versioned: Object.keys(findActivation(named.symbol.activation)?.parameters ?? {}) } };
}

/** SpeechBrain's softmax gives logarithms where it is told so. */
function isLogarithm(fields: Fields): boolean {
  const given = valueAt(fields, 'apply_log');
  return given?.kind === 'scalar' && given.value === true;
}

/** A class of a library that nobody has described, `mine.nn.ReLU`; of GELU people write several forms. */
function ofUnseenModule(path: string): Named | undefined {
  const [, name = ''] = /^\w+(?:\.\w+)*\.([A-Z]\w+)$/.exec(path) ?? [];
  const named = saysOneActivation(name) && !/gelu/i.test(name) && !ofOther.test(path) ? namedAnywhere(name) : undefined;
  return named && withoutDefaults(named);
}

/** Modules in which the same names are errors, changes of data, or distributions. */
const ofOther = /loss|metric|criteri|transform|augment|distribution|bijector|constraint|sampl|schedul/i;

const moduleKey = /^_*(module|package|library)(_(name|path))?$/;
const classKey = /^_*(class|name|type|func|function|cls|attr)(_name)?$/;

/** A node of a graph that MXNet saved, which is an activation without being told which: `{"op": "SoftmaxOutput", "name": "softmax", "inputs": []}`. */
function operator(name: string, fields: Fields): Named | undefined {
  const isNode = textAt(fields, 'name') !== undefined && valueAt(fields, 'inputs')?.kind === 'list';
  return isNode && operators.test(name) ? findSymbol(`mxnet.symbol.${name}`) : undefined;
}

const operators = /^(SoftmaxOutput|SoftmaxActivation|softmax|log_softmax|sigmoid|tanh|relu)$/;

function kerasLayer(name: string, { framework }: Origin): Named | undefined {
  if (framework?.id === 'keras') return findSymbol(`keras.layers.${name}`);
  return framework?.id === 'tf-keras' ? findSymbol(`tf.keras.layers.${name}`) : undefined;
}

/** A model's own setting that is only on or off, or one of what is built. */
function switched(entry: Entry, around: Fields, place: Place): Usage[] {
  const option = optionSwitched(entry, textAt(around, '_target_'));
  if (option) return usageOf(option.name, option.named, 'resolved', place, undefined);
  const { name, named } = place.evidence > 0 ? switchedOn(entry, place.path) ?? {} : {};
  return name && named ? usageOf(name, withoutDefaults(named), 'inferred', place, undefined) : [];
}

/** A key that takes an activation, with one or several of them. */
function assigned({ key, value }: Entry, around: Fields, place: Place): Usage[] {
  const byKey = activationKey(key);
  if (byKey === undefined && !maySayByValue(key)) return [];
  const here = { ...place, path: [...place.path, key] };
  const settled = settledByKey(value);
  const given = (settled ? [settled.name] : scalarsIn(value)).flatMap((scalar) => choicesIn(scalar, place.text));
  const isGiven = byKey === undefined && isGivenAnyhow(key, value, given.map((scalar) => textOf(scalar) ?? ''));
  return given.flatMap((scalar) => {
    const text = textOf(scalar);
    const strength = byKey ?? (isGiven || saysByValue(key, text ?? '') ? 'possible' : undefined);
    if (text === undefined || text.length > longest || strength === undefined) return [];
    const found = foundAt(text, key, strength, around, here);
    if (!found) return [];
    const options = settled ? settled.options : value.kind === 'fields' ? value : optionsBeside(around, key);
    const names = options?.entries.map((entry) => entry.key).filter((name) => !describes(name)) ?? [];
    return usageOf(scalar, { ...found.named, symbol: openedTo(found.named.symbol, names) }, found.certainty, here, options);
  });
}

/** What another key passes on to it: `nonlinear_activation_params: {negative_slope: 0.1}`. */
function optionsBeside(around: Fields, key: string): Fields | undefined {
  const options = around.entries.find((entry) => entry.value.kind === 'fields' && isOptionsOf(entry.key, key))?.value;
  return options?.kind === 'fields' && options.entries.length > 0 ? options : undefined;
}

/** Longer than any name. */
const longest = 60;

interface Assigned {
  readonly named: Named;
  readonly certainty: Certainty;
}

/** `act_cfg` is a key of OpenMMLab's libraries, which are PyTorch's. */
function foundAt(text: string, key: string, strength: KeyStrength, around: Fields, { origin, evidence }: Place): Assigned | undefined {
  const byPath = namedByPath(text);
  if (byPath) return { named: byPath, certainty: 'resolved' };
  const inShort = namedInShort(text) ?? namedByCall(text);
  if (inShort) return { named: inShort, certainty: 'inferred' };
  const carrier = carrierFor(textAt(around, '_target_') ?? textAt(around, 'class_path'), key);
  if (carrier) return optional(namedIn(carrier, text), 'resolved');
  const own = origin.isCertain && origin.framework ? namedIn(origin.framework, text) : undefined;
  // A model that brings code of its own names what the library has no string for.
  if (origin.isCertain && (own !== undefined || strength !== 'telling' || !saysOneActivation(text))) return optional(own, 'resolved');
  // It is a text here, which each program takes for something else.
  if (text === 'None' || (!isUnmistakable(text, key) && !isLikely(text, strength, evidence))) return undefined;
  const framework = key === 'act_cfg' ? findFramework('pytorch') : origin.framework;
  return optional((framework && namedIn(framework, text)) ?? namedAnywhere(text), 'inferred');
}

/** `torch.nn.ReLU()`, `LeakyReLU(0.1)`, `lrelu_0.2`; what it is given is not read here. */
function namedByCall(text: string): Named | undefined {
  const [, path = '', given] = /^([A-Za-z_][\w.]*?)(?:\((.*)\)|_?\d*\.\d+)$/.exec(text) ?? [];
  const named = path.includes('.') ? (given === '' ? namedByPath(path) : undefined) : saysOneActivation(path) ? namedAnywhere(path) : undefined;
  return named && (given === '' ? named : withoutDefaults(named));
}

function optional(named: Named | undefined, certainty: Certainty): Assigned | undefined {
  return named && { named, certainty };
}

/** The framework of a callable that is known to take an activation under a key. */
function carrierFor(target: string | undefined, key: string): Framework | undefined {
  if (target === undefined) return undefined;
  return findCarriers(target).find(({ carrier }) => carrier.argument === key)?.framework;
}

/** A key that may be about something else needs company, and so does a word that may mean something else. */
function isLikely(text: string, strength: KeyStrength, evidence: number): boolean {
  const needed = (strength === 'possible' ? 1 : 0) + (isEverydayWord(text) ? 1 : 0);
  return evidence >= needed;
}

function usageOf(scalar: Scalar, { framework, symbol }: Named, certainty: Certainty, { path }: Place, written: Fields | undefined): Usage[] {
  const meaning = meaningOf(symbol, written);
  if (meaning === undefined) return [];
  return [{
    ...meaning,
    framework: framework.id,
    symbol: symbol.name,
    form: 'configuration',
    certainty,
    span: scalar.content,
    expression: scalar.span,
    scope: path.join('.'),
  }];
}
