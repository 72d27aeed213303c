/** Places that take an activation because of a name: of an argument, a parameter, a variable, a key. */
import { customaryCarriers, type FoundCarrier } from '../../frameworks/lookup';
import { snakeCased } from '../../frameworks/snakeCase';
import type { Argument } from '../../python/parts';
import { stringValue } from '../../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { namesByPart, valuesDescribed } from './byPart';
import { saysAnyhow, saysByValue } from '../configuration/saidByValue';
import { namedByPath } from '../configuration/meanings';
import { anyCarrier } from './meaningOfString';
import { mayName, rows, stringsIn } from './namesIn';
import { optionsFor, type Setting } from './passed';
import type { Reading } from '../reading';
import { textOf } from './stringUse';
import type { Certainty } from '../usage';

const noSettings = (): readonly Setting[] => [];

/** What stands in a place that takes an activation, and who says so. */
export interface Place {
  readonly value: Node;
  readonly carriers: readonly FoundCarrier[];
  readonly certainty: Certainty;
  /** Whether words of everyday code count too. */
  readonly isPlain: boolean;
  /** The call and its other arguments, where the activation takes them. */
  readonly call?: { readonly node: Node; readonly others: readonly Argument[] };
  /** What another argument passes on to it: `act_kwargs={"alpha": 0.5}`. */
  readonly options?: readonly Argument[];
}

export function anyIn({ scope }: Reading): readonly FoundCarrier[] {
  return scope.map((framework) => ({ framework, carrier: anyCarrier }));
}

/** A class that a program is told to build, and its arguments beside it: `{"_target_": "torch.nn.ELU", "alpha": 0.5}`. */
function built(reading: Reading, value: Node, settings: () => readonly Setting[]): readonly Place[] {
  const path = namedByPath(textOf(reading.tree, value));
  if (path === undefined) return [];
  const options = settings().flatMap((other): Argument[] => (other.value === value || other.name === '' ? [] : [{ stars: 0, keyword: other.name, value: other.value, node: other.value }]));
  return [{ value, carriers: anyIn(reading), certainty: 'resolved', isPlain: true, options }];
}

/** A setting as many write it: `{"ACTIVATION": "tanh"}`. */
export const constant = /^[A-Z][A-Z0-9_]*$/;

/** The setting that the way to it ends at: `model.head.activation`, `net/act`, and `model.activation.name`, which says its type. */
function lastOf(path: string): string {
  const way = path.split(/[./:]/);
  const last = way.at(-1) ?? '';
  return way.length > 2 && /^(name|type)$/.test(last) ? `${way.at(-2) ?? ''}_type` : last;
}

/** What is given a name by which activations are usually passed on. */
export function named(reading: Reading, path: string, value: Node, settings: () => readonly Setting[] = noSettings): readonly Place[] {
  const written = lastOf(path);
  const name = constant.test(written) ? written.toLowerCase() : snakeCased(written);
  if (name === '' || name.startsWith('init_') || !mayName(reading, value)) return [];
  if (name === '_target_' || name === 'class_path') return built(reading, value, settings);
  if ((offered.test(name) && lists.includes(reading.tree.kind(value))) || isAskedOf(reading.tree, value)) return [];
  const isApplied = numbered.test(name) || (name === 'nonlinearity' && choices.includes(reading.tree.kind(value)));
  const carriers = customaryCarriers(isApplied ? 'non_linearity' : name, reading.scope);
  if (isCatalogue(reading.tree, name, value)) return [];
  if (carriers.length === 0) return saysOne(reading, name, value) ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }] : [];
  const byPart = namesByPart(reading, name, value);
  if (byPart.length > 0) return byPart.map((each) => ({ value: each, carriers, certainty: 'inferred', isPlain: true }));
  const described = valuesDescribed(reading, value);
  if (described.length > 0) return described.map((each) => ({ value: each, carriers, certainty: 'inferred', isPlain: isPlain.test(name) }));
  const options = optionsFor(reading.tree, written, settings());
  return [{ value, carriers, certainty: 'inferred', isPlain: isPlain.test(name), ...(options ? { options } : {}) }];
}

/** Whether a key says that what it is given is an activation, whichever branch of a condition it comes from. */
function saysOne(reading: Reading, name: string, value: Node): boolean {
  const strings = reading.tree.kind(value) === Kind.IfExp ? stringsIn(reading, value) : [value];
  return strings.length > 0 && strings.every((string) => saysByValue(name, textOf(reading.tree, string)));
}

/** What kinds of layers a converter knows: `activation_layers = ["Activation", "ReLU", "PReLU", "ELU", "Softmax"]`. */
function isCatalogue(tree: SyntaxTree, name: string, value: Node): boolean {
  if (!kindsOfLayers.test(name) || !rows.includes(tree.kind(value))) return false;
  return new Set(tree.children(value).map((item) => textOf(tree, item))).size > 4;
}

const kindsOfLayers = /(^|_)(act|activation)_(layers|ops|operators|nodes|modules)$/;

/** What is given such a name, or another, and is nothing but an activation: `Net(8, bend="gelu")`. */
export function namedOrTelling(reading: Reading, name: string, value: Node, settings?: () => readonly Setting[]): readonly Place[] {
  const places = named(reading, name, value, settings);
  return places.length === 0 && saysAnyhow(name, textsIn(reading.tree, value)) && importsLibrary(reading) ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }] : places;
}

/** The text of a string, or those of a list of strings. */
function textsIn(tree: SyntaxTree, value: Node): readonly string[] {
  return (rows.includes(tree.kind(value)) ? tree.children(value) : [value]).map((each) => textOf(tree, each));
}

/** Whether the file is known to be of networks by what it imports. */
function importsLibrary({ scope, names: { importedRoots } }: Reading): boolean {
  return scope.some(({ roots, isAccessory }) => isAccessory !== true && roots.some((root) => importedRoots.has(root)));
}

/** What people call the name of a parameter in its description. */
const ofName = /^(name|(hyper_?)?param(eter)?(_name)?)$/;

/** What a parameter may be, whose name stands beside it: `{"name": "activation", "values": ["relu", "tanh"]}`, `Parameter(name="activation", default="relu")`. */
export function describedPlaces(reading: Reading, settings: readonly Setting[], value: Node): readonly Place[] {
  return named(reading, stringValue(reading.tree, settings.find(({ name }) => ofName.test(name))?.value ?? NONE) ?? '', value);
}

/** Of these an initialiser takes none for its `nonlinearity`. */
const choices: readonly Kind[] = [Kind.Dict, Kind.Subscript];

/** One of several that a model applies: an initialiser scales for one. */
const numbered = /^nonlinearity_?\d+$/;

/** Lists of what could be chosen are no choice: `supported_act_fns = ["relu", "gelu"]`. */
const offered = /^_*(supported|valid|allowed|permitted|accepted|acceptable|legal|implemented|available|possible|known|all)_|_(variations|alternatives)$/i;
const lists: readonly Kind[] = [...rows, Kind.BinOp, Kind.ListComprehension];

/** A set that a variable keeps is asked for what is in it: `activation_ops = {"RELU", "TANH"}`. */
function isAskedOf(tree: SyntaxTree, value: Node): boolean {
  return tree.kind(value) === Kind.Set && tree.kind(tree.firstChild(value)) === Kind.String && tree.kind(tree.parent(value)) === Kind.Assign;
}

/** Words that a schedule or quantiser of activations may have too: of these the name must be that of an activation itself. */
export const everyday = new Set(['linear', 'identity', 'threshold', 'exponential']);
const isPlain = /(^|_)act(ivation)?s?(_(fn|func|function|layer|name|type)s?)?(_?\d+)?$/;
