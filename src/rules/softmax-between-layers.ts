import type { Application, MethodCall } from '../models/facts';
import { addsVariable, isMadeAtOnce, isProductWithVariable, isWrittenOut } from '../models/linearMaps';
import { consumersOf, endingsOf, lastOperation, partsOf } from '../models/questions';
import { constantOf, unknown, type Layer, type Value } from '../models/values';
import { calleeOf } from '../python/parts';
import { placeOf, placeOfValue } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

const fewestHidden = 16;
const rectifiers = new Set(['relu', 'leaky-relu', 'prelu', 'elu', 'gelu', 'gelu-tanh', 'silu', 'selu', 'mish']);

export const softmaxBetweenLayers = defineRule({
  id: 'softmax-between-layers',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'A softmax stands between two layers, where it is the activation of hidden units.',
    why: 'Softmax makes the units compete: they sum to 1, so that 64 hidden units are 0.0156 on average, and one that is certain shuts the others off. The gradient of a unit is '
      + 'p (1 − p), 0.0154 at that average, where that of ReLU is 1. Layers before it learn slowly or not at all.',
    bad: `import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(784, 64),
    nn.Softmax(dim=1),
    nn.Linear(64, 10),
)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(784, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
)
`,
    whenNot: 'Where the probabilities are meant (weights of attention or of experts, a soft choice from a codebook or an embedding, an output that is also returned or compared in a '
      + 'loss) softmax is right. A sigmoid between layers is old but no fault; among rectifiers it is a hint: its slope is 0.25 at most.',
    references: [
      { title: 'PyTorch: Softmax', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.Softmax.html' },
      { title: 'Understanding the difficulty of training deep feedforward neural networks', url: 'https://proceedings.mlr.press/v9/glorot10a.html' },
    ],
  },
  *check(file) {
    const outputs = outputsOf(file);
    for (const application of file.facts.applications) {
      const id = application.activation?.id;
      if ((id !== 'softmax' && id !== 'sigmoid') || !standsBetween(application) || outputs.has(application)) continue;
      if (id === 'sigmoid' && !isAmongRectifiers(file, application)) continue;
      const units = application.output.kind === 'tensor' ? application.output.features?.size : undefined;
      yield id === 'softmax'
        ? { span: placeOf(file, application), message: softmaxMessage(units), confidence: isMapOfClasses(application, units) ? 'hint' : 'likely' }
        : { span: placeOf(file, application), message: 'A sigmoid among rectifiers: its slope is 0.25 at most, and 0 where it saturates.', confidence: 'hint', severity: 'hint' };
    }
    yield* addedInTurn(file);
  },
});

/** Behind a convolution and told its axis, over few channels or nobody knows how many: what each place is, as from a segmentation. */
function isMapOfClasses({ inputs: [input = unknown], axis }: Application, units = 0): boolean {
  return lastOperation(input)?.kind === 'convolution' && typeof axis === 'number' && units < fewestHidden;
}

/** `model.add(Dense(128, activation="softmax"))` and then another, where the model comes from elsewhere. */
function* addedInTurn(file: RuleFile): Iterable<Finding> {
  const added = file.facts.methodCalls.filter(({ name, receiver }) => name === 'add' && receiver.kind === 'unknown');
  for (const [place, call] of added.entries()) {
    const [layer, next] = [addedBy(call), addedBy(added[place + 1])];
    const isNext = call.run === added[place + 1]?.run && receiverOf(file, call) === receiverOf(file, added[place + 1]);
    if (!isNext || layer?.name !== 'keras.layers.Dense' || next?.name !== 'keras.layers.Dense') continue;
    if (typeof layer.activation === 'object' && layer.activation.id === 'softmax') yield { span: placeOfValue(file, layer.activation.node), message: softmaxMessage(layer.units) };
  }
}

function addedBy(call: MethodCall | undefined): Layer | undefined {
  const value = call?.arguments.get('0')?.value;
  return value?.kind === 'layer' ? value : undefined;
}

function receiverOf({ tree }: RuleFile, call: MethodCall | undefined): string | undefined {
  return call && tree.textOf(tree.firstChild(calleeOf(tree, call.node)));
}

function softmaxMessage(units: number | undefined): string {
  const average = units === undefined || units < 2 ? 'The hidden units compete' : `The ${units} hidden units compete: they are ${(1 / units).toPrecision(2)} on average`;
  return `${average}, and all gradients before this softmax shrink. Hidden layers take an activation that acts on each unit by itself.`;
}

/** From a layer with weights, and into nothing but such layers of the same model. */
function standsBetween(application: Application): boolean {
  const { inputs: [input], axis } = application;
  const before = input && lastOperation(input);
  if (input === undefined || before === undefined || !(isLayerWithWeights(before) ? runsOverUnits(input, axis) : isWrittenOut(before) && runsOverLast(axis))) return false;
  if (isOneOfSeveral(application) || isFedBack(application, before)) return false;
  const consumers = consumersBehindPooling(application);
  return consumers.length > 0 && consumers.every((consumer) => isAffine(consumer) && consumer.run.self === application.run.self);
}

/** A prediction on the way, which is added to what it was made from: `x + back(softmax(out(x)))`. */
function isFedBack(application: Application, { inputs: [origin] }: Application): boolean {
  const origins = origin === undefined ? [] : withCopied(origin);
  return consumersOf(application).flatMap(consumersOf).some(({ kind, inputs }) => kind === 'arithmetic' && inputs.some((input) => origins.includes(input)));
}

/** A value, and what it is a copy or another shape of. */
function withCopied(value: Value): readonly Value[] {
  const copied = value.kind === 'tensor' && value.source?.kind === 'reshape' ? value.source.inputs[0] : undefined;
  return copied === undefined ? [value] : [value, ...withCopied(copied)];
}

/** Of the activations that a name may choose from, nobody says that it is this. */
function isOneOfSeveral(application: Application): boolean {
  return consumersOf(application).some(({ inputs: [input] }) => input === undefined || lastOperation(input) !== application);
}

function consumersBehindPooling(application: Application): readonly Application[] {
  return consumersOf(application).flatMap((consumer) => (consumer.kind === 'pooling' ? consumersOf(consumer) : [consumer]));
}

function isAffine(consumer: Application): boolean {
  return isLayerWithWeights(consumer) ? hasBias(consumer) : isProductWithVariable(consumer) && consumersOf(consumer).some(addsVariable);
}

/** Of a product with variables there are two axes. */
function runsOverLast(axis: Application['axis']): boolean {
  return axis === 'missing' || axis === -1 || axis === 1;
}

/** Over the units of the layer itself: heads of attention that talk to each other are mixed by layers over another axis. */
function runsOverUnits(input: Value, axis: Application['axis']): boolean {
  const units = input.kind === 'tensor' ? input.features?.axis : undefined;
  return units !== undefined && (axis === 'missing' || axis === units || (axis === 1 && units === -1));
}

function isLayerWithWeights(application: Application): boolean {
  const { kind, layer } = application;
  return isMadeAtOnce(application) || kind === 'normalisation' || (layer !== undefined && (kind === 'linear' || kind === 'convolution'));
}

/** A product without a bias is how a codebook or an embedding is chosen from. */
function hasBias({ arguments: written }: Application): boolean {
  return !['bias', 'use_bias'].some((name) => constantOf(written.get(name)?.value) === false);
}

function isAmongRectifiers({ facts }: RuleFile, application: Application): boolean {
  const inModel = facts.models.find(({ applications }) => applications.includes(application));
  return (inModel?.applications.filter(({ activation }) => activation !== undefined && rectifiers.has(activation.id)).length ?? 0) >= 2;
}

/** What models return and losses receive. */
function outputsOf({ facts }: RuleFile): ReadonlySet<Application | undefined> {
  const values = [...facts.models.map(({ output }) => output), ...facts.losses.map(({ input }) => input)];
  return new Set(values.flatMap(partsOf).flatMap((value) => endingsOf(value)));
}
