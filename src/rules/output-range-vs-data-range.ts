import type { Application, Model } from '../models/facts';
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
    if (scaling === undefined) return;
    for (const last of outputs) {
      const isOther = last.activation?.id === (scaling.range === 'unit' ? 'tanh' : 'sigmoid');
      if (isOther && !isTakenForProbability(file, last)) yield findingFor(file, last, scaling);
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

function findingFor(file: RuleFile, last: Application, { range, span }: Scaling): Finding {
  const message = range === 'unit'
    ? 'This output lies in (−1, 1), but the data are scaled to [0, 1]: half of the range is never right. Scale the data to [−1, 1], or end with sigmoid.'
    : 'This output lies in (0, 1), but the data are scaled to [−1, 1]: values below 0 cannot be reached. End with tanh, or scale the data to [0, 1].';
  return { span: placeOf(file, last), message, related: [{ span, message: 'How the data are scaled' }] };
}

const generates = /generator|decoder|auto_?encoder|\bvae\b|[a-z]VAE\b|\bVAE/i;
const isOther = /discriminator|critic|classifier|segment|mask|unet|mine/i;

/** By its name, or by the name of the function that builds it: a picture of what is between 0 and 1 may else be a mask. */
function isGenerator({ names, tree }: RuleFile, { name, node, value, applications }: Model): boolean {
  const called = value.kind === 'instance' ? name : names.scopePath(node);
  const builder = shortName(called);
  const isInside = value.kind === 'layer' && tree.parent(node) !== 0 && /__init__$/.test(called);
  return !isInside && isGeneratorName(builder) && applications.some(({ kind }) => kind === 'linear' || kind === 'convolution');
}

function isGeneratorName(name: string): boolean {
  return generates.test(name) && !isOther.test(name);
}

/** How the file scales its data, if it does it in one way. */
function scalingOf(file: RuleFile): Scaling | undefined {
  const found = [...transforms(file), ...quotients(file)];
  const [first] = found;
  return first !== undefined && first !== 'other' && found.every((other) => other !== 'other' && other.range === first.range) ? first : undefined;
}

type Evidence = Scaling | 'other';

/** ToTensor gives [0, 1]; a Normalize by 0.5 and 0.5 makes it [−1, 1]. */
function* transforms(file: RuleFile): Iterable<Evidence> {
  const calls = file.facts.libraryCalls.filter(({ name }) => name.startsWith('torchvision.transforms.'));
  const named = (name: string) => calls.filter((call) => call.name === `torchvision.transforms.${name}`);
  const normalisations = named('Normalize');
  for (const { node, arguments: written, mayHaveMore } of normalisations) {
    const halves = [written.get('0') ?? written.get('mean'), written.get('1') ?? written.get('std')].every((argument) => isHalf(argument?.value));
    yield halves && !mayHaveMore ? { range: 'symmetric', span: file.spanOf(node) } : 'other';
  }
  if (named('Lambda').length > 0) yield 'other';
  const [tensor] = named('ToTensor');
  if (tensor && normalisations.length === 0) yield { range: 'unit', span: file.spanOf(tensor.node) };
}

function isHalf(value: Value | undefined): boolean {
  const items = itemsOf(value)?.items;
  return items === undefined ? constantOf(value) === 0.5 : items.length > 0 && items.every((item) => constantOf(item) === 0.5);
}

/** `x / 255`, `x / 127.5 - 1`, `(x - 127.5) / 127.5`; and what maps one range to another, after which nothing is concluded. */
function* quotients(file: RuleFile): Iterable<Evidence> {
  const { tree } = file;
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.BinOp && kind !== Kind.AugAssign) continue;
    const [left = 0, right = 0] = tree.children(node);
    const by = numberAt(file, right);
    const operator = operatorOf(tree, node);
    if (operator === Operator.Divide) yield* quotient(file, node, left, by);
    if (kind === Kind.BinOp && isRescaling(file, node)) yield 'other';
  }
}

function* quotient(file: RuleFile, node: Node, left: Node, by: number | undefined): Iterable<Evidence> {
  const span = file.spanOf(node);
  if (by === 255) yield { range: 'unit', span };
  else if (by === 127.5) yield isSymmetric(file, node, left) ? { range: 'symmetric', span } : 'other';
}

function isSymmetric(file: RuleFile, quotientNode: Node, left: Node): boolean {
  const { tree } = file;
  if (/-\s*127\.50*\s*\)?$/.test(tree.textOf(left))) return true;
  const outer = tree.parent(quotientNode);
  const around = tree.kind(outer) === Kind.BinOp ? outer : tree.parent(outer);
  return tree.kind(around) === Kind.BinOp && operatorOf(tree, around) === Operator.Subtract && numberAt(file, tree.lastChild(around)) === 1;
}

/** `2 * x - 1`, `x * 0.5 + 0.5`, `(x + 1) / 2`, `(x + 1) * 127.5`, and `x * (high - low) + low`. */
function isRescaling(file: RuleFile, node: Node): boolean {
  const { tree } = file;
  const [left = 0, right = 0] = tree.children(node);
  const isOf = (operator: Operator, side: Node, numbers: readonly number[]): boolean => tree.kind(side) === Kind.BinOp && operatorOf(tree, side) === operator
    && tree.children(side).some((child) => numbers.includes(numberAt(file, child) ?? NaN));
  switch (operatorOf(tree, node)) {
    case Operator.Subtract:
      return numberAt(file, right) === 1 && isOf(Operator.Multiply, left, [2]);
    case Operator.Add:
      return (numberAt(file, right) === 0.5 && (isOf(Operator.Multiply, left, [0.5]) || isOf(Operator.Divide, left, [2]))) || isStretched(tree, left, right);
    case Operator.Divide:
      return numberAt(file, right) === 2 && isOf(Operator.Add, left, [1]);
    case Operator.Multiply:
      return [[left, right], [right, left]].some(([sum = 0, factor = 0]) => [0.5, 127.5, 255].includes(numberAt(file, factor) ?? NaN) && isOf(Operator.Add, sum, [1]));
    default:
      return false;
  }
}

/** `x * (high - low)`, to which `low` is added. */
function isStretched(tree: SyntaxTree, scaled: Node, low: Node): boolean {
  const [, width = 0] = tree.children(scaled);
  return tree.kind(scaled) === Kind.BinOp && operatorOf(tree, scaled) === Operator.Multiply && tree.kind(width) === Kind.BinOp
    && operatorOf(tree, width) === Operator.Subtract && tree.textOf(tree.lastChild(width)) === tree.textOf(low);
}

function numberAt({ tree }: RuleFile, node: Node): number | undefined {
  const value = node ? literalValue(tree, node) : undefined;
  return typeof value === 'number' ? value : undefined;
}
