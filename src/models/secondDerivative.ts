/**
 * Whether a file differentiates a derivative again with respect to what goes in, as an equation of physics asks. A penalty on a gradient, a step of
 * meta-learning or the product with a Hessian does so with respect to the weights alone, which a rectifier allows.
 */
import { assignedValue, bodyOf, callArguments, calleeOf, nameOf, nextTarget } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { nearest, type NamedCall } from './region';

const derivatives = /^(grad|gradients?|jacobian|batch_jacobian|jacrev|jacfwd|elementwise_grad)$/;
/** Differences of the values of an array, which nothing is trained through: `np.gradient(u, dx)`. */
const ofArrays = /^(np|numpy|jnp|cp|cupy|xp|torch)\.gradient$/;
const weights = /param|weight|theta|variables/i;
/** A function of the file with more statements does more than differentiate. */
const mostStatements = 3;

/** The call that gives the second derivative. */
export function differentiatedTwice(tree: SyntaxTree, calls: readonly NamedCall[]): NamedCall | undefined {
  const named = calls.filter(({ name, node }) => derivatives.test(name) && !ofArrays.test(tree.textOf(calleeOf(tree, node))));
  const whole = calls.find(({ name }) => name === 'hessian');
  if (whole || named.length === 0) return whole;
  const helpers = new Set(named.map(({ node }) => helperAround(tree, node)));
  const differentiating = new Map([...named, ...calls.filter(({ name }) => helpers.has(name))].map((call) => [call.node, call]));
  const bound = namesBound(tree, differentiating);
  return [...differentiating.values()].find(({ node }) => isOfDerivative(tree, node, differentiating, bound))
    ?? named.find(({ node }) => isOfHelper(tree, node, helpers));
}

/** `def d(y, x): return torch.autograd.grad(y, x, …)` is one that the file writes for itself; a step of training gives something else. */
function helperAround(tree: SyntaxTree, node: Node): string | undefined {
  const around = functionAround(tree, node);
  const body = around === NONE ? [] : bodyOf(tree, around);
  const last = body.at(-1) ?? NONE;
  const isHelper = body.length <= mostStatements && tree.kind(last) === Kind.Return && gives(tree, coreOf(tree, tree.firstChild(last)), node);
  return isHelper ? nameOf(tree, around) : undefined;
}

/** Whether what is returned is what a call differentiates, or the name that is given it, or that it is added to. */
function gives(tree: SyntaxTree, returned: Node, call: Node): boolean {
  if (tree.kind(returned) !== Kind.Name) return isMadeBy(tree, returned, call);
  const statement = nearest(tree, call, (kind) => kind === Kind.Assign || kind === Kind.AugAssign);
  if (statement === NONE || nameOf(tree, tree.firstChild(statement)) !== nameOf(tree, returned)) return false;
  return tree.kind(statement) === Kind.AugAssign || isMadeBy(tree, coreOf(tree, tree.lastChild(statement)), call);
}

/** `grad(y, x)`, and `grad(f)(x)`, which is the call of what the call gives. */
function isMadeBy(tree: SyntaxTree, core: Node, call: Node): boolean {
  return core === call || (tree.kind(core) === Kind.Call && calleeOf(tree, core) === call);
}

function functionAround(tree: SyntaxTree, node: Node): Node {
  return nearest(tree, node, (kind) => kind === Kind.FunctionDef);
}

/** What derivatives are called, and parts of them, with the function in which they are. */
function namesBound(tree: SyntaxTree, differentiating: ReadonlyMap<Node, NamedCall>): ReadonlySet<string> {
  const bound = new Set<string>();
  for (let node = 1; node <= tree.root; node++) {
    const value = assignedValue(tree, node);
    if (value === NONE || !isDerivative(tree, value, differentiating, bound)) continue;
    for (let target = nextTarget(tree, node, NONE); target; target = nextTarget(tree, node, target)) {
      for (const each of tree.kind(target) === Kind.Tuple ? tree.children(target) : [target]) bound.add(keyOf(tree, each));
    }
  }
  return bound;
}

function keyOf(tree: SyntaxTree, name: Node): string {
  return `${functionAround(tree, name)} ${tree.textOf(name)}`;
}

const casts = /^(to|cuda|cpu|float|double|view|reshape|flatten|squeeze|unsqueeze|sum|mean)$/;

/** What is picked, put into shape, moved or added up. */
function coreOf(tree: SyntaxTree, expression: Node): Node {
  let core = expression;
  for (;;) {
    const callee = tree.kind(core) === Kind.Call ? calleeOf(tree, core) : NONE;
    if (tree.kind(core) === Kind.Subscript) core = tree.firstChild(core);
    else if (tree.kind(callee) === Kind.Attribute && casts.test(nameOf(tree, callee))) core = tree.firstChild(callee);
    else return core;
  }
}

/** `grad(y, x)[0]`, or a name that was bound to one. */
function isDerivative(tree: SyntaxTree, expression: Node, differentiating: ReadonlyMap<Node, NamedCall>, bound: ReadonlySet<string>): boolean {
  const core = coreOf(tree, expression);
  return differentiating.has(core) || (bound.size > 0 && (tree.kind(core) === Kind.Name || tree.kind(core) === Kind.Attribute) && bound.has(keyOf(tree, core)));
}

/** `jacobian(slope, x)`, where `slope` differentiates. */
function isOfHelper(tree: SyntaxTree, call: Node, helpers: ReadonlySet<string | undefined>): boolean {
  const [of, to] = callArguments(tree, call).map(({ value }) => value);
  if (of === undefined || to === undefined || weights.test(tree.textOf(to))) return false;
  return (tree.kind(of) === Kind.Name || tree.kind(of) === Kind.Attribute) && helpers.has(nameOf(tree, of));
}

function isOfDerivative(tree: SyntaxTree, call: Node, differentiating: ReadonlyMap<Node, NamedCall>, bound: ReadonlySet<string>): boolean {
  const [of, to] = callArguments(tree, call).map(({ value }) => value);
  return of !== undefined && isDerivative(tree, of, differentiating, bound) && !(to !== undefined && weights.test(tree.textOf(to)));
}
