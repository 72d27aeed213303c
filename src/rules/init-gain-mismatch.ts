import type { Application, Initialisation, Model } from '../models/facts';
import { consumersOf, layersInitialised, shortName } from '../models/questions';
import { constantOf, numberOf, stringOf, type Layer } from '../models/values';
import { calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { placeOfValue } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

/** What PyTorch recommends to multiply weights of variance 1/fan_in with; 1.414 for ReLU. */
const gains: Readonly<Record<string, string>> = { tanh: '1.667', sigmoid: '1', selu: '1' };
const rectifiers = new Set(['relu', 'relu6', 'leaky-relu', 'prelu', 'rrelu']);
const manyLayers = 10;

export const initGainMismatch = defineRule({
  id: 'init-gain-mismatch',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'Weights are initialised for another activation than the one that follows them.',
    why: 'He weights have the variance 2/fan_in because ReLU drops half of the signal (gain √2 = 1.414). tanh and sigmoid drop none of it: PyTorch recommends the gains 5/3 and 1. '
      + 'Xavier weights without a gain are too small before ReLU: the signal shrinks by √2 in every layer, by 32 over 10 of them and by 1024 over 20.',
    bad: `from torch import nn

layer = nn.Linear(256, 256)
nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
model = nn.Sequential(layer, nn.Tanh(), nn.Linear(256, 10))
`,
    good: `from torch import nn

layer = nn.Linear(256, 256)
nn.init.xavier_normal_(layer.weight, gain=nn.init.calculate_gain("tanh"))
model = nn.Sequential(layer, nn.Tanh(), nn.Linear(256, 10))
`,
    whenNot: 'With normalisation layers, in shallow networks and where nothing is initialised by hand it matters little, and nothing is said.',
    references: [
      { title: 'Delving Deep into Rectifiers', url: 'https://arxiv.org/abs/1502.01852' },
      { title: 'PyTorch: torch.nn.init', url: 'https://docs.pytorch.org/docs/stable/nn.init.html' },
    ],
  },
  *check(file) {
    for (const model of file.facts.models) {
      if (model.applications.some(({ kind }) => kind === 'normalisation' || kind === 'custom' || kind === 'attention')) continue;
      for (const initialisation of file.facts.initialisations) yield* wrongForPyTorch(file, model, initialisation);
      yield* wrongForKeras(file, model);
    }
  },
});

/** The hidden activations that follow a layer: neither the last of the model nor gates, whose output is multiplied. */
function hiddenAfter({ applications }: Model, layer: Layer): readonly Application[] {
  return applications.filter((application) => application.layer === layer && application.kind !== 'activation')
    .flatMap(consumersOf)
    .filter((next) => next.activation !== undefined && isHidden(next));
}

function isHidden(activation: Application): boolean {
  return consumersOf(activation).some(({ kind }) => kind === 'linear' || kind === 'convolution');
}

function* wrongForPyTorch(file: RuleFile, model: Model, initialisation: Initialisation): Iterable<Finding> {
  const following = layersInitialised(model.layers, initialisation).flatMap((layer) => hiddenAfter(model, layer)).map(({ activation }) => activation?.id ?? '');
  const [id] = following;
  if (id === undefined) return;
  const name = shortName(initialisation.name);
  const span = file.spanOf(initialisation.node);
  const nonlinearity = initialisation.arguments.get('nonlinearity');
  if (/^kaiming_/.test(name) && stringOf(nonlinearity?.value) === 'relu' && following.every((other) => Object.hasOwn(gains, other))) {
    yield { span, message: `${name} for relu (gain 1.414) initialises layers that are followed by ${id}, whose gain is ${gains[id]}.` };
  }
  yield* wrongSlope(file, model, initialisation);
  const gain = initialisation.arguments.get('gain') ?? initialisation.arguments.get('1');
  const isUnit = gain === undefined || numberOf(gain.value) === 1;
  if (/^xavier_/.test(name) && isUnit && !file.facts.models.some(hasWaysAround) && following.length >= manyLayers && following.every((other) => rectifiers.has(other))) {
    yield { span, message: `${name} without a gain, before ${following.length} layers of ${id}: the signal shrinks by 1.414 in each, by ${Math.round(Math.SQRT2 ** following.length)} over all.` };
  }
}

/** `x + f(x)`, where the signal does not pass through every layer. */
function hasWaysAround({ applications }: Model): boolean {
  return applications.some(({ kind, name, inputs }) => kind === 'arithmetic' && /(^|\.)(\+=?|add_?)$/.test(name) && inputs.length > 1 && inputs.every((input) => input.kind === 'tensor'));
}

/** `kaiming_normal_(w, a=0.2)` before LeakyReLU(0.01): a is the slope of what follows. */
function* wrongSlope(file: RuleFile, model: Model, initialisation: Initialisation): Iterable<Finding> {
  const a = initialisation.arguments.get('a') ?? initialisation.arguments.get('1');
  const meant = numberOf(a?.value);
  const nonlinearity = initialisation.arguments.get('nonlinearity');
  const isLeaky = nonlinearity === undefined || stringOf(nonlinearity.value) === 'leaky_relu';
  if (!/^kaiming_/.test(shortName(initialisation.name)) || a === undefined || meant === undefined || meant === 0 || !isLeaky) return;
  const slopes = layersInitialised(model.layers, initialisation).flatMap((layer) => hiddenAfter(model, layer)).map(slopeOf);
  const [slope] = slopes;
  if (slope === undefined || slope === meant || slopes.some((other) => other !== slope)) return;
  yield {
    span: file.spanOf(a.node),
    message: `a is the slope of the activation that follows: ${slope} here, so that the gain would be ${gainOf(slope)} and not ${gainOf(meant)}.`,
  };
}

/** What a leaky ReLU multiplies negative values with, 0 for ReLU; undefined where it is not known, or for others. */
function slopeOf({ activation }: Application): number | undefined {
  if (activation?.id === 'relu') return 0;
  const slope = activation?.id === 'leaky-relu' ? activation.usage?.parameters[0] : undefined;
  return slope?.source !== 'unknown' && typeof slope?.value === 'number' ? slope.value : undefined;
}

function gainOf(slope: number): string {
  return Math.sqrt(2 / (1 + slope * slope)).toFixed(3);
}

/** He's initialiser among the arguments of a layer of Keras that has its own tanh or sigmoid. */
function* wrongForKeras(file: RuleFile, { applications }: Model): Iterable<Finding> {
  for (const application of applications) {
    const { layer, activation } = application;
    const written = layer?.arguments.get('kernel_initializer');
    if (written === undefined || activation === undefined || (activation.id !== 'tanh' && activation.id !== 'sigmoid') || !isHidden(application)) continue;
    const name = constantOf(written.value) ?? (file.tree.kind(written.node) === Kind.Call ? file.names.qualifiedName(calleeOf(file.tree, written.node)) : undefined);
    if (typeof name !== 'string' || !/(^|\.)he_?(normal|uniform)$/i.test(name)) continue;
    yield {
      span: placeOfValue(file, written.node),
      message: `${shortName(name)} (variance 2/fan_in) is for ReLU, which drops half of the signal; ${activation.id} does not. Keras's default is glorot_uniform.`,
    };
  }
}
