import type { Application } from '../models/facts';
import { isMultiplication, lastOperation, shortName } from '../models/questions';
import { numberOf, unknown, type Layer } from '../models/values';
import { nearest } from '../models/region';
import { callArguments, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { isTestFile, linesOf, nameOfCall, placeOf } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

export const gluHiddenSize = defineRule({
  id: 'glu-hidden-size',
  severity: 'information',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'A gated layer has a size that does not go with its halves or its third matrix.',
    why: '`nn.GLU` halves its axis: 256 features become 128, an odd number cannot be halved, and what stands behind it takes the half. Where the gate is a matrix of its own, '
      + 'a feed-forward part has three where a plain one has two: with a hidden size of 4 d it has 12 d² weights instead of 8 d², half as many again; with 8/3 d it has the same 8 d².',
    bad: `import torch.nn.functional as F
from torch import nn


class FeedForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(768, 3072)
        self.up = nn.Linear(768, 3072)
        self.down = nn.Linear(3072, 768)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))
`,
    good: `import torch.nn.functional as F
from torch import nn


class FeedForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(768, 2048)
        self.up = nn.Linear(768, 2048)
        self.down = nn.Linear(2048, 768)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))
`,
    whenNot: 'A model may well spend more on this part; a published configuration says how much.',
    references: [
      { title: 'GLU Variants Improve Transformer', url: 'https://arxiv.org/abs/2002.05202' },
      { title: 'Which size is comparable', url: 'https://github.com/stas00/ml-engineering/issues/45' },
    ],
  },
  *check(file) {
    if (isTestFile(file)) return;
    for (const application of file.facts.applications) {
      if (halving.test(application.name)) yield* wrongHalves(file, application);
      else if (isMultiplication(application)) yield* largeThird(file, application);
    }
  },
});

/** Those that halve an axis; a product that is written by hand does not. */
const halving = /^torch\.nn\.(functional\.glu|GLU)$/;

function axisOf({ axis, layer }: Application): number | undefined {
  const place = layer?.arguments.get('0');
  if (place) return numberOf(place.value);
  return axis === 'missing' ? -1 : axis;
}

/** An odd number of features, or a layer behind it that expects them all. */
function* wrongHalves(file: RuleFile, glu: Application): Iterable<Finding> {
  const [input] = glu.inputs;
  const axis = axisOf(glu);
  const features = input?.kind === 'tensor' ? input.features : undefined;
  const size = axis !== undefined && features?.axis === axis ? features.size : undefined;
  const span = placeOf(file, glu);
  const error = { span, severity: 'error', confidence: 'likely' } as const;
  if (size === undefined) yield* wholeExpected(file, glu, error);
  if (size === undefined) return;
  if (size % 2 === 1) yield { ...error, message: `GLU halves its axis, and ${size} features cannot be halved.` };
  const next = glu.output.kind === 'tensor' ? glu.output.uses.find(({ layer }) => layer?.inputs !== undefined && layer.layer.axis === axis)?.layer : undefined;
  if (next?.inputs === undefined || size % 2 === 1 || next.inputs === size / 2) return;
  yield {
    ...error, message: `GLU halves ${size} features to ${size / 2}, but ${shortName(next.name)} expects ${next.inputs}.`,
    related: [{ span: file.spanOf(next.node), message: `Expects ${next.inputs}` }],
  };
}

/** `nn.Linear(d, 4 * d)`, GLU, `nn.Linear(4 * d, d)`: whatever `d` is, a half is not the whole. */
function* wholeExpected(file: RuleFile, glu: Application, error: Pick<Finding, 'span' | 'severity' | 'confidence'>): Iterable<Finding> {
  const before = lastOperation(glu.inputs[0] ?? unknown);
  const next = glu.output.kind === 'tensor' ? glu.output.uses.find(({ kind, layer }) => kind === 'linear' && layer !== undefined)?.layer : undefined;
  if (before?.kind !== 'linear' || before.layer === undefined || next === undefined || !isLastAxis(glu)) return;
  const [given, taken] = [writtenSize(before.layer, before.layer.layer.units), writtenSize(next, next.layer.inputs)];
  const text = file.tree.textOf(given);
  if (given === NONE || text !== file.tree.textOf(taken) || !isSame(file, given, taken)) return;
  yield { ...error, message: `GLU halves its ${text} features, but ${shortName(next.name)} expects all of them.`, related: [{ span: file.spanOf(next.node), message: `Expects ${text}` }] };
}

function isLastAxis(glu: Application): boolean {
  return axisOf(glu) === -1;
}

function writtenSize({ arguments: written }: Layer, name: string | undefined): Node {
  return (name === undefined ? undefined : written.get(name)?.node) ?? NONE;
}

/** Whether two expressions of one text give one number: of names and numbers, in one function and outside of all loops, with nothing of it bound anew between them. */
function isSame({ tree, names }: RuleFile, first: Node, later: Node): boolean {
  if (later < first || names.enclosingDefinition(first) !== names.enclosingDefinition(later) || nearest(tree, later, (kind) => repeating.includes(kind)) !== NONE) return false;
  if (hasPart(tree, later, (part) => !plain.includes(tree.kind(part)))) return false;
  const isNamed = (name: string): boolean => name !== '' && hasPart(tree, later, (part) => nameOf(tree, part) === name);
  for (let node = first; node < later; node++) if (isBound(tree, node) && hasPart(tree, node, (part) => isNamed(nameOf(tree, part)))) return false;
  return true;
}

function hasPart(tree: SyntaxTree, node: Node, wanted: (part: Node) => boolean): boolean {
  for (let part = tree.firstInside(node); part <= node; part++) if (wanted(part)) return true;
  return false;
}

function isBound(tree: SyntaxTree, node: Node): boolean {
  return binding.includes(tree.kind(tree.parent(node))) && node !== tree.lastChild(tree.parent(node));
}

const plain: readonly Kind[] = [Kind.Name, Kind.Attribute, Kind.Identifier, Kind.Number, Kind.BinOp, Kind.UnaryOp];
const binding: readonly Kind[] = [Kind.Assign, Kind.AugAssign, Kind.AnnAssign, Kind.NamedExpr, Kind.For, Kind.AsyncFor, Kind.WithItem];
const repeating: readonly Kind[] = [Kind.For, Kind.AsyncFor, Kind.While, Kind.ListComprehension, Kind.Generator];

/** `down(silu(gate(x)) * up(x))` with four times as many hidden features. */
function* largeThird(file: RuleFile, product: Application): Iterable<Finding> {
  const [left, right] = product.inputs.map((input) => lastOperation(input));
  if (!left || !right) return;
  const gate = gateOf(left) ?? gateOf(right);
  const up = gateOf(left) ? right : left;
  const [layer, other] = [gate?.layer, up.layer];
  if (!gate || !layer || !other || up.kind !== 'linear' || layer === other || !readTheSame(file, gate, up) || file.tree.kind(layer.node) !== Kind.Call) return;
  const width = widthOf(layer);
  if (width === undefined || widthOf(other) !== width || isMeantSo(file, layer) || isMeantSo(file, other)) return;
  const size = Math.ceil((8 * width) / 3 / multiple) * multiple;
  yield {
    span: nameOfCall(file, layer.node),
    message: `Three matrices of ${width} × ${4 * width} are 1.5 times the weights of a plain feed-forward part of this hidden size. ${size}, about 8/3 of ${width}, has as many as the plain one.`,
    related: [{ span: file.spanOf(other.node), message: 'What the gate is multiplied with' }],
  };
}

/** A comment on the line of the layer that speaks of its size. */
function isMeantSo({ tree }: RuleFile, { node }: Layer): boolean {
  return /#.*(\b4\b|\b4 ?[x×*d]|\bfour\b|size|width|wide|hidden|param|8 ?\/ ?3|paper|config|on purpose)/i.test(linesOf(tree, node));
}

/** What is not known has no identity, so that the text must agree as well. */
function readTheSame({ tree }: RuleFile, first: Application, second: Application): boolean {
  const [one, other] = [first, second].map(({ node }) => (tree.kind(node) === Kind.Call ? callArguments(tree, node)[0] : undefined));
  return first.inputs[0] === second.inputs[0] && one !== undefined && other !== undefined && tree.textOf(one.value) === tree.textOf(other.value);
}

const multiple = 64;
const gates = new Set(['silu', 'gelu', 'gelu-tanh', 'relu']);

/** The linear layer before a gate's activation. */
function gateOf({ activation, inputs: [input] }: Application): Application | undefined {
  const before = activation && gates.has(activation.id) && input ? lastOperation(input) : undefined;
  return before?.kind === 'linear' ? before : undefined;
}

/** The size of the input of a layer that gives four times as many. */
function widthOf({ inputs, units }: Layer): number | undefined {
  return inputs !== undefined && units === 4 * inputs ? inputs : undefined;
}
