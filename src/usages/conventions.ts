/**
 * What a name most likely is whose import leads to a library that nobody has described: `gelu` from a project's own
 * `.activations`, `nn.ReLU` out of `from .layers import *`, `layers.ReLU` where Keras is handed over as an argument.
 */
import { frameworks } from '../frameworks/catalogue';
import type { Framework } from '../frameworks/framework';
import {
  agreedSymbol, documentedName, findConventions, findMethods, findString, findSymbol, frameworkOfRoot, symbolsCalled, usualSymbols, type Found,
  type FoundConvention,
} from '../frameworks/lookup';
import { isOfLearning } from '../frameworks/scope';
import { callOf, isRow, nameOf } from '../python/parts';
import { attributesOf, rootOf } from '../python/qualifiedNames';
import type { Binding } from '../python/scopes';
import { Kind, NONE, type Node } from '../python/syntax';
import { isAmongActivations } from './amongActivations';
import { asArithmetic } from './arithmetic';
import { isOwnAttribute } from './formulas/bindings';
import { isForgotten } from './forgotten';
import { isCalledSo } from './formulas/naming';
import { isHandedOver } from './holding/handedOver';
import { isFromElsewhere } from './holding/inherited';
import { importsArrays, originOf } from './formulas/origin';
import { mayLeak } from './leaks';
import { operatorOfNet } from './operatorsOfNets';
import { firstOf } from './parameters';
import { isOfSettings, meansOther } from './otherMeanings';
import { qualifiedNames, type Reading } from './reading';
import { throughRebound } from './reboundModules';
import { ofAnother, ofNobody, transformOf } from './symbolOfOthers';
import { throughTried } from './triedModules';
import { contested, layerAddedBy, settings, telling, trimmed, withoutPlace } from './tellingNames';

/** Names that an image is straightened by as well, that a game has, or a gate by any activation: of a module of activations alone. */
const elsewhere = /^((leaky_?)?rectif(y|ier)|snake(beta)?|solu|glu)$/i;
const ofActivations = /(^|\.)\w*(activation|non_?linearit)\w*\./i;
/** Packages where the same names are mathematics. */
const mathematics = /^(math|cmath|sympy|mpmath|numpy|scipy|numexpr|polars|pandas|pyspark)$/;

export function inferredAt(reading: Reading, node: Node): Found | undefined {
  const paths = qualifiedNames(reading, node).filter((path) => !mathematics.test(rootOfPath(path)));
  const found = firstOf(paths, (path) => throughConvention(reading.scope, path) ?? inside(path) ?? transformOf(reading, path) ?? asOthersAt(reading, node, path))
    ?? asArithmetic(reading, node)
    ?? (reading.names.qualifiedName(node) === undefined ? withoutImport(reading, node) : undefined);
  return found && { ...found, isInferred: true };
}

/** What a name that no import explains is by its value, or by what stands around it. */
function withoutImport(reading: Reading, node: Node): Found | undefined {
  return throughTried(reading, node)
    ?? throughRebound(reading, node)
    ?? throughValue(reading, node)
    ?? ofArrays(reading, node)
    ?? asPart(reading, node)
    ?? inRow(reading, node)
    ?? takenOver(reading, node)
    ?? inChain(reading, node)
    ?? asAdded(reading, node)
    ?? usualFunction(reading, operatorOfNet(reading, node))
    ?? ofNoBinding(reading, node)
    ?? usualFunction(reading, isHandedOver(reading, node) ? nameOf(reading.tree, node) : undefined);
}

/** `..layers.nn.ReLU` is `torch.nn.ReLU` in a file of PyTorch, and so is what a library on PyTorch calls `nn`; the modules of a framework that has customary ones are its own. */
function throughConvention(files: readonly Framework[], path: string): Found | undefined {
  const owner = frameworkOfRoot(rootOfPath(documentedName(path)));
  const scope = owner?.conventions === undefined ? files : files.filter((framework) => framework === owner);
  const parts = path.split('.');
  for (let place = parts.length - 2; place >= 0; place--) {
    const found = inScope(scope, findConventions(parts[place] ?? ''), parts.slice(place + 1).join('.'));
    if (found) return found;
  }
  return undefined;
}

function inScope(scope: readonly Framework[], conventions: readonly FoundConvention[], rest: string): Found | undefined {
  return firstOf(conventions, ({ framework, module }) => (scope.includes(framework) ? findSymbol(`${module}.${rest}`) : undefined));
}

/** What the library that a path leads into calls so elsewhere: `torch.ops.aten.relu`. */
function inside(path: string): Found | undefined {
  const name = lastOf(path);
  const owner = telling.test(name) && !isOfSettings(path) ? frameworkOfRoot(rootOfPath(documentedName(path))) : undefined;
  const found = owner && agreedSymbol(name, [owner]);
  return found && { ...found, symbol: ofAnother(found.symbol) };
}

/** What is mathematics where no network is near, except in a module of what networks are made of. */
const mathematical = /(^|\.)(tanh|TanhFunction)$/;
const ofNetworks = /(^|\.)(functions?|functional|nn|layers?|ops)\./;

/** What the frameworks of the file agree on that have something of the name, else most others. */
function asOthers(reading: Reading, node: Node, path: string): Found | undefined {
  const name = lastOf(path);
  if (contested.test(name) || meansOther(reading, node, path) || isMathematics(reading, path)) return undefined;
  const isAmongOthers = (): boolean => ofActivations.test(path) || name === 'SnakeBeta' || (name === 'Snake' && isAmongActivations(reading.tree, node));
  if (!telling.test(name) && !(elsewhere.test(name) && isAmongOthers())) return undefined;
  const bare = trimmed(name);
  return asUsual(reading, path) ?? (bare === undefined ? undefined : asUsual(reading, `${path.slice(0, -name.length)}${bare}`));
}

function asOthersAt(reading: Reading, node: Node, path: string): Found | undefined {
  const found = asOthers(reading, node, path);
  return found && (mayLeak(reading.tree, node, found.symbol) || isItsOwnMark(reading, node, found)) ? undefined : found;
}

/** `class Sigmoid(Op): kind = OP.SIGMOID`: under which mark a class is known that implements the activation. */
function isItsOwnMark({ tree, names }: Reading, node: Node, { symbol: { activation } }: Found): boolean {
  const name = nameOf(tree, node);
  if (name !== name.toUpperCase() || tree.kind(tree.parent(node)) !== Kind.Assign) return false;
  const owner = names.enclosingDefinition(node);
  return owner !== NONE && tree.kind(owner) === Kind.ClassDef && isCalledSo(activation, nameOf(tree, owner));
}

function isMathematics({ scope }: Reading, path: string): boolean {
  return mathematical.test(path) && !ofNetworks.test(path) && !ofActivations.test(path) && !isOfLearning(scope);
}

function asUsual(reading: Reading, path: string): Found | undefined {
  const asked = reading.scope.filter(({ isAccessory }) => isAccessory !== true);
  const agreed = agreedSymbol(lastOf(path), asked) ?? asString(path, asked);
  if (agreed) return { ...agreed, ...ofImported(reading, agreed, asked) };
  const usual = tellsLibrary(reading, asked) || agreedSymbol(lastOf(path), frameworks) ? usualSymbols(lastOf(path)) : [];
  const [first] = usual;
  if (first === undefined) return undefined;
  // A layer of its own computes what the library's function of the same name does: JAX's `gelu` is the tanh form.
  const { activation } = (agreedSymbol(lastOf(path).toLowerCase(), asked) ?? first).symbol;
  return { framework: originOf(reading, new Set([rootOfPath(path)])), symbol: { ...ofNobody(first.symbol, usual, path), activation } };
}

/** Of libraries that are described together the one that the file imports. */
function ofImported({ names: { importedRoots } }: Reading, agreed: Found, asked: readonly Framework[]): Pick<Found, 'framework' | 'symbol'> {
  const isImported = ({ symbol }: Found): boolean => symbol.activation === agreed.symbol.activation && importedRoots.has(rootOfPath(symbol.name));
  const { framework, symbol } = isImported(agreed) ? agreed : symbolsCalled(lastOf(agreed.symbol.name), asked).find(isImported) ?? agreed;
  return { framework, symbol: ofAnother(symbol) };
}

/** Whether a file says which library it is written with; where none does, all of them have to mean the same by a name. */
function tellsLibrary({ names: { importedRoots, starImports } }: Reading, asked: readonly Framework[]): boolean {
  return importsArrays({ importedRoots, starImports }) || starImports.length > 0 || asked.some(({ roots }) => roots.some((root) => importedRoots.has(root)));
}

/** Where modules of a framework disagree, as Keras's do on `gelu`, what it means by the string of the name: so a library on it calls its own. */
function asString(path: string, asked: readonly Framework[]): Found | undefined {
  const name = lastOf(path);
  if (frameworkOfRoot(rootOfPath(documentedName(path)))) return undefined;
  const meant = new Set(asked.flatMap((framework) => findString(framework, name)?.activation ?? []));
  return meant.size === 1 ? symbolsCalled(name, asked).find(({ symbol }) => meant.has(symbol.activation)) : undefined;
}

/** `layers.ReLU` where `layers` is a parameter, or taken out of something. */
function throughValue(reading: Reading, node: Node): Found | undefined {
  const { tree, names, scope } = reading;
  const root = rootOf(tree, node);
  if (root === NONE || root === node) return undefined;
  const conventions = findConventions(nameOf(tree, root));
  if (conventions.length === 0 || packages.has(attributesOf(tree, node)[0] ?? '')) return throughAttribute(reading, node);
  const bindings = names.bindingsOf(root);
  const isLost = isForgotten(reading, root);
  if (!isLost && (bindings.length === 0 || !bindings.every((binding) => mayBeModule(reading, binding)))) return undefined;
  return inScope(isLost && conventions.length === 1 ? frameworks : scope, conventions, attributesOf(tree, node).join('.'));
}

/** `backend.tf.nn.swish`: what an unknown object has under the name of a whole package is that package. */
function throughAttribute({ tree, scope }: Reading, node: Node): Found | undefined {
  if (scope.length === 0) return undefined;
  const parts = attributesOf(tree, node);
  const place = parts.findIndex((part) => packages.has(part));
  return place < 0 || place === parts.length - 1 ? undefined : findSymbol([packages.get(parts[place] ?? ''), ...parts.slice(place + 1)].join('.'));
}

const packages: ReadonlyMap<string, string> = new Map([['tf', 'tensorflow'], ['tensorflow', 'tensorflow'], ['torch', 'torch'], ['keras', 'keras']]);

/** What people call a library of arrays that is chosen when a program runs. */
const arrays = /^(xp|_?backend|be|anp|xnp)$/;

/** `xp.tanh`, where `xp` is NumPy or what computes as it does on another device, in a file of networks. */
function ofArrays({ tree, scope }: Reading, node: Node): Found | undefined {
  const module = tree.kind(node) === Kind.Attribute ? tree.firstChild(node) : NONE;
  if (module === NONE || !arrays.test(nameOf(tree, module)) || !isOfLearning(scope.filter(({ id }) => id !== 'cupy'))) return undefined;
  return findSymbol(`numpy.${nameOf(tree, node)}`);
}

/** What a tensor is written as: a number is a dimension. */
const tensors: readonly Kind[] = [Kind.Name, Kind.Attribute, Kind.Call, Kind.Subscript, Kind.BinOp];

/** `self.hparams.log_softmax(x)`: what an object keeps under the name of an activation, and is called. */
function asPart(reading: Reading, node: Node): Found | undefined {
  const { tree } = reading;
  const parent = tree.parent(node);
  const argument = tree.nextSibling(node);
  if (reading.scope.length === 0) return undefined;
  const isCalled = tree.kind(parent) === Kind.Call && tree.firstChild(parent) === node && argument !== NONE && tensors.includes(tree.kind(argument));
  if (!isCalled || tree.kind(node) !== Kind.Attribute || !telling.test(nameOf(tree, node))) return undefined;
  const root = rootOf(tree, node);
  const isOfSelf = root !== NONE && nameOf(tree, root) === 'self' && (root !== tree.firstChild(node) || isFromElsewhere(reading, node));
  const name = nameOf(tree, node);
  return isOfSelf || isOfModel(reading, node, argument) ? firstOf([name, withoutPlace(name.replace(/^_+/, '')), name.toLowerCase(), trimmed(name)], (each) => usualFunction(reading, each)) : undefined;
}

/** `decoder.sigmoid(decoder.gate(h))`: a model's own part, applied to what another part of it gives. */
function isOfModel({ tree, names }: Reading, node: Node, argument: Node): boolean {
  const owner = tree.firstChild(node);
  const isOnlyArgument = tree.kind(argument) === Kind.Call && tree.nextSibling(argument) === NONE;
  if (!isOnlyArgument || tree.kind(owner) !== Kind.Name || nameOf(tree, owner) === 'self' || names.qualifiedName(owner) !== undefined) return false;
  const callee = tree.firstChild(argument);
  return tree.kind(callee) === Kind.Attribute && tree.kind(tree.firstChild(callee)) === Kind.Name && nameOf(tree, tree.firstChild(callee)) === nameOf(tree, owner);
}

/** `nn.Sequential(trunk.conv1, trunk.bn1, trunk.relu)`: parts of one model that are put together anew under their names. */
function inRow(reading: Reading, node: Node): Found | undefined {
  const { tree, scope } = reading;
  const row = isRow(tree, tree.parent(node)) ? tree.parent(node) : node;
  const call = tree.parent(row);
  const name = withoutPlace(nameOf(tree, node));
  const isTold = tree.kind(node) === Kind.Attribute && telling.test(name) && scope.length > 0;
  if (!isTold || tree.kind(call) !== Kind.Call || tree.firstChild(call) === row || !rows.test(nameOf(tree, tree.firstChild(call)))) return undefined;
  const owner = tree.textOf(tree.firstChild(node));
  if (owner === 'self' && !isFromElsewhere(reading, node)) return undefined;
  const others = tree.children(row === node ? call : row).filter((item) => item !== node && tree.kind(item) === Kind.Attribute && tree.textOf(tree.firstChild(item)) === owner);
  return others.length > 0 ? asUsual(reading, name) : undefined;
}

/** `sigmoid(z)` where nothing gives the name: another notebook was run before, or another file is put above this one. */
function ofNoBinding(reading: Reading, node: Node): Found | undefined {
  const { tree, names, scope } = reading;
  const argument = callOf(tree, node) === NONE ? NONE : tree.nextSibling(node);
  if (tree.kind(node) !== Kind.Name || scope.length === 0 || !tensors.includes(tree.kind(argument)) || !telling.test(nameOf(tree, node))) return undefined;
  return names.bindingsOf(node).length === 0 && names.starNames(node).length === 0 ? usualFunction(reading, nameOf(tree, node)) : undefined;
}

/** `self.first_relu = trunk.relu`: a part of another model, kept under a name that says so too. */
function takenOver(reading: Reading, node: Node): Found | undefined {
  const { tree, scope } = reading;
  const [name, assignment] = [nameOf(tree, node), tree.parent(node)];
  if (tree.kind(node) !== Kind.Attribute || tree.kind(assignment) !== Kind.Assign || tree.lastChild(assignment) !== node || scope.length === 0) return undefined;
  const owner = tree.textOf(tree.firstChild(node));
  const keeps = isOwnAttribute(tree, tree.firstChild(assignment)) && keptAs(nameOf(tree, tree.firstChild(assignment)), name);
  return keeps && owner !== 'self' && !settings.test(owner) && telling.test(name) ? usualFunction(reading, name) : undefined;
}

function keptAs(own: string, name: string): boolean {
  const bare = own.replace(/_?\d+$/, '');
  return bare.endsWith(name) && !/^_*(use|is|has|with|no|num|n)_?/.test(bare);
}

const rows = /^(Sequential|HybridSequential|SequentialCell|ModuleList|LayerList|CellList)$/;

/** Nobody writes longer chains. */
const longest = 64;

/** `self.feed("data").conv(3, 3).prelu(name="a")`: a network that is built by its own methods, each of which gives it back. */
function inChain(reading: Reading, node: Node): Found | undefined {
  const { tree, scope } = reading;
  const parent = tree.parent(node);
  const isCalled = tree.kind(parent) === Kind.Call && tree.firstChild(parent) === node;
  if (!isCalled || tree.kind(node) !== Kind.Attribute || !telling.test(nameOf(tree, node))) return undefined;
  if (findMethods(nameOf(tree, node)).some(({ framework }) => scope.includes(framework))) return undefined;
  let receiver = tree.firstChild(node);
  for (let level = 0; level < longest && tree.kind(receiver) === Kind.Call && tree.kind(tree.firstChild(receiver)) === Kind.Attribute; level++) {
    receiver = tree.firstChild(tree.firstChild(receiver));
  }
  const isOfSelf = receiver !== tree.firstChild(node) && tree.kind(receiver) === Kind.Name && nameOf(tree, receiver) === 'self';
  return isOfSelf ? usualFunction(reading, nameOf(tree, node)) : undefined;
}

/** `net.addReLU()`, `model.add_softmax_layer()`: a network that another file describes, and that is built by its methods. */
function asAdded(reading: Reading, node: Node): Found | undefined {
  const { tree, scope } = reading;
  if (tree.kind(node) !== Kind.Attribute || scope.length === 0 || callOf(tree, node) === NONE || !nameOf(tree, node).startsWith('add')) return undefined;
  const isOfAnother = tree.kind(tree.firstChild(node)) === Kind.Name && nameOf(tree, tree.firstChild(node)) !== 'self';
  const name = isOfAnother ? layerAddedBy(nameOf(tree, node)) : undefined;
  return name === undefined ? undefined : asUsual(reading, name);
}

/** The function that a name means to whoever has one of it. */
export function usualFunction(reading: Reading, name: string | undefined): Found | undefined {
  const found = name === undefined ? undefined : asUsual(reading, name);
  return found?.symbol.form === 'function' ? found : undefined;
}

function mayBeModule({ tree }: Reading, { role, value, node }: Binding): boolean {
  if (role === 'value') return [Kind.NoneLiteral, Kind.Call, Kind.Subscript].includes(tree.kind(value));
  return role === 'declaration' || (role === 'opaque' && [Kind.Parameters, Kind.Tuple].includes(tree.kind(tree.parent(node))));
}

function rootOfPath(path: string): string {
  return path.split('.', 1)[0] ?? '';
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
