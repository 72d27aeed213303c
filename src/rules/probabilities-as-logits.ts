import type { Application, LibraryCall } from '../models/facts';
import { lastActivations, shortName } from '../models/questions';
import type { Value } from '../models/values';
import { inserted, replaced } from '../documents/edit';
import { callArguments } from '../python/parts';
import { placeOf, removal } from './places';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const probabilitiesAsLogits = defineRule({
  id: 'probabilities-as-logits',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'A distribution takes the output of a softmax or sigmoid for logits.',
    why: 'It applies the softmax again. Of scores between 0 and 1 no class can then be more likely than e / (e + K - 1): 0.731 of two, 0.232 of ten, so that a policy stays '
      + 'close to chance however sure it is, and neither its samples nor its log-probabilities are those of the softmax.',
    bad: `import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical

actor = nn.Linear(8, 4)


def act(state):
    return Categorical(logits=F.softmax(actor(state), dim=-1)).sample()
`,
    good: `import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical

actor = nn.Linear(8, 4)


def act(state):
    return Categorical(probs=F.softmax(actor(state), dim=-1)).sample()
`,
    whenNot: '`torch.distributions.Categorical` takes probabilities first, TensorFlow Probability and distrax take logits first. PaddlePaddle calls `logits` what it divides by its sum. Where the logarithm is taken in '
      + 'between, or the function is log_softmax, nothing is wrong.',
    references: [
      { title: 'The input of a Categorical distribution is wrong', url: 'https://github.com/keiohta/tf2rl/issues/140' },
      { title: 'Logits come before probabilities', url: 'https://github.com/ekapolc/RL_course_2019/pull/6' },
      { title: 'TensorFlow Probability: Categorical', url: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/Categorical' },
    ],
  },
  *check(file) {
    const seen = new Set<string>();
    for (const call of file.facts.libraryCalls) {
      const logits = distributions.test(call.name) || Object.hasOwn(draws, call.name) ? logitsOf(call) : undefined;
      if (logits === undefined) continue;
      for (const activation of lastActivations(logits, [isOfTwo(call) ? 'sigmoid' : 'softmax'])) {
        const key = `${call.node} ${activation.node}`;
        if (!seen.has(key)) yield findingFor(file, call, activation);
        seen.add(key);
      }
    }
  },
});

const distributions = /^(torch|pyro|numpyro|tensorflow_probability(\.substrates\.\w+)?|tfp|distrax|chex)\.(\w+\.)*(OneHot|Relaxed\w*|Masked)?(Categorical|Bernoulli)$/;
/** They take logits first. */
const logitsFirst = /^(tensorflow_probability|tfp|distrax)\./;
/** Functions that draw from logits, and the place where they take them. */
const draws: Readonly<Record<string, string>> = { 'tf.random.categorical': '0', 'tf.multinomial': '0', 'tf.random.multinomial': '0', 'jax.random.categorical': '1' };

function logitsOf({ name, arguments: written }: LibraryCall): Value | undefined {
  const place = placeOfLogits(name);
  return (written.get('logits') ?? (place === undefined ? undefined : written.get(place)))?.value;
}

/** Where logits stand without their name; undefined where they have to have it, and for whatever takes none. */
function placeOfLogits(name: string): string | undefined {
  if (Object.hasOwn(draws, name)) return draws[name];
  return logitsFirst.test(name) && !/Relaxed/.test(name) ? '0' : undefined;
}

function isOfTwo({ name }: LibraryCall): boolean {
  return name.endsWith('Bernoulli');
}

function findingFor(file: RuleFile, call: LibraryCall, activation: Application): Finding {
  const { output } = activation;
  const classes = output.kind === 'tensor' ? output.features?.size : undefined;
  const limit = isOfTwo(call) ? 'no event can be less likely than 0.5 or more than 0.731' : mostLikely(classes);
  return {
    span: placeOf(file, activation),
    message: `${shortName(call.name)} takes these as logits and applies ${isOfTwo(call) ? 'the sigmoid' : 'softmax'} again: ${limit}.`,
    related: [{ span: file.spanOf(call.node), message: 'The distribution that receives them' }],
    fix: fixFor(file, call, activation),
  };
}

function mostLikely(classes: number | undefined): string {
  return classes === undefined || classes < 2 ? 'none can be much more likely than another' : `none of ${classes} can be more likely than ${(Math.E / (Math.E + classes - 1)).toFixed(3)}`;
}

/** A distribution is told that they are probabilities; of what a function draws from, the softmax goes. */
function fixFor(file: RuleFile, { name, node }: LibraryCall, activation: Application): Fix | undefined {
  const { tree } = file;
  const passed = callArguments(tree, node);
  const written = passed.find(({ keyword }) => keyword === 'logits') ?? passed[Number(placeOfLogits(name))];
  if (written === undefined || written.stars > 0) return undefined;
  if (Object.hasOwn(draws, name)) {
    const edits = activation.node === written.value ? removal(file, activation) : undefined;
    return edits && { title: 'Remove the softmax', edits };
  }
  const { keyword, value } = written;
  const edit = keyword === undefined ? inserted(tree.start(value), 'probs=') : replaced(tree.start(written.node), tree.start(written.node) + keyword.length, 'probs');
  return { title: 'Pass them as probs', edits: [edit] };
}
