import { describe } from 'vitest';
import { run } from './run';

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
