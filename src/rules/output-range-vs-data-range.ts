import type { Application, Model } from '../models/facts';
import { nameGiven } from '../models/endings';
import { applicationsBehind } from '../models/followModels';
import { consumersOf, hasWeights, lastActivations, partsOf, shortName } from '../models/questions';
import { constantOf, itemsOf, type Value } from '../models/values';
import { literalValue } from '../python/literals';
import { operatorOf } from '../python/parts';
import { Kind, Operator, type Node, type SyntaxTree } from '../python/syntax';
import type { Span } from '../usages/usage';
import { placeOf } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

export const outputRangeVsDataRange = defineRule({
  id: 'output-range-vs-data-range',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'A generator or decoder gives values of another range than that of the data it learns from.',
    why: 'Behind tanh, values lie in (−1, 1): of data in [0, 1] they must avoid half the range, and black, 0, is where tanh is steepest instead of where it saturates. Behind '
      + 'a sigmoid they lie in (0, 1): of data in [−1, 1] every value below 0 is out of reach, and costs at least its square.',
    bad: `from torch import nn
from torchvision import datasets, transforms

images = datasets.MNIST("data", transform=transforms.Compose([transforms.ToTensor()]))


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(100, 784), nn.Tanh())

    def forward(self, z):
        return self.net(z).view(-1, 1, 28, 28)
`,
    good: `from torch import nn
from torchvision import datasets, transforms

images = datasets.MNIST("data", transform=transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))]))


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(100, 784), nn.Tanh())

    def forward(self, z):
        return self.net(z).view(-1, 1, 28, 28)
`,
    whenNot: 'Where no scaling of the data is in the file, or several, nothing is said; nor of a linear output, which some generators have on purpose, or of a model that gives no images.',
    references: [
      { title: 'tanh against data in [0, 1]', url: 'https://github.com/khalooei/ALOCC-CVPR2018/issues/3' },
      { title: 'tanh, and inputs that are not in [-1, 1]', url: 'https://github.com/AntixK/PyTorch-VAE/issues/48' },
    ],
  },
  *check(file) {
    const outputs = [...outputsOf(file, 'tanh'), ...outputsOf(file, 'sigmoid')];
    if (outputs.length === 0 || !file.facts.isComplete) return;
    const scaling = scalingOf(file);
    if (scaling === undefined || outputs.some((last) => !isOfOtherRange(last, scaling))) return;
    for (const last of outputs) {
      if (!isTakenForProbability(file, last)) yield findingFor(file, last, scaling);
    }
  },
});

/** Where a generator ends with an activation: a model, or a function that applies layers as in TensorFlow 1. */
function outputsOf(file: RuleFile, id: string): readonly Application[] {
  const ofModels = file.facts.models.filter((model) => isGenerator(file, model))
    .flatMap((model) => partsOf(model.output).flatMap((output) => lastActivations(output, [id])).filter((last) => !isReadOn(model, last)));
  const ofFunctions = file.facts.applications.filter((application) => application.activation?.id === id
    && isGeneratorName(shortName(file.names.scopePath(application.node))) && consumersOf(application).every(({ run }) => run !== application.run));
  return [...ofModels, ...ofFunctions];
}

/** What the layers of the model itself go on from is a code that it gives as well. */
function isReadOn({ applications }: Model, last: Application): boolean {
  return applications.some((application) => hasWeights(application) && application.inputs.some((input) => applicationsBehind(input).includes(last)));
}

/** A loss of probabilities has a range of its own, and a rule that says so. */
function isTakenForProbability({ facts }: RuleFile, { node, activation }: Application): boolean {
  return facts.losses.some(({ expects, input }) => expects === 'probabilities' && lastActivations(input, [activation?.id ?? '']).some((last) => last.node === node));
}

interface Scaling {
  /** [0, 1] or [−1, 1]. */
  readonly range: 'unit' | 'symmetric';
  readonly span: Span;
}

/** One that fits may be the one that is for these data. */
function isOfOtherRange({ activation }: Application, { range }: Scaling): boolean {
  return activation?.id === (range === 'unit' ? 'tanh' : 'sigmoid');
}

function findingFor(file: RuleFile, last: Application, { range, span }: Scaling): Finding {
  const message = range === 'unit'
    ? 'This output lies in (−1, 1), but the data are scaled to [0, 1]: half of the range is never right. Scale the data to [−1, 1], or end with sigmoid.'
    : 'This output lies in (0, 1), but the data are scaled to [−1, 1]: values below 0 cannot be reached. End with tanh, or scale the data to [0, 1].';
  return { span: placeOf(file, last), message, related: [{ span, message: 'How the data are scaled' }] };
}

const generates = /generator|decoder|auto_?encoder|\bvae\b|[a-z]VAE\b|\bVAE/i;
const isOther = /discriminator|critic|classifier|segment|mask|unet|mine/i;

/** By its name, or by the name of the variable or of the function that builds it: a picture of what is between 0 and 1 may else be a mask. */
function isGenerator(file: RuleFile, model: Model): boolean {
  const called = calledSo(file, model);
  const isInside = model.value.kind === 'layer' && file.tree.parent(model.node) !== 0 && called.some((name) => name === '__init__');
  const isSo = called.some((name) => isGeneratorName(name) || (ofPair.test(name) && file.facts.models.some((other) => calledSo(file, other).some((each) => ofOther.test(each)))));
  return !isInside && isSo && model.applications.some(({ kind }) => kind === 'linear' || kind === 'convolution');
}

/** `netG` beside `netD` */
const ofPair = /^(net_?)?G$|^[gG]en$/;
const ofOther = /^(net_?)?D$|^[dD]isc$|discriminator|critic/i;

/** The class of a model, or the function that builds it and the variable. */
function calledSo({ names, tree }: RuleFile, { name, node, value }: Model): readonly string[] {
  return value.kind === 'instance' ? [shortName(name)] : [shortName(names.scopePath(node)), ...(value.kind === 'layer' ? [nameGiven(tree, node)] : [])];
}

/** `AE`, `ConvAE`, but not the mean absolute error. */
const autoEncoder = /^(Conv|Deep|Simple|Denoising|Sparse|[CDS])?AE$/;

function isGeneratorName(name: string): boolean {
  return (generates.test(name) || autoEncoder.test(name)) && !isOther.test(name);
}

/** How the file scales its data, if it does it in one way. */
function scalingOf(file: RuleFile): Scaling | undefined {
  const found = [...transforms(file), ...quotients(file)];
  const [first] = found;
  return first !== undefined && first !== 'other' && found.every((other) => other !== 'other' && other.range === first.range) ? first : undefined;
}

type Evidence = Scaling | 'other';

const transforming = /^(torchvision|mindspore\.dataset\.vision|paddle\.vision|mxnet\.gluon\.data\.vision)\.(transforms\.)?\w+$/;

/** ToTensor gives [0, 1]; a Normalize by 0.5 and 0.5 makes it [−1, 1]. */
function* transforms(file: RuleFile): Iterable<Evidence> {
  const calls = file.facts.libraryCalls.filter(({ name }) => transforming.test(name));
  const named = (name: string) => calls.filter((call) => shortName(call.name) === name);
  const normalisations = named('Normalize');
  for (const { node, arguments: written, mayHaveMore } of normalisations) {
    const halves = [written.get('0') ?? written.get('mean'), written.get('1') ?? written.get('std')].every((argument) => isHalf(argument?.value));
    yield halves && !mayHaveMore ? { range: 'symmetric', span: file.spanOf(node) } : 'other';
  }
  if (named('Lambda').length > 0 || named('Rescale').length > 0) yield 'other';
  const [tensor] = named('ToTensor');
  if (tensor && normalisations.length === 0) yield { range: 'unit', span: file.spanOf(tensor.node) };
}

function isHalf(value: Value | undefined): boolean {
  const items = itemsOf(value)?.items;
  return items === undefined ? constantOf(value) === 0.5 : items.length > 0 && items.every((item) => constantOf(item) === 0.5);
}

/** `x / 255`, `(x - 127.5) / 127.5`, `x * 2 / 255 - 1`; and what maps one range to another, after which nothing is concluded. */
function* quotients(file: RuleFile): Iterable<Evidence> {
  const { tree } = file;
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.AugAssign) yield* scaledInPlace(file, node);
    if (kind !== Kind.BinOp) continue;
    if (isStretched(tree, node)) yield 'other';
    else if (!isInMap(file, node)) yield* mapped(file, node);
  }
}

/** A linear map of what is no number: `scale · x + shift`. */
interface LinearMap {
  readonly scale: number;
  readonly shift: number;
}

/** What numbers do to an expression, from the last step to the first. */
function mapAt(file: RuleFile, node: Node): LinearMap {
  let [scale, shift] = [1, 0];
  for (let step = stepAt(file, node); step !== undefined; step = stepAt(file, step.of)) {
    shift += scale * step.shift;
    scale *= step.scale;
  }
  return { scale, shift };
}

/** One operation between an expression and a number. */
function stepAt(file: RuleFile, node: Node): (LinearMap & { readonly of: Node }) | undefined {
  const { tree } = file;
  if (tree.kind(node) !== Kind.BinOp) return undefined;
  const [left = 0, right = 0] = tree.children(node);
  const [before, behind] = [numberAt(file, left), numberAt(file, right)];
  if (before === undefined && behind === undefined) return undefined;
  const [of, number = NaN] = before === undefined ? [left, behind] : [right, before];
  switch (operatorOf(tree, node)) {
    case Operator.Add:
      return { of, scale: 1, shift: number };
    case Operator.Subtract:
      return before === undefined ? { of, scale: 1, shift: -number } : { of, scale: -1, shift: number };
    case Operator.Multiply:
      return { of, scale: number, shift: 0 };
    case Operator.Divide:
      return before === undefined ? { of, scale: 1 / number, shift: 0 } : undefined;
    default:
      return undefined;
  }
}

/** Whether an expression is a part of a longer map. */
function isInMap(file: RuleFile, node: Node): boolean {
  return stepAt(file, file.tree.parent(node))?.of === node;
}

function* mapped(file: RuleFile, node: Node): Iterable<Evidence> {
  const map = mapAt(file, node);
  const gives = (from: number, to: number, least: number, most: number): boolean => isAbout(map.scale * from + map.shift, least) && isAbout(map.scale * to + map.shift, most);
  const isAlone = file.tree.kind(file.tree.parent(node)) !== Kind.BinOp;
  if (isAlone && gives(0, 255, 0, 1)) yield { range: 'unit', span: file.spanOf(node) };
  else if (isAlone && gives(0, 255, -1, 1)) yield { range: 'symmetric', span: file.spanOf(node) };
  else if (isOfPixels(map) || gives(0, 1, -1, 1) || gives(-1, 1, 0, 1) || gives(-1, 1, 0, 255)) yield 'other';
}

/** Divided by 255 or half of that. */
function isOfPixels({ scale }: LinearMap): boolean {
  return [1, 2].some((width) => isAbout(scale * 255, width));
}

function isAbout(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) < 0.01 * Math.max(1, Math.abs(wanted));
}

/** `x /= 255`, unless another statement shifts or stretches `x`. */
function* scaledInPlace(file: RuleFile, node: Node): Iterable<Evidence> {
  const { tree } = file;
  const [target = 0, by = 0] = tree.children(node);
  if (operatorOf(tree, node) !== Operator.Divide) return;
  if (numberAt(file, by) === 127.5) yield 'other';
  if (numberAt(file, by) !== 255) return;
  const name = tree.textOf(target);
  const isChangedOn = tree.children(tree.parent(node)).some((other) => other !== node && tree.kind(other) === Kind.AugAssign && tree.textOf(tree.firstChild(other)) === name);
  yield isChangedOn ? 'other' : { range: 'unit', span: file.spanOf(node) };
}

/** `x * (high - low) + low` */
function isStretched(tree: SyntaxTree, sum: Node): boolean {
  const [scaled = 0, low = 0] = tree.children(sum);
  if (operatorOf(tree, sum) !== Operator.Add || tree.kind(scaled) !== Kind.BinOp || operatorOf(tree, scaled) !== Operator.Multiply) return false;
  const [, width = 0] = tree.children(scaled);
  return tree.kind(width) === Kind.BinOp && operatorOf(tree, width) === Operator.Subtract && tree.textOf(tree.lastChild(width)) === tree.textOf(low);
}

function numberAt({ tree }: RuleFile, node: Node): number | undefined {
  const value = node ? literalValue(tree, node) : undefined;
  return typeof value === 'number' ? value : undefined;
}
