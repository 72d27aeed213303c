import { describe } from 'vitest';
import { run } from './run';

describe('an activation that a function returns beside something', () => run([
  ['tensorflow', 'def get_act():\n    return tf.nn.[|tanh|], 0.1\nact, scale = get_act()\ny = [|act|](x), scale(x)', 'tanh', 'tanh'],
  ['tensorflow', 'def get_act(name):\n    if name == "elu":\n        return tf.nn.[|elu|], he()\n    return (tf.nn.[|tanh|], glorot())\nact, init = get_act("[|elu|]")\ny = [|act|](x)', 'elu alpha:1', 'tanh', 'elu? alpha:1', 'elu alpha:1'],
  ['tensorflow', 'class Net:\n    def __init__(self):\n        self.init, self.act = self.parts()\n    def parts(self):\n        return he(), tf.nn.[|relu|]\n    def call(self, x):\n        return self.[|act|](x), self.init(x)', 'relu', 'relu'],
  ['tensorflow', 'def get_act(name):\n    if name == "elu":\n        return tf.nn.[|elu|], he()\n    return tf.nn.[|tanh|], glorot()\nact, init = get_act(name)\ny = act(x)', 'elu alpha:1', 'tanh'],
  ['tensorflow', 'def get_act():\n    return tf.nn.[|elu|], *others\nact, init, _ = get_act()\ny = init(x)', 'elu alpha:1'],
]));

describe('a class of the project that is applied by its method, without being made', () => run([
  ['tensorflow', 'from utils.activation import *\nclass Layer:\n    def __init__(self, n, activation=[|Sigmoid|]):\n        self.activation = activation\n    def output(self, x):\n        return self.[|activation|].fn(x)', 'sigmoid?', 'sigmoid?'],
]));

describe('a module whose name is bound to something else as well', () => run([
  ['nothing', 'import numpy as np\nimport theano.tensor as T\ny = T.nnet.[|sigmoid|](x)\nT = 100\nT = np.ones(3)', 'sigmoid?'],
  ['tensorflow', 'from keras import backend as K\ny = K.[|relu|](x)\nfor K in range(3):\n    pass'.replace('[|relu|]', 'relu'), ],
  // An object or class of the file may have a method of the name.
  ['nothing', 'import theano.tensor.nnet as T\ny = T.relu(x)\nT = Trainer()'],
  ['nothing', 'import theano.tensor.nnet as T\ny = T.relu(x)\nclass T:\n    relu = other'],
]));

describe('what a search chooses from, by whatever it is called', () => run([
  ['keras', 'layers.Dense(8, activation=hp_choice(["[|relu|]", "[|tanh|]"]))\nmake(activation=unchoice(["relu", "tanh"]))', 'relu', 'tanh'],
]));
