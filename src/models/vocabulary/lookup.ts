/** What a qualified name means to the vocabularies. */
import { byName } from '../../frameworks/byName';
import { documentedName } from '../../frameworks/lookup';
import { chainer } from './chainer';
import { fastai } from './fastai';
import { ignite } from './ignite';
import { jax } from './jax';
import { keras } from './keras';
import { mindspore } from './mindspore';
import { mlx } from './mlx';
import { mxnet } from './mxnet';
import { paddle } from './paddle';
import { pytorch } from './pytorch';
import { skorch } from './skorch';
import { tensorflow } from './tensorflow';
import { tflearn } from './tflearn';
import type { LayerKind, LossKind, Operation, Trainer, Vocabulary } from './vocabulary';

const vocabularies: readonly Vocabulary[] = [chainer, fastai, ignite, jax, keras, mindspore, mlx, mxnet, paddle, pytorch, skorch, tensorflow, tflearn];

/** Made when first asked for, as the index of the frameworks is. */
let made: ReturnType<typeof makeIndex> | undefined;
const index = (): ReturnType<typeof makeIndex> => (made ??= makeIndex());

function makeIndex() {
  const all = <T>(table: (vocabulary: Vocabulary) => Readonly<Record<string, T>> | undefined): Map<string, T> =>
    new Map(vocabularies.flatMap((vocabulary) => Object.entries(table(vocabulary) ?? {})));
  return {
    layers: all((vocabulary) => vocabulary.layers),
    operations: all((vocabulary) => vocabulary.operations),
    methods: all((vocabulary) => vocabulary.methods),
    losses: all((vocabulary) => vocabulary.losses),
    lossStrings: all((vocabulary) => vocabulary.lossStrings),
    trainers: all((vocabulary) => vocabulary.trainers),
    wrappers: new Set(vocabularies.flatMap(({ wrappers }) => wrappers)),
    bases: new Set(vocabularies.flatMap(({ bases }) => bases)),
    optimisers: vocabularies.flatMap(({ optimisers }) => optimisers),
    initialisers: vocabularies.flatMap(({ initialisers }) => initialisers),
  };
}

/** `tf.keras` and `keras` are one; TensorFlow has Keras's losses and optimisers also at its own root, and in version 1 its layers. */
function canonicalName(documented: string): string {
  const name = documented.startsWith('tf.keras.') ? documented.slice('tf.'.length) : documented;
  return name.replace(/^tf\.(layers|losses|optimizers|initializers|metrics)\.(?=[A-Z])/, 'keras.$1.');
}

/** The name by which the tables here have it. */
export const vocabularyName = byName((qualifiedName) => canonicalName(documentedName(qualifiedName)));

export const findLayer = (name: string): LayerKind | undefined => index().layers.get(name);
export const findOperation = (name: string): Operation | undefined => index().operations.get(name);
export const findTensorMethod = (name: string): Operation | undefined => index().methods.get(name);
export const findLoss = (name: string): LossKind | undefined => index().losses.get(name);
export const findTrainer = (name: string): Trainer | undefined => index().trainers.get(name);
export const isWrapper = (name: string): boolean => index().wrappers.has(name);
export const isModelBase = (name: string): boolean => index().bases.has(name);

/** Whether anything here knows a name. */
export function isInVocabulary(name: string): boolean {
  const { layers, operations, losses, trainers, wrappers, bases } = index();
  return layers.has(name) || operations.has(name) || losses.has(name) || trainers.has(name) || wrappers.has(name) || bases.has(name);
}

/** The qualified name of the loss that a string of `compile` means. */
export const findLossString = (text: string): string | undefined => index().lossStrings.get(text);

/** optax has losses, schedules and transformations in the same module as its optimisers. */
const optaxOptimiser = /^optax\.(adam\w*|sgd|rmsprop|lamb|lars|lion|adagrad|adabelief|radam|nadamw?|yogi|adafactor|novograd)$/;

export function isOptimiser(name: string): boolean {
  if (name.startsWith('optax.')) return optaxOptimiser.test(name);
  return index().optimisers.some((module) => name.startsWith(`${module}.`)) && /\.[A-Z]\w*$/.test(name) && !/schedule/i.test(name);
}

export function isInitialiser(name: string): boolean {
  return index().initialisers.some((module) => name.startsWith(`${module}.`));
}
