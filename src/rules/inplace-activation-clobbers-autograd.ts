import { replaced } from '../documents/edit';
import { applicationsAt } from '../models/applicationsAt';
import type { Application } from '../models/facts';
import { applicationsBehind } from '../models/followModels';
import { areExclusive, readAfter, shortName } from '../models/questions';
import { itemsOf, numberOf, type Run, type Tensor } from '../models/values';
import { calleeOf, callArguments, nameOf, operatorOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';
import { elementRemoval, placeOf } from './places';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const inplaceActivationClobbersAutograd = defineRule({
  id: 'inplace-activation-clobbers-autograd',
  severity: 'error',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'The result of an activation is overwritten in place, or an in-place activation overwrites a value that is still needed.',
    why: 'ReLU, sigmoid, tanh and softmax keep their result for the backward pass: the slope of a sigmoid is s(1 - s), where s is what was returned. When it was overwritten, '
      + 'backward() stops: "one of the variables needed for gradient computation has been modified by an inplace operation". A value that is read after an in-place ReLU '
      + 'is silently the rectified one.',
    bad: `from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(16, 16, 3, padding=1)
        self.relu = nn.ReLU()

    def forward(self, x):
        out = self.relu(self.conv(x))
        out += x
        return out
`,
    good: `from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(16, 16, 3, padding=1)
        self.relu = nn.ReLU()

    def forward(self, x):
        out = self.relu(self.conv(x))
        out = out + x
        return out
`,
    whenNot: 'An in-place ReLU behind a convolution or a normalisation whose result nothing else reads is safe, and saves memory. GELU, SiLU, LeakyReLU and ELU that are not '
      + 'in place keep their input, so that their result may be overwritten. Without gradients nothing is kept.',
    references: [
      { title: "PyTorch: you can't add in place after an in-place ReLU", url: 'https://github.com/pytorch/pytorch/issues/5687' },
      { title: 'An in-place ReLU before a skip connection', url: 'https://github.com/osmr/imgclsmob/issues/13' },
      { title: 'PyTorch: sigmoid and assignment by index', url: 'https://github.com/pytorch/pytorch/issues/9391' },
    ],
  },
  *check(file) {
    for (const application of file.facts.applications) {
      const [input] = application.inputs;
      if (!overwrites(file, application) || !isTrained(file, application)) continue;
      const source = input?.kind === 'tensor' ? input.source : undefined;
      const keeper = input?.kind === 'tensor' ? keeperOf(input) : undefined;
      if (keeper && isSameRun(keeper, application) && isMissed(file, application, keeper)) yield overwritten(file, application, keeper);
      else if (application.activation && input?.kind === 'tensor' && source && isSameRun(source, application)) yield* stillNeeded(file, application, input);
      else if (application.activation && source === undefined && isFirst(application)) yield* givenValue(file, application);
    }
  },
});

function overwrites(file: RuleFile, application: Application): boolean {
  return application.isInPlace && !mayDropNothing(file, application) && !isBehindData(file.tree, application.node);
}

/** Dropout with the probability 0 returns what it was given and writes nothing (ATen/native/Dropout.cpp), and a probability that is handed on is often 0. */
function mayDropNothing({ tree, names }: RuleFile, { kind, layer, arguments: own }: Application): boolean {
  const p = (layer?.arguments ?? own).get('p');
  if (kind !== 'dropout' || p === undefined) return false;
  const parameter = names.bindingsOf(p.node).find(({ node }) => tree.kind(node) === Kind.Parameter);
  const probability = numberOf(p.value) ?? (parameter && Number(tree.textOf(tree.lastChild(parameter.node)))) ?? 0;
  return !(probability > 0);
}

/** `x.data.mul_(2)`: what is written through `data` autograd does not hear of. */
function isBehindData(tree: SyntaxTree, node: Node): boolean {
  const target = tree.kind(node) === Kind.Call ? tree.firstChild(calleeOf(tree, node)) : tree.firstChild(node);
  return tree.kind(target) === Kind.Attribute && nameOf(tree, target) === 'data';
}

/** They keep what they return. Those that keep their input have none of it left when they work in place. */
const keepsResult = new Set(['relu', 'sigmoid', 'tanh', 'softmax', 'log-softmax']);
/** Of what is no activation: their slopes are made of what they return. */
const keepsResultOf = /^(torch\.)?(exp|sqrt|rsqrt)$/;
const keepsResultInPlace = new Set(['leaky-relu', 'rrelu', 'elu', 'selu', 'celu']);

/** Whose kept result a tensor is, views of it included: they share its memory and its version. */
function keeperOf({ source }: Tensor): Application | undefined {
  if (source === undefined) return undefined;
  const [input] = source.inputs;
  if (source.kind === 'reshape' && /^(.*\.)?(view|squeeze|unsqueeze|transpose|permute|t)$/.test(source.name)) return input?.kind === 'tensor' ? keeperOf(input) : undefined;
  if (source.activation === undefined) return keepsResultOf.test(source.name) ? source : undefined;
  const id = source.activation.id;
  const isOfFramework = source.activation.usage?.certainty !== 'hand-written';
  return isOfFramework && (keepsResult.has(id) || (source.isInPlace && keepsResultInPlace.has(id))) ? source : undefined;
}

/** Whether weights get their gradient through it. What a branch has made into something else may be that where gradients are asked for. */
function isMissed({ facts }: RuleFile, { node, layer, run }: Application, keeper: Application): boolean {
  const isSame = (other: Application): boolean => other.layer === layer && other.run === run;
  const overwritesKept = ({ inputs: [input] }: Application): boolean => input?.kind === 'tensor' && keeperOf(input) !== undefined;
  return hasWeightsBehind(keeper) && applicationsAt(facts, node).filter(isSame).every(overwritesKept);
}

function overwritten(file: RuleFile, application: Application, keeper: Application): Finding {
  const id = keeper.activation?.id ?? shortName(keeper.name);
  return {
    span: file.spanOf(application.node),
    message: `This overwrites the result of ${id}, which backward() needs: it stops with "modified by an inplace operation".`,
    related: [{ span: placeOf(file, keeper), message: `The ${id} that keeps its result` }],
    fix: outOfPlace(file, application.node) ?? withoutInplace(file, application),
  };
}

/** What reads the value behind the in-place activation, or kept it before. */
function* stillNeeded(file: RuleFile, application: Application, input: Tensor): Iterable<Finding> {
  const name = shortName(application.name);
  const isOther = (use: Application): boolean => use !== application && use.node !== application.node && isSameRun(use, application);
  const [reader] = readAfter(application).filter((use) => isOther(use) && !isReadAnew(file.tree, application.node, use.node));
  const [keeper] = input.uses.filter((use) => use.order < application.order && keepsInput(use) && isOther(use) && !areExclusive(use, application));
  const other = keeper ?? reader;
  if (other === undefined) return;
  yield {
    span: placeOf(file, application),
    message: keeper
      ? `${name} works in place on a value that a layer before it keeps for backward(), which then stops with an error.`
      : `${name} works in place, so that what reads this value after it gets the activated one.`,
    related: [{ span: file.spanOf(other.node), message: keeper ? 'The layer that keeps it' : 'It is read again here' }],
    fix: withoutInplace(file, application),
  };
}

/** Behind `x = conv(act(x))` in a branch or loop, what reads `x` gets the old value only on the way that has not done it. */
function isReadAnew(tree: SyntaxTree, node: Node, reader: Node): boolean {
  let statement = node;
  while (tree.parent(statement) && tree.kind(tree.parent(statement)) !== Kind.Block) statement = tree.parent(statement);
  const [target = NONE, ...others] = tree.kind(statement) === Kind.Assign ? tree.children(statement) : [];
  if (others.length !== 1 || tree.kind(target) !== Kind.Name || tree.start(reader) < tree.end(statement)) return false;
  return [node, reader].every((call) => isGiven(tree, call, nameOf(tree, target)));
}

/** Whether a call takes a variable, by its name alone, or is of a method of it. */
function isGiven(tree: SyntaxTree, node: Node, name: string): boolean {
  const isIt = (at: Node): boolean => tree.kind(at) === Kind.Name && nameOf(tree, at) === name;
  if (tree.kind(node) !== Kind.Call) return false;
  const callee = calleeOf(tree, node);
  return (tree.kind(callee) === Kind.Attribute && isIt(tree.firstChild(callee))) || callArguments(tree, node).some(({ value }) => isIt(value));
}

/** Whether it is applied to the argument itself: what the first layer of a Sequential has made is another value. */
function isFirst({ layer, run }: Application): boolean {
  return run.self?.kind !== 'layer' || (run.parent?.self?.kind !== 'layer' && itemsOf(run.self)?.items[0] === layer);
}

/** What `forward` was given, overwritten and then read again: of a skip connection, both ways get the activated value. */
function* givenValue(file: RuleFile, application: Application): Iterable<Finding> {
  const { tree, names } = file;
  const { node } = application;
  const argument = tree.kind(node) === Kind.Call ? callArguments(tree, node)[0]?.value ?? NONE : NONE;
  const [binding, ...others] = names.bindingsOf(argument);
  if (binding === undefined || tree.kind(binding.node) !== Kind.Parameter || others.length > 0) return;
  const reader = readBehind(tree, node, nameOf(tree, argument));
  if (reader === NONE) return;
  yield {
    span: placeOf(file, application),
    message: `${shortName(application.name)} works in place, so that what reads ${nameOf(tree, argument)} after it gets the activated value.`,
    related: [{ span: file.spanOf(reader), message: 'It is read again here' }],
    fix: withoutInplace(file, application),
  };
}

const describes = /^(shape|size|dim|ndim|device|dtype|new_\w+|numel|is_cuda|requires_grad)$/;

/** Where a variable is read in the statements behind that of a node, in its own block. */
function readBehind(tree: SyntaxTree, node: Node, name: string): Node {
  let statement = node;
  while (tree.parent(statement) && tree.kind(tree.parent(statement)) !== Kind.Block) statement = tree.parent(statement);
  const block = tree.parent(statement);
  for (let at = tree.firstInside(block); at < block; at++) {
    const isRead = tree.kind(at) === Kind.Name && tree.start(at) >= tree.end(node) && nameOf(tree, at) === name;
    if (isRead && !(tree.kind(tree.parent(at)) === Kind.Attribute && describes.test(nameOf(tree, tree.parent(at))))) return at;
  }
  return NONE;
}

function keepsInput({ kind, layer }: Application): boolean {
  return (kind === 'linear' || kind === 'convolution') && layer?.name.startsWith('torch.nn.') === true;
}

/** The call of the function that a Sequential is part of is what its layers happen in. */
function outerRun({ run }: Application): Run {
  let outer = run;
  while (outer.self?.kind === 'layer' && outer.parent) outer = outer.parent;
  return outer;
}

function isSameRun(a: Application, b: Application): boolean {
  return outerRun(a) === outerRun(b);
}

const withWeights = new Set(['linear', 'convolution', 'recurrent', 'embedding', 'attention', 'normalisation']);

function hasWeightsBehind({ output }: Application): boolean {
  return applicationsBehind(output).some(({ kind, layer }) => layer?.name.startsWith('torch.nn.') === true && withWeights.has(kind));
}

const applies = /^(forward|__call__|training_step|train\w*|step)$/;
const infers = /predict|infer|decode|post_?process|detect|generate|sample|eval|test|export|visuali|bbox|nms|no_grad/i;

/** Whether gradients are asked for where it happens, as far as the file says. */
function isTrained(file: RuleFile, { node, run, contexts }: Application): boolean {
  if (contexts.some(({ name }) => /no_grad|inference_mode|set_grad_enabled/.test(name)) || isUnderTest(file, node)) return false;
  const names: string[] = [];
  for (let at: Run | undefined = run; at; at = at.parent) names.push(nameOf(file.tree, at.node));
  return names.some((name) => applies.test(name)) && !names.some((name) => infers.test(name));
}

/** Under `if not self.training` and its like. */
function isUnderTest({ tree }: RuleFile, node: Node): boolean {
  for (let at = node; at; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === Kind.FunctionDef || kind === Kind.AsyncFunctionDef) return false;
    if (kind === Kind.If && /train|infer|eval|test|export|onnx|grad/i.test(tree.textOf(tree.firstChild(at)))) return true;
  }
  return false;
}

const signs: Partial<Record<Operator, string>> = { [Operator.Add]: '+', [Operator.Subtract]: '-', [Operator.Multiply]: '*', [Operator.Divide]: '/' };

/** `x += y` becomes `x = x + y`. */
function outOfPlace({ tree }: RuleFile, node: Node): Fix | undefined {
  if (tree.kind(node) !== Kind.AugAssign) return undefined;
  const [target = 0, value = 0] = tree.children(node);
  const sign = signs[operatorOf(tree, node)];
  const isSimple = tree.kind(target) === Kind.Name && [Kind.Name, Kind.Attribute, Kind.Call, Kind.Subscript, Kind.Number].includes(tree.kind(value));
  if (sign === undefined || !isSimple) return undefined;
  return { title: `Write ${nameOf(tree, target)} = ${nameOf(tree, target)} ${sign} …`, edits: [replaced(tree.end(target), tree.start(value), ` = ${nameOf(tree, target)} ${sign} `)] };
}

/** Takes `inplace=True` out of the layer or the call. */
function withoutInplace({ tree }: RuleFile, { layer, node }: Application): Fix | undefined {
  const call = layer?.node ?? node;
  if (tree.kind(call) !== Kind.Call) return undefined;
  const written = callArguments(tree, call).find(({ keyword, value }) => (keyword ?? 'inplace') === 'inplace' && tree.kind(value) === Kind.True);
  const edits = written && (callArguments(tree, call).length === 1 ? [replaced(tree.start(written.node), tree.end(written.node), '')] : elementRemoval(tree, written.node));
  return edits && { title: 'Do not work in place', edits };
}
