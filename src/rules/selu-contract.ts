import type { Application, Model } from '../models/facts';
import { consumersOf, lastOperation, shortName } from '../models/questions';
import { valuesOf } from '../models/join';
import { itemsOf, unknown, type Layer } from '../models/values';
import { calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { addArgument, nameOfCall, placeOf, placeOfValue, renaming } from './places';
import { defineRule, type Confidence, type Finding, type Fix, type RuleFile } from './rule';

const outputs = new Set(['softmax', 'log-softmax', 'sigmoid', 'tanh', 'identity', 'softplus']);

export const seluContract = defineRule({
  id: 'selu-contract',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A network of SELUs has something that keeps it from normalising itself: plain dropout, a normalisation layer, or weights that are not LeCun-normal. Or AlphaDropout stands behind another function.',
    why: 'SELU returns mean 0 and variance 1 to mean 0 and variance 1 if weights have variance 1/fan_in and nothing else changes the distribution. Dropout with p = 0.5 '
      + 'multiplies the variance by 1/(1 − p) = 2; AlphaDropout keeps it. Glorot weights have 2/(fan_in + fan_out), He weights 2/fan_in.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(256, activation="selu", kernel_initializer="lecun_normal"),
    layers.Dropout(0.1),
    layers.Dense(256, activation="selu", kernel_initializer="lecun_normal"),
    layers.Dense(10),
])
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(256, activation="selu", kernel_initializer="lecun_normal"),
    layers.AlphaDropout(0.1),
    layers.Dense(256, activation="selu", kernel_initializer="lecun_normal"),
    layers.Dense(10),
])
`,
    whenNot: 'A SELU among other activations, or in a convolutional network, is a nonlinearity like any other and makes no such claim: there it is a hint only.',
    references: [
      { title: 'Self-Normalizing Neural Networks', url: 'https://arxiv.org/abs/1706.02515' },
      { title: 'AlphaDropout behind ReLU', url: 'https://github.com/gc-os-ai/pyaptamer/pull/362' },
      { title: 'Three parts are needed', url: 'https://github.com/tensorflow/tensorflow/issues/10612' },
    ],
  },
  *check(file) {
    for (const model of file.facts.models) {
      const selus = model.applications.filter(({ activation }) => activation?.id === 'selu');
      if (selus.length === 0) continue;
      const confidence = normalisesItself(model, selus) ? 'likely' : 'hint';
      yield* plainDropout(file, model, confidence);
      yield* normalisation(file, model, confidence);
      yield* weights(file, selus, confidence);
    }
    yield* dropoutInLoops(file);
    yield* dropoutOfOthers(file);
  },
});

/** `layers += [nn.Linear(a, b), nn.SELU(), nn.Dropout(p)]` in a loop, and then a Sequential of them all. How often it goes round does not matter. */
function* dropoutInLoops(file: RuleFile): Iterable<Finding> {
  for (const { layer: { type }, slots } of file.facts.layers) {
    const items = type === 'container' ? itemsOf(slots.values.get('items'))?.items ?? [] : [];
    const layers = items.map((item) => valuesOf(item).find((value): value is Layer => value.kind === 'layer'));
    const activations = layers.flatMap((layer) => (layer?.layer.type === 'activation' && layer.activation && layer.activation !== 'unknown' ? [layer.activation.id] : []));
    if (!activations.includes('selu') || activations.some((id) => id !== 'selu' && !outputs.has(id)) || layers.some((layer) => layer?.layer.type === 'convolution')) continue;
    for (const [place, layer] of layers.entries()) {
      const before = layers[place - 1]?.activation;
      const isRepeated = valuesOf(items[place] ?? unknown).some(({ kind }) => kind === 'absent');
      if (!layer || !isRepeated || layer.layer.type !== 'dropout' || /alpha|DropPath/i.test(layer.name) || before === undefined || before === 'unknown' || before.id !== 'selu') continue;
      yield { ...plainlyDropped(file, layer.node, layer.name), confidence: 'likely' };
    }
  }
}

/** All of several hidden activations are SELU, between layers that are dense. */
function normalisesItself({ applications }: Model, selus: readonly Application[]): boolean {
  const others = applications.filter(({ activation }) => activation !== undefined && activation.id !== 'selu' && !outputs.has(activation.id));
  return selus.length >= 2 && others.length === 0 && !applications.some(({ kind }) => ['convolution', 'recurrent', 'attention', 'custom', 'embedding'].includes(kind));
}

function isAfterSelu({ inputs: [input] }: Application): boolean {
  return input !== undefined && lastOperation(input)?.activation?.id === 'selu';
}

function* plainDropout(file: RuleFile, { applications }: Model, confidence: Confidence): Iterable<Finding> {
  for (const application of applications) {
    const { kind, name, layer, node } = application;
    if (kind !== 'dropout' || /alpha/i.test(name) || /DropPath/.test(name) || !isAfterSelu(application)) continue;
    yield { ...plainlyDropped(file, layer?.node ?? node, name), confidence, ...severity(confidence) };
  }
}

function plainlyDropped(file: RuleFile, call: number, name: string): Finding {
  return {
    span: nameOfCall(file, call),
    message: `${shortName(name)} with probability p multiplies the variance that SELU keeps at 1 by 1/(1 − p). AlphaDropout keeps it.`,
    fix: alphaDropout(file, call, name),
  };
}

function alphaDropout({ tree }: RuleFile, call: number, name: string): Fix | undefined {
  if (tree.kind(call) !== Kind.Call || !withAlphaDropout.test(name)) return undefined;
  const edits = renaming(tree, calleeOf(tree, call), { Dropout: 'AlphaDropout', dropout: 'alpha_dropout' });
  return edits && { title: 'Use AlphaDropout', edits };
}

const withAlphaDropout = /^(torch|keras|tf|paddle)\./;

/** What AlphaDropout puts in the place of what it drops is the lower end of SELU, -1.758, and of no other. */
function* dropoutOfOthers(file: RuleFile): Iterable<Finding> {
  const seen = new Set<number>();
  for (const { kind, name, layer, node, inputs: [input] } of file.facts.applications) {
    const call = layer?.node ?? node;
    const before = kind === 'dropout' && /alpha_?dropout$/i.test(name) && input !== undefined ? lastOperation(input)?.activation?.id : undefined;
    if (before === undefined || !higher.has(before) || seen.has(call)) continue;
    seen.add(call);
    const edits = file.tree.kind(call) === Kind.Call ? renaming(file.tree, calleeOf(file.tree, call), { AlphaDropout: 'Dropout', alpha_dropout: 'dropout' }) : undefined;
    yield {
      span: nameOfCall(file, call),
      message: `${shortName(name)} sets what it drops to -1.758, the lower end of SELU, and rescales for SELU: behind ${before} that is none of its values. Use plain dropout.`,
      fix: edits && { title: 'Use Dropout', edits },
    };
  }
}

/** Whose results are never that low. */
const higher = new Set(['relu', 'relu6', 'sigmoid', 'tanh', 'gelu', 'gelu-tanh', 'silu', 'mish', 'elu', 'softplus', 'hard-swish']);

function* normalisation(file: RuleFile, { applications }: Model, confidence: Confidence): Iterable<Finding> {
  for (const application of applications) {
    const { kind, name, layer, node } = application;
    const isBeside = kind === 'normalisation' && (isAfterSelu(application) || consumersOf(application).some(({ activation }) => activation?.id === 'selu'));
    if (!isBeside) continue;
    yield {
      span: nameOfCall(file, layer?.node ?? node), confidence, ...severity(confidence),
      message: `${shortName(name)} normalises what SELU normalises itself: with one of them the other has no use.`,
    };
  }
}

/** Layers of Keras are told their initialiser; without one it is Glorot's. */
function* weights(file: RuleFile, selus: readonly Application[], confidence: Confidence): Iterable<Finding> {
  for (const selu of selus) {
    const layer = weightedLayer(selu);
    if (layer?.name.startsWith('keras.layers.') !== true || layer.mayHaveMore) continue;
    const written = layer.arguments.get('kernel_initializer') ?? layer.arguments.get('init');
    const name = written === undefined ? 'glorot_uniform' : nameOfInitialiser(file, written.node);
    if (name === undefined || /lecun/i.test(name)) continue;
    yield {
      span: written ? placeOfValue(file, written.node) : placeOf(file, selu), confidence, ...severity(confidence),
      message: `SELU needs weights of variance 1/fan_in (lecun_normal); ${written ? `${name} gives` : 'the default, glorot_uniform, gives'} ${varianceOf(name)}.`,
      fix: written === undefined && file.tree.kind(layer.node) === Kind.Call
        ? { title: 'Add kernel_initializer="lecun_normal"', edits: addArgument(file.tree, layer.node, 'kernel_initializer="lecun_normal"') }
        : undefined,
    };
  }
}

function weightedLayer({ layer, inputs: [input] }: Application): Layer | undefined {
  if (layer && layer.layer.type !== 'activation') return layer;
  const before = input && lastOperation(input);
  return before?.kind === 'linear' || before?.kind === 'convolution' ? before.layer : undefined;
}

const known = /^(glorot|xavier|he)_?(normal|uniform)$/i;

/** The string or the class, where it is one whose variance is known. */
function nameOfInitialiser({ tree, names }: RuleFile, node: number): string | undefined {
  const text = tree.kind(node) === Kind.String
    ? /\w+(?=['"]+$)/.exec(tree.textOf(node))?.[0]
    : names.qualifiedName(tree.kind(node) === Kind.Call ? calleeOf(tree, node) : node);
  const name = text === undefined ? undefined : shortName(text);
  return name !== undefined && (known.test(name) || /^lecun/i.test(name)) ? name : undefined;
}

function varianceOf(name: string): string {
  return /^he/i.test(name) ? '2/fan_in' : '2/(fan_in + fan_out)';
}

function severity(confidence: Confidence): Pick<Finding, 'severity'> {
  return confidence === 'hint' ? { severity: 'hint' } : {};
}
