import { describe, expect, test } from 'vitest';
import { usagesIn } from './check';
import { run } from './run';

const block = 'class Block(layers.Layer):\n    def __init__(self, units, activation):\n        self.dense = layers.Dense(units)\n        self.activation = activation\n    def call(self, x):\n        return self.activation(self.dense(x))\n';
const found = block.replace('self.activation(', 'self.[|activation|](');
const method = 'class Net:\n    def __init__(self, sizes):\n        fn = tf.nn.[|selu|]\n        self.parts = [self.part(a, [|fn|]) for a in sizes]\n    def part(self, a, activation: Callable):\n        return lambda x: activation(a * x)\n';
const mlp = 'class MLP(linen.Module):\n    features: int\n    act: Callable\n    def __call__(self, x):\n        return self.act(x)\n';
const foundMlp = mlp.replace('self.act(', 'self.[|act|](');

describe('an activation that all callers in the file pass', () => run([
  ['tensorflow', `${found}a, b = Block(3, tf.nn.[|relu|]), Block(4, activation=tf.nn.[|relu|])`, 'relu?', 'relu', 'relu'],
  ['tensorflow', `${found}make(lambda: Block(3, tf.nn.[|tanh|]))`, 'tanh?', 'tanh'],
  ['tensorflow', 'def dense(x, n, act=None):\n    h = linear(x, n)\n    return [|act|](h) if act else h\nh = dense(x, 3, tf.nn.[|elu|])\ny = dense(h, 1)', 'elu? alpha:1', 'elu alpha:1'],
  ['tensorflow', 'def dense(x, *, nonlinearity):\n    return [|nonlinearity|](x)\ndef net(x, nonlin):\n    return dense(x, nonlinearity=nonlin)\nnet(x, tf.nn.[|elu|])', 'elu? alpha:1', 'elu alpha:1'],
  ['jax', `${foundMlp}net = MLP(3, act=linen.[|gelu|])\nother = MLP(3, jax.nn.[|gelu|])`, 'gelu-tanh?', 'gelu-tanh', 'gelu-tanh'],
  ['jax', `${foundMlp}class Deep(linen.Module):\n    def setup(self):\n        self.body = MLP(8, linen.[|swish|])`, 'silu?', 'silu'],
  ['tensorflow', `${method.replace('activation(a', '[|activation|](a')}class Other:\n    def part(self, a, activation):\n        return activation(a)\n`, 'selu', 'selu', 'selu?'],
  // Callers that disagree, or pass what is not known; a class that another is derived from; nobody who calls.
  ['tensorflow', `${block}a, b = Block(3, tf.nn.[|relu|]), Block(4, tf.nn.[|tanh|])`, 'relu', 'tanh'],
  ['tensorflow', `${block}a, b = Block(3, tf.nn.[|relu|]), Block(4, chosen)`, 'relu'],
  ['tensorflow', `${block}a, b = Block(3, tf.nn.[|relu|]), Block(*options)`, 'relu'],
  ['tensorflow', `${block}class Wide(Block):\n    pass\na = Block(3, tf.nn.[|relu|])`, 'relu'],
  ['tensorflow', `${block}a = blocks.Block(3, tf.nn.[|relu|])`, 'relu'],
  ['tensorflow', `${block}a = Block(tf.nn.[|relu|], chosen)`, 'relu'],
  // A method that another object is asked for as well, that is called with another, that anybody may call without an object.
  ['tensorflow', `${method}net.part(3, chosen)`, 'selu', 'selu'],
  ['tensorflow', `${method}    def wide(self):\n        return self.part(8, tf.nn.[|relu|])\n`, 'selu', 'selu', 'relu'],
  ['tensorflow', method.replace('    def part(self, ', '    @staticmethod\n    def part('), 'selu', 'selu'],
  ['tensorflow', 'def dense(x, act):\n    return act(x)\ndense(x, dense)\ndef other(x, act):\n    return other(x, act)'],
  ['tensorflow', 'def step(env, action):\n    return action(env)\nstep(env, tf.nn.[|relu|])', 'relu'],
  ['jax', `${mlp}net = MLP(3, act=linen.[|gelu|]).replace(act=linen.[|relu|])\nother = MLP(3, act=linen.[|relu|])`, 'gelu-tanh', 'relu', 'relu'],
]));

describe('an activation that a function returns beside something', () => run([
  ['tensorflow', 'def get_act():\n    return tf.nn.[|tanh|], 0.1\nact, scale = get_act()\ny = [|act|](x), scale(x)', 'tanh', 'tanh'],
  ['tensorflow', 'def get_act(name):\n    if name == "elu":\n        return tf.nn.[|elu|], he()\n    return (tf.nn.[|tanh|], glorot())\nact, init = get_act("[|elu|]")\ny = [|act|](x)', 'elu alpha:1', 'tanh', 'elu? alpha:1', 'elu alpha:1'],
  ['tensorflow', 'class Net:\n    def __init__(self):\n        self.init, self.act = self.parts()\n    def parts(self):\n        return he(), tf.nn.[|relu|]\n    def call(self, x):\n        return self.[|act|](x), self.init(x)', 'relu', 'relu'],
  ['tensorflow', 'def get_act(name):\n    if name == "elu":\n        return tf.nn.[|elu|], he()\n    return tf.nn.[|tanh|], glorot()\nact, init = get_act(name)\ny = act(x)', 'elu alpha:1', 'tanh'],
  ['tensorflow', 'def get_act():\n    return tf.nn.[|elu|], *others\nact, init, _ = get_act()\ny = init(x)', 'elu alpha:1'],
]));

describe('activations that a class keeps under names', () => run([
  ['tensorflow', 'class Acts:\n    hidden = tf.nn.[|relu|]\n    out = staticmethod(tf.[|tanh|])\n    size = 3\ny = Acts.[|out|](Acts.[|hidden|](x)) + Acts.size(x)', 'relu', 'tanh', 'tanh', 'relu'],
  ['tensorflow', 'from functools import partial\nclass Acts(Enum):\n    HIDDEN = partial(tf.nn.[|leaky_relu|], alpha=0.1)\ny = Acts.[|HIDDEN|](x)', 'leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope=0.1'],
  ['tensorflow', 'class Acts:\n    hidden = tf.nn.[|relu|]\nclass Others:\n    hidden = other\ny = Others.hidden(x)', 'relu'],
]));

describe('a class of the project that is applied by its method, without being made', () => run([
  ['tensorflow', 'from utils.activation import *\nclass Layer:\n    def __init__(self, n, activation=[|Sigmoid|]):\n        self.activation = activation\n    def output(self, x):\n        return self.[|activation|].fn(x)', 'sigmoid?', 'sigmoid?'],
]));

describe('a table that something is taken out of', () => run([
  ['tensorflow', 'def block(activation):\n    options = {"activation": activation, "units": 3}\n    del options["activation"]\n    return layers.Dense(**options)\nblock(tf.nn.[|relu|])', 'relu'],
]));

describe('a module whose name is bound to something else as well', () => run([
  ['nothing', 'import numpy as np\nimport theano.tensor as T\ny = T.nnet.[|sigmoid|](x)\nT = 100\nT = np.ones(3)', 'sigmoid?'],
  ['nothing', 'import numpy as np\nimport theano.tensor as T\ny = T.nnet.[|sigmoid|](x)\nif __name__ == "__main__":\n    T = np.ones(3).astype("float32")\n    T = T[:, order]', 'sigmoid?'],
  ['nothing', 'import theano.tensor as T\ny = T.nnet.sigmoid(x)\nT = trained().network()'],
  ['nothing', 'import theano.tensor as T\nT = 100\ny = T.nnet.sigmoid(x)'],
  ['nothing', 'import theano.tensor as T\ny = T.nnet.sigmoid(x)\nfor T in range(3):\n    pass'],
  // An object or class of the file may have a method of the name.
  ['nothing', 'import theano.tensor.nnet as T\ny = T.relu(x)\nT = Trainer()'],
  ['nothing', 'import theano.tensor.nnet as T\ny = T.relu(x)\nclass T:\n    relu = other'],
]));

describe('what a search chooses from, by whatever it is called', () => run([
  ['keras', 'layers.Dense(8, activation=hp_choice(["[|relu|]", "[|tanh|]"]))\nmake(activation=unchoice(["relu", "tanh"]))', 'relu', 'tanh'],
]));

const pick = 'def pick(name):\n    if name == "elu":\n        return linen.[|elu|]\n    return linen.[|tanh|]\n';

describe('functions of the file that are asked by what an attribute holds', () => run([
  ['jax', `${pick}class Net(linen.Module):\n    activation: str = "[|tanh|]"\n    def __call__(self, x):\n        act = pick(self.activation)\n        return [|act|](x)`, 'elu alpha:1', 'tanh', 'tanh?', 'tanh?'],
  ['jax', `${pick}class Net:\n    def __init__(self, act="[|elu|]"):\n        self.kind = act\n        self.act = pick(self.kind)\n    def __call__(self, x):\n        return self.[|act|](x)`, 'elu alpha:1', 'tanh', 'elu? alpha:1', 'elu? alpha:1'],
  ['jax', 'class Net:\n    def __init__(self, act="[|ELU|]"):\n        self.kind = act.lower()\n        self.act = self.pick(self.kind)\n    @staticmethod\n    def pick(name):\n        if name == "elu":\n            return linen.[|elu|]\n        return lambda x: linen.[|leaky_relu|](x, 0.2)\n    def __call__(self, x):\n        return self.[|act|](x)', 'elu? alpha~1', 'elu alpha:1', 'leaky-relu negativeSlope=0.2', 'elu? alpha:1'],
  ['jax', `${pick}class Net:\n    def __init__(self):\n        self.kind = "elu"\n        self.act = pick(self.kind)\n    def __call__(self, x):\n        return self.[|act|](x)`, 'elu alpha:1', 'tanh', 'elu alpha:1'],
  ['jax', `${pick}class Net:\n    def __init__(self, act):\n        self.kind = act\n        self.act = pick(self.kind)\n    def __call__(self, x):\n        return self.act(x)`, 'elu alpha:1', 'tanh'],
  ['jax', `${pick}class Net:\n    def __init__(self, act="[|elu|]"):\n        self.kind = act\n        self.kind = read(act)\n        self.act = pick(self.kind)\n    def __call__(self, x):\n        return self.act(x)`, 'elu alpha:1', 'tanh', 'elu? alpha:1'],
]));

describe('methods that a class of another file has, called as a layer is', () => run([
  ['tensorflow', 'from models import Composable\nclass Net(Composable):\n    def stem(self, x):\n        x = self.BatchNormalization(x)\n        return self.[|ReLU|](x), self.Conv2D(x, 64)\nclass Other:\n    def stem(self, x):\n        return self.ReLU(x)', 'relu?'],
]));

describe('layers of libraries of graphs', () => run([
  ['tensorflow', 'from spektral.layers import GCNConv\nimport tensorflow_gnn as tfgnn\nx = GCNConv(64, activation="[|relu|]")([x, a])\ny = tfgnn.models.gat_v2.GATv2Conv(activation="[|elu|]")', 'relu?', 'elu? alpha:1'],
]));

const looked = (given: string): string => `class Dense(layers.Layer):\n    def __init__(self, units, activation=None):\n        self.activation = ${given}\n    def call(self, x):\n        return self.activation(x)\n`;
const lookedUp = (given: string): string => looked(given).replace('self.activation(', 'self.[|activation|](');

describe('a lookup by what all callers in the file pass', () => run([
  ['tensorflow', `${lookedUp('tf.keras.activations.get(activation)')}net = [Dense(3, activation="[|relu|]"), Dense(1)]`, 'relu?', 'relu?'],
  ['tensorflow', `${lookedUp('getattr(tf.nn, activation)')}net = Dense(3, activation="[|elu|]")`, 'elu? alpha:1', 'elu? alpha:1'],
  ['tensorflow', `def pick(name):\n    return tf.nn.[|elu|] if name == "elu" else tf.nn.[|relu|]\n${lookedUp('pick(activation)')}net = Dense(3, activation="[|elu|]")`, 'elu alpha:1', 'relu', 'elu? alpha:1', 'elu? alpha:1'],
  ['tensorflow', `${looked('tf.keras.activations.get(activation)')}net = [Dense(3, activation="[|relu|]"), Dense(3, activation="[|tanh|]")]`, 'relu?', 'tanh?'],
  ['tensorflow', `${looked('tf.keras.activations.get(activation)')}net = [Dense(3, activation="[|relu|]"), Dense(3, activation=chosen)]`, 'relu?'],
  ['tensorflow', `${looked('tf.keras.activations.get(activation)')}net = [Dense(3), Dense(1)]`],
]));

describe('functions that are asked by a name, by what people call them', () => run([
  ['tensorflow', 'from project import get_activation_from_name, activation_by_name\nx = get_activation_from_name("[|softmax|]", name="out")(x)\nnet = [get_activation_from_name("[|sigmoid|]" if n == 2 else "[|softmax|]")]\ny = activation_by_name("[|tanh|]")(x)', 'softmax? temperature:1', 'sigmoid?', 'softmax? temperature:1', 'tanh?'],
]));

describe('layers that are given a part of their arguments', () => run([
  ['tensorflow', 'import functools\nfrom tensorflow.contrib import slim\nconv = functools.partial(slim.conv2d, activation_fn=[|None|])\ndense = functools.partial(layers.Dense, 64, "[|relu|]")\nother = functools.partial(mine, activation_fn=None)', 'identity', 'relu'],
]));

describe('functions that give one of two names', () => run([
  ['jax', 'def default_activation_for_type(node):\n    return "[|tanh|]" if node == HIDDEN else "[|identity|]"\ndef label_for_type(node):\n    return "tanh" if node == HIDDEN else "identity"', 'tanh?', 'identity?'],
]));

test('functions that call one another in a row of thousands', () => {
  const row = Array.from({ length: 3000 }, (_, place) => `def f${place}(x, act):\n    return f${place + 1}(act(x), act)\n`);
  expect(usagesIn(`import tensorflow as tf\n${row.join('')}f0(x, tf.nn.relu)\n`).map(({ activation }) => activation)).toContain('relu');
});
