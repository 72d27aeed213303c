import { activationNamed, constantArgument, shortName } from '../models/questions';
import type { Layer } from '../models/values';
import { replaced } from '../documents/edit';
import { Kind } from '../python/syntax';
import { placeOfValue } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

/** The functions that the kernel has built in. */
const builtIn: Readonly<Record<string, string>> = { activation: 'tanh', recurrent_activation: 'sigmoid' };

/** Other arguments with the constant that each must have. They have nothing to do with activations, and are mostly meant. */
const required: Readonly<Record<string, boolean | number>> = { recurrent_dropout: 0, unroll: false, use_bias: true, reset_after: true };

/** A file that does without a GPU, or that chooses the kernel itself. */
const choosesDevice = /CUDA_VISIBLE_DEVICES['"\]]*\s*[,=:]\s*['"](-1)?['"]|set_visible_devices\(\s*\[\s*\]|CuDNN(LSTM|GRU)|['"]?\/(device:)?cpu/i;

export const kerasRnnCudnnFallback = defineRule({
  id: 'keras-rnn-cudnn-fallback',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'An LSTM or GRU of Keras has an activation with which it cannot run in the fused kernel of a GPU.',
    why: 'The cuDNN kernel computes tanh and sigmoid and nothing else. With any other function Keras takes a general loop (Keras 2 logs a warning, Keras 3 says nothing), one round of small '
      + 'operations for every time step: 500 rounds for a sequence of 500, where the kernel is one operation.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.LSTM(64, activation="relu"),
    layers.Dense(1),
])
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.LSTM(64, activation="tanh"),
    layers.Dense(1),
])
`,
    whenNot: 'On a CPU, and with `use_cudnn=False`, nothing is lost. SimpleRNN and ConvLSTM have no such kernel. `recurrent_dropout`, `unroll`, `use_bias=False` and '
      + '`reset_after=False` prevent it too; they are reported as hints.',
    references: [
      { title: 'Keras: LSTM layer', url: 'https://keras.io/api/layers/recurrent_layers/lstm/' },
      { title: 'Why only tanh', url: 'https://github.com/tensorflow/tensorflow/issues/46065' },
    ],
  },
  *check(file) {
    const layers = file.facts.layers.filter(({ name }) => name === 'keras.layers.LSTM' || name === 'keras.layers.GRU');
    if (layers.length === 0 || choosesDevice.test(file.text)) return;
    for (const layer of layers) {
      if (layer.arguments.has('use_cudnn') || layer.mayHaveMore) continue;
      yield* hasOtherReason(layer) ? otherReasons(file, layer) : otherFunctions(file, layer);
    }
  },
});

function* otherFunctions(file: RuleFile, layer: Layer): Iterable<Finding> {
  for (const [argument, kernel] of Object.entries(builtIn)) {
    const written = layer.arguments.get(argument);
    const id = activationNamed(written?.value);
    if (written === undefined || id === undefined || id === kernel) continue;
    const span = placeOfValue(file, written.node);
    yield {
      span,
      message: `With ${argument} ${id} this ${shortName(layer.name)} cannot use the cuDNN kernel, which has ${kernel} built in: on a GPU it runs step by step.`,
      fix: file.tree.kind(written.node) === Kind.String ? { title: `Use ${kernel}`, edits: [replaced(span.start, span.end, kernel)] } : undefined,
    };
  }
}

/** Another argument has a value with which the kernel is out of reach, or one that is not known: another function would not bring it back. */
function hasOtherReason(layer: Layer): boolean {
  return Object.entries(required).some(([argument, kernel]) => layer.arguments.has(argument) && !isKernels(constantArgument(layer, argument), kernel));
}

function isKernels(value: unknown, kernel: boolean | number): boolean {
  return value === kernel || (kernel === 0 && value === null);
}

function* otherReasons(file: RuleFile, layer: Layer): Iterable<Finding> {
  for (const [argument, kernel] of Object.entries(required)) {
    const written = layer.arguments.get(argument);
    const value = constantArgument(layer, argument);
    if (written === undefined || value === undefined || value === kernel || typeof value !== typeof kernel) continue;
    if (argument === 'reset_after' && layer.name !== 'keras.layers.GRU') continue;
    yield {
      span: file.spanOf(written.node),
      message: `With ${argument}=${file.tree.textOf(written.node)} this ${shortName(layer.name)} cannot use the cuDNN kernel: on a GPU it runs step by step.`,
      confidence: 'hint', severity: 'hint',
    };
  }
}
