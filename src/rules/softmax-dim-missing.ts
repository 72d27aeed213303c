import type { Application } from '../models/facts';
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { addArgument, isForOneVersion } from './places';
import { defineRule, type RuleFile } from './rule';

/** How many arguments stand before `dim`. */
const placeOfDim: Readonly<Record<string, number>> = {
  'torch.nn.Softmax': 0, 'torch.nn.LogSoftmax': 0, 'torch.nn.Softmin': 0,
  'torch.nn.functional.softmax': 1, 'torch.nn.functional.log_softmax': 1, 'torch.nn.functional.softmin': 1,
};

export const softmaxDimMissing = defineRule({
  id: 'softmax-dim-missing',
  severity: 'warning',
  confidence: 'certain',
  fixable: 'always',
  documentation: {
    what: 'A softmax of PyTorch is not told along which dimension it normalises.',
    why: 'Without `dim` PyTorch warns and guesses: 0 for inputs of 0, 1 or 3 dimensions, else 1. Of (batch, sequence, classes) that is the batch, so that '
      + 'the outputs of one sample depend on the other samples, and with a batch of 1 every value is 1.',
    bad: `import torch.nn.functional as F


def attend(scores):
    return F.softmax(scores)
`,
    good: `import torch.nn.functional as F


def attend(scores):
    return F.softmax(scores, dim=-1)
`,
    whenNot: 'TensorFlow, Keras and JAX take the last axis by default; `torch.softmax` and `Tensor.softmax` require it. In a branch for one version of PyTorch nothing is said.',
    references: [{ title: 'PyTorch: softmax', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html' }],
  },
  *check(file) {
    const { tree, usages } = file;
    for (const usage of usages) {
      const place = Object.hasOwn(placeOfDim, usage.symbol) ? placeOfDim[usage.symbol] : undefined;
      if (place === undefined || usage.certainty !== 'resolved') continue;
      const name = file.nodeOf(usage);
      const call = tree.parent(name);
      if (tree.kind(call) !== Kind.Call || calleeOf(tree, call) !== name || hasDim(file, call, place) || isForOneVersion(file.tree, call) || mayBeBound(file, usage)) continue;
      const dim = dimFor(file, call);
      yield {
        span: usage.span,
        message: 'Without dim PyTorch guesses: 0 for 0, 1 or 3 dimensions, else 1. For (batch, sequence, classes) that is the batch.',
        fix: { title: `Add dim=${dim}`, edits: addArgument(tree, call, `dim=${dim}`) },
      };
    }
  },
});

function hasDim({ tree }: RuleFile, call: Node, place: number): boolean {
  const written = callArguments(tree, call);
  if (written.some(({ stars, keyword }) => stars > 0 || keyword === 'dim')) return true;
  // A function that is passed around without its input is not called wrongly here.
  if (place === 1 && written.length === 0) return true;
  return written.filter(({ keyword }) => keyword === undefined).length > place;
}

/** `shares = partial(F.softmax, dim=1)`, and then `shares(x)`. */
function mayBeBound(file: RuleFile, { form, symbol }: Usage): boolean {
  const { tree } = file;
  return form === 'instance' && file.usages.some((other) => {
    const call = other.symbol === symbol && other.form !== 'instance' ? tree.parent(file.nodeOf(other)) : NONE;
    return call !== NONE && tree.kind(call) === Kind.Call && /^partial(method)?$/i.test(nameOf(tree, calleeOf(tree, call)));
  });
}

/** The channels of what a convolution made, else the last dimension. */
function dimFor(file: RuleFile, call: Node): number {
  const isHere = ({ node, layer, activation }: Application): boolean => activation !== undefined && (node === call || layer?.node === call);
  const applied = file.facts.applications.filter(isHere);
  const isOfChannels = applied.length > 0 && applied.every(({ inputs: [input] }) => input?.kind === 'tensor' && input.features?.axis === 1);
  return isOfChannels ? 1 : -1;
}
