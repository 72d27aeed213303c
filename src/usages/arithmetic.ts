/** Arithmetic that is an activation where one is asked for, and mere arithmetic anywhere else. */
import { customaryCarriers, documentedName, frameworkOfRoot, type Found } from '../frameworks/lookup';
import { callArguments, callOf, nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { anyOf } from './eitherOf';
import { originOf } from './formulas/origin';
import { customaryLookup } from './holding/lookupNames';
import { qualifiedNames, type Reading } from './reading';
import { argumentTaken } from './takenByPosition';

/** Arithmetic of a library of arrays that is an activation only where one is asked for: `nonlinearity=tf.identity`, `act=jnp.sin`. */
export function asArithmetic(reading: Reading, node: Node): Found | undefined {
  const names = arithmetic.test(nameOf(reading.tree, node)) ? qualifiedNames(reading, node) : [];
  for (const name of names.map(documentedName)) {
    const [root = ''] = name.split('.', 1);
    const isIdentity = identities.test(name) && (root === 'tf' || isOfProject(reading, node, root));
    const activation = isIdentity ? 'identity' : ofArrays.test(name) ? meant[nameOf(reading.tree, node)] : undefined;
    const isTanh = name === 'math.tanh' && isResultOf(reading, node);
    if (!isTanh && (activation === undefined || !isAskedFor(reading, node))) continue;
    return { framework: originOf(reading, new Set([root])), symbol: { name, form: 'function', activation: activation ?? 'tanh', arguments: [] } };
  }
  return undefined;
}

/** What the functions of libraries of arrays are where they are activations. */
const meant: Readonly<Record<string, string>> = { sin: 'sine', abs: 'abs', absolute: 'abs' };

const arithmetic = /^(identity|linear|sin|abs|absolute|tanh)$/;
const identities = /^tf\.identity$|^(?!tf\.).*\b(identity|linear)$/;
const arrays = anyOf(String.raw`
  tf(\.math)? torch jax\.(numpy|lax) numpy cupy mlx\.core paddle mindspore\.ops mxnet\.(ndarray|np|symbol) chainer\.functions theano\.tensor keras\.(ops|backend)
`);
const ofArrays = new RegExp(`^${arrays}\\.(sin|abs|absolute)$`);

/** `activation=linear` where a module of the project has it, or a library that nobody has described; NumPy's identity is a matrix. */
function isOfProject({ tree }: Reading, node: Node, root: string): boolean {
  if (frameworkOfRoot(root) !== undefined) return false;
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.KeywordArgument || (tree.kind(parent) === Kind.Parameter && tree.lastChild(parent) === node)) return plain.test(nameOf(tree, parent)) || nameOf(tree, parent) === 'act';
  return tree.kind(parent) === Kind.Assign && tree.lastChild(parent) === node && plain.test(nameOf(tree, tree.firstChild(parent)));
}

const plain = /(^|_)(activation|nonlinearity)(_(fn|func|function|layer))?$/;

/** Nobody puts more lists and choices into one another. */
const mostRows = 8;
const lists: readonly Kind[] = [Kind.List, Kind.Tuple, Kind.BinOp, Kind.IfExp, Kind.Dict];

/** Whether a parameter, argument or variable gets it, alone or as one of several, that is called as an activation. */
function isAskedFor(reading: Reading, node: Node): boolean {
  const { tree, scope } = reading;
  let given = lambdaOf(tree, node);
  for (let level = 0; level < mostRows && isOneOfSeveral(tree, given); level++) given = tree.parent(given);
  const parent = tree.parent(given);
  const name = [Kind.KeywordArgument, Kind.Parameter].includes(tree.kind(parent)) ? nameOf(tree, parent)
    : tree.kind(parent) === Kind.Assign && tree.lastChild(parent) === given ? nameOf(tree, tree.firstChild(parent)) : rowOf(tree, given);
  const plainName = name.toLowerCase().replace(/^_+|_?\d+$/g, '');
  const asksByName = name === 'nonlinearity' || (name !== '' && customaryCarriers(plainName, scope).length > 0);
  return asksByName || argumentTaken(reading, given) !== undefined || isGivenBack(reading, given);
}

/** The row that something is appended to: `self.activations.append(tf.identity)`. */
function rowOf(tree: SyntaxTree, given: Node): string {
  const call = tree.parent(given);
  const callee = tree.kind(call) === Kind.Call ? tree.firstChild(call) : NONE;
  return callee !== NONE && callee !== given && nameOf(tree, callee) === 'append' ? nameOf(tree, tree.firstChild(callee)) : '';
}

/** The lambda that does nothing but apply a function, `lambda x: torch.sin(x)`, is that function. */
function lambdaOf(tree: SyntaxTree, node: Node): Node {
  const lambda = tree.parent(callOf(tree, node));
  if (tree.kind(lambda) !== Kind.Lambda) return node;
  const [parameter, second] = parametersOf(tree, lambda);
  const [argument, other] = callArguments(tree, callOf(tree, node));
  const isPassed = argument !== undefined && argument.stars === 0 && tree.kind(argument.value) === Kind.Name && nameOf(tree, argument.value) === parameter?.name;
  return isPassed && second === undefined && other === undefined ? lambda : node;
}

/** An item of a list, one of two, a value in a table, and the table that something is taken from at once. */
function isOneOfSeveral(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  return lists.includes(kind) || (kind === Kind.DictEntry && tree.lastChild(parent) === node) || (kind === Kind.Subscript && tree.firstChild(parent) === node);
}

/** Whether a function that is called an activation, or as this one is, returns it or a variable of it. */
function isResultOf({ tree, names }: Reading, node: Node): boolean {
  const call = callOf(tree, node);
  const parent = tree.parent(call);
  const isResult = call !== NONE && (tree.kind(parent) === Kind.Return || (tree.kind(parent) === Kind.Assign && tree.kind(tree.firstChild(parent)) === Kind.Name));
  const definition = isResult ? names.enclosingDefinition(node) : NONE;
  return definition !== NONE && activating.test(nameOf(tree, definition)) && !derivatives.test(nameOf(tree, definition));
}

const activating = /(^|_)tanh(_|$)|activat|(^|_)act(_|$)/i;
const derivatives = /deriv|grad|prime|back|diff|(^|_)d(_|tanh)|inverse|(^|_)arc/i;

/** Whether a function returns it that looks activations up. */
function isGivenBack({ tree, names }: Reading, node: Node): boolean {
  const definition = tree.kind(tree.parent(node)) === Kind.Return ? names.enclosingDefinition(node) : NONE;
  return definition !== NONE && customaryLookup.test(nameOf(tree, definition));
}
