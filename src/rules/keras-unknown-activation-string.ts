import { findFramework } from '../frameworks/catalogue';
import { constantArgument } from '../models/questions';
import type { Layer } from '../models/values';
import { replaced } from '../documents/edit';
import { Kind } from '../python/syntax';
import { placeOfValue } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

/** Keras 2 of TensorFlow also finds its activation layers by the names of their classes; Keras 3 and the first Keras do not. */
const classNames = ['LeakyReLU', 'PReLU', 'ELU', 'ReLU', 'Softmax', 'ThresholdedReLU'];
/** Strings of some version that stand for no activation of the catalogue, or under another name. */
const otherNames = ['softmax_v2', 'sparse_plus', 'sparse_sigmoid', 'deserialize', 'serialize', 'get'];

/** By whatever of these a string may get its meaning elsewhere in the file. */
const registration = /custom_objects|custom_object_scope|CustomObjectScope|register_keras_serializable|tensorflow_addons|keras_contrib/;

export const kerasUnknownActivationString = defineRule({
  id: 'keras-unknown-activation-string',
  severity: 'error',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A layer of Keras is given a string that no version of Keras knows as an activation.',
    why: 'Keras looks the string up as it is written, capitals included, in a table of some 30 names, and raises "ValueError: Unknown activation function" '
      + '(Keras 2) or "Could not interpret activation function identifier" (Keras 3). The names are those of functions: `leaky_relu`, `swish`, `hard_sigmoid`.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(64, activation="Swish"),
    layers.Dense(10),
])
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(64, activation="swish"),
    layers.Dense(10),
])
`,
    whenNot: 'A name that is registered (`register_keras_serializable`, `get_custom_objects`, `custom_object_scope`) is known where it is registered. Class names such as '
      + '`"LeakyReLU"` are accepted by tf.keras up to TensorFlow 2.15 and are reported only where the file shows that it uses Keras 3.',
    references: [
      { title: 'Keras: layer activation functions', url: 'https://keras.io/api/layers/activations/' },
      { title: 'Unknown activation function: LeakyReLU', url: 'https://github.com/thaler-lab/EnergyFlow/issues/7' },
    ],
  },
  *check(file) {
    const layers = file.facts.layers.filter(({ name }) => name.startsWith('keras.layers.'));
    if (layers.length === 0 || registration.test(file.text)) return;
    for (const layer of layers) {
      for (const argument of ['activation', 'recurrent_activation']) yield* unknownString(file, layer, argument);
    }
  },
});

function* unknownString(file: RuleFile, layer: Layer, argument: string): Iterable<Finding> {
  const written = constantArgument(layer, argument);
  const node = layer.arguments.get(argument)?.value;
  if (typeof written !== 'string' || node?.kind !== 'constant' || file.tree.kind(node.node) !== Kind.String || isKnown(written, file)) return;
  const meant = names().find((name) => spelling(name) === spelling(written));
  const span = placeOfValue(file, node.node);
  yield {
    span,
    message: `Keras has no activation "${written}": the layer raises ValueError. ${advice(written, meant)}`,
    fix: meant === undefined ? undefined : { title: `Use "${meant}"`, edits: [replaced(span.start, span.end, meant)] },
  };
}

function advice(written: string, meant: string | undefined): string {
  if (meant !== undefined) return `The name is "${meant}".`;
  return spelling(written) === 'prelu' ? 'PReLU learns its slopes and is a layer: layers.PReLU().' : 'Names are those of the functions in keras.activations.';
}

/** A package puts its name before those that it registers: `Addons>gelu`. What has no letter is to be filled in: `??`. */
function isKnown(text: string, file: RuleFile): boolean {
  if (!/[a-z]/i.test(text) || text.includes('>') || otherNames.includes(text) || names().includes(text)) return true;
  return classNames.includes(text) && !usesKeras3(file);
}

/** What only Keras 3 has: its own operations, its choice of a backend. */
function usesKeras3({ text, names: { importedRoots } }: RuleFile): boolean {
  return importedRoots.has('keras') && !importedRoots.has('tensorflow') && /\bkeras\.ops\b|from keras import .*\bops\b|\bKERAS_BACKEND\b.*(jax|torch|numpy)/.test(text);
}

/** Names of functions, as both kinds of Keras have them. */
let known: readonly string[] | undefined;
function names(): readonly string[] {
  return (known ??= ['keras', 'tf-keras']
    .flatMap((id) => findFramework(id)?.symbols ?? [])
    .flatMap(({ form, name }) => (form === 'string' && !classNames.includes(name) ? name : [])));
}

function spelling(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
