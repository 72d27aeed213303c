/** Methods of tensors: `x.sigmoid()`, where a framework that has the method is imported anywhere in the file. */
import type { Argument, FrameworkSymbol } from '../frameworks/framework';
import { findMethods, type Found } from '../frameworks/lookup';
import { isFrameworkRoot } from '../frameworks/scope';
import { callArguments, calleeOf, nameOf, nameRange, type Argument as Written } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { usualFunction } from './conventions';
import { telling } from './tellingNames';
import { isCalledSo } from './formulas/naming';
import { firstOf, meaningOf } from './parameters';
import { knownValue, spanOf, type Reading } from './reading';
import type { Usage } from './usage';

export function findMethodCall(reading: Reading, call: Node): Usage | undefined {
  const callee = calleeOf(reading.tree, call);
  if (reading.tree.kind(callee) !== Kind.Attribute) return undefined;
  return firstOf(methodsOf(reading, nameOf(reading.tree, callee)), (found) => usageOf(reading, call, found)) ?? ofUnknownTensor(reading, call) ?? ofOneCalledSo(reading, call);
}

/** `x.tanh()` in what is itself called so, `class Tanh`, is what the values of the file have for it. */
function ofOneCalledSo(reading: Reading, call: Node): Usage | undefined {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  const name = nameOf(tree, callee);
  if (!telling.test(name) || tree.nextSibling(callee) !== NONE) return undefined;
  const inner = names.enclosingDefinition(call);
  const found = inner === NONE ? undefined : usualFunction(reading, name);
  const isCalled = found !== undefined && [inner, names.enclosingDefinition(inner)].some((around) => around !== NONE && isCalledSo(found.symbol.activation, nameOf(tree, around)));
  return isCalled ? usageOf(reading, call, { ...found, symbol: { ...found.symbol, name, arguments: [] } }, 'Tensor') : undefined;
}

/**
 * `x.sigmoid()` in a text about networks that imports no library whose tensors are known: whatever that is, it has nothing of a known one;
 * beside a known one, `x.logsoftmax()` is a method of another `Tensor` that the text imports or defines where the known one has none of it.
 */
function ofUnknownTensor(reading: Reading, call: Node): Usage | undefined {
  const { tree, scope, locals } = reading;
  const callee = calleeOf(tree, call);
  const name = nameOf(tree, callee);
  if (!telling.test(name)) return undefined;
  const isAlone = scope.some(({ id }) => id === 'others') && !scope.some(({ tensor }) => tensor !== undefined);
  const isOfKnown = scope.length === 0 || findMethods(name).some(({ framework }) => scope.includes(framework));
  const mayHave = isAlone ? mayHaveOwn(reading, name) : !isOfKnown && (importsTensor(reading) || locals.implementers.has(name));
  if (!mayHave) return undefined;
  const isBare = tree.nextSibling(callee) === NONE || /softmax/.test(name);
  const found = isBare ? usualFunction(reading, name) : undefined;
  return found && usageOf(reading, call, { ...found, symbol: { ...found.symbol, name, arguments: [{ name: 'dim' }] } }, 'Tensor');
}

/** Whether the text imports what may have tensors of its own, or defines something of the name. */
function mayHaveOwn({ names: { importedRoots, relativeNames }, locals }: Reading, name: string): boolean {
  return locals.implementers.has(name) || relativeNames.size > 0 || [...importedRoots].some((root) => !withoutTensors.has(root));
}

/** What beginners import too, and what has no values with methods of such names. */
const withoutTensors: ReadonlySet<string> = new Set(`
  IPython PIL __future__ abc argparse ast bokeh collections concurrent contextlib copy csv cv2 dataclasses datetime decimal enum functools
  gc glob google graphviz gzip h5py heapq imageio inspect io itertools joblib json logging math matplotlib multiprocessing mpl_toolkits
  networkx numba numbers numpy operator os pandas pathlib pickle plotly pprint pylab pytest random re requests scipy seaborn shutil skimage
  sklearn string struct subprocess sympy sys tempfile threading time timeit tqdm traceback types typing typing_extensions unittest urllib
  uuid warnings weakref yaml zipfile
`.trim().split(/\s+/));

function importsTensor({ names: { relativeNames, namesAskedOf } }: Reading): boolean {
  return relativeNames.has('Tensor') || [...namesAskedOf].some(([root, asked]) => asked.has('Tensor') && !isFrameworkRoot(root));
}

/** Those of the frameworks in scope, else of one whose tensors another gives that the file imports. */
function methodsOf({ scope }: Reading, name: string): readonly Found[] {
  const known = findMethods(name);
  const own = known.filter(({ framework }) => scope.includes(framework));
  return own.length > 0 ? own : known.filter(({ framework }) => scope.some(({ tensorsOf }) => tensorsOf === framework.id));
}

function usageOf(reading: Reading, call: Node, { framework, symbol }: Found, tensor = framework.tensor): Usage | undefined {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  const written = callArguments(tree, call);
  const span = nameRange(tree, callee);
  if (!mayBeTensor(reading, tree.firstChild(callee)) || !fitsMethod(reading, symbol, written)) return undefined;
  const meaning = meaningOf(reading, symbol, written);
  if (meaning === undefined || span === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: framework.id,
    symbol: `${tensor}.${symbol.name}`,
    form: 'method',
    certainty: 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call),
    scope: names.scopePath(call),
  };
}

/** Not a module or other imported thing, not an object that has the method as its own, not a literal. */
function mayBeTensor(reading: Reading, receiver: Node): boolean {
  const { tree, names } = reading;
  switch (tree.kind(receiver)) {
    case Kind.Name:
      return !isOwnObject(reading, receiver)
        && names.qualifiedName(receiver) === undefined && !names.definitionNamed(receiver);
    case Kind.Attribute:
      return names.qualifiedName(receiver) === undefined;
    case Kind.Call:
      return tree.textOf(calleeOf(tree, receiver)) !== 'super';
    case Kind.Subscript:
    case Kind.BinOp:
    case Kind.UnaryOp:
    case Kind.Compare:
    case Kind.IfExp:
    case Kind.NamedExpr:
    case Kind.Await:
      return true;
    default:
      return false;
  }
}

/** `self` and its kin, as long as nothing but a method's first parameter is called so: `box, cls = x.split(2)` are tensors. */
function isOwnObject({ tree, names }: Reading, receiver: Node): boolean {
  return ['self', 'cls', 'mcs'].includes(nameOf(tree, receiver))
    && names.bindingsOf(receiver).every(({ node }) => tree.kind(node) === Kind.Parameter && tree.firstChild(tree.parent(node)) === node);
}

/**
 * Whether a tensor takes these arguments: `layers.relu(x)` is a call of a submodule, since a tensor's `relu` takes
 * nothing, and so is `block.softmax(x)`, since a tensor's `softmax` takes a dimension.
 */
function fitsMethod(reading: Reading, { arguments: accepted }: FrameworkSymbol, written: readonly Written[]): boolean {
  const bound = written.map(({ keyword }, place) =>
    accepted.find(({ name, aliases = [] }, position) => (keyword === undefined ? position === place : name === keyword || aliases.includes(keyword))));
  return written.every((passed, place) => {
    const argument = bound[place];
    return argument !== undefined && passed.stars === 0 && (passed.keyword !== undefined || looksLike(reading, argument, passed.value));
  }) && accepted.every((argument) => argument.required !== true || bound.includes(argument));
}

/** Whether a value without its name may be one of the argument: a number, or something that is called so. */
function looksLike(reading: Reading, { name }: Argument, value: Node): boolean {
  if (typeof knownValue(reading, value) === 'number') return true;
  const meant = name === 'dim' || name === 'axis' ? /dim|axis/i : name === 'weight' ? /weight|slope|alpha/i : undefined;
  return meant?.test(nameOf(reading.tree, value)) === true;
}
