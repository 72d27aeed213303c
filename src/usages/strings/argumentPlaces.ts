/** Strings that a call passes: `Dense(64, "relu")`, `block(act="gelu")`, `squash(x, "tanh")`. */
import { findCarriers, isOwnName } from '../../frameworks/lookup';
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { amongNumbers, hasSize, isClass, isUnknownClass, namesClass } from './amongNumbers';
import { ofParameter } from '../configuration/given';
import { anyOf, eitherOf } from '../eitherOf';
import { carriersOfBase } from '../holding/handedToBase';
import { isChosenBy } from './choosing';
import { saysOneActivation } from '../tellingNames';
import { foundAt } from '../holding/holding';
import { customaryLookup } from '../holding/lookupNames';
import { isString } from '../locals/knownStrings';
import { memberName } from './members';
import { mayName } from './namesIn';
import { initialisers, isTypeOfLayer, scalesFor } from './nonlinearity';
import { optionsAt } from './options';
import { parameterOfOwn, type OwnParameter } from './ownParameters';
import type { Setting } from './passed';
import { anyIn, describedPlaces, named, namedOrTelling, type Place } from './places';
import { carriersOf, qualifiedNames, type Reading } from '../reading';
import { textOf } from './stringUse';
import { pathTried } from '../triedModules';
import { unitPlaces } from './units';

const nowhere: readonly Place[] = [];

/** Arguments that a known callable takes, and arguments of any callable that are called as if they took an activation. */
export function argumentPlaces(reading: Reading, call: Node): readonly Place[] {
  const { tree } = reading;
  if (!mayPassName(reading, call)) return nowhere;
  const options = optionsAt(reading, call);
  if (options.length > 0) return options.flatMap(({ name, value }) => namedOrTelling(reading, name === 'nonlinearity' ? 'non_linearity' : name, value));
  const written = callArguments(tree, call);
  const { callee, before } = appliedBy(reading, call);
  const called = namesOf(reading, callee);
  const known = called.length > 0 ? carriersOf(called) : carriersOfBase(reading, callee);
  const units = isUnknownClass(reading, called, call) ? unitPlaces(reading, tree.nextSibling(calleeOf(tree, call))) : nowhere;
  if (units.length > 0) return units;
  const firstStarred = written.findIndex(({ stars }) => stars === 1);
  const isOwn = called.length > 0 && called.every(isOwnName) && !mappings.test(nameOf(tree, calleeOf(tree, call)));
  return written.flatMap(({ keyword, value, stars }, position): readonly Place[] => {
    if (stars > 0 || !mayName(reading, value)) return [];
    const reached = firstStarred < 0 || position < firstStarred;
    const carriers = known.filter(({ carrier }) =>
      keyword === undefined ? reached && carrier.position === position - before : carrier.argument === keyword);
    const passesCall = carriers.some(({ carrier }) => carrier.passing === 'call');
    const others = passesCall ? written.filter((_, place) => place !== position) : [];
    if (carriers.length > 0) return [{ value, carriers, certainty: 'resolved', isPlain: true, call: { node: call, others } }];
    if (keyword === undefined && memberName(tree, value) !== undefined) return memberPlaces(reading, call, value);
    if (isOwn) return [];
    if (looksUpChoice(reading, call, value)) return [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: true }];
    const own = keyword !== undefined || reached ? parameterOfOwn(reading, call, keyword, position) : undefined;
    const customary = keyword === undefined ? positionPlaces(reading, call, { value, position, own }) : keywordPlaces(reading, call, keyword, value);
    const isChosen = customary.length === 0 && own !== undefined && isChosenBy(reading, own, textOf(tree, value));
    return isChosen ? named(reading, 'activation', value).map((place) => ({ ...place, isPlain: false })) : customary;
  });
}

function namesOf(reading: Reading, callee: Node): readonly string[] {
  const called = qualifiedNames(reading, callee);
  const tried = called.length > 0 ? undefined : pathTried(reading, callee);
  return tried === undefined ? called : [tried];
}

/** What a call applies, and how many arguments stand before those of that: `partial(slim.conv2d, activation_fn=None)` applies the layer. */
function appliedBy({ tree, names }: Reading, call: Node): { readonly callee: Node; readonly before: number } {
  const callee = calleeOf(tree, call);
  const bound = nameOf(tree, callee) === 'partial' && names.qualifiedName(callee) === 'functools.partial' ? tree.nextSibling(callee) : NONE;
  return bound === NONE ? { callee, before: 0 } : { callee: bound, before: 1 };
}

/** Methods by which what is built is told its activations, one after the other: `layers.size(64).activation("relu")`. */
const builders = /^((with|use|hidden|output|last|final)_)?activations?(_f(n|unc|unction))?$/;

/** Whether a value is the name of an activation, or a list of nothing but such. */
function saysNames(reading: Reading, value: Node): boolean {
  const { tree } = reading;
  if (tree.kind(value) !== Kind.List) return isString(reading, value);
  return tree.firstChild(value) !== NONE && tree.children(value).every((item) => isString(reading, item));
}

/** A member of an enumeration of activations that is handed on: `Sequential(Linear(3, 3), Activation.GELU.value)`. */
function memberPlaces(reading: Reading, call: Node, value: Node): readonly Place[] {
  const isShown = /^(print|str|repr|isinstance|len|getattr)$|format|log|^(assert|warn|debug|info)/i.test(nameOf(reading.tree, calleeOf(reading.tree, call)));
  return isShown ? nowhere : [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: true }];
}

interface Positional {
  readonly value: Node;
  readonly position: number;
  readonly own: OwnParameter | undefined;
}

function positionPlaces(reading: Reading, call: Node, { value, position, own }: Positional): readonly Place[] {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const called = nameOf(tree, callee);
  const isTaken = takesName(called, position) || (position === 0 && tree.kind(callee) === Kind.Attribute && builders.test(called));
  if (isTaken && saysNames(reading, value)) return [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: !activating.test(called) }];
  if (own) return named(reading, own.name, value);
  if (namesClass(tree, value)) return named(reading, 'act_cfg', value);
  if (isLayerOfOthers(reading, call, value)) return [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }];
  return isUnknownClass(reading, qualifiedNames(reading, callee), call) ? amongNumbers(reading, value, callArguments(tree, call).map((argument) => argument.value)) : [];
}

function keywordPlaces(reading: Reading, call: Node, keyword: string, value: Node): readonly Place[] {
  const { tree } = reading;
  // What names begin or end with: `QuantReLU(act_kwargs_prefix="relu_")`.
  if (/(pre|suf|post)fix$/.test(keyword)) return nowhere;
  // PyTorch's initialisers take the activation that they scale for as `nonlinearity`; what is built with one uses it.
  const isTaken = keyword === 'nonlinearity' && (takesNonlinearity(tree, call) || scalesFor(nameOf(tree, calleeOf(tree, call)), textOf(tree, value)));
  const name = isTaken ? 'non_linearity' : keyword;
  // `F.LeakyReLU(x, act_type="leaky")` is one use, and not two.
  const called = foundAt(reading, calleeOf(tree, call));
  if (called?.symbol.variants?.some(({ argument, neutral }) => argument === keyword && neutral === textOf(tree, value)) === true) return nowhere;
  const settings = (): readonly Setting[] => callArguments(tree, call).map((other) => ({ name: other.keyword ?? '', value: other.value }));
  if (ofParameter.test(keyword) && !isMenu(keyword, settings())) return describedPlaces(reading, settings(), value);
  if (saysOfUnits(reading, call, keyword, value)) return [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }];
  return namedOrTelling(reading, name, value, settings);
}

/** What people may choose from is no choice, as it is where a search goes through it. */
function isMenu(keyword: string, settings: readonly Setting[]): boolean {
  return keyword === 'choices' && settings.some(({ name }) => name === 'help' || name === 'description');
}

/** A class applies the nonlinearity that it is given, and settings pass it on, unless they are an initialiser's, which has a mode. */
function takesNonlinearity(tree: SyntaxTree, call: Node): boolean {
  const called = nameOf(tree, calleeOf(tree, call));
  if ((!isClass(called) && called !== 'dict') || initialisers.test(called)) return false;
  return !callArguments(tree, call).some(({ keyword, value }) => keyword === 'mode' || (keyword === 'type' && called === 'dict' && !isTypeOfLayer(tree, keyword, value)));
}

/** What keeps settings by their names, in libraries too: `FrozenDict(act="silu")`. */
const mappings = /Dict$|^(HParams|Namespace|freeze)$/;

/** What is called so does what the string says, whatever else it does: `SpikingActivation("relu")`, `linear_activation_forward(A, W, b, "relu")`, `forward_propagation(X, W, b, "relu")`. */
export function takesName(called: string, position: number): boolean {
  return (position === 0 ? activationClass : activationFunction).test(called);
}

const activationClass = /^(([A-Z]\w*)?Activation|Act)(F(n|unc|unction)|Layer)?$/;
/** So are accounts too, with words of everyday code. */
const activating = /^_*activate$/;
const activationFunction = eitherOf(
  /(^|_)activation_(forward|backward)$/,
  /^forward_?prop(agat(e|ion))?$/,
  /^_*((apply|compute)_)?activation(_f(n|unc|unction))?$/,
  activating,
);

/** What another file has and is called as a layer, with the size of it: `fc_net(x, 64, "relu")`, `conv_bn(x, filters, 3, "relu")`, `Layer(n_out, "tanh")`. */
function isLayerOfOthers(reading: Reading, call: Node, value: Node): boolean {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  if (![layers, adders].some((words) => words.test(nameOf(tree, callee))) || names.definitionNamed(callee) !== NONE || !saysOneActivation(stringValue(tree, value) ?? '')) return false;
  return qualifiedNames(reading, callee).every((name) => findCarriers(name).length === 0) && hasSize(reading, callArguments(tree, call).map((argument) => argument.value));
}

/** What is done to layers that are there already. */
const doneToLayers = anyOf('plot print show draw log remove delete freeze find count test');
const layerKinds = anyOf('fc dense fully_connected linear affine mlp (de)?conv([123]d)?');
/** What people add to the kind of a layer, as in `conv_bn_relu`. */
const withLayers = anyOf('bn net layers? block act relu bn_act norm transpose');
const layers = new RegExp(`^_*(?!${doneToLayers})(\\w*layers?|${layerKinds}(_${withLayers})*)\\d?$`, 'i');

/** What a layer says of its units by a word that has other values elsewhere: `FullyConnectedLayer(nout=10, unit="softmax")`. */
function saysOfUnits({ tree }: Reading, call: Node, keyword: string, value: Node): boolean {
  if (!ofUnits.test(keyword) || !saysOneActivation(stringValue(tree, value) ?? '')) return false;
  const called = nameOf(tree, calleeOf(tree, call));
  return layers.test(called) || layerClasses.test(called);
}

const ofUnits = /^(unit|neuron|node)(_?type)?$|^(fn|func|function)$/i;
const layerClasses = /(LSTM|GRU|RNN|Dense|Linear|Conv[123]?[Dd]?|Recurrent|Perceptron)$/;

/** What people call methods that add a layer to a network, in the languages of its authors: `net.add_layer(6, "relu")`. */
const adding = anyOf('add append insert attach adjuntar agregar anadir adicionar ajouter aggiungi dodaj ekle');
const added = anyOf('layer dense fc hidden capa camada couche strato schicht warstw[ae] katman');
const adders = new RegExp(`^_*${adding}_?(\\w+_)?${added}(_\\w+|s)?$`, 'i');

/** Whether any argument of a call may be the name of an activation. */
function mayPassName(reading: Reading, call: Node): boolean {
  const { tree } = reading;
  for (let argument = tree.nextSibling(calleeOf(tree, call)); argument; argument = tree.nextSibling(argument)) {
    const kind = tree.kind(argument);
    if (kind === Kind.Starred || kind === Kind.DoubleStarred) continue;
    if (mayName(reading, kind === Kind.KeywordArgument ? tree.firstChild(argument) : argument)) return true;
  }
  return false;
}

/** Whether a function that looks activations up, and is not the file's own, is asked for one of two: `get_activation("relu" if fast else "gelu")`. */
function looksUpChoice({ tree, names }: Reading, call: Node, value: Node): boolean {
  const callee = calleeOf(tree, call);
  return tree.kind(value) === Kind.IfExp && customaryLookup.test(nameOf(tree, callee)) && names.definitionNamed(callee) === NONE;
}
