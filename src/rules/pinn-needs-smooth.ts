import type { Application, Model } from '../models/facts';
import { consumersOf, hasWeights } from '../models/questions';
import { literalValue } from '../python/literals';
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { isTestFile, placeOf, placeOfValue } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

/** Straight on both sides of a kink. */
const straight = ['relu', 'leaky-relu', 'prelu', 'relu6'];
/** Smooth on both sides, with a jump of the second derivative at 0. */
const jumping = ['elu', 'selu'];

export const pinnNeedsSmooth = defineRule({
  id: 'pinn-needs-smooth',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'The output of a network of ReLUs is differentiated twice with respect to its input.',
    why: 'A network of ReLUs and linear layers is made of straight pieces: its second derivative is 0 wherever it exists. A loss with u_xx then trains as if the term were not there, '
      + 'whatever the weights are. tanh, sine, SiLU and softplus have all derivatives.',
    bad: `import torch
from torch import nn

net = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Linear(32, 1))


def residual(x):
    u = net(x)
    u_x = torch.autograd.grad(u.sum(), x, create_graph=True)[0]
    u_xx = torch.autograd.grad(u_x.sum(), x, create_graph=True)[0]
    return u_xx + u
`,
    good: `import torch
from torch import nn

net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))


def residual(x):
    u = net(x)
    u_x = torch.autograd.grad(u.sum(), x, create_graph=True)[0]
    u_xx = torch.autograd.grad(u_x.sum(), x, create_graph=True)[0]
    return u_xx + u
`,
    whenNot: 'Equations of first order and gradient penalties differentiate once with respect to the input, and derivatives with respect to weights are another thing.',
    references: [
      { title: 'The maintainer of DeepXDE on ReLU', url: 'https://github.com/lululxvi/deepxde/issues/80' },
    ],
  },
  *check(file) {
    if (!/gradient|grad\b|hessian/.test(file.text) || isTestFile(file)) return;
    const second = secondDerivativeIn(file);
    if (second === NONE) return;
    const related = [{ span: file.spanOf(second), message: 'The second derivative' }];
    for (const finding of [...ofModels(file), ...ofDeepXde(file)]) yield { ...finding, related };
  },
});

const differentiating = /^(torch\.autograd\.grad|tensorflow\.(compat\.v1\.)?gradients|deepxde\.(grad|gradients)\.jacobian)$/;
const parameters = /param|weight|theta|variables|\bvars\b|\b[Ww]\d?\b/i;

/**
 * A derivative of what is itself one; `NONE` if there is none. `models/secondDerivative.ts` asks the same and is satisfied with the names of calls,
 * since it only ranks advice. A warning wants more: a function that is known by its import to differentiate, and that is told by what.
 */
function secondDerivativeIn(file: RuleFile): Node {
  const { tree, names } = file;
  const helpers = new Set<Node>();
  const calls: Node[] = [];
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const name = names.qualifiedName(calleeOf(tree, node)) ?? '';
    if (/^deepxde\.(grad|gradients)\.hessian$/.test(name)) return node;
    if (differentiating.test(name)) helpers.add(names.enclosingDefinition(node));
    calls.push(node);
  }
  const helperNames = new Set([...helpers].flatMap((node) => (returnsGradient(file, node) ? [tree.textOf(tree.firstChild(node))] : [])));
  const derivatives = calls.filter((call) => isDerivative(file, call, helperNames));
  return derivatives.find((call) => isOfDerivative(file, call, derivatives)) ?? NONE;
}

/** `def gradient(u, x): return torch.autograd.grad(…)[0]` */
function returnsGradient({ tree }: RuleFile, node: Node): boolean {
  return node !== NONE && tree.kind(node) === Kind.FunctionDef && /\breturn\b[^\n]*\bgrad(ients)?\(/.test(tree.textOf(node));
}

/** With respect to the input: weights are named after what they are. */
function isDerivative({ tree, names }: RuleFile, call: Node, helpers: ReadonlySet<string>): boolean {
  const callee = calleeOf(tree, call);
  const name = nameOf(tree, callee);
  const path = names.qualifiedName(callee);
  const isOfTape = name === 'gradient' && tree.kind(callee) === Kind.Attribute && path === undefined && names.importedRoots.has('tensorflow');
  const isCalled = isOfTape || differentiating.test(path ?? '') || helpers.has(name);
  const [, by] = callArguments(tree, call);
  return isCalled && by !== undefined && !parameters.test(tree.textOf(by.value));
}

/** `grad(grad(u, x), x)`, or `grad(u_x, x)` after `u_x = grad(u, x)` in the same function. */
function isOfDerivative({ tree, names }: RuleFile, call: Node, derivatives: readonly Node[]): boolean {
  const [of] = callArguments(tree, call);
  if (of === undefined) return false;
  const [start, end] = [tree.start(of.value), tree.end(of.value)];
  const text = tree.textOf(of.value);
  return derivatives.some((other) => {
    if (other === call) return false;
    if (tree.start(other) >= start && tree.end(other) <= end) return true;
    const target = targetOf(tree, other);
    return target !== undefined && tree.end(other) < start && names.enclosingDefinition(other) === names.enclosingDefinition(call)
      && new RegExp(`(?<![\\w.])${target}\\b`).test(text);
  });
}

/** The name that the value of `u_x = grad(…)[0]` gets. */
function targetOf(tree: RuleFile['tree'], call: Node): string | undefined {
  let at = tree.parent(call);
  while (tree.kind(at) === Kind.Subscript) at = tree.parent(at);
  const target = tree.kind(at) === Kind.Assign ? tree.firstChild(at) : NONE;
  return target !== NONE && tree.kind(target) === Kind.Name ? tree.textOf(target) : undefined;
}

/** Only if every network of the file has kinks: which of several is differentiated is not known. */
function* ofModels(file: RuleFile): Iterable<Finding> {
  const models = file.facts.models.filter(({ applications }) => applications.some(hasWeights));
  if (!file.facts.isComplete || !models.every(isMadeOfPieces)) return;
  for (const model of models) {
    const [first] = hiddenIn(model);
    if (first) yield { span: placeOf(file, first), ...messageFor(first.activation?.id ?? '') };
  }
}

/** Linear layers and hidden activations with kinks, and nothing that would bend it otherwise. */
function isMadeOfPieces(model: Model): boolean {
  const hidden = hiddenIn(model);
  const ids = hidden.map(({ activation }) => activation?.id ?? '');
  const isPlain = model.applications.every(({ kind }) => /^(linear|activation|reshape|dropout|identity|combination|selection)$/.test(kind));
  return isPlain && hidden.length > 0 && (ids.every((id) => straight.includes(id)) || ids.every((id) => jumping.includes(id)));
}

function hiddenIn({ applications }: Model): readonly Application[] {
  return applications.filter((application) => application.activation !== undefined && consumersOf(application).some(hasWeights));
}

function messageFor(id: string): Omit<Finding, 'span'> {
  if (straight.includes(id)) return { message: `The second derivative of a network of ${id} is 0 wherever it exists, but this file differentiates twice. Use tanh, sine, SiLU or softplus.` };
  return { message: `The second derivative of ${id} jumps at 0, and this file differentiates twice. tanh, sine, SiLU and softplus have no such jump.`, severity: 'information', confidence: 'hint' };
}

/** `dde.nn.FNN([2, 20, 1], "relu", …)` */
function* ofDeepXde(file: RuleFile): Iterable<Finding> {
  const { tree, names } = file;
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) !== Kind.Call || !/^deepxde\.(nn|maps)\.(\w+\.)*P?FNN$/.test(names.qualifiedName(calleeOf(tree, node)) ?? '')) continue;
    const written = callArguments(tree, node);
    const activation = written.find(({ keyword }) => keyword === 'activation') ?? written[1];
    const id = activation ? literalValue(tree, activation.value) : undefined;
    if (activation && typeof id === 'string' && [...straight, ...jumping].includes(id)) yield { span: placeOfValue(file, activation.value), ...messageFor(id) };
  }
}
