import type { Application, Initialisation, Model } from '../models/facts';
import { activationsInRow, consumersOf, hasWeights, shortName } from '../models/questions';
import { layersIn } from '../models/followModels';
import { numberOf, stringOf, type Layer, type Optimiser, type Value } from '../models/values';
import { callArguments, calleeOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, type Node } from '../python/syntax';
import { isTestFile, placeOf } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

const largeRate = 0.1;
const manyLayers = 20;

export const deadReluRisk = defineRule({
  id: 'dead-relu-risk',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'Units with ReLU start out, or easily end up, giving 0 for every sample.',
    why: 'Where ReLU gives 0 its gradient is 0, and a unit that gives 0 for all samples never changes again. Weights and biases of 0 make all units of a layer so at once, as does a bias far below 0. '
      + 'Adam moves every weight by about the learning rate at each step: 0.1 is more than the 0.0625 within which PyTorch draws the weights of 256 inputs.',
    bad: `from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([
    layers.Dense(64, activation="relu", kernel_initializer="zeros"),
    layers.Dense(10),
])
`,
    good: `from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([
    layers.Dense(64, activation="relu", kernel_initializer="he_normal"),
    layers.Dense(10),
])
`,
    whenNot: 'Normalisation keeps units alive. That half of all values are 0 is as it should be; a unit is dead only if it is 0 for all samples.',
    references: [
      { title: 'Dying ReLU and Initialization: Theory and Numerical Examples (on networks that are born dead)', url: 'https://arxiv.org/abs/1903.06733' },
      { title: 'How to find dead units', url: 'https://github.com/keras-team/keras/issues/7057' },
    ],
  },
  *check(file) {
    const { models, optimisers } = file.facts;
    if (models.length + optimisers.length === 0 || isTestFile(file)) return;
    for (const model of models) {
      if (model.applications.some(({ kind }) => kind === 'normalisation' || kind === 'custom' || kind === 'attention')) continue;
      for (const initialisation of file.facts.initialisations) yield* initialisedDead(file, model, initialisation);
      yield* initialisedDeadInKeras(file, model);
      yield* deepRow(file, model);
    }
    for (const optimiser of optimisers) yield* largeSteps(file, optimiser);
  },
});

/** The ReLU behind a layer whose only reader it is. */
function reluBehind({ applications }: Model, layer: Layer): Application | undefined {
  const own = applications.filter((application) => application.layer === layer && hasWeights(application));
  const after = own.flatMap(consumersOf);
  return after.length > 0 && after.every(({ activation }) => activation?.id === 'relu') ? after[0] : undefined;
}

/** `nn.init.constant_(layer.bias, -1)` */
function* initialisedDead(file: RuleFile, model: Model, { name, node, target, arguments: written }: Initialisation): Iterable<Finding> {
  if (target.kind !== 'parameters' || target.of.kind !== 'layer' || !model.layers.includes(target.of)) return;
  const relu = reluBehind(model, target.of);
  const value = shortName(name) === 'zeros_' ? 0 : shortName(name) === 'constant_' ? numberOf((written.get('val') ?? written.get('1'))?.value) : undefined;
  if (relu === undefined || value === undefined) return;
  const related = [{ span: placeOf(file, relu), message: 'The ReLU behind it' }];
  if (target.name === 'bias' && value < 0) yield { span: file.spanOf(node), related, message: `A bias of ${value} keeps ReLU at 0, without a gradient, for every input that does not outweigh it.` };
  if (target.name === 'weight' && value === 0) yield { span: file.spanOf(node), related, message: 'Weights of 0 make all units behind them alike; those whose bias is not above 0 give 0 at ReLU for ever.' };
}

const zeros = /^(tf\.|keras\.)?(zeros?|Zeros)$/;

function* initialisedDeadInKeras(file: RuleFile, { applications }: Model): Iterable<Finding> {
  for (const { layer, activation, kind } of applications) {
    if (activation?.id !== 'relu' || layer === undefined || layer.mayHaveMore || kind !== 'activation') continue;
    const kernel = layer.arguments.get('kernel_initializer') ?? layer.arguments.get('weight_initializer');
    const bias = layer.arguments.get('bias_initializer');
    const isZero = kernel && givesZeros(file, kernel) && (bias === undefined || givesZeros(file, bias));
    if (isZero) {
      yield { span: file.spanOf(kernel.node), confidence: 'likely', severity: 'warning', message: 'With weights and biases of 0 ReLU gives 0 with gradient 0 for every input: this layer never learns.' };
    }
    const negative = bias && constantIn(file, bias.node);
    if (bias && negative !== undefined && negative < 0) {
      yield { span: file.spanOf(bias.node), message: `A bias of ${negative} keeps ReLU at 0, without a gradient, for every input that does not outweigh it.` };
    }
  }
}

/** `"zeros"`, `keras.initializers.Zeros()`, `mx.init.Zero()` */
function givesZeros({ tree, names }: RuleFile, { value, node }: { readonly value: Value; readonly node: Node }): boolean {
  if (tree.kind(node) !== Kind.Call) return zeros.test(stringOf(value) ?? '');
  return /(^|\.)(initializers?|init)\.(Zeros?|zeros)$/.test(names.qualifiedName(calleeOf(tree, node)) ?? '');
}

/** `keras.initializers.Constant(-1.0)` */
function constantIn({ tree, names }: RuleFile, node: number): number | undefined {
  if (tree.kind(node) !== Kind.Call || !/(^|\.)initializers\.(Constant|constant)$/.test(names.qualifiedName(calleeOf(tree, node)) ?? '')) return undefined;
  const [argument] = callArguments(tree, node);
  const value = argument && literalValue(tree, argument.value);
  return typeof value === 'number' ? value : undefined;
}

function* deepRow(file: RuleFile, { applications }: Model): Iterable<Finding> {
  for (const application of applications) {
    const row = activationsInRow(application, (id) => id === 'relu');
    const first = row.at(-1);
    if (first === undefined || row.length !== manyLayers) continue;
    yield { span: placeOf(file, first), message: `At least ${manyLayers} layers with ReLU follow each other without normalisation or a way around. The deeper such a network, the likelier it is dead from the start.` };
  }
}

/** Adam with a learning rate that moves weights by more than they are. */
function* largeSteps(file: RuleFile, { name, arguments: written }: Optimiser): Iterable<Finding> {
  const rate = written.get('lr') ?? written.get('learning_rate');
  const value = numberOf(rate?.value);
  const parameters = written.get('params')?.value;
  if (!rate || value === undefined || value < largeRate || !/\.AdamW?$/.test(name) || parameters?.kind !== 'parameters') return;
  const layers = layersIn(parameters.of);
  const relu = layers.find(({ activation }) => typeof activation === 'object' && activation.id === 'relu');
  if (relu === undefined || layers.some(({ layer }) => layer.type === 'normalisation' || layer.type === 'custom')) return;
  yield {
    span: file.spanOf(rate.node), related: [{ span: file.spanOf(relu.node), message: 'A ReLU of the model' }],
    message: `${shortName(name)} moves every weight by about ${value} at each step, more than most weights are at the start. ReLUs easily die of that; 0.001 is the default.`,
  };
}
