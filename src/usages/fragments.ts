/**
 * Pieces of programs that import nothing, as questions, documentation and the first lines of a new file show them. What
 * their customary names stand for is assumed where they say by something else which library they are written for.
 */
import type { AssumedImports } from '../python/names';
import { lookForAny, type Search } from './lookFor';

const anyImport = /^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import\b|import[ \t]+\w)/m;

interface Kind {
  /** What tells the library, and what tells another that has the same names. */
  readonly idiom: Search;
  readonly other: RegExp;
  readonly assumed: AssumedImports;
}

const keras: Kind = {
  idiom: lookForAny(
    ['^sequential(', 'dense(', 'conv1d(', 'conv2d(', 'lstm(', 'embedding(', 'activation(', '^tf.keras.', '^tf.nn.', '^tf.layers.'],
    /\bSequential\(|\.add\((?:\w+\.)*(?:Dense|Conv[12]D|LSTM|Embedding|Activation)\(|\bDense\(\d|\btf\.(?:keras|nn|layers)\./,
  ),
  other: /\b(?:nn|stax|hk|mx|gluon|nnx|flax|tl)\.|\bserial\(/,
  assumed: {
    modules: {
      keras: 'keras', tf: 'tensorflow', layers: 'keras.layers', models: 'keras.models', losses: 'keras.losses', optimizers: 'keras.optimizers',
      activations: 'keras.activations', K: 'keras.backend', np: 'numpy',
    },
    stars: ['keras.layers', 'keras.models', 'keras.losses', 'keras.optimizers'],
  },
};

const kinds: readonly Kind[] = [
  {
    idiom: lookForAny(['^nn.', '^torch.'], /\bnn\.(?:Module|Linear|Conv[123]d|Sequential|functional|\w+Loss)\b|\btorch\.(?:nn|optim)\b/),
    other: /\bnn\.(?:compact|Dense|Cell)\b|\b(?:nnx|jnp|jax|mx|paddle|flow|tinygrad)\./,
    assumed: {
      modules: {
        torch: 'torch', nn: 'torch.nn', F: 'torch.nn.functional', optim: 'torch.optim', init: 'torch.nn.init', np: 'numpy', torchvision: 'torchvision',
        transforms: 'torchvision.transforms', models: 'torchvision.models', pl: 'pytorch_lightning',
      },
      stars: [],
    },
  },
  // `K` is the backend to most, and Keras itself to some.
  {
    ...keras,
    idiom: lookForAny(['^k.layers', '^k.models', '^k.sequential', '^k.model'], /\bK\.(?:layers|models|Sequential|Model)\b/),
    assumed: { ...keras.assumed, modules: { ...keras.assumed.modules, K: 'keras' } },
  },
  keras,
  {
    idiom: lookForAny(
      ['^lasagne.', '^mx.', '^jax.', '^paddle.', '^chainer.', '^mindspore.'],
      /(?<![\w.])(?:lasagne\.(?:layers|nonlinearities)|mx\.(?:nd|sym|symbol|gluon)|jax\.nn|paddle\.nn|chainer\.(?:functions|links)|mindspore\.(?:nn|ops))\.\w/,
    ),
    other: /(?<![\w.])(?:torch|tf)\./,
    assumed: {
      modules: {
        lasagne: 'lasagne', theano: 'theano', T: 'theano.tensor', mx: 'mxnet', jax: 'jax', jnp: 'jax.numpy', paddle: 'paddle', chainer: 'chainer', mindspore: 'mindspore', np: 'numpy',
      },
      stars: [],
    },
  },
  {
    idiom: lookForAny(['^np.exp(', '^np.tanh(', '^np.maximum(', '^np.where(', '^np.dot(']),
    other: /(?<![\w.])(?:torch|nn|tf|jnp|jax|mx|paddle|chainer|theano|T)\./,
    assumed: { modules: { np: 'numpy', plt: 'matplotlib.pyplot' }, stars: [] },
  },
];

/** What a text is taken to import; undefined where it imports anything, or does not tell what it is written for. */
export function assumedImports(text: string): AssumedImports | undefined {
  const kind = anyImport.test(withoutDocstring(text)) ? undefined : kindOf(text);
  if (kind === undefined) return undefined;
  const named = Object.entries(kind.assumed.modules).filter(([name]) => text.includes(`${name}.`));
  return { ...kind.assumed, modules: Object.fromEntries(named) };
}

/** Of a text without any of these words nothing is assumed. */
export const wordsOfIdioms: readonly string[] = kinds.flatMap(({ idiom }) => idiom.words);

/** What the customary names stand for in a text that gets them by a star from a module of its project. */
export function customaryModules(text: string): Readonly<Record<string, string>> {
  return kindOf(text)?.assumed.modules ?? {};
}

function kindOf(text: string): Kind | undefined {
  return kinds.find(({ idiom, other }) => idiom(text) && !other.test(withoutTensorFlow(text)));
}

/** What a text imports in the words that it begins with, it does not. */
function withoutDocstring(text: string): string {
  return text.replace(/^\s*("{3}|'{3})[^]*?\1/, '');
}

/** `tf.nn.relu` has the name of another library inside. */
function withoutTensorFlow(text: string): string {
  return text.replaceAll('tf.nn.', '');
}
