import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { analyze } from '../../src/usages/analyze';
import { usagesIn } from './check';
import { run } from './run';

describe('modules by the names that everyone gives them, through imports that lead elsewhere', () => run([
  ['nothing', 'import torch\nfrom .layers import *\nnn.[|ReLU|]()\nF.[|leaky_relu|](x, 0.2)', 'relu?', 'leaky-relu? negativeSlope=0.2'],
  ['nothing', 'from .layers import *\nclass Net(nn.Module):\n    act = torch.nn.[|GELU|]()', 'gelu?'],
  ['nothing', 'import torch\nfrom .common import nn, F\nnn.[|ELU|](0.5), F.[|silu|](x)', 'elu? alpha=0.5', 'silu?'],
  ['nothing', 'from keras_cv.src.backend import ops, keras\nops.[|gelu|](x), keras.layers.[|ReLU|](6.0)', 'gelu-tanh?', 'relu6?'],
  ['nothing', 'from flax.core import nn\nnn.[|relu|](x)', 'relu?'],
  ['nothing', 'from . import get_submodules_from_kwargs\nbackend = None\nlayers = None\ndef net(**kwargs):\n    global backend, layers\n    backend, layers = get_submodules_from_kwargs(kwargs)\n    layers.[|ReLU|](6.0)\n    backend.[|sigmoid|](x)',
    'relu6?', 'sigmoid?'],
  ['keras', 'def block(x, layers):\n    return layers.[|Softmax|]()(x)', 'softmax? temperature:1'],
  ['nothing', 'from mine.layers import *\nx = tf.nn.[|softmax|](h)\nblock(act=tf.nn.[|relu|])', 'softmax? temperature:1', 'relu?'],
  ['nothing', 'from mine.layers import *\nx = jnp.[|tanh|](h)', 'tanh?'],
  // What a module of the project hands on.
  ['nothing', 'from ..backend import tf\nh = tf.nn.[|relu|](x)\nlayer(activation="[|tanh|]")', 'relu?', 'tanh?'],
  ['nothing', 'from .compat import torch\nx = torch.[|sigmoid|](x)', 'sigmoid?'],
  ['nothing', 'from .. import backend as bkd\nuses = ("pytorch", bkd.[|relu|], bkd.[|sigmoid|])\nbkd.shape(x)', 'relu?', 'sigmoid?'],
  ['nothing', 'from project.backend import keras, tf\ny = tf.nn.[|swish|](x), keras.layers.[|ReLU|](6.0)\nlayer(act="[|tanh|]")', 'silu?', 'relu6?', 'tanh?'],
  ['nothing', 'from project.env import torch\nx = torch.[|sigmoid|](x)', 'sigmoid?'],
  ['nothing', 'from project.symbols import sym, nd, layers\nx = sym.relu(x), nd.relu(x), layers.ReLU()\nuses = "tf.nn."'],
  ['nothing', 'from . import functional\nlibrary = "torch"\nfunctional.relu(x)'],
  ['nothing', 'from .plots import backend\nbackend.relu(x)'],
  ['nothing', 'from .. import front as bkd\nlibrary = "pytorch"\nbkd.relu(x)'],
  // A name of the file's own, another attribute, no framework of the convention, or nothing that machine learning has to do with.
  ['torch', 'class F:\n    relu = 3\nF.relu'],
  ['torch', 'nn = [1]\nnn.ReLU'],
  ['nothing', 'import torch\nfrom .common import nn\nnn.Linear(2, 2), nn.ReLUish()'],
  ['nothing', 'from .common import nn\nnn.ReLU()'],
  ['nothing', 'from math import *\nx = utf.nn.relu(h)\nself.tf.nn.relu(h)'],
  ['nothing', 'import torch\nlayers.ReLU()'],
  ['nothing', 'import torch\nx = F.[|softmax|](x, dim=1)\nnn.[|ELU|](0.5)', 'softmax? temperature:1', 'elu? alpha=0.5'],
  ['nothing', 'import torch\nF = [1]\nF.softmax(x), G.softmax(x)'],
  ['nothing', 'import tensorflow as tf\nF.softmax(x)'],
  ['nothing', 'from keras.models import Sequential\nm = Sequential([layers.[|ReLU|](), own.dense(3, tf.nn.[|elu|])])\nf = activations.[|tanh|]\ny = K.[|sigmoid|](x)', 'relu?', 'elu? alpha:1', 'tanh?', 'sigmoid?'],
  ['nothing', 'from jax import random\nf = jax.nn.[|relu|]\ny = jnp.[|tanh|](x)', 'relu?', 'tanh?'],
  ['nothing', 'import lasagne\nf = nonlinearities.[|rectify|]\ng = (nonlinearities.[|identity|] if f is None else f)', 'relu?', 'identity?'],
  ['nothing', 'import keras\nlayers = [1]\na = layers.ReLU\nb = jnp.tanh(x)\nc = nonlinearities.rectify'],
]));

describe('of which kind the feed-forward part of a block is', () => run([
  ['torch', 'sizes = dict(ffn_layer="[|swiglu|]", norm_layer="layernorm")\nclass Config:\n    mlp_type: str = "[|geglu|]"\ndef net(n, ffn_type="[|reglu|]"):\n    return Block(n, ffn_type=ffn_type)', 'swiglu?', 'geglu?', 'reglu?'],
  ['jax', 'Block(8, mlp_layer="[|swiglu|]")', 'swiglu?'],
  ['torch', 'Block(8, ffn_layer="mlp", mlp_type="linear", ffn_type="relu", ff_type=swiglu)\nif ffn_layer == "swiglu":\n    pass'],
]));

describe('operators of Caffe2', () => run([
  ['nothing', 'from caffe2.python import model_helper\nmodel = model_helper.ModelHelper(name="net")\nmodel.net.[|Sigmoid|]("gate", "gate")\nmodel.net.[|Softmax|]("scores", "probabilities", axis=1)\ndef block(net, x):\n    return net.[|LeakyRelu|](x, x, alpha=0.1)',
    'sigmoid?', 'softmax? temperature~1', 'leaky-relu? negativeSlope=0.1'],
  ['nothing', 'from caffe2.python import core, brew\nbrew.[|relu|](model, h, "relu")\nnet.Relu, net.Relu(x), net.SigmoidCrossEntropyLoss(x, y), net.FC(x, y)', 'relu?'],
  ['nothing', 'import shapes\nnet.Relu(x, x)'],
]));

describe('what a library of its own calls as all frameworks do', () => run([
  ['torch', 'from .activations import Swish, gelu as g\n[|Swish|](), [|g|](x)', 'silu?', 'gelu?'],
  ['torch', 'from .activations_me import *\nact = [|mish_me|]', 'mish?'],
  ['torch', 'from mine.layers import LeakyReLU\n[|LeakyReLU|](0.3)', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'from mine.layers import LeakyReLU\n[|LeakyReLU|](negative_slope=0.3)', 'leaky-relu? negativeSlope=0.3'],
  ['nothing', 'import cntk as C\nfrom cntk.layers import Dense\nh = C.[|param_relu|](C.constant(slopes), Dense(8, activation=C.[|relu|])(x))', 'prelu? a~0.25', 'relu?'],
  ['nothing', 'import megengine.functional as F\nF.[|leaky_relu|](x, negative_slope=0.3), F.[|leaky_relu|](x, alpha=0.3)', 'leaky-relu? negativeSlope=0.3', 'leaky-relu? negativeSlope=0.3'],
  ['torch', 'from .activations import Swish\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = [|Swish|]()\n    def forward(self, x):\n        return self.[|act|](x)', 'silu?', 'silu?'],
  ['torch', 'import mine\nmine.[|sigmoid|](x)', 'sigmoid?'],
  ['torch', 'torch.ops.aten.[|sigmoid|](x)', 'sigmoid?'],
  ['nothing', 'import numpy as np\nfrom mine.activation_functions import Sigmoid\n[|Sigmoid|]()', 'sigmoid?'],
  ['nothing', 'import torch\nfrom .ops import *\n[|lrelu|](h), [|hswish|](h)', 'leaky-relu? negativeSlope~0.01', 'hard-swish?'],
  ['torch', 'from .modules import ReluActivation\n[|ReluActivation|](name="a")', 'relu?'],
  ['torch', 'class Brain(Base):\n    def f(self, x):\n        return self.hparams.[|log_softmax|](self.parts.[|expit|](x))', 'log-softmax?', 'sigmoid?'],
  ['torch', 'class Brain(Base):\n    def f(self, x):\n        return self.hparams.softmax, self.hparams.softmax(), self.losses.relu_loss(x), other.parts.softmax(x), self.hparams.linear(x)'],
  ['torch', 'from math import tanh\nfrom sympy import Abs, tanh as t\ntanh(1.0), t(x)'],
  ['torch', 'from .layers import FastGelu, gelu_fast\nFastGelu(), gelu_fast(x)'],
  ['torch', 'from .layers import GLU, Threshold, Identity, linear\nGLU(), Threshold(), Identity(), linear(x)'],
  ['torch', 'from .activation import GLU\n[|GLU|](dim=1)', 'glu?'],
  ['torch', 'from .losses import sigmoid_focal_loss, SoftmaxLoss\nsigmoid_focal_loss(x), SoftmaxLoss()'],
  ['nothing', 'from .activations import Swish\nSwish()'],
  ['nothing', 'from mynet.layers import *\nmodel = Sequence()\nmodel.add(Conv2D(sizes, name="conv1"))\nmodel.add([|ReLU|](name="relu1"))', 'relu?'],
  ['nothing', 'from shapes import *\nboard.add(ReLU(name="relu1"))'],
  ['nothing', 'import unittest\nimport numpy as np\nfrom src.funcoes import FuncoesAtivacao\nclass Teste(unittest.TestCase):\n    def setUp(self):\n        self.funcoes = FuncoesAtivacao()\n    def test_relu(self):\n        self.assertEqual(self.funcoes.[|relu|](x).min(), 0)\n    def test_sigmoid(self):\n        """Função de ativação."""\n        self.assertEqual(self.funcoes.[|sigmoid|](x)[0], 0.5)', 'relu?', 'sigmoid?'],
  ['nothing', 'from typing import Callable\nfrom settings import squash, sigmoid\nclass Node:\n    def __init__(self, number: int, activation: Callable[[float], float] = [|sigmoid|]):\n        self.activation = activation\n    def fire(self, inputs):\n        return self.[|activation|](sum(inputs))', 'sigmoid?', 'sigmoid?'],
  ['nothing', 'from settings import squash\nclass Node:\n    def __init__(self, activation=sigmoid, squashed=squash):\n        self.activation = activation'],
  // A module of Keras takes another form of GELU than its string says, and so does JAX's function.
  ['keras', 'from keras_transformer import gelu\nx = [|gelu|](x)', 'gelu?'],
  ['keras', 'from keras.src import backend\nx = backend.nn.gelu(x, approximate)'],
  ['jax', 'from project.activations import GELU\nact = [|GELU|]()', 'gelu-tanh?'],
  // In a text about neural networks that imports no framework, names count on which all libraries agree.
  ['nothing', 'import tinynn as tn\nnet = [tn.layer.Dense(3), tn.layer.[|LeakyReLU|]()]  # hidden layer of a neural network', 'leaky-relu? negativeSlope~0.01'],
  ['nothing', 'import tinynn as tn\nnet = [tn.layer.Dense(3), tn.layer.GELU(), tn.layer.[|ReLU|]()]  # hidden layer of a neural network', 'relu?'],
  ['nothing', 'from project.net import Net\nnode.activation = "[|tanh|]"  # of a neuron, with weights and bias', 'tanh?'],
  ['nothing', 'import utils\nclass Neuron:  # of a layer, with weights and bias\n    def __init__(self, activ_func="[|Sigmoid|]"): pass', 'sigmoid?'],
  ['nothing', 'import numpy as np\nfrom utils.activations import find\nclass Net:\n    def __init__(self, size, activation="[|relu|]"):\n        self.act = find(activation)\nNet(3, activation="[|tanh|]")', 'relu?', 'tanh?'],
  ['nothing', 'from utils.activations import Mish\nact = [|Mish|]()', 'mish'],
  ['nothing', 'import numpy as np\nclass Data:\n    def __init__(self):\n        self._output_activation = "[|sigmoid|]"', 'sigmoid?'],
  ['nothing', 'import numpy as np\ncfg = {"activation_fn": "[|tanh|]"}', 'tanh?'],
  ['nothing', 'from project.muscle import Muscle\nmuscle.activation = "tanh"'],
]));

describe('what bends the samples of a distribution', () => run([
  ['torch', 'from torch.distributions.transforms import TanhTransform\nd = TransformedDistribution(base, [|TanhTransform|](cache_size=1))', 'tanh?'],
  ['torch', 'import torch.distributions as D\nd = D.TransformedDistribution(base, [D.transforms.[|SigmoidTransform|](), D.[|SoftplusTransform|]()])', 'sigmoid?', 'softplus? beta~1 threshold~100'],
  ['nothing', 'from pyro.distributions import transforms as T\nt = T.[|TanhTransform|]()\nx = [|t|](z)', 'tanh?', 'tanh?'],
  ['tensorflow', 'import tensorflow_probability as tfp\nt = tfp.bijectors.[|Tanh|]()', 'tanh?'],
  ['torch', 'from torch.distributions import transforms\nfrom project.images.transforms import SigmoidTransform\nt = transforms.AffineTransform(0, 1), transforms.ComposeTransform([]), SigmoidTransform()'],
  ['torch', 'from torch.distributions.transforms import TanhTransform\nisinstance(t, TanhTransform), MaskedTanhTransform(), t.TanhTransform'],
]));

describe('a ReLU of a project that is told how much leaks through', () => run([
  ['tensorflow', 'from .ops import *\nx = relu(x, self.relu_leakiness)\ny = relu(x, 0.1)\nz = relu(x, leak=0.2)'],
  ['tensorflow', 'from .ops import *\nx = [|relu|](x, "first")\ny = [|relu|](x, name="second")\nz = [|relu|](x, 0.0)\nw = [|relu|](x, self.training)', 'relu?', 'relu?', 'relu?', 'relu?'],
]));

describe('arrays of whichever library computes with them, in a file of networks', () => run([
  ['nothing', 'import chainer\nfrom chainer import cuda\nclass A(chainer.Function):\n    def forward(self, x):\n        xp = cuda.get_array_module(x)\n        return xp.[|tanh|](x)', 'tanh?'],
  ['nothing', 'import chainer\nclass A(chainer.Link):\n    def forward(self, x):\n        return self.xp.[|tanh|](x), self.xp.exp(x)', 'tanh?'],
  ['nothing', 'import cupy\nxp = cupy.get_array_module(x)\ny = xp.tanh(x)'],
  ['nothing', 'import numpy as np\nfrom scipy import special\ndef interval(z, xp):\n    return xp.tanh(z)'],
]));

describe('a network that is built by its own methods', () => run([
  ['tensorflow', 'class Net(Network):\n    def setup(self):\n        (self.feed("data")\n            .conv(3, 3, relu=False)\n            .[|prelu|](name="a")\n            .[|softmax|](3, name="prob"))', 'prelu? a~0.25', 'softmax? temperature:1'],
  ['tensorflow', 'class Net(Network):\n    def setup(self):\n        loss.feed("data").relu(name="a"), self.relu(name="a"), self.feed("data").sigmoid_loss()'],
]));

test.each([
  // What is of no library that is known is called as the file calls it.
  ['import mindspore\nfrom .activation import Swish\nSwish()', 'mindspore activation.Swish'],
  ['import autograd.numpy as np\n"""A layer of a neural network, forward and backward."""\nh = np.tanh(x)', 'numpy autograd.numpy.tanh'],
  ['import torch\nfrom .activation import Swish\nSwish()', 'pytorch activation.Swish'],
  ['import numpy as np\nimport nnabla.functions as F\nF.tanh(x)', 'others nnabla.functions.tanh'],
  ['import torch\nfrom .activation import Mish\nMish()', 'pytorch torch.nn.Mish'],
  // The nn of another framework is its own.
  ['import torch\nfrom keras.src.ops import nn as knn\nknn.Softmax()', 'keras keras.layers.Softmax'],
])('%s', (text, expected) => {
  expect(usagesIn(text).map(({ framework, symbol }) => `${framework} ${symbol}`)).toEqual([expected]);
});

describe('what a library has elsewhere', () => run([
  ['nothing', 'import parl\nself.fc = parl.layers.fc(size=256, act="[|tanh|]")', 'tanh'],
  ['nothing', 'import chainer\nfrom .links import LeakyReluLink\nself.act = [|LeakyReluLink|]()', 'leaky-relu? negativeSlope~0.01'],
  ['nothing', 'import paddle.fluid as fluid\nfluid.layers.[|leaky_relu|](x, alpha=0.1), fluid.layers.[|leaky_relu|](x)', 'leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope:0.02'],
  ['torch', 'torch.ops.mine.[|leaky_relu|](x, 0.3)', 'leaky-relu? negativeSlope~0.01'],
  ['nothing', 'import paddle\npaddle.[|tanh|](x), paddle.[|stanh|](x), paddle.[|stanh|](x, 0.5, 2)', 'tanh', 'scaled-tanh alpha:1.7159 beta:0.67', 'scaled-tanh alpha=2 beta=0.5'],
  ['nothing', 'import paddle.nn.functional as F\nF.[|selu|](x), F.[|selu|](x, 1.0507009873554804934193349852946), F.[|hardshrink|](x, lambd=0.2)\nF.selu(x, 1.5), F.selu(x, alpha=2.0)', 'selu', 'selu', 'hardshrink lambda=0.2'],
  ['nothing', 'from coremltools.converters.mil import Builder as mb\nmb.[|tanh|](x=x), mb.[|clamped_relu|](x=x, alpha=0.0, beta=6.0), mb.[|gelu|](x=x, mode="TANH_APPROXIMATION")\nmb.clamped_relu(x=x, alpha=0.1, beta=6.0)', 'tanh', 'clipped-relu ceiling=6', 'gelu-tanh'],
  ['nothing', 'from mindspore import ops\nops.[|leaky_relu|](x), ops.[|gelu|](x), ops.[|gelu|](x, "tanh"), ops.[|softmax|](x, -1), ops.[|sigmoid|](x)', 'leaky-relu negativeSlope:0.2', 'gelu', 'gelu-tanh', 'softmax temperature:1', 'sigmoid'],
  ['nothing', 'from mindspore import mint\nfrom mindspore.mint import nn\nimport mindspore.mint.nn.functional as F\nnn.[|GELU|](), nn.[|GELU|](approximate="tanh"), F.[|gelu|](x), F.[|leaky_relu|](x), F.[|softmax|](x, dim=-1), mint.[|sigmoid|](x)', 'gelu', 'gelu-tanh', 'gelu', 'leaky-relu negativeSlope:0.01', 'softmax temperature:1', 'sigmoid'],
]));

describe('libraries that nobody has described', () => run([
  ['nothing', 'import megengine.module as M\nM.[|LeakyReLU|](0.1), M.[|Softplus|]()\nblock(act="[|silu|]")', 'leaky-relu? negativeSlope~0.01', 'softplus? beta~1 threshold~100', 'silu?'],
  ['nothing', 'import theano.tensor as T\nT.nnet.[|sigmoid|](x), T.nnet.[|relu|](x, 0.1), T.[|tanh|](x)\nT.exp(x), T.maximum(x, y)', 'sigmoid', 'leaky-relu negativeSlope=0.1', 'tanh'],
  ['nothing', 'import tensorflow as tf\nflags = tf.app.flags\nFLAGS = flags.FLAGS\nif not FLAGS.sigmoid: pass\nmodel(sigmoid_loss=FLAGS.sigmoid, relu=flags.relu)'],
  ['torch', 'from config.utils import swish, cfg\nfrom config import relu, gelu\ny = [|swish|](x @ w)\nNet(relu, act=cfg.tanh)', 'silu?'],
  ['nothing', 'from pybrain.structure import LinearLayer, SigmoidLayer\nfrom pybrain.structure import TanhLayer\nh = [|SigmoidLayer|](3)\nnet = buildNetwork(2, 3, 1, hiddenclass=[|TanhLayer|])\ny = LinearLayer(2)', 'sigmoid?', 'tanh?'],
  // What is handed on as the class or the module of an activation has it.
  ['nothing', `${numeric}from acts import Sigmoid, Tanh\nfrom mine.functions import relu\nclass Layer:\n    def __init__(self, f=[|Sigmoid|].function):\n        self.f = [|relu|].func\n        self.d = relu.prime\n        self.net = Net(3, activation=[|Tanh|].forward, derivative=Tanh.derivative)\n        self.name = Tanh.name`, 'sigmoid?', 'relu?', 'tanh?'],
]));

const hybrid = (line: string): string => `from mxnet.gluon import nn\nclass Net(nn.HybridBlock):\n    def hybrid_forward(self, F, x):\n        return ${line}`;

describe('gates by the name of what opens them', () => run([
  ['nothing', 'from mindspore import nn\nclass Block(nn.Cell):\n    def __init__(self, dim, activate_fn="[|gated_silu|]"):\n        self.ff = FeedForward(dim, activate_fn="[|gated_gelu|]")', 'swiglu?', 'geglu?'],
  ['nothing', 'from mindspore import nn\nclass Block(nn.Cell):\n    def __init__(self, dim, activate_fn="gated_linear", activation="gated"):\n        pass'],
]));

describe('MXNet', () => run([
  ['nothing', 'import mxnet as mx\np = mx.sym.[|SoftmaxOutput|](data=x, label=y, name="softmax")\nq = mx.symbol.[|LogisticRegressionOutput|](x)\nr = mx.nd.[|SoftmaxActivation|](x, mode="channel")\nmx.sym.LinearRegressionOutput(x)', 'softmax temperature:1', 'sigmoid', 'softmax temperature:1'],
  ['nothing', 'import mxnet as mx\nout[0] = out[0].[|sigmoid|]()\np = net(x).[|softmax|](axis=1), x.[|relu|]()\nself.relu(x), layers.relu(x)', 'sigmoid?', 'softmax? temperature:1', 'relu?'],
  ['nothing', hybrid('F.[|softmax|](F.[|LeakyReLU|](F.[|relu|](x), slope=0.1))'), 'softmax? temperature:1', 'leaky-relu? negativeSlope=0.1', 'relu?'],
  ['nothing', hybrid('F.[|LeakyReLU|](x, act_type="leaky", slope=0.2)'), 'leaky-relu? negativeSlope=0.2'],
  ['nothing', hybrid('F.Activation(F.LeakyReLU(x, act_type="[|elu|]"), act_type="[|tanh|]")'), 'elu? alpha~1', 'tanh?'],
  ['nothing', 'import mxnet as mx\nx = mx.sym.Activation(mx.sym.LeakyReLU(data=x, act_type="[|elu|]", slope=0.3), "[|softrelu|]")\nmx.npx.[|leaky_relu|](mx.nd.LeakyReLU(x, g, "[|prelu|]"))',
    'elu alpha=0.3', 'softplus beta:1 threshold:100', 'leaky-relu negativeSlope:0.25', 'prelu a~0.25'],
  ['nothing', 'from mxnet.gluon import nn\nnet.add(nn.HybridLambda("[|tanh|]"), nn.Lambda("log"), nn.Lambda(lambda x: x))\nsquash = nn.Lambda("[|sigmoid|]")\ny = [|squash|](x)', 'tanh', 'sigmoid', 'sigmoid'],
  ['nothing', 'import mxnet as mx\nfrom mxnet.gluon import nn\nnn.Activation("[|relu|]"), nn.[|LeakyReLU|](0.2), nn.Dense(3, activation="[|softrelu|]"), mx.nd.[|softmax|](x), mx.sym.[|LeakyReLU|](x)',
    'relu', 'leaky-relu negativeSlope=0.2', 'softplus beta:1 threshold:100', 'softmax temperature:1', 'leaky-relu negativeSlope:0.25'],
  ['nothing', hybrid('G.softmax(F.clip(x, 0, 1))')],
]));

describe('names that are an activation in a module of activations alone', () => run([
  ['torch', 'from .activations import Snake\nfrom .snake import Snake as Game\nself.act = [|Snake|](8)\ngame = Game(8)', 'snake? a~1'],
  ['torch', 'from .layers import Snake, Snake1d, SnakeActivation, SnakeBeta\nnet = nn.Sequential([|Snake|](8), nn.Conv1d(8, 8, 3), [|Snake1d|](8), [|SnakeActivation|](8), [|SnakeBeta|](8))\nnonlinear = [|Snake|](8)\nself.acts += [[|Snake|](8), nn.Conv1d(8, 8, 3)]\nworld = [Snake(8)]\nself.player = Snake(8)',
    'snake? a~1', 'snake? a~1', 'snake? a~1', 'snake-beta? alpha~1 beta~1', 'snake? a~1', 'snake? a~1'],
  ['torch', 'import activations\nact = activations.[|SnakeBeta|](8, alpha_logscale=True)', 'snake-beta? alpha~1 beta~1'],
  ['torch', 'from diffusers.pipelines.ltx2.vocoder import SnakeBeta\none, two = [|SnakeBeta|](8), [|SnakeBeta|](8, use_beta=False)', 'snake-beta alpha~1 beta~1', 'snake a:1'],
  ['torch', 'from .layers import Sparsemax, SnakeEnv\nself.act = [|Sparsemax|](dim=-1)\nenv = SnakeEnv(8)', 'sparsemax?'],
  ['nothing', 'import theano\nfrom lib import activations\nrelu = activations.[|Rectify|]()\nleaky = activations.[|LeakyRectify|]()\nh = [|leaky|]([|relu|](x))', 'relu?', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01', 'relu?'],
  ['torch', 'from mine.stereo import rectify, Rectify\nrectify(left), Rectify()(right)'],
  ['nothing', 'import numpy as np\nfrom ..util.warping_functions import TanhFunction\nwarp = TanhFunction(3)\nnet = 1'],
  ['torch', 'from spikingjelly.activation_based import neuron, surrogate, layer\nfrom snntorch.surrogate import sigmoid\nfrom .surrogate_gradient import Sigmoid as Other\nlif = neuron.LIFNode(surrogate_function=surrogate.Sigmoid(alpha=4.)), sigmoid(slope=25), Other()\nout = nn.[|Sigmoid|]()', 'sigmoid'],
  ['torch', 'from mine.ops import TanhFunction\ny = [|TanhFunction|].apply(x)', 'tanh?'],
  // A class that is never made, and what people put around a name.
  ['torch', 'from mine.activations import Sigmoid, TanhActivator\nimport mine.activations as activations\nf = [|Sigmoid|].forward(W @ x + b)\no = activations.[|TanhActivator|].forward_propagation(c)\nd = Sigmoid.backward(f), Sigmoid.derivative(f), sigmoid.forward(f)', 'sigmoid?', 'tanh?'],
  ['torch', 'y = nn.ReLU.forward(self, x)'],
  ['torch', 'from mine.layers import Softmax_Layer, ACT_Layer_sigmoid, sigmoid_layer, ACT_Layer_conv\nrow = [[|Softmax_Layer|](10), [|ACT_Layer_sigmoid|]((5,)), sigmoid_layer(x), ACT_Layer_conv(3)]', 'softmax? temperature:1', 'sigmoid?'],
]));

describe('libraries that are built on one', () => run([
  ['nothing', 'from jaxline import base_config\nconfig = dict(activation="[|relu|]", dropout_rate=0.3)', 'relu?'],
  ['nothing', 'from spektral import layers\nconfig = {"layer": layers.GCNConv, "kwargs": {"channels": 8, "activation": "[|relu|]"}}', 'relu?'],
  ['nothing', 'import deepxde as dde\nactivation = "[|tanh|]"\nnet = dde.nn.FNN(size, activation, initializer)', 'tanh'],
  ['nothing', 'import deepxde as dde\ndde.nn.PFNN([2, 20, 1], "[|sin|]", "Glorot uniform"), dde.geometry.Interval("sin")', 'sine omega:1'],
  ['nothing', 'import pinnx\npinnx.nn.PFNN([1, [20, 20], 2], "[|tanh|]", init), pinnx.nn.FNN(size, "[|relu|]")', 'tanh', 'relu'],
  ['nothing', 'import mesh_tensorflow as mtf\nmtf.[|gelu|](x), mtf.layers.dense(x, y, activation=mtf.[|relu|])\nblock(activation="[|swish|]")\nmtf.exp(x), mtf.gelu_like(x)', 'gelu-tanh', 'relu', 'silu?'],
  ['nothing', 'from neural_tangents import stax\nstax.serial(stax.[|Relu|](), stax.[|Gelu|](), stax.[|Erf|](), stax.[|ABRelu|](0.2, 1), stax.[|Sin|](b=30.0))', 'relu', 'gelu', 'erf', 'leaky-relu negativeSlope=0.2', 'sine omega=30'],
  ['nothing', 'from neural_tangents import stax\nstax.serial(stax.Erf(2), stax.ABRelu(0.2, 3), stax.Sign(), stax.Rbf())'],
  ['nothing', 'from lasagne.nonlinearities import rectify, LeakyRectify, softmax as s\nDense(l, nonlinearity=[|rectify|]), Dense(l, nonlinearity=[|LeakyRectify|](0.2)), [|s|](x)\nlasagne.init.HeNormal(gain="relu")',
    'relu', 'leaky-relu negativeSlope=0.2', 'softmax temperature:1'],
]));

describe('settings of models without a framework', () => run([
  ['nothing', 'from dataclasses import dataclass\n@dataclass\nclass Config:\n    hidden_size: int = 64\n    num_layers: int = 2\n    hidden_act: str = "[|gelu_pytorch_tanh|]"', 'gelu-tanh?'],
  ['nothing', 'models = dict(small=dict(backbone_name="b", num_classes=3, act_type="[|leaky_relu|]"))', 'leaky-relu? negativeSlope~0.2'],
  ['nothing', 'class Config:\n    activation_type = "tanh"\n    colour = "red"'],
  ['nothing', 'class Config:\n    activation_type = "[|relu|]"\n    colour = "red"', 'relu?'],
  ['nothing', 'lm.mlp_act_func = "[|gelu|]"\nlm.hidden_size = 3\nlm.num_heads = 2', 'gelu?'],
  ['nothing', 'lm.impact_func = "gelu"\nlm.hidden_size = 3\nlm.num_heads = 2'],
  ['nothing', 'class Settings:\n    act = "[|tanh|]"\n    n_layer = 10\n    epochs = 3\nclass Other:\n    act = "play"', 'tanh?'],
  ['nothing', 'units1 = 64\nactivation1 = "[|relu|]"\nactivation_2 = "[|softmax|]"', 'relu?', 'softmax? temperature~1'],
  ['nothing', 'hidden_act = "[|gelu|]"\nactivation_func = "[|gelu_pytorch_tanh|]"\nhidden_size = 3\nnum_layers = 2', 'gelu?', 'gelu-tanh?'],
  ['nothing', 'hidden_size = 3\nnum_layers = 2\nact = "[|relu|]"', 'relu?'],
  ['nothing', 'train_config = {"non_linearity_enc": "[|elu|]", "non_linearity_dec": "[|elu|]"}', 'elu? alpha~1', 'elu? alpha~1'],
  ['nothing', 'train_config = {"non_linearity_order": "elu", "encoding": "elu"}'],
  ['torch', 'from .ops import mask_softmax, mask_loss\ny = [|mask_softmax|](x, lengths), mask_loss(x)', 'softmax? temperature:1'],
  ['nothing', 'LSTM_LAYERS = 1\nBATCH_SIZE = 500\nDROPOUT_RATE = 0.0\nRNN_ACTIVATION = "[|tanh|]"\nOUTPUT_ACTIVATION = "[|sigmoid|]"', 'tanh?', 'sigmoid?'],
  ['nothing', 'from layer import *\ndef block(x):\n    return conv_layer(batch_normalization(x, activation_method="[|tanh|]"), 3, activation_method="[|tanh|]")', 'tanh?', 'tanh?'],
  ['nothing', 'from layer import *\ndef block(x):\n    return layer(x, activation_date="tanh")'],
  ['nothing', 'hidden_size = 3\nnum_layers = 2\nkind = "relu"\nact = "tanh_shrinkage.txt"'],
  ['nothing', 'hidden_layers = [64, 32]\nactivation_functions = ["[|tanh|]", "[|relu|]"]', 'tanh?', 'relu?'],
]));

describe('settings with fields', () => run([
  ['torch', 'def conv(act_cfg=dict(name="[|ReLU|]")): pass', 'relu?'],
]));

describe('names among numbers', () => run([
  ['keras', 'from .layers import TextEncoder\nTextEncoder(20, 32, 64, "[|quick_gelu|]", -2, name="clip")', 'quick-gelu?'],
  ['torch', 'import mine\nmine.nn.FNN([2] + [20] * 3 + [1], "[|tanh|]", "Glorot normal")\nmine.MLP((784, 256, 10), "[|relu|]")', 'tanh?', 'relu?'],
  ['torch', 'from .plots import Figure\nFigure([x, y], "relu")\nFigure([3], "relu")\nplot([1, 2, 3], "relu")'],
  ['torch', 'net = Net([("conv", 32, "[|relu|]"), ("pool", 2), ("fc", 10, "[|softmax|]")])\nhead = Head([64, "[|relu|]", 0.5])', 'relu?', 'softmax? temperature:1', 'relu?'],
  ['torch', 'runs = [("first", 3, "relu"), ("conv", "relu")]\nplot([64, "relu", 0.5])'],
  ['torch', 'from .plots import Figure\nplot(1, 2, "relu")\nFigure(3, "relu")\nFigure(3, 4, "relu", "tanh")\nFigure(3, 4, "linear")'],
]));

describe('classes among numbers', () => run([
  ['torch', 'rows = [[3, 16, True, {"type": "[|ReLU|]"}, 2], [5, 96, False, dict(type="[|LeakyReLU|]", negative_slope=0.2), 1]]', 'relu?', 'leaky-relu? negativeSlope=0.2'],
  ['torch', 'rows = [["a", {"type": "ReLU"}], [3, {"type": "relu"}, 4], [3, 4, {"type": "Conv"}], [3, 4, {"name": "ReLU"}]]'],
]));

describe('rows of names among sizes', () => run([
  ['torch', 'net = MLP([784, 10, 10], ["[|relu|]", "[|linear|]"])', 'relu?', 'identity?'],
  ['torch', 'from parts import RB, Unit\nRB(filters, 3, "[|lrelu|]", use_bn=True)\nUnit(ngf, self.hidden, "[|gelu|]")\nRB(filters, "lrelu"), Unit(scale, factor, "gelu")', 'leaky-relu? negativeSlope~0.01', 'gelu?'],
  ['tensorflow', 'from parts import fc_net, conv_bn, noise\nx = fc_net(x, 8, "[|relu|]")\nx = self.fc_net(x, n_units, "[|sigmoid|]")\nx = conv_bn(x, 64, 3, "[|relu|]")\nx = noise(x, 8, "relu")\nx = conv_bn(x, "relu")\nx = conv_bn(x, 64, "relu1")', 'relu?', 'sigmoid?', 'relu?'],
  ['torch', 'net = QNetwork.make_fully_connected(state_dim, action_dim, [8, 4], ["[|relu|]", "[|tanh|]"], use_batch_norm=True)', 'relu?', 'tanh?'],
  ['torch', 'self.fc1 = GatedLinear(self.embedding_dim, ffn_embedding_dim, "[|swish|]")', 'silu?'],
  ['torch', 'choice = ChoiceEnum(["relu", "gelu"])\nrun(3, 4, ["relu", "gelu"])\nPlot(784, 10, ["relu", "loss"])\nPlot(784, 10, ["linear", "identity"])'],
  ['torch', 'self.fc1 = GatedLinear(self.mask, other, "swish")\nread(in_dim, out_dim, "swish")'],
]));

describe('members of enumerations', () => run([
  ['torch', 'net = Net(activation=ActivationType.[|GELU|])', 'gelu?'],
  ['keras', 'from choices import ActivationChoice\nlayer = {"units": 8, "activation": ActivationChoice.[|softmax|].value}\nDense(3, activation=Activation.[|RELU|].name)\nDense(3, activation=Weights.relu.value), Dense(3, activation=act.value)', 'softmax? temperature:1', 'relu?'],
  ['torch', 'def block(act: Activation = config.Activation.[|LEAKY_RELU|]):\n    pass', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'class Act(Enum):\n    RELU = "relu"\nsettings = {"hidden_act": Act.[|RELU|]}', 'relu?'],
  ['torch', 'def dense(width, activation: Activation = Activation.[|IDENTITY|]):\n    pass\nlast = Dense(3, Activation.[|LINEAR|])\nkind = Layers.LINEAR, Dense(3, Kernel.LINEAR)', 'identity?', 'identity?'],
  ['torch', 'net = sc.MLP([2, 8], activation=sc.Activation.[|tanh|])\ndef layer(width, activation: Activation = Activation.[|leaky_relu|]):\n    return Activation.relu(width), activations.relu, act.relu\nif act == Activation.relu: pass', 'tanh?', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'activation = ActivationType.[|Sigmoid|] if sigmoid else ActivationType.No\nNet(activation=Act.[|RELU|] if first else Act.[|GELU|] if second else None)\nNet(loss=ActivationType.Sigmoid if sigmoid else ActivationType.No)', 'sigmoid?', 'relu?', 'gelu?'],
  ['torch', 'Net(activation=self.GELU)\nNet(activation=ActivationType.CHECKPOINT)\nNet(activation=Layers.GELU)\nNet(name=ActivationType.GELU)\nif act == ActivationType.GELU: pass'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.act = Activation.[|SILU|].value\n        self.body = nn.Sequential(nn.Linear(3, 3), Activation.[|GELU|].value)\n        layers = [nn.Linear(3, 3), Activation.[|TANH|].value]\n        self.head = Head(3, ActivationType.[|RELU|])\n        print(Activation.GELU, [Activation.GELU, Activation.RELU])\n    def forward(self, x):\n        return self.[|act|](x)',
    'silu?', 'gelu?', 'tanh?', 'relu?', 'silu?'],
]));

describe('a function that a parameter asks for', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.relu1 = nn.[|ReLU|]()\n    def forward(self, x):\n        return joined(self.norm1, self.[|relu1|], x)\ndef joined(norm, relu, x):\n    def run(x):\n        return [|relu|](norm(x))\n    return run(x)', 'relu', 'relu', 'relu?'],
  ['torch', 'def block(x, relu=None, sigmoid=True):\n    return relu(x) if sigmoid else x\ndef conv(x, relu):\n    if relu:\n        return x'],
]));

describe('names in code that is spread over files of its own', () => run([
  ['nothing', 'import numpy as np\nfrom network import forward_propagation, Functions\nclass Net:\n    def __init__(self, hidden_size, weights):\n        self.activation_functions = Functions()\n        self.output_function = "[|softmax|]"\n        self.output_fn = self.activation_functions.get("[|softmax|]")\n    def forward(self, x):\n        return self.[|output_fn|](x)\nacts, _ = forward_propagation(x, weights, biases, "[|relu|]")\nshow(x, weights, "relu"), self.functions.get("relu")', 'softmax? temperature~1', 'softmax? temperature:1', 'softmax? temperature:1', 'relu?'],
  ['nothing', 'sweep = {\n  "parameters": {\n    "activation": {"values": ["[|relu|]", "[|tanh|]"]},\n    "batch_size": {"values": [8, 16]},\n    "learning_rate": {"min": 0.1, "max": 1},\n  },\n}', 'relu?', 'tanh?'],
  ['nothing', 'filters = {"kind": {"values": ["relu", "tanh"]}, "batch_size": 3, "learning_rate": 2}'],
]));

describe('modules that a library tries to import', () => run([
  ['nothing', 'from ray.rllib.utils.framework import try_import_tf, try_import_torch\ntorch, nn = try_import_torch()\ntf1, tf, tfv = try_import_tf()\np = nn.[|Softmax|](dim=-1)(x) + nn.functional.[|relu|](x)\nd = tf.keras.layers.Dense(3, activation=tf.nn.[|tanh|])(x)\nq = torch.[|sigmoid|](x)', 'softmax? temperature:1', 'relu?', 'tanh?', 'sigmoid?'],
  ['nothing', 'from ray.rllib.utils.framework import try_import_tf\n_, tf, _ = try_import_tf()\nx = tf.keras.layers.Dense(3, activation=tf.nn.[|tanh|])(x)\ny = tf.keras.layers.Dense(3, activation=[|None|])(x)', 'tanh?', 'identity'],
  ['nothing', 'from mine import try_import_parts\ntorch, nn = try_import_parts()\np = nn.Softmax(dim=-1)(x)'],
]));

describe('texts that say in one line that they are of networks', () => run([
  ['nothing', 'from mine.nonlinearities.rescaled import Softplus, sigmoid\nconfig = {"scalar_act": [|Softplus|](beta=5.0), "gate_act": [|sigmoid|]}', 'softplus? beta~1 threshold~100', 'sigmoid?'],
  ['nothing', 'def swish(x):\n    return [|x * x.sigmoid()|]', 'silu?'],
  ['nothing', 'def scale(x, y):\n    return x * y.sigmoid()'],
]));

describe('what asks whether something is an activation', () => run([
  ['torch', 'def is_layer(layer, kind):\n    if kind == "relu":\n        return isinstance(layer, Rectifier)\n    if kind == "softmax":\n        return isinstance(layer, Shares)\nis_layer(first, "relu")\nr = F.[|relu|](x)', 'relu'],
]));

describe('a name that a port gives another function', () => run([
  ['torch', 'from .parts import relu_fn, silu_fn\ny = relu_fn(self.bn(x)) + [|silu_fn|](x)', 'silu?'],
]));

describe('parts of a model by their place in it', () => run([
  ['torch', 'class Net(Base):\n    def forward(self, x):\n        return self.block.[|txt_mod_silu|](self.[|out_sigmoid|](self.net.[|relu_2|](self.[|relu1|](x))))', 'silu?', 'sigmoid?', 'relu?', 'relu?'],
  ['torch', 'class Net(Base):\n    def forward(self, x):\n        return self.block.inverse_sigmoid(self.conv_relu(self.net.relu_dropout(x)))'],
  ['torch', 'class Net(Base):\n    def run(self, x):\n        return self.[|_sigmoid|](x @ self.w), self._sigmoid(3)', 'sigmoid?'],
  ['torch', 'def make(backend, nothing):\n    def act(x):\n        return backend.tf.nn.[|swish|](x)\n    return backend.tf.nn.conv2d(x), nothing.nn.swish(x)', 'silu?'],
  ['torch', 'def build(net):\n    net.addConv(8)\n    net.[|addLeakyReLU|]()\n    net.[|add_softmax_layer|]()\n    net.add_softmax_loss()\n    net.add_relu = 3\n    self.add_relu()', 'leaky-relu? negativeSlope~0.01', 'softmax? temperature:1'],
  // A method that is put into a class of another file.
  ['torch', 'def forward(self, x):\n    return self.[|softmax|](self.[|relu|](x))\nBlock.forward = forward', 'softmax? temperature:1', 'relu?'],
  ['torch', 'def forward(self, x):\n    self.relu = x\n    return self.relu(x)'],
  ['torch', 'def forward(model, x):\n    return model.relu(x)'],
]));

describe('lookups of their own', () => run([
  ['torch', 'resolve_act_layer("[|silu|]"), _create_act("[|relu|]"), get_act_fn("[|gelu|]"), activation_resolver("[|elu|]")', 'silu?', 'relu?', 'gelu?', 'elu? alpha:1'],
  ['nothing', 'import numpy as np\nfrom mine.layers import Activation\nmodel.add(Activation("[|leaky_relu|]"))\nmodel.add(Activation("[|tanh|]"))', 'leaky-relu? negativeSlope~0.01', 'tanh?'],
  ['nothing', 'from torch_geometric.nn.resolver import activation_resolver\nclass Net:\n    def __init__(self, act="[|relu|]"):\n        self.act = activation_resolver(act)\n    def forward(self, x):\n        return self.[|act|](x)', 'relu?', 'relu?'],
  ['nothing', 'from monai.networks.layers import get_act_layer\nclass Net:\n    def __init__(self, act=("[|leakyrelu|]", {"negative_slope": 0.2})):\n        self.act = get_act_layer(act)\n    def forward(self, x):\n        return self.[|act|](x)',
    'leaky-relu? negativeSlope=0.2', 'leaky-relu? negativeSlope=0.2'],
  ['nothing', 'from monai.transforms import Activations, AsDiscrete\nActivations([|sigmoid|]=True), AsDiscrete(argmax=True), Activations(softmax=False)', 'sigmoid'],
  ['torch', 'from allennlp.nn import Activation\nact = Activation.by_name("[|elu|]")()\ny = [|act|](x)\nLoss.by_name("relu"), Activation.from_list("relu")', 'elu? alpha:1', 'elu? alpha:1'],
  ['torch', 'act_layer = resolve_act_layer(kwargs, "[|relu|]")', 'relu?'],
  ['torch', 'from mine import resolve_nn_activation, decode_activation, decode_action\nclass Net(nn.Module):\n    def __init__(self, activation="[|elu|]"):\n        layers = [nn.Linear(3, 3)]\n        act = resolve_nn_activation(activation)\n        layers.append([|act|])\n        self.last = decode_activation("[|tanh|]")\n        self.move = decode_action("tanh")', 'elu? alpha:1', 'elu? alpha:1', 'tanh?'],
  ['torch', 'from mine.blocks import activation\naf = activation("[|gelu|]")\nactivation("relus"), activation(x), activations("relu"), deactivation("relu")', 'gelu?'],
  ['torch', 'get_activation("[|leaky_relu|]"), get_activation("[|LeakyReLU|]")', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope:0.01'],
  ['torch', 'get_tf_activation("[|relu|]")\nget_tf_action("relu")', 'relu?'],
  ['torch', 'get_activation("[|relu|]" if fast else "[|gelu|]"), get_action("relu" if fast else "gelu")', 'relu?', 'gelu?'],
  ['torch', 'def get_activation(name):\n    return TABLE[name]\nget_activation("relu" if fast else "gelu")'],
  ['nothing', 'from monai.networks.layers import Act\nact_type = Act[Act.[|RELU|]]\nclass Net:\n    def __init__(self):\n        self.act = [|act_type|](inplace=True)\n    def forward(self, x):\n        return self.[|act|](x)', 'relu', 'relu', 'relu'],
  ['torch', 'resolve_action("relu"), activate("relu"), Activity("relu")'],
  ['torch', 'from mine.layers import init_activation, get_nonlinear, init_action\nclass Net(nn.Module):\n    def __init__(self, c, activation="[|gelu|]"):\n        self.act = init_activation(activation, channels=c)\n        self.last = get_nonlinear("[|tanh|]")\n        self.move = init_action("tanh")\n    def forward(self, x):\n        return self.[|act|](x)', 'gelu?', 'tanh?', 'gelu?'],
  ['torch', 'from mine.jasper import jasper_activations, hidden_activations\nact = jasper_activations["[|gelu|]"]\nseen = hidden_activations["gelu"]\nown_activations = {}\nkept = own_activations["gelu"]', 'gelu?'],
]));

describe('lists of names', () => run([
  ['torch', 'Net(activations=["[|relu|]", "[|tanh|]"])', 'relu?', 'tanh?'],
  ['keras', 'Net(stackwise_activation=["[|relu|]", "[|silu|]"])', 'relu?', 'silu?'],
  ['torch', 'acts = ["[|sigmoid|]" for _ in range(n)]\nNet(activations=["[|relu|]"] * 3 + ["[|tanh|]"])', 'sigmoid?', 'relu?', 'tanh?'],
  ['torch', 'names = ["sigmoid" for _ in range(n)]\nacts = [name for name in ("relu", "tanh")]\nNet(sizes=["relu"] * 3, act_sizes=[3] * 4 + [1])\nknown_acts = ["relu"] + ["tanh"]'],
  ['jax', 'config = {"LR": 0.1, "ACTIVATION": "[|tanh|]", "HIDDEN_ACT": "[|gelu|]", "CLASS": "relu", "NAME": "relu"}\nconfig.update(ACT_FN="[|relu|]", KIND="relu")', 'tanh?', 'gelu-tanh?', 'relu?'],
  // The library whose function a name asks for says what it means; what reads names itself is asked first.
  ['jax', 'class MLP(linen.Module):\n    activation: str = "[|gelu|]"\n    gate_activation: str = "[|GELU|]"', 'gelu-tanh?', 'gelu?'],
  ['jax', 'from transformers import FlaxBertModel\nnet = MLP(activation="[|gelu|]")', 'gelu?'],
  ['torch', 'defaults = {KEY.READOUT_ACTIVATION: "[|silu|]", ACT_FN: "[|relu|]", KEY.LAYER: "relu", readout_activation: "relu"}', 'silu?', 'relu?'],
  ['torch', '@dataclass\nclass Settings:\n    ac_conv: str = "[|relu|]"\n    ac: str = "ac"\ndef f(ac_fc="[|tanh|]", ac_voltage="tanh"): pass\nNet(ac_fn="[|elu|]")', 'relu?', 'tanh?', 'elu? alpha:1'],
  ['torch', 'class ActivationFunction:\n    def __init__(self, name="[|tanh|]", mode="fast"):\n        self.name = name\nclass Curve:\n    def __init__(self, name="tanh"):\n        self.name = name\nact = ActivationFunction("[|relu|]")\ncurve = Curve("relu")', 'tanh?', 'relu?'],
  ['torch', 'def get_activation(kind="[|leaky_relu|]", mode="fast"):\n    return make(kind)\ndef activation(x, scope="relu"):\n    return run(x, scope)\ndef get_layer(kind="relu"):\n    return make(kind)', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'Net(afn="[|quick_gelu|]", activ="[|lrelu|]", output_nonlinearity="[|tanh|]")\nNet(actor="tanh", scale="sigmoid")', 'quick-gelu?', 'leaky-relu? negativeSlope~0.01', 'tanh?'],
  ['torch', 'for act in ["[|relu|]", "[|gelu|]"]:\n    pass', 'relu?', 'gelu?'],
  ['nothing', 'SHARED = [\n    ("dense", (3 * 256), "bn", "[|relu|]"),\n    ("reshape", (3, 256)),\n    ("conv3d", (64, (1, 6, 1)), None, "[|lrelu|]"),\n]', 'relu?', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'config = [\n    ("conv2d", [32, 1, 3, 3, 1, 0]),\n    ("[|relu|]", [True]),\n    ("[|leakyrelu|]", [0.2, True]),\n    ("linear", [5, 64]),\n]\nothers = [("relu", [3]), ("tanh", [4])]\nmore = [("linear", [3]), ("relu", [1]), ("loss", 4)]', 'relu?', 'leaky-relu? negativeSlope~0.01'],
  ['nothing', 'KINDS = [("conv", 64, "relation"), ("dense", "tanh")]'],
  ['torch', 'nets = [Net(act) for act in ["[|relu|]", "[|tanh|]"]]\nby_name = {kind: Net(activation=kind) for kind in ("[|elu|]", "[|silu|]")}', 'relu?', 'tanh?', 'elu? alpha:1', 'silu?'],
  ['torch', 'for name in ["[|ReLU|]", "[|Tanh|]"]:\n    layer = getattr(nn, name)()\ntable = {key: getattr(F, key) for key in ["[|relu|]"]}', 'relu?', 'tanh?', 'relu?'],
  ['torch', 'for name in ["ReLU", "Tanh"]:\n    print(name)\nfor name in ["relu", "conv"]:\n    Net(act=name)\nfor key in ["relu", "tanh"]:\n    getattr(mine, key)(times[key])\nnames = [key for key in ["relu", "tanh"]]'],
  ['torch', '@pytest.mark.parametrize("activation", ["[|relu|]", "[|gelu|]"])\ndef test(activation): pass', 'relu?', 'gelu?'],
  ['torch', '@pytest.mark.parametrize("size, out_act", [(3, "[|relu|]"), (5, "[|gelu|]")])\ndef test(size, out_act): pass\n@pytest.mark.parametrize("size,mode", [(3, "relu")])\ndef other(size, mode): pass', 'relu?', 'gelu?'],
  ['torch', 'from mine import Activation, get_activation, Layer\nfor name in ["[|relu|]", "[|tanh|]"]:\n    net.add(Activation(name))\nlayers = [get_activation(key) for key in ("[|relu|]", "[|gelu|]")]\nfor name in ["relu", "tanh"]:\n    Layer(name)\nfor name in ["relu", "conv"]:\n    get_activation(name)', 'relu?', 'tanh?', 'relu?', 'gelu?'],
  ['keras', 'hp.Choice("activation", ["[|relu|]", "[|tanh|]"])\nhp.Choice("act", values=["[|elu|]"])\nhp.Choice("optimizer", ["relu"]), Choice("activation")', 'relu?', 'tanh?', 'elu? alpha:1'],
  ['torch', 'from skopt.space import Categorical\nspace = [Categorical(["[|relu|]", "[|tanh|]"], name="activation"), Categorical(categories=["[|gelu|]"], name="act_fn"), Categorical(["relu"], name="loss"), Categorical(probs=p)]', 'relu?', 'tanh?', 'gelu?'],
  ['torch', 'trial.suggest_categorical("act_fn", ["[|relu|]", "[|silu|]"])\nrandom.choice(["relu", "tanh"]), rng.choice("activation", 3)', 'relu?', 'silu?'],
  ['jax', 'ACTIVATIONS = ("[|gelu|]", "[|linear|]")\nHIDDEN_ACTIVATION = "[|relu|]"', 'gelu-tanh?', 'identity?', 'relu?'],
  ['torch', 'ACTIVATIONS = ("relu", "gelu", "tanh")\nACT_LAYER = ["linear"]'],
  ['torch', 'from op import FusedLeakyReLU, FusedAdam\nfc = EqualLinear(8, 8, lr_mul=0.01, activation="[|fused_lrelu|]")\nact, step = [|FusedLeakyReLU|](8), FusedAdam(8)', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'supported_activations = ["relu", "gelu"]\naccepted_acts = ["silu", "relu"]\nassert act in accepted_acts\nfor name in ["relu", "gelu"]:\n    pass\nNet(names=["relu", "tanh"])'],
]));

describe('modules that are moved', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        self.act = nn.[|ReLU|]().to(device)\n    def forward(self, x):\n        return self.[|act|](x)', 'relu', 'relu'],
  ['torch', 'act = nn.[|ReLU|]().share()\nact(x)', 'relu'],
  ['torch', 'x.[|log_softmax|](0, dtype=torch.float)', 'log-softmax?'],
]));

describe('strings of another library, and in tables of layers', () => run([
  ['torch', 'FeedForward(8, activation_fn="[|gelu-approximate|]")', 'gelu-tanh?'],
  ['torch', 'Block(activation_fn="[|geglu|]")', 'geglu?'],
  ['keras', 'Block(activation="[|prelu|]")', 'prelu? a~0.25'],
  ['nothing', 'import paddle\ndef block(x, act_func="[|GLU|]", kind="GLU"): pass', 'glu?'],
  ['nothing', 'layer = dict(act_cfg=dict(type="[|QuickGELU|]"))', 'quick-gelu?'],
  ['nothing', 'import mmcv\nspecs = [[3, 16, True, "[|ReLU|]", 2], [3, 72, False, "[|HSwish|]", 1]]', 'relu?', 'hard-swish?'],
  ['nothing', 'from mmcv.cnn import build_activation_layer\nclass Net:\n    def __init__(self, act_cfg=dict(type="[|GELU|]")):\n        self.act = MODELS.build(act_cfg)\n        self.gate = build_activation_layer(act_cfg)\n    def forward(self, x):\n        return self.[|act|](self.[|gate|](x))',
    'gelu?', 'gelu?', 'gelu?'],
  ['torch', 'specs = [["relu", "linear"], [3, 4, "linear"], ["softmax", 3]]\nrow = [3, 4, "relu"]\nconv = dict(layer="Softplus")'],
]));

const numeric = 'import numpy as np\n# A neural network: hidden layers, a softmax and backpropagation of weights.\n';

describe('networks of arrays alone', () => run([
  ['nothing', `${numeric}def tanh(x):\n    return np.[|tanh|](x)\nlayers = [{"size": 3, "activation": "[|relu|]"}]\ndef forward(x, activation="[|sigmoid|]"): pass`, 'tanh?', 'relu?', 'sigmoid?'],
  ['nothing', `${numeric}from src.layers import ReluLayer, SoftmaxLayer, TanhLayer, ReluLayers\nmodel = [[|ReluLayer|](), [|SoftmaxLayer|](), [|TanhLayer|]()]\nReluLayers()`, 'relu?', 'softmax? temperature:1', 'tanh?'],
  ['nothing', `${numeric}x.sigmoid()\nplot(activation=3)`],
  ['nothing', 'import numpy as np\nclass Tanh:\n    def forward(self, x):\n        return np.[|tanh|](x)\ndef drag(x):\n    return np.tanh(x)', 'tanh?'],
  ['tensorflow', 'from basenji import layers\nx = layers.activate(x, "[|relu|]")\nx = layers.activate(x, "linear"), layers.activate("relu", x), deactivate(x, "relu")', 'relu?'],
  ['nothing', `${numeric}from dnn import linear_activation_forward\nA, cache = linear_activation_forward(A, W, b, "[|relu|]")\nplot(A, W, b, "relu")`, 'relu?'],
  ['nothing', 'import numpy as np\n# An LSTM: weights, bias.\nc = np.[|tanh|](x)', 'tanh?'],
  ['nothing', 'import numpy as np\n# A neural network: hidden layers, weights, bias.\nlayer1 = [|np.maximum(0, predict(x))|]\nlayer_2_unit1 = [|np.maximum(0, predict(layer1, 0.1))|]\nlayer1_size = np.maximum(0, count(x))', 'relu?', 'relu?'],
  ['tensorflow', 'from utils import conv, count\nx = conv(x, 5, 1, 16)\nx = [|tf.maximum(0., x)|]\ny = tf.maximum(0., count(x))\nz = tf.nn.[|sigmoid|](x)', 'relu?', 'sigmoid'],
  // A solution that is known, which a network is to find.
  ['keras', 'import numpy as np\ndef left(x, y):\n    return np.tanh(np.pi * x) * np.cos(2 * np.pi * y)\ndef right(x):\n    return 40 * (np.tanh(x) ** 2 - 1) * np.sin(x) + np.exp(-x)\nh = np.[|tanh|](x) * np.exp(x)', 'tanh?'],
  ['keras', 'import numpy as np\nmean = np.tanh(c / 2) / (c / 2) / 4\nh = np.[|tanh|](c) / 4', 'tanh?'],
  ['nothing', 'import numpy as np\n# The bias of an epoch.\ny = np.tanh(x)'],
  // A layer without a nonlinearity is a word of networks as well.
  ['nothing', 'import numpy as np\ndef forward(X, W1, b1, W2):\n    h = np.[|tanh|](X @ W1 + b1)\n    logits = h @ W2\n    return logits', 'tanh?'],
  ['nothing', 'import numpy as np\nclass NeuralNetwork:\n    def forward(self, X):\n        z1 = X.dot(self.W1) + self.b1\n        a1 = np.[|tanh|](z1)\n        return [|np.maximum(0, z1)|] + a1', 'tanh?', 'relu?'],
  ['nothing', 'import numpy as np\nclass Machine:\n    def forward(self, X, y):\n        return np.tanh(np.maximum(0, 1 - y * (np.dot(X, self.w) + self.b)))'],
  ['nothing', 'import numpy as np\ndef forward(X, y):\n    logits = np.dot(X, y) + before(X)\n    return np.tanh(logits)'],
  ['nothing', 'import numpy as np\nimport battery\nfrom battery import functions\ny = battery.tanh(x)\nz = battery.[|softplus|](x)\nz = functions.[|tanh|](x)', 'softplus? beta~1 threshold~100', 'tanh?'],
  ['nothing', 'import numpy as np\nfrom scipy.interpolate import interp1d\nz = np.tanh(thickness * wavenumbers)'],
  ['nothing', 'import numpy as np\nimport scipy.io\n"""A layer of a neural network, forward and backward."""\nA1 = np.[|tanh|](Z1)', 'tanh?'],
]));

const choosing = 'def squash(x, kind):\n    if kind == "relu":\n        return f(x)\n    elif kind.lower() == "tanh":\n        return g(x)\n    elif kind == "linear":\n        return x\n';
const chosenByClass = 'class Unit:\n    def __init__(self, n, func):\n        self.func = func\n    def run(self, z):\n        if self.func == "relu":\n            return f(z)\n        if self.func == "softmax":\n            return g(z)\n';

describe('parameters that choose between activations, whatever they are called', () => run([
  ['torch', `${choosing}squash(h, "[|relu|]")\nsquash(h, kind="[|tanh|]")\nsquash(h, "linear")\nsquash(h, "gelu")\nsquash("relu", kind=3)`, 'relu?', 'tanh?'],
  ['nothing', `${numeric}${choosing}y = squash(h, "[|relu|]")`, 'relu?'],
  ['torch', `${chosenByClass}units = [Unit(3, "[|relu|]"), Unit(3, func="[|softmax|]"), Unit("relu", g)]`, 'relu?', 'softmax? temperature:1'],
  ['torch', 'class Net:\n    def apply(self, x, how):\n        if how == "relu": return f(x)\n        if how == "gelu": return g(x)\n    def forward(self, x):\n        return self.apply(x, "[|gelu|]")', 'gelu?'],
  ['torch', 'def layer(kind):\n    if kind == "conv": return a()\n    if kind == "relu": return b()\nlayer("relu")'],
  ['torch', 'def squash_grad(x, kind):\n    if kind == "relu": return f(x)\n    if kind == "tanh": return g(x)\nsquash_grad(x, "relu")'],
  ['torch', 'def plot_curve(kind):\n    if kind == "relu": f(x)\n    if kind == "tanh": g(x)\nplot_curve("relu")'],
  ['torch', 'def pick(x, kind="[|softmax|]"):\n    if kind == "softmax": return F.[|softmax|](x, 1)\n    if kind == "sigmoid": return torch.[|sigmoid|](x)', 'softmax? temperature:1', 'softmax temperature:1', 'sigmoid'],
  // How labels are laid out depends on what the network ends with.
  ['torch', 'def expand_target(x, n, mode="softmax"):\n    if mode == "softmax": return one_hot(x, n)\n    if mode == "sigmoid": return nested(x, n)'],
  ['torch', 'def gain_of(kind):\n    if kind == "relu": return 1.4\n    if kind == "tanh": return 1.7\ngain_of("relu")'],
]));

describe('rows of layers by the names of their classes', () => run([
  ['nothing', 'from easydict import EasyDict\nlayers = [("Linear", {"in_features": 8}), ("[|LeakyReLU|]", {"negative_slope": 0.3}), ("[|Tanh|]", {})]', 'leaky-relu? negativeSlope=0.3', 'tanh?'],
  ['torch', 'layers = [["Conv2d", dict(kernel_size=3)], ["[|ReLU|]", {}]]\nnames = [("ReLU", {}), ("count", {})]\none = [("ReLU", {})]\ncosts = [("Linear", 1, {}), ("ReLU", 2, {})]', 'relu?'],
]));

describe('layers that are listed as tables which say their types', () => run([
  ['torch', 'net = build([{"type": "conv", "filters": 8}, {"type": "[|relu|]"}, {"type": "[|LeakyReLU|]", "args": {"negative_slope": 0.3}}])\nother = [dict(layer="Linear", out=3), dict(layer="[|Tanh|]")]', 'relu?', 'leaky-relu? negativeSlope=0.3', 'tanh?'],
  ['torch', 'shown = [{"type": "relu"}, {"type": "bar"}]\nsome = [{"type": "conv"}, {"label": "relu"}]\none = {"type": "relu"}\nrows = [{"kind": "conv"}, {"kind": "relu"}, 3]'],
]));

describe('layers that are listed as objects which say their types', () => run([
  ['torch', 'net = MLPConfig(layers=[Trainable(layer_type="Linear", out=8), Function(layer_type="[|ReLU|]"), Trainable(layer_type="Linear"), Function(layer_type="[|Tanh|]")])', 'relu?', 'tanh?'],
  ['torch', 'shown = [Bar(kind="relu"), Bar(kind="box")]\none = Spec(layer="relu")\nsome = [Spec(layer="conv"), Spec(label="relu")]\nmade = [spec(layer="conv"), spec(layer="relu")]'],
]));

describe('settings that are listed as pairs', () => run([
  ['torch', 'from collections import OrderedDict\na = OrderedDict([("lr", 0.1), ("activation", "[|relu|]")])\nb = dict([("hidden_act", ["[|gelu|]", "[|silu|]"]), ("depth", 3)])\nc = (("act", "[|tanh|]"),)', 'relu?', 'gelu?', 'silu?', 'tanh?'],
  ['torch', 'a = [("activation", "relu", 3), ("lr", 1)]\nb = [("activation", "relu"), 3]\nc = [("the activation", "relu")]\nd = ("activation", "relu")\ne = [("relu", "tanh")]'],
]));

describe('flags that are written together with what they are given', () => run([
  ['torch', 'run(["train.py", "--activation=[|relu|]", "--hidden-act=[|gelu|]", "--name=tanh", "--act=relu,tanh", "-activation=tanh", f"--activation=tanh"])', 'relu?', 'gelu?'],
]));

describe('nonlinear before what it is of', () => run([
  ['torch', "def __init__(self, nonlinear_final='[|relu|]', non_linear_out='[|tanh|]', nonlinear_solver='newton', nonlinear_mode='linear'): pass", 'relu?', 'tanh?'],
]));

describe('settings in a list of words', () => run([
  ['torch', 'compose("config", overrides=["model.act=[|silu|]", f"lr={lr}", "+head.hidden_act=[|gelu|]"])', 'silu?', 'gelu?'],
  ['torch', `start([config, "steps=8", "mlp_activations=['[|silu|]', '[|linear|]']", "activation=[|relu|]"])`, 'silu?', 'identity?', 'relu?'],
  ['torch', 'legend(["act=relu", "act=tanh"])\nshow(["name=relu", "x=tanh", "act=relu, 3 layers", "act=\\x72elu", "act="])'],
]));

describe('rows of names with a word of everyday code, and those that a constant holds', () => run([
  ['torch', 'activation_list = ["[|relu|]", "[|linear|]"]\nschedule_list = ["linear", "step"]\nactivation_schedules = ["linear"]', 'relu?', 'identity?'],
  ['torch', 'ACTIVATIONS = ["[|tanh|]", "[|relu|]"]\nNAMES = ["tanh", "relu"]\nSHOWN_ACTS = ["tanh", "relu"]\nactivation_variations = ["tanh", "relu"]\nfor activation in ACTIVATIONS:\n    run(activation)\nfor name in NAMES:\n    show(name)\nprint(SHOWN_ACTS)', 'tanh?', 'relu?'],
  ['torch', 'ACTS = ("[|elu|]", "[|selu|]")\nfor i, act in enumerate(ACTS):\n    run(i, act)', 'elu? alpha:1', 'selu?'],
]));

describe('tables by part that leave some parts without an activation', () => run([
  ['torch', 'OVERRIDE_ACT_LAYER = {"clip": ["[|quick_gelu|]"], "dino": [None, "[|gelu|]"], "siglip": None}', 'quick-gelu?', 'gelu?'],
  ['torch', 'act_layer = {"gelu": ["gelu"], "dino": None}\nact_layer = {"clip": ["gelu", other], "dino": None}'],
]));

describe('lists of values in descriptions', () => run([
  ['torch', 'space = {"act_function": {"datatype": "categorical", "list_of_values": ["[|relu|]", "[|tanh|]"]}, "batch_size": {"list_of_values": [32, 64]}}', 'relu?', 'tanh?'],
]));

describe('parameters that are described by their names', () => run([
  ['torch', 'space = [Hyperparameter(name="activation", kind="list", distribution=["[|relu|]", "[|tanh|]"], default="[|relu|]")]\none = ChoiceParameter(name="hidden_act", values=["[|gelu|]"])', 'relu?', 'tanh?', 'relu?', 'gelu?'],
  ['torch', 'a = Setting(name="activation", choices=["relu", "tanh"], help="which one")\nb = Setting(name="colour", default="relu")\nc = Setting(title="activation", default="relu")'],
]));

describe('functions that set one of several settings', () => run([
  ['torch', 'set_missing(layer, "activation_function", "[|relu|]")\nparams.add_hparam("act", "[|gelu|]")\nconfig.set("model", "activation", "[|tanh|]")\nset_default(config, "nonlinearity", choice)', 'relu?', 'gelu?', 'tanh?'],
  ['torch', 'show(layer, "activation", "relu")\nset_missing(layer, "name", "relu")\nset_missing("activation", "name", "relu")\nset_label("activation", "relu")'],
]));

describe('layers of another file that are made with one size', () => run([
  ['torch', 'last = Layer(n_out, "[|tanh|]")\nencoder = GCN(graph.feature_shape, self.num_hidden, "[|prelu|]")\nx = HiddenLayer(x, 64, "[|relu|]")', 'tanh?', 'prelu? a~0.25', 'relu?'],
  ['torch', 'Layer("tanh")\nlayer(name, "relu")\nplot_layer(64, "relu")\nShow(n_out, "tanh")\nclass Layer:\n    pass\nLayer(8, "tanh")'],
]));

describe('words for the function of a unit', () => run([
  ['nothing', 'import theano\nlayer = {"wd": [0.1], "actfunc": {"name": "[|relu|]", "act_params": None}}\nLayer(actfun="[|tanh|]", active_func="[|elu|]", acti_type_1="[|relu|]")\ndef f(hidden_actfn="[|relu|]", action="tanh", actor="tanh", factor="sigmoid"): pass', 'relu?', 'tanh?', 'elu? alpha~1', 'relu?', 'relu?'],
]));

describe('names in other languages', () => run([
  ['nothing', `${numeric}from capas import ActivacionLeakyReLU, CapaDensa\nfrom funciones import sigmoide, funcao_softmax\nred = [CapaDensa(3), [|ActivacionLeakyReLU|]()]\ny = [|funcao_softmax|]([|sigmoide|](x))`, 'leaky-relu? negativeSlope~0.01', 'softmax? temperature~1', 'sigmoid?'],
  ['nothing', `${numeric}from red import Red\nactivacion = "[|relu|]"\nred = Red([2, 3], funcion_activacion="[|sigmoide|]", activacion_salida="[|softmax|]")\nrede = Rede(ativacao="[|tanh|]"), Rete(funzione_attivazione="[|relu|]"), Netz(aktivierungsfunktion="[|tanh|]"), Red(activo="tanh")`, 'relu?', 'sigmoid?', 'softmax? temperature~1', 'tanh?', 'relu?', 'tanh?'],
]));

describe('names that nothing in the file gives', () => run([
  ['nothing', `${numeric}def step(h, w, b):\n    i = [|sigmoid|](np.dot(h, w) + b)\n    return i * [|tanh|](h[0])`, 'sigmoid?', 'tanh?'],
  ['torch', 'y = [|softmax|](x)\nreport(sigmoid), relu(3), relu("first")', 'softmax? temperature:1'],
  ['nothing', 'import numpy as np\ny = sigmoid(x)'],
]));

describe('tensors of a library that nobody knows', () => run([
  ['nothing', `${numeric}from mine.tensor import Tensor\ndef forward(x):\n    return x.[|relu|](), f(x).[|softmax|](1), x.[|sigmoid|]()`, 'relu?', 'softmax? temperature~1', 'sigmoid?'],
  ['nothing', `${numeric}from .tensor import Tensor\ny = x.[|tanh|]()`, 'tanh?'],
  ['nothing', `${numeric}from mine.tensor import Tensor\nimport mine.layers as layers\nlayers.step(x), x.relu(3), x.leaky_relu(0.3), x.clip(), layers.pool.relu_count()`],
  ['nothing', 'import numpy as np\nfrom mine.tensor import Tensor\ny = x.tanh()'],
  ['nothing', 'from micrograd.engine import Value\na = Value(2.0)\nb = (a * a + 1).[|relu|]()', 'relu?'],
  // The tensors of a library that is imported whole, those that other values come from, and those of the text itself.
  ['nothing', `${numeric}import mine as m\nW = m.zeros(3, 4)\np = (x @ W).[|sigmoid|](), logits.[|softmax|](dim=1), h.relu(3), self.sigmoid()`, 'sigmoid?', 'softmax? temperature~1'],
  ['nothing', 'from mine.engine import Value\nclass Neuron:\n    """A neuron of a layer of a neural network."""\n    def __call__(self, x):\n        return self.dot(x).[|tanh|]()', 'tanh?'],
  ['nothing', `${numeric}class Value:\n    def relu(self):\n        return Value([|self.data if self.data > 0 else 0|])\ny = (w * x + b).[|relu|](), x.sigmoid()`, 'relu?', 'relu?'],
  ['keras', 'class Tensor:\n    def softmax(self):\n        e = np.exp(self.data)\n        return Tensor([|e / e.sum(axis=1, keepdims=True)|])\np = x.matmul(w).[|softmax|](), x.sigmoid()', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['nothing', 'class Value:\n    def relu(self):\n        out = Value([|0 if self.data < 0 else self.data|])\n        def _backward():\n            self.grad += (out.data > 0) * out.grad\n        out._backward = _backward\n        return out\ny = (a * b).[|relu|]()', 'relu?', 'relu?'],
  ['nothing', 'class Value:\n    def relu(self):\n        return Value(0 if self.data < 0 else self.data)\ny = (a * b).relu()'],
  ['nothing', 'from engine import Value\nclass Neuron:\n    def __call__(self, x):\n        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)\n        return act.[|tanh|]()\nclass Layer:\n    pass', 'tanh?'],
  ['nothing', 'from engine import Value\nclass Neuron:\n    def __call__(self, x):\n        return sum(wi for wi in self.w).tanh()\nclass Layer:\n    pass'],
  ['nothing', 'from engine import Value\nclass Neuron:\n    def __call__(self, x):\n        return sum(a * r for a, r in zip(discounts, self.r)).tanh()\nclass Layer:\n    pass'],
  ['nothing', 'from mine.run import infer\nprobs = infer(x)["t"].[|softmax|](1)', 'softmax? temperature~1'],
  ['nothing', 'import numpy as np\np = logits.softmax(dim=1)'],
  ['nothing', 'import mine as m\np = logits.softmax(), logits.softmax(x)'],
  // Under which mark a class is registered, and where the mark asks for what is.
  ['torch', 'from mine.marks import OP\nclass Sigmoid(Op):\n    kind = OP.SIGMOID\nclass Head(Op):\n    act = OP.[|SIGMOID|]', 'sigmoid?'],
  ['torch', 'from mine.tensor import Tensor\ny = Tensor(x).dot(w).[|relu|]().[|logsoftmax|]()', 'relu?', 'log-softmax?'],
  ['torch', 'from torch import Tensor\ny = x.logsoftmax()'],
]));

describe('settings for models of a library that nobody knows', () => run([
  // Beside scikit-learn, whose data and measures everyone takes.
  ['nothing', 'import numpy as np\nfrom sklearn.datasets import load_digits\nfrom mine import NeuralNet\nnet = NeuralNet([3, 5, 1], activations="[|tanh|]", epochs=3)\nother = NeuralNet([3, 5, 1], activations="[|relu|]")\nsearch = {"mlp__activation": ["[|logistic|]", "[|relu|]"]}', 'tanh?', 'relu?', 'sigmoid?', 'relu?'],
  ['nothing', 'from sklearn.datasets import load_digits\nfrom mine import Button\nButton(deactivation="tanh", activated="tanh")'],
  ['nothing', 'import theanets\nnet = theanets.Classifier(layers=(784, 1024, ("[|softmax|]", 10)))\nnet = theanets.Regressor([39, layer(156), (51, "[|relu|]")])\nshape = (784, (3, "conv")), [(51, "relu"), "a"]', 'softmax? temperature~1', 'relu?'],
  ['nothing', 'from mine import Net\nNet(hidden_size=64, dropout=0.1, activation="[|tanh|]")', 'tanh?'],
  ['nothing', 'import numpy as np\nfrom mine import Net\nNet(hidden_size=64, dropout=0.1, activation="[|tanh|]")', 'tanh?'],
  ['nothing', 'from mine import Button\nButton(hidden_size=64, dropout=0.1, activation="click")\nButton(deactivation="relu")'],
]));

describe('activations that a class has from elsewhere', () => run([
  ['torch', 'from torchvision.models.resnet import Bottleneck\nclass Deep(Bottleneck):\n    def forward(self, x):\n        return self.[|relu|](self.bn1(x))', 'relu?'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, trunk):\n        self.relu = trunk.[|relu|]\n    def forward(self, x):\n        return self.[|relu|](self.conv(x))', 'relu?', 'relu?'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, trunk):\n        self.stem_relu = trunk.[|relu|]\n    def forward(self, x):\n        return self.[|stem_relu|](x)', 'relu?', 'relu?'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, trunk, args):\n        self.use_relu = trunk.relu\n        self.stem_relu = args.relu\n        self.other = trunk.relu\n    def forward(self, x):\n        return self.other(x) if self.use_relu else self.stem_relu'],
  ['jax', 'class Net(linen.Module):\n    def __init__(self):\n        self.relu = jax.nn.[|relu|]\n    def forward(self, x):\n        return self.[|relu|](x)', 'relu', 'relu'],
  // Nothing says where it comes from, another thing has the name, or it is a setting.
  ['torch', 'class Net(nn.Module):\n    def forward(self, x):\n        return self.relu(x)'],
  ['torch', 'class Deep(Base):\n    def __init__(self):\n        self.relu = Block()\n    def forward(self, x):\n        return self.relu(x)'],
  ['torch', 'class Deep(Base):\n    relu = None\n    def forward(self, x):\n        return self.relu(x)'],
  ['torch', 'class Deep(Base):\n    def relu(self, x):\n        return self.block(x)\n    def forward(self, x):\n        return self.relu(x)'],
  ['torch', 'class Deep(Base):\n    def __init__(self, config):\n        self.softmax = config.softmax\n    def forward(self, x):\n        return self.softmax(x)'],
  ['torch', 'class Deep(Base):\n    def forward(self, x):\n        return self.conv_relu(x), self.relu(3), self.relu'],
]));

describe('a layer that takes a nonlinearity, and one that scales its weights for one', () => run([
  ['nothing', 'import mindspore\nclass Dense:\n    def __init__(self, size, nonlinearity="[|relu|]"): pass', 'relu?'],
  ['nothing', 'import mindspore\nclass Dense:\n    def __init__(self, size, mode="fan_in", nonlinearity="relu"): pass'],
  ['nothing', 'import mindspore\nDense(3, nonlinearity="[|relu|]")\nHeNormal(nonlinearity="relu"), Scaled(mode="fan_in", nonlinearity="relu"), KaimingInit(nonlinearity="relu")', 'relu?'],
]));

describe('layers of sparse tensors', () => run([
  ['nothing', 'import MinkowskiEngine as ME\nact = ME.[|MinkowskiLeakyReLU|](0.2)\ny = [|act|](ME.[|MinkowskiGELU|]()(x))\nME.MinkowskiConvolution(3, 4), ME.MinkowskiFunctional.[|relu|](x)', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope=0.2', 'gelu', 'relu?'],
]));

describe('activations of the first versions of Paddle', () => run([
  ['nothing', 'from paddle.trainer_config_helpers import *\nh = fc_layer(input=x, size=8, act=[|ReluActivation|]())\ny = mixed_layer(size=4, act=[|LinearActivation|]())\nz = fc_layer(input=h, act=[|BReluActivation|]())', 'relu', 'identity', 'clipped-relu ceiling:24'],
  ['nothing', 'import paddle.v2 as paddle\ny = paddle.layer.fc(input=x, size=4, act=paddle.activation.[|Linear|]())\nz = paddle.layer.fc(input=x, size=4, act=paddle.activation.[|STanh|]())\npaddle.layer.Linear(3)', 'identity', 'scaled-tanh alpha:1.7159 beta:0.6666666666666666'],
]));

describe('layers of Paddle that take their activation by name', () => run([
  ['nothing', 'import paddle\nimport paddle.fluid as fluid\npaddle.static.nn.fc(x, size=3, activation="[|tanh|]"), fluid.layers.fc(x, size=3, act="[|relu|]"), fluid.dygraph.Linear(3, 4, act="[|softmax|]")\npaddle.nn.BatchNorm(8, "[|relu|]"), paddle.nn.BatchNorm(8, act="[|relu|]"), paddle.nn.BatchNorm2D(8, "relu")\npaddle.scale(x, act="relu")', 'tanh', 'relu', 'softmax temperature:1', 'relu', 'relu'],
  ['nothing', 'import paddle\npaddle.nn.Conv2D(num_channels=1, num_filters=20, filter_size=5, act="[|relu|]")\npaddle.nn.Linear(input_dim=8, output_dim=4, act="[|softmax|]")', 'relu', 'softmax temperature:1'],
]));

describe('what a flag switches on', () => run([
  ['keras', 'def stack(x, rows):\n    for row in rows:\n        x = layers.[|LeakyReLU|](0.1)(x) if row["leaky"] else x\n    return x\nx = stack(x, [{"filter": 32, "[|leaky|]": True}, {"filter": 64, "leaky": False}])\ndef conv(x, [|leaky|]=True):\n    return layers.[|LeakyReLU|](0.1)(x) if leaky else x\ny = conv(x, [|leaky|]=True)', 'leaky-relu negativeSlope=0.1', 'leaky-relu? negativeSlope~0.2', 'leaky-relu? negativeSlope~0.2', 'leaky-relu negativeSlope=0.1', 'leaky-relu? negativeSlope~0.2'],
  ['jax', 'def block(x, ffn_activation_name="[|gelu-no-approx|]"):\n    return x\nblock(x, activation="[|exact_gelu|]"), block(x, activation="gelu-approximate-no")', 'gelu?', 'gelu?'],
  ['torch', 'neuron = Integrator(8, leaky=True)\ndef cell(x, leaky=True):\n    return step(x, leaky)'],
  ['torch', 'def block(n, [|use_relu|]=True, bn=True, relu=False):\n    return use_relu\ndef conv(x, use_relu=True):\n    return tf.nn.bias_add(x)\nConv(8, [|relu|]=True), Conv(8, [|relu6|]=True, gelu=False, [|final_sigmoid|]=True), Net([|swiglu|]=flag, [|has_relu|]=True)'.replace('[|swiglu|]', 'swiglu'), 'relu?', 'relu?', 'relu6?', 'sigmoid?', 'relu?'],
  ['torch', '@dataclass\nclass Settings:\n    [|use_swiglu|]: bool = True\nsettings = {"[|gelu|]": True, "fuse_gelu": True, "softmax": True}\nconfig.[|quick_gelu|] = True\nrelu = True', 'swiglu?', 'gelu?', 'quick-gelu?'],
  ['torch', 'def mask(x, softmax=True, tanh=True): pass\nclass Net(nn.Module):\n    def __init__(self):\n        self.end = nn.[|Softmax|](dim=1)\n    def forward(self, x, [|softmax|]=True, sigmoid=True):\n        return self.[|end|](x) if softmax else x\nDemucs(glu=True)\ndef mine([|glu|]=True): return nn.[|GLU|](1) if glu else None', 'softmax temperature:1', 'softmax? temperature:1', 'softmax temperature:1', 'glu?', 'glu'],
  ['torch', 'def focal_loss(x, sigmoid=True): return torch.[|sigmoid|](x)\nclass Focal(nn.Module):\n    def __init__(self, use_sigmoid=True, reduction="mean"):\n        self.end = nn.[|Sigmoid|]()', 'sigmoid', 'sigmoid'],
  // A loss has its own, what leaks besides is another, and so is what the file itself has.
  ['torch', 'Loss(8, final_sigmoid=True), FocalLoss(output_softmax=True), conv(x, relu=True, alpha=0.2), scale(use_tanh=True)\ndef conv(x, relu=True, alpha=0.1): pass'],
  ['torch', 'class Conv(nn.Module):\n    def __init__(self, relu=True):\n        self.relu = nn.[|LeakyReLU|](0.1) if relu else None\ndef step(x, relu=True):\n    return F.[|elu|](x) if relu else x\nConv(relu=True), step(x, relu=True)', 'leaky-relu negativeSlope=0.1', 'elu alpha:1'],
  ['torch', 'def step(x, [|relu|]=True):\n    return F.[|relu|](x) if relu else x\nstep(x, [|relu|]=True)', 'relu?', 'relu', 'relu?'],
]));

describe('settings that a factory makes', () => run([
  // Under keys and parameters that nobody has foreseen, names that are nothing but an activation.
  ['torch', 'def net(n, bend="[|gelu|]", name="relu", curve="tanh"): pass\nNet(8, acf="[|leaky_relu|]"), Net(8, run_name="gelu", weight_init="relu", scope="lrelu", gelu="gelu")\nsettings = {"halfway": "[|silu|]", "leaky": "LeakyReLU", "mine/net": "swiglu", "He": "relu"}', 'gelu?', 'leaky-relu? negativeSlope~0.01', 'silu?'],
  ['torch', 'parser.add_argument("--bend", default="[|gelu|]", choices=["gelu", "silu"])\n@pytest.mark.parametrize("curve", ["[|relu|]", "[|tanh|]"])\ndef test(curve): pass\nNet(halves=["[|relu|]", "[|linear|]"], stages=["conv", "relu"], enc_acti="[|tanh|]")', 'gelu?', 'relu?', 'tanh?', 'relu?', 'identity?', 'tanh?'],
  ['nothing', 'from mine import Button\nButton(bend="gelu")'],
  // What goes one of several ways for its name.
  ['torch', 'def bound(x, bound_type="[|tanh|]"):\n    if bound_type in ("one", "sigmoid"): return [|torch.sigmoid|](x)\n    elif bound_type == "tanh": return [|torch.tanh|](x)\ndef check(bound_type="tanh"):\n    assert bound_type in ("sigmoid", "tanh")\ndef measure(loss_type="softmax"):\n    if loss_type == "softmax": return 1\n    elif loss_type == "sigmoid": return 2'.replace('[|torch.sigmoid|]', 'torch.[|sigmoid|]').replace('[|torch.tanh|]', 'torch.[|tanh|]'), 'tanh?', 'sigmoid', 'tanh'],
  ['torch', 'from mine.activations import activations\nnet = Net(bend=activations["[|gelu|]"])\nact = params.get_or_default("activation", "[|relu|]"), params.get_or_default("name", "relu")\nmine = {}\nmine["relu"]', 'gelu?', 'relu?'],
  ['torch', 'def net(nonlinearity_scalars={"e": "[|silu|]", "o": "[|tanh|]"}): pass\nsettings = {"decoder_last_layer": kept["last"] if kept else "[|softmax|]"}\nself.last_layer = "[|softmax|]" if last is None else last', 'silu?', 'tanh?', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['torch', 'activation_layers = ["Activation", "LeakyReLU", "ELU", "PReLU", "Softmax"]\nactivation_ops = ["Relu", "Relu", "Tanh", "Sigmoid", "Elu", "Selu", "Softplus"]'],
  ['torch', 'class Kind(Enum):\n    SquaredReLU = "squared_relu"\n    LeakyReLU = "leaky_relu"'],
  ['torch', 'Net(8, gated_function="[|softmax|]", link_fn="[|sigmoid|]", normalization="[|softmax|]"), Net(8, kernel_function="sigmoid", loss_fn="softmax", normalization="tanh")', 'softmax? temperature:1', 'sigmoid?', 'softmax? temperature:1'],
  ['torch', 'class Config:\n    mlp_activations: list = field(default_factory=lambda: ["[|silu|]", "[|tanh|]"])\n    act: str = field(default_factory=lambda: "[|relu|]")\n    names: list = field(default_factory=lambda: ["relu"])', 'silu?', 'tanh?', 'relu?'],
  ['nothing', 'class Config:\n    dropout: float = 0.1\n    num_layers: int = 2\n    context_non_linearity: str = "[|swiglu|]"', 'swiglu?'],
]));

describe('functions that build a model from sizes', () => run([
  ['torch', 'from .nets import build_mlp, make_fc_net\nbuild_mlp([3, 32, 16], "[|relu|]", layer_norm=True), make_fc_net(3, 4, "[|tanh|]")', 'relu?', 'tanh?'],
  ['torch', 'from .plots import build_plot, get_layer\nbuild_plot([3, 32], "relu"), get_layer("relu"), make_dataset(3, 4, "relu")'],
]));

describe('the identity of a library of arrays', () => run([
  ['tensorflow', 'x = layers.Activation(tf.[|sin|])(x)\nx = layers.Dense(3, tf.[|sin|])(x)\nx = layers.Activation(lambda t: tf.[|sin|](t))(x)\nlayers.Dropout(tf.sin), layers.Dense(tf.sin(3)), layers.Dense(*sizes, tf.sin), layers.Activation(tf.cos), tf.map_fn(tf.sin, x), tf.nn.[|relu|](x)', 'sine? omega:1', 'sine? omega:1', 'sine? omega:1', 'relu'],
  ['tensorflow', 'x = layers.Activation(lambda t: [|tf.maximum(t, 0.)|])(x)\nx = layers.Dense(3, lambda t: [|tf.clip_by_value(t, 0, 6)|])(x)\nx = layers.Dropout(lambda t: tf.maximum(t, 0.))(x)\ny = tf.nn.[|tanh|](x)', 'relu?', 'relu6?', 'tanh'],
  ['tensorflow', 'def layer(x, nonlinearity=tf.[|identity|]): pass\nlayer(x, output_nonlinearity=tf.[|identity|])\ngate_activation = tf.[|identity|]\ny = tf.identity(x, name="y")\nfetch = tf.identity', 'identity?', 'identity?', 'identity?'],
  ['nothing', 'import numpy as np\nimport torch\nactivation = np.identity'],
]));

describe('the sine where an activation is asked for', () => run([
  ['torch', 'class Periodic(nn.Module):\n    def __init__(self, n, activation="[|sine|]"): pass\nPeriodic(3, activation="[|sin|]")\nwave = dict(kind="sin", waveform="sine")\nplot("sin")', 'sine? omega~1', 'sine? omega~1'],
  ['jax', 'def net(x, k, act=jnp.[|sin|]):\n    actv = [jnp.[|tanh|], jnp.[|sin|]][k]\n    return [|act|](x)\nNet(activation=jnp.[|sin|])\nACTS = {"sin": jnp.[|sin|], "cos": jnp.cos}',
    'sine? omega:1', 'tanh', 'sine? omega:1', 'sine? omega:1', 'sine? omega:1', 'sine? omega:1'],
  ['torch', 'def get_activation(name):\n    return torch.[|sin|] if name == "sin" else F.[|relu|]\nclass Net(nn.Module):\n    def __init__(self, periodic):\n        self.act = torch.[|sin|] if periodic else nn.[|ReLU|]()',
    'sine? omega:1', 'relu', 'sine? omega:1', 'relu'],
  ['torch', 'waves = [torch.sin, torch.cos]\nencode = {"sin": torch.sin}\ny = torch.sin(x)\ndef get_embedding(name):\n    return torch.sin\nact = torch.sin(x)'],
]));

describe('texts that set an activation by its name, whatever they import', () => run([
  ['nothing', 'import numpy as np\nfrom mine import MLP\nnet = MLP(2, activations=["[|tanh|]"] * 3 + ["[|linear|]"])', 'tanh?', 'identity?'],
  ['nothing', 'from mine.layers import Dense\nnet = [Dense(3, activation="[|relu|]"), Dense(1, activation="[|linear|]")]', 'relu?', 'identity?'],
  ['nothing', 'network = {"out": {"class": "[|softmax|]", "loss": "ce", "from": "hidden"}, "hidden": {"class": "linear", "activation": "[|tanh|]"}}', 'softmax? temperature~1', 'tanh?'],
  ['tensorflow', 'net = {"class": "[|softmax|]", "n_out": 3, "from": ["lstm"]}\nshown = {"class": "softmax", "title": "Softmax"}\ngate = {"class": "linear", "from": "lstm"}', 'softmax? temperature:1'],
  ['nothing', 'import tflearn\nnet = tflearn.fully_connected(net, 8, activation="[|leaky_relu|]")', 'leaky-relu? negativeSlope~0.01'],
  ['nothing', 'activation = "software"\nplan = Plan(activation="email", kind="linear")\nmine.relu(x)'],
]));

describe('settings of layers that are named by their classes, as all that is built on mmcv writes them', () => run([
  ['nothing', "_base_ = ['../base.py']\nmodel = dict(backbone=dict(type='ResNet', act_config=dict(type='[|ReLU|]', inplace=True)))", 'relu?'],
  ['nothing', "_base_ = ['../base.py']\nhead = dict(type='Head', norm_cfg=dict(type='LN'), act='[|relu|]')", 'relu?'],
  ['nothing', "scene = 2\nact = 'sigmoid'\nplay = dict(type='ReLU')"],
  ['torch', "from mmcv.cnn.bricks.transformer import FFN\nffn = FFN(256, 256, 3, dict(type='[|ReLU|]', inplace=True), dropout=0.0)\nrun(dict(type='Linear'), dict(type='ReLUReader'))", 'relu?'],
]));

describe('classes of a module of losses', () => run([
  ['torch', 'import source.losses as losses\nfrom project.metrics import Sigmoid\nkinds = {"softplus": losses.Softplus, "sigmoid": Sigmoid}'],
  ['torch', 'from project.losses import softmax\ny = [|softmax|](x)', 'softmax? temperature:1'],
]));

describe('a name with something around it that says whose it is', () => run([
  // Whose it is, or where it is computed.
  ['torch', 'from torch_scatter import scatter_max, scatter_add\ndef pyg_softmax(src, index):\n    out = (src - scatter_max(src, index)[0][index]).exp()\n    return out / scatter_add(out, index)[index]\na = [|pyg_softmax|](x, index)\nfrom kernels import triton_softmax, ring_softmax\nb = [|triton_softmax|](x), ring_softmax(x)', 'softmax? temperature~1', 'softmax? temperature:1'],
  ['torch', 'from mine import stable_softmax, sigmoid_np, LayerReLU, log_softmax_tf, softmax_with_mask\n[|softmax_with_mask|](x, m), [|stable_softmax|](x), [|sigmoid_np|](x), [|LayerReLU|](), [|log_softmax_tf|](x)', 'softmax? temperature:1', 'softmax? temperature:1', 'sigmoid?', 'relu?', 'log-softmax?'],
  // What a layer was given before its method is called.
  ['nothing', 'import numpy as np\nclass SigmoidLayer(Layer):\n    def forward_pass(self):\n        self.output = [|1 / (1 + np.exp(-self.input))|]\n        return self.output\nclass ReLULayer(Layer):\n    def forward(self):\n        return 2 * self.input\nclass SoftplusLayer(Layer):\n    def forward(self):\n        return self.name\nlayers = [[|SigmoidLayer|](), ReLULayer(), SoftplusLayer()]', 'sigmoid?', 'sigmoid?'],
  ['nothing', 'import numpy as np\nclass ReLULayer:\n    def fprop(self, x):\n        return [|np.maximum(0, x)|]\nclass TanhLayer(Layer):\n    def get_output_for(self, x):\n        return np.[|tanh|](x)\nclass SoftplusLayer(Layer):\n    def get_output(self, x):\n        return 2 * x\nlayers = [[|ReLULayer|](), [|TanhLayer|](), SoftplusLayer()]', 'relu?', 'tanh?', 'relu?', 'tanh?'],
  ['nothing', 'import numpy as np\nclass Activation_ReLU:\n    def forward(self, x):\n        self.output = [|np.maximum(0, x)|]\nact = [|Activation_ReLU|]()\n[|act|].forward(x)', 'relu?', 'relu?', 'relu?'],
  ['nothing', 'import numpy as np\nfrom relu import Relu\nfrom dense import Dense\nfirst, act = Dense(2, 8), [|Relu|]()\nfirst.forward_pass(x)\n[|act|].forward_pass(first.output), act.backward_pass(grad)', 'relu?', 'relu?'],
  ['torch', 'class Attention(nn.Module):\n    def __init__(self):\n        self.self = SelfAttention(nn.[|ReLU|]())\nclass Pooler(nn.Module):\n    def __init__(self):\n        self.activation = nn.[|Tanh|]()\n    def forward(self, x):\n        return self.[|activation|](x)', 'relu', 'tanh', 'tanh'],
  ['nothing', 'import numpy as np\nfrom activations import Tanh\nclass Layer:\n    def __init__(self):\n        self.sigma = [|Tanh|]()\n    def run(self, x):\n        self.sigma.apply(init)\n        return self.[|sigma|].activate(x @ self.w), self.sigma.derivative(x)', 'tanh?', 'tanh?'],
  ['torch', 'from mine import ChannelWiseLeakyReLU, MemoryEfficientSwish, InPlaceReLU, TanhModule, ennReLU\n[|ChannelWiseLeakyReLU|](8), [|MemoryEfficientSwish|](), [|InPlaceReLU|](), [|TanhModule|](), [|ennReLU|](8)', 'leaky-relu? negativeSlope~0.01', 'silu?', 'relu?', 'tanh?', 'relu?'],
  ['torch', 'from nnunet.utilities.nd_softmax import softmax_helper\nfrom nnunetv2.utilities.helpers import softmax_helper_dim1\nNet(final_nonlin=[|softmax_helper|])\n[|softmax_helper_dim1|](x)', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['torch', 'from mine import ReLU_cupy, Softmax_cupy, Relu_gpu, Softmax_gpu_memory\n[|ReLU_cupy|](x), [|Softmax_cupy|](x), [|Relu_gpu|](x), Softmax_gpu_memory(x)', 'relu?', 'softmax? temperature:1', 'relu?'],
  ['torch', 'from mine import ConvBNReLU, DoubleSwish, AdaptiveLogSoftmax\nConvBNReLU(8), DoubleSwish(), AdaptiveLogSoftmax()'],
  ['torch', 'from mine import relu_grad, softmax_loss, gelu_fn, sigmoid_layer, softmax_weights\nrelu_grad(x), softmax_loss(x), gelu_fn(x), sigmoid_layer(x), softmax_weights(x)'],
  ['jax', 'from .kernels import fused_log_softmax, fused_scores\np = [|fused_log_softmax|](z)\nq = fused_scores(z)', 'log-softmax?'],
]));

describe('a module of activations that is asked for one, in a text that says nothing else', () => run([
  ['nothing', 'from mylib.nn.activations import (\n    relu,\n    tanh)\ny = [|relu|](x), [|tanh|](x)', 'relu?', 'tanh?'],
  ['nothing', 'from account.activations import send\nfrom shapes import relu\ny = relu(x)'],
  ['torch', 'from functions import SiLUFunction, ReLUFunction, Sampler\nclass ReLU(nn.Module):\n    def __init__(self):\n        self.fn = [|ReLUFunction|].apply\ny = [|SiLUFunction|].apply(x)\nz = Sampler.apply(x), nn.ReLU.apply(init)', 'relu?', 'silu?'],
  ['torch', 'from cs231n.layers import relu_forward, relu_backward, softmax_loss\nout, cache = [|relu_forward|](x)\ndx = relu_backward(dout, cache), softmax_loss(x, y)', 'relu?'],
  ['tensorflow', 'from bert import Layer\nLayer.get_activation("None"), Layer.get_activation("[|relu|]")', 'relu?'],
]));

describe('private names, and parts of one model that are put together anew', () => run([
  ['torch', 'from .common import _silu, _softmax, _gelu_tanh, _linear\n[|_silu|](h), [|_softmax|](h), [|_gelu_tanh|](h), _linear(h)', 'silu?', 'softmax? temperature:1', 'gelu-tanh?'],
  ['torch', 'def _softmax(x, axis):\n    m = x.max(axis)\n    for _ in range(2):\n        pass\n    return m, x.exp()\n_softmax(x, 1)'],
  ['torch', 'body = nn.Sequential(trunk.conv1, trunk.bn1, trunk.[|relu|], trunk.maxpool)\nparts = nn.ModuleList([trunk.conv1, trunk.[|relu1|]])', 'relu?', 'relu?'],
  ['torch', 'class Net(Base):\n    def __init__(self):\n        self.net = nn.Sequential(self.conv2, self.[|relu2|])', 'relu?'],
  ['torch', 'body = nn.Sequential(trunk.conv1, other.relu)\nbody = log(trunk.conv1, trunk.relu)\nclass Net(nn.Module):\n    def __init__(self):\n        self.net = nn.Sequential(self.conv2, self.relu2)'],
]));

describe('what functions give that are called as an activation', () => run([
  ['keras', 'class Net:\n    def decoder_activation(self):\n        return "[|softmax|]"\n    def get_activation(self):\n        return "[|linear|]"', 'softmax? temperature:1', 'identity?'],
  ['keras', 'def activation_names():\n    return ["relu", "gelu"]\ndef activation_to_name(act):\n    return "relu"\ndef get_name():\n    return "relu"'],
]));

describe('more names that take an activation', () => run([
  ['jax', 'args.gate = "[|silu|]"\nconfig = {"gate": "[|tanh|]", "gated": "tanh"}\nconfig = {"gate": "linear"}', 'silu?', 'tanh?'],
  ['keras', 'net = Net(activs=["[|reLU|]", "[|softmax|]"], transfer_function="[|tanh|]", activate_fn="[|silu|]")\nuse(actor="tanh", transfer="tanh")', 'relu?', 'softmax? temperature:1', 'tanh?', 'silu?'],
]));

describe('modules of activations that give one by its name', () => run([
  ['nothing', 'from mynn import activations\nlayer = Dense(3, activation="[|relu|]")\nact = activations.get("[|tanh|]")\nname = names.get("tanh")', 'relu?', 'tanh?'],
]));

describe('an activation of a module of the project that changes nothing', () => run([
  ['keras', 'from mine.common import identity, linear\nnet = Net(activation=[|identity|], output_activation=[|linear|])\ny = linear(x), Net(activation_quantizer=linear)', 'identity?', 'identity?'],
  ['torch', 'from rlkit.pythonplusplus import identity, linear\nclass Net(nn.Module):\n    def __init__(self, hidden_activation=F.[|relu|], output_activation=[|identity|], preprocess=identity):\n        self.output_activation = output_activation\n    def forward(self, x):\n        return self.output_activation(x)\ndef net(act=[|linear|], init=linear): pass', 'relu', 'identity?', 'identity?'],
  ['torch', 'import numpy as np\nnet = Net(activation=np.identity)\nlayer = F.linear(x, w)'],
]));

describe('layers that are made with the name of an activation', () => run([
  ['nothing', 'from mine.layers import Dense\nlayer = Dense(4, activation="[|sigmoid|]", input_shape=(3,))', 'sigmoid?'],
  ['nothing', 'from mine.body import Muscle\nmuscle = Muscle(4, activation="sigmoid")'],
  ['nothing', `${numeric}from mine.net import Network\nnet = Network()\nnet.add_layer(2, 6, "[|relu|]"), net.addLayer(6, "[|sigmoid|]"), net.adjuntarCapa(2, 3, "[|ReLU|]")\nnet.add_layer("relu"), net.add_row(2, 6, "relu"), net.add_layer(2, 6, "linear")`, 'relu?', 'sigmoid?', 'relu?'],
]));

describe('spaces that are searched', () => run([
  ['keras', 'layers.Dense(3, activation=Categorical(["[|selu|]", "[|tanh|]"])), layers.Dense(3, activation=Categorical(categories=["[|elu|]", "[|relu|]"]))\nlayers.Dense(3, activation=hp.Choice("first", ["[|relu|]", "[|gelu|]"]))\nlayers.Dense(3, name=Categorical(["relu", "tanh"]))', 'selu', 'tanh', 'elu alpha:1', 'relu', 'relu', 'gelu'],
  // A search begins with one of its choices, and a name may have a number in it.
  ['keras', 'hp.Choice("activation", ["[|relu|]", "[|tanh|]"], default="[|relu|]")\nhp.Choice("units", [8, 16], default="tanh"), hp.Fixed("act", "[|selu|]"), hp.Fixed("activation", value="[|gelu|]"), hp.Fixed("mode", "relu")\nCategoricalHyperparameter("act", ["[|relu|]", "[|elu|]"], default_value="[|elu|]")', 'relu?', 'tanh?', 'relu?', 'selu?', 'gelu?', 'relu?', 'elu? alpha:1', 'elu? alpha:1'],
  ['keras', 'hp.Choice("activation_" + str(i), ["[|relu|]"]), hp.Choice(f"layer_{i}_activation", ["[|tanh|]"]), trial.suggest_categorical("act_{}".format(i), ["[|elu|]"]), hp.Choice(f"activity_{i}", ["tanh"])', 'relu?', 'tanh?', 'elu? alpha:1'],
  ['keras', 'HP_ACT = hp.HParam("activation", hp.Discrete(["[|relu|]", "[|tanh|]"]))\nHP_MODE = hp.HParam("mode", hp.Discrete(["relu"]))', 'relu?', 'tanh?'],
  ['keras', 'model.add(layers.Activation({{choice(["[|relu|]", "[|tanh|]"])}}))\nmodel.add(layers.Dense({{choice([8, 16])}}, name={{choice(["relu", "tanh"])}}))', 'relu', 'tanh'],
]));

describe('what scikit-learn searches through', () => run([
  ['nothing', 'from sklearn.neural_network import MLPRegressor\nMLPRegressor((8, 8), "[|tanh|]"), MLPRegressor(8, solver="relu")', 'tanh'],
  ['nothing', 'from sklearn.neural_network import MLPClassifier\ngrid = {"activation": ["[|logistic|]", "[|relu|]"], "kernel": ["sigmoid"], "solver": ["adam"]}\npipe = {"mlp__activation": ["[|tanh|]"]}', 'sigmoid?', 'relu?', 'tanh?'],
  ['nothing', 'import torch\nspace = {"act-type": ["[|tanh|]", "[|relu|]"], "action-type": ["tanh"]}', 'tanh?', 'relu?'],
  ['keras', 'from sklearn.model_selection import GridSearchCV\ngrid = {"activation": ["[|sigmoid|]", "[|relu|]"]}', 'sigmoid?', 'relu?'],
  ['nothing', 'from sklearn.base import BaseEstimator\nclass Hidden(BaseEstimator):\n    def __init__(self, n=20, activation_func="[|tanh|]", activation_args=None): pass\nHidden(n=8, activation_func="[|relu|]")', 'tanh?', 'relu?'],
]));

describe('spellings of their own', () => run([
  ['torch', 'Net(3, activation="[|sig|]"), Net(3, activation="[|sigm|]")\nprotocol(name="sig", kind="sigma")', 'sigmoid?', 'sigmoid?'],
  ['torch', 'from mine import nnetact as na, TanH, h_sigmoid\nact = na.[|reLU|]\nnet = [[|TanH|](), [|h_sigmoid|](x), na.[|softMax|](x)]\n[|act|](x)', 'relu?', 'tanh?', 'hard-sigmoid? variant:pytorch', 'softmax? temperature:1', 'relu?'],
  ['nothing', '"""The forward direction of a bidirectional cell of an RNN, with its weights."""\nimport numpy as np\nh = np.[|tanh|](np.dot(x, w) + b)', 'tanh?'],
  ['nothing', `${numeric}from parts import *\nnet = [Full(3, 4), [|ReLuLayer|](), [|ELULayer|](), [|SELULayer|](), [|SoftMaxLayer|](), ModelLayer()]`, 'relu?', 'elu? alpha~1', 'selu?', 'softmax? temperature:1'],
  ['nothing', `${numeric}from mine import Net\nnet = Net([2, 3], hidden_activation="[|logistic|]")\nnet = Net(solver="logistic")`, 'sigmoid?'],
]));

describe('what a class of the file hands to the constructor of its base', () => run([
  ['torch', 'class Base(nn.Module):\n    def __init__(self, n, activation):\n        super().__init__()\nclass Net(Base):\n    def __init__(self):\n        super().__init__(3, "[|relu|]")\nclass Other(Base):\n    def __init__(self):\n        Base.__init__(self, 3, "[|tanh|]")', 'relu?', 'tanh?'],
  ['torch', 'class Base(nn.Module):\n    def __init__(self, n, mode):\n        super().__init__()\nclass Net(Base):\n    def __init__(self):\n        super(Net, self).__init__(3, "relu")\nclass Free(Unknown):\n    def __init__(self):\n        super().__init__(3, "relu")'],
]));

describe('an identity where an activation is asked for', () => run([
  ['torch', 'r = F.[|relu|](x)\nclass Net(nn.Module):\n    def __init__(self, out_act=[|lambda x: x|], key=lambda x: x):\n        super().__init__()\nNet(act=[|lambda t: t|])', 'relu', 'identity?', 'identity?'],
  ['torch', 'def same(x):\n    "As it is."\n    return x\ndef twice(x):\n    return 2 * x\ndef first(x, y):\n    return x\ndef block(n, act=[|same|], norm=same, out_act=twice): ...\nact = F.[|relu|] if n > 3 else [|same|]\nblock(3, act=[|same|])\nblock(same, act=first)', 'identity?', 'relu', 'identity?', 'identity?'],
  ['torch', 'r = F.[|relu|](x)\nNet(act=lambda x: x + 1, activation=lambda *x: x)\nNet(act=lambda x, y: x, key=lambda x: x)', 'relu'],
]));

describe('the identity of a library that nobody has described', () => run([
  ['nothing', 'import nnabla.functions as F\nh = block(x, act=F.[|identity|])\ng = block(x, out_activation=F.[|identity|], last=F.identity)\nact = F.identity', 'identity?', 'identity?'],
]));

describe('tables of activations that other code writes', () => run([
  ['torch', 'from .helpers import activation_dict\nact = activation_dict["[|relu|]"]\nact(x)'.replace('\nact(x)', '\n[|act|](x)'), 'relu?', 'relu?'],
  ['torch', 'from .helpers import activation_function_map\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = "[|leaky_relu|]"\n        self.body = activation_function_map[self.act]\n    def forward(self, x):\n        return self.[|body|](x)', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'from .helpers import ACTIVATION_REGISTRY, activation_getter, LAYER_REGISTRY\nclass Net(nn.Module):\n    def __init__(self, act="[|gelu|]"):\n        self.act: nn.Module = ACTIVATION_REGISTRY.get(act, None)\n        self.other = activation_getter["[|tanh|]"]\n        self.part = LAYER_REGISTRY.get(act)\n    def forward(self, x):\n        return self.part(self.[|other|](self.[|act|](x)))', 'gelu?', 'tanh?', 'tanh?', 'gelu?'],
  ['torch', 'from .helpers import Registry, ACT_LAYERS\nACTS = Registry("activations")\nACTS["silu"] = nn.[|SiLU|]\nclass Net(nn.Module):\n    def __init__(self):\n        self.one = ACTS.get("[|gelu|]")()\n        self.two = ACT_LAYERS["[|relu|]"](inplace=True)\n        self.three = ACT_LAYERS["[|tanh|]"](3)\n    def forward(self, x):\n        return self.three(self.[|two|](self.[|one|](x)))',
    'silu', 'gelu?', 'relu?', 'tanh?', 'relu?', 'gelu?'],
  // What a hook keeps under the names of layers, and tables of anything else.
  ['torch', 'activation_dict = {}\nkeep(activation_dict)\nout = activation_dict["relu"]\nout(x)'],
  ['torch', 'from .helpers import layer_dict, activations\nlayer_dict["relu"], activations["relu"]'],
  ['jax', 'match system:\n    case "a":\n        mlp_nonlinearity_name = "[|tanh|]"\n    case "b":\n        mlp_nonlinearity_name = "[|relu|]"', 'tanh?', 'relu?'],
  // scikit-learn has a table of the same name, which knows four.
  ['torch', 'from .helpers import ACTIVATIONS, nonlinearities\nuse(ACTIVATIONS["[|gelu|]"], ACTIVATIONS["[|relu|]"], nonlinearities["[|tanh|]"])', 'gelu?', 'relu?', 'tanh?'],
  ['torch', 'nonlinearities = read()\nuse(nonlinearities["tanh"])'],
]));

describe('further names of an argument', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self, n, non_linear="[|sigmoid|]", mask_non_linear="[|relu|]"):\n        super().__init__()', 'sigmoid?', 'relu?'],
  ['torch', 'def block(n, relu_type="[|prelu|]", nl="[|leaky_relu|]", NL="[|relu|]", nl_layer="relu_first"):\n    pass', 'prelu? a~0.25', 'leaky-relu? negativeSlope~0.01', 'relu?'],
]));

describe('names in the style of other languages, and rows of rows', () => run([
  ['torch', 'def make(n, nonlin_out="[|sigmoid|]", nonlinearity_hidden="[|relu|]", non_lin="[|tanh|]"): pass\nmake(3, act1="[|relu|]", act_fn_2="[|tanh|]", nonLin3="[|silu|]"), scale(x, norm1="sigmoid", linear1="tanh")', 'sigmoid?', 'relu?', 'tanh?', 'relu?', 'tanh?', 'silu?'],
  ['torch', 'net = Net(hiddenActivation="[|relu|]", activationFunction="[|linear|]", outputAct="[|sigmoid|]")\nclass Block(nn.Module):\n    def __init__(self, actFn="[|silu|]", activFunc=nn.[|ELU|]):\n        super().__init__()', 'relu?', 'identity?', 'sigmoid?', 'silu?', 'elu alpha:1'],
  ['torch', 'net = Net(actionType="linear", activationQuantizer="linear", supportedActivations=["relu"], ActivationHook="relu")'],
  ['torch', 'activationLists = [["[|LeakyReLU|]"], ["[|Sigmoid|]", "[|relu|]"]]\nacts = [["[|tanh|]"], ["[|gelu|]", "none"]]\nnames = [["relu"], ["tanh"]]', 'leaky-relu? negativeSlope:0.01', 'sigmoid?', 'relu?', 'tanh?', 'gelu?'],
]));

describe('layers that other code of the project makes', () => run([
  ['torch', 'from . import layers\nclass Net(nn.Module):\n    def __init__(self):\n        self.relu = layers.[|relu|]()\n    def forward(self, x):\n        return self.[|relu|](x)', 'relu?', 'relu?'],
  // What is called with a value that was just computed applies one, whatever its name is written like.
  ['tensorflow', 'from ops import *\ndef block(x, name="a"):\n    y = [|ReLU|](conv(x) + x)\n    return y\nz = block(x, name="b")', 'relu?'],
  ['torch', 'from .parts import PReLU\nclass Net(nn.Module):\n    def __init__(self, n):\n        self.act = [|PReLU|](n)\n    def forward(self, x):\n        return self.[|act|](x)', 'prelu? a~0.25', 'prelu? a~0.25'],
]));

describe('a part of a model that is applied from outside', () => run([
  ['torch', 'def step(decoder, h):\n    gate = decoder.[|sigmoid|](decoder.gate(h))\n    return gate', 'sigmoid?'],
  ['torch', 'def step(losses, h):\n    return losses.sigmoid(net.gate(h)) + losses.softmax(losses.gate(h), h)'],
]));

describe('a softmax over edges', () => run([
  ['torch', 'from torch_geometric.utils import softmax\n[|softmax|](x, index)', 'softmax temperature:1'],
  ['nothing', 'import jraph\nimport tensorflow_gnn as tfgnn\nfrom pgl.math import segment_softmax\nfrom torch_scatter.composite import scatter_log_softmax\na = jraph.[|segment_softmax|](x, receivers, num_segments=n)\nb = jraph.[|partition_softmax|](x, n_node)\nc = tfgnn.[|softmax_edges_per_node|](g, "e", tfgnn.TARGET, feature_value=x)\nd = [|segment_softmax|](x, dst)\ne = [|scatter_log_softmax|](x, dst)', 'softmax temperature:1', 'softmax temperature:1', 'softmax temperature:1', 'softmax temperature:1', 'log-softmax'],
  ['nothing', 'import dgl\nfrom dgl.nn.functional import edge_softmax\nfrom dgl.nn.pytorch.softmax import edge_softmax as over_edges\ng.edata["a"] = [|edge_softmax|](g, e)\n[|over_edges|](g, e), dgl.ops.[|edge_softmax|](g, e, norm_by="src")', 'softmax temperature:1', 'softmax temperature:1', 'softmax temperature:1'],
  ['nothing', 'import torch\nimport dgl.sparse as dglsp\nattn = dglsp.bsddmm(adj, q, k)\ny = attn.[|softmax|](), q.[|softmax|](dim=-1), dglsp.[|softmax|](attn), self.softmax(), layers.softmax(x)', 'softmax? temperature:1', 'softmax? temperature:1', 'softmax temperature:1'],
  ['nothing', 'import torch, dgl\ny = attn.softmax()'],
  ['nothing', 'from dgl.nn import GATConv\nGATConv(8, 8, 2, [|negative_slope|]=0.3), GATConv(8, 8, 2)', 'leaky-relu negativeSlope=0.3'],
]));

describe('copies of a layer', () => run([
  ['torch', 'import copy\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = nn.[|ReLU|]()\n        self.other = copy.deepcopy(self.act)\n        self.net = nn.Sequential(nn.Linear(2, 2), copy.deepcopy(self.[|act|]), copy.copy(x))\n    def forward(self, x):\n        return self.[|other|](x)', 'relu', 'relu', 'relu'],
]));

describe('a function that a lambda does nothing but apply', () => run([
  ['torch', 'r = F.[|relu|](x)\nclass Net(nn.Module):\n    def __init__(self):\n        self.activation2 = lambda x: torch.[|sin|](x)\n        self.wave = lambda x: torch.sin(x)\n        self.act = lambda x: torch.sin(3 * x)\n    def forward(self, x):\n        return self.[|activation2|](x) + self.wave(x)', 'relu', 'sine? omega:1', 'sine? omega:1'],
]));

describe('a layer that is added by its name', () => run([
  ['torch', 'class Net(nn.Sequential):\n    def __init__(self):\n        super().__init__()\n        self.add_module("relu1", nn.[|ELU|]())\n        self.register_module("turn", nn.[|ReLU6|]())\n        setattr(self, "act", nn.[|GELU|]())\n        self.inner.add_module("other", nn.[|ReLU|]())\n    def forward(self, x):\n        x = self.[|relu1|](self.norm1(x)), self.other(x)\n        return self.[|act|](self.[|turn|](x))', 'elu alpha:1', 'relu6', 'gelu', 'relu', 'elu alpha:1', 'gelu', 'relu6'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.relu1, self.relu2 = nn.[|ReLU|](), nn.[|ReLU|]()\n        self.act1, self.act2 = nn.[|ReLU|](), nn.[|Tanh|]()\n        self.relu_last = nn.[|ReLU6|]()\n    def forward(self, x):\n        for i in range(2):\n            relu = getattr(self, f"relu{i + 1}")\n            x = [|relu|](x)\n            x = getattr(self, [|"relu%d" % i|])(x)\n            x = getattr(self, f"act{i + 1}")(x) + getattr(self, f"conv{i}")(x)\n        return x',
    'relu', 'relu', 'relu', 'tanh', 'relu6', 'relu', 'relu'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n        for i in range(n):\n            setattr(self, "relu" + str(i), nn.[|ReLU|]())\n            self.add_module("act{}".format(i), nn.[|ELU|]())\n            setattr(self, f"b_{i}", nn.Linear(3, 3))\n        self.turn = nn.[|Tanh|]()\n    def forward(self, x):\n        f = getattr(self, "act{}".format(i))\n        x = getattr(self, "b_%d" % i)(getattr(other, "relu" + str(i))(x))\n        return [|f|](getattr(self, [|"relu" + str(i)|])(getattr(self, [|"turn"|])(x)))',
    'relu', 'elu alpha:1', 'tanh', 'elu alpha:1', 'relu', 'tanh'],
  ['torch', 'class Net(nn.Module):\n    def __init__(self, act):\n        super().__init__()\n        self.add_module("part", nn.[|ELU|]())\n        self.part = act\n        self.add_module(f"turn", nn.[|ReLU|]())\n        self.add_module()\n    def forward(self, x):\n        return self.turn(self.part(x))', 'elu alpha:1', 'relu'],
]));

describe('short words that people put around activations and their names', () => run([
  ['nothing', 'import theano\nfrom NetLayers import relu_actfun, sigmoid_act_fn, compact, relu_actions\nin_params = {}\nin_params["activation"] = [|relu_actfun|]\ny = [|sigmoid_act_fn|](x), compact(x), relu_actions(x)', 'relu?', 'sigmoid?'],
  ['tensorflow', 'from cans import *\nc.add(Act("[|lrelu|]"))\ny = Act("[|tanh|]")(x), Actor("tanh")(x), React("relu")\nnet.append([|LeakyRELU|]())', 'leaky-relu? negativeSlope~0.2', 'tanh?', 'leaky-relu? negativeSlope~0.3'],
  ['nothing', 'import theano\nHiddenLayer(x, w, actvn="[|Softmax|]"), OneStageModel(xt_transform="[|sigmoid|]"), Image(color_transform="sigmoid")', 'softmax? temperature~1', 'sigmoid?'],
]));

describe('a lambda that is called by a string beside it', () => run([
  ['nothing', 'import theano.tensor as T\nfns = [Activation(lambda x: [|T.maximum(0, x)|], "relu"), Column(lambda x: T.maximum(0, x), "height")]', 'relu?'],
]));

describe('pieces that ask libraries by their whole names', () => run([
  ['nothing', 'l = lasagne.layers.DenseLayer(l, nonlinearity=lasagne.nonlinearities.[|rectify|])', 'relu?'],
  ['nothing', 'net = mx.sym.Activation(net, act_type="[|tanh|]")\ny = mx.nd.[|relu|](x)', 'tanh?', 'relu?'],
  ['nothing', 'y = chainer.functions.[|elu|](x), jax.nn.[|gelu|](x), paddle.nn.functional.[|relu|](x)', 'elu? alpha:1', 'gelu-tanh?', 'relu?'],
  // MLX is imported as `mx` too, and has other modules.
  ['nothing', 'y = mx.fast.relu(x), lasagne.menu.tanh(x)'],
]));

describe('functions of other files that are told which activation to apply, and to look up', () => run([
  ['nothing', 'import numpy as np\nfrom activation import activation_fn, apply_activation, print_activation\n# A neural network: relu in hidden layers, trained for some epochs.\na = activation_fn(z, "[|softmax|]"), apply_activation(z, "[|relu|]"), print_activation(z, "tanh")', 'softmax? temperature~1', 'relu?'],
  ['jax', 'f = linears._convert_to_activation_function("[|relu|]"), convert_to_action("relu")', 'relu?'],
  ['keras', 'class Attention(keras.layers.MultiHeadAttention):\n    def call(self, scores, mask):\n        return self.[|_masked_softmax|](scores, mask), self._masked_mean(scores)', 'softmax? temperature:1'],
]));

describe('a layer that a module of an unknown library is asked for', () => run([
  ['nothing', 'import tinynn as tn\nnet = tn.net.Net([tn.layer.Dense(100), tn.layer.[|ReLU|]()])', 'relu?'],
  ['nothing', 'import tinynn as tn\nnet = tn.net.Net([tn.layer.Dense(100), tn.kinds.Linear()])'],
]));

describe('names that a library has for functions alone, as strings', () => run([
  ['nothing', 'import chainer\nseq.add(functions.Activation("[|crelu|]")), seq.add(functions.Activation("[|clipped_relu|]"))\nnet = Net(nonlinearity="[|rectify|]", name="rectify", title="crelu")', 'crelu?', 'clipped-relu? ceiling~20', 'relu?'],
  ['torch', 'net = Net(activation="[|crelu|]"), Net(act="[|very_leaky_rectify|]"), Net(method="rectify")', 'crelu?', 'leaky-relu? negativeSlope~0.01'],
]));

describe('options that people declare by words of their own', () => run([
  ['tensorflow', 'Flag("encoder.ffn_activation", dtype=Flag.TYPE.STRING, default="[|relu|]", help="x"), Param("act_fn", default="[|gelu|]"), Flag("encoder.name", default="tanh")', 'relu?', 'gelu?'],
  ['nothing', 'import tensorforce\nlayers = [dict(type="activation", nonlinearity="[|tanh|]"), {"type": "dense", "nonlinearity": "[|relu|]"}, dict(type="kaiming", nonlinearity="relu"), {"type": "he", "nonlinearity": "relu"}]\nactivation = "[|relu|]"', 'tanh?', 'relu?', 'relu?'],
]));

describe('what a layer says of its units', () => run([
  ['nothing', 'import theano\nfrom cle.layers import FullyConnectedLayer, LSTM\nh1 = FullyConnectedLayer(\n    name="h1",\n    nout=1000,\n    unit="[|softmax|]")\nh2 = LSTM(nout=200, unit="[|tanh|]"), Measure(unit="tanh"), Layer(unit="cm", kind="tanh")', 'softmax? temperature~1', 'tanh?'],
  ['nothing', 'from cle.layers import GRU\nh = GRU(name="h", nout=200,\n        unit="[|tanh|]", name="sigmoid")', 'tanh?'],
  ['nothing', 'from scales import Scale\nh = Scale(name="h", unit="tanh")'],
  ['keras', 'Dense(3, func="[|tanh|]"), Dense(3, neuron_type="[|relu|]"), fit(x, func="tanh"), Dense(3, fn="linear")', 'tanh?', 'relu?'],
]));

describe('a nonlinearity that is set', () => run([
  ['nothing', 'import torch\nclass ModelParams:\n    def __init__(self):\n        self.nonlinearity = "[|relu|]"\nclass KaimingParams:\n    def __init__(self):\n        self.nonlinearity = "relu"', 'relu?'],
  ['nothing', 'import torch\nconfig.model.nonlinearity = "[|swish|]"\nnonlinearity = "relu"\nclass Net(torch.nn.Module):\n    def __init__(self):\n        self.nonlinearity = "relu"', 'silu?'],
  ['nothing', 'import torch\nclass Config:\n    nonlinearity: str = "[|tanh|]"\nclass HeInit:\n    nonlinearity = "relu"\n_C.MODEL.NONLINEARITY = "[|gelu|]"\nparser.add_argument("--nonlinearity", default="[|elu|]")', 'tanh?', 'gelu?', 'elu? alpha:1'],
  ['torch', 'sizes = {"activs_value": ["[|relu|]" for _ in sizes], "activations_hidden": ["[|tanh|]"]}\nnet = Net(obs_rectify="[|softplus|]", rectifier="[|relu|]")\nwarp(image, rectify=None), warp(image, rectify="linear")', 'relu?', 'tanh?', 'softplus? beta:1 threshold~20', 'relu?'],
  ['nothing', 'import torch\nencoder = {"init_scale": 0.1, "nonlinearity": "[|gelu|]", "padding": 3}', 'gelu?'],
  ['nothing', 'import torch\nconfig = {"nonlinearity": "[|silu|]", "width": 3}\nscale = {"nonlinearity": "relu", "mode": "fan_in"}, {"init": "he", "nonlinearity": "relu"}', 'silu?'],
]));

describe('a variable for a nonlinearity, and what gives one by its name', () => run([
  ['torch', 'nonlinearity = "[|prelu|]"\nnet = Net(nonlinearity)\nnonlinearity = "leaky_relu"\nnonlinearity = "fan_in"', 'prelu? a~0.25'],
  ['torch', 'from utils import choose_nonlinearity, choose_norm\nclass Net(nn.Module):\n    def __init__(self, nonlinearity="[|tanh|]"):\n        self.act = choose_nonlinearity(nonlinearity)\n        self.out = choose_nonlinearity("[|softplus|]")\n        self.norm = choose_norm("relu")\n    def forward(self, x):\n        return self.[|act|](x)', 'tanh?', 'softplus? beta:1 threshold~20', 'tanh?'],
  ['torch', 'parser.add_argument("--output_fun", default="[|sigmoid|]")\nparser.add_argument("--output_file", default="sigmoid")', 'sigmoid?'],
]));

describe('a softmax of logits by hand, where nothing else speaks of networks', () => run([
  ['nothing', 'import numpy as np\nfrom .base import Pipeline, is_torch_available\nclass Classifier(Pipeline):\n    def __call__(self, *args):\n        entail_logits = super().__call__(*args)\n        scores = [|np.exp(entail_logits) / np.exp(entail_logits).sum(-1, keepdims=True)|]\n        return scores', 'softmax? temperature:1'],
  ['nothing', 'import numpy as np\ndef shares(values, logit):\n    p = 1 / (1 + np.exp(-logit))\n    return np.exp(values) / np.exp(values).sum(-1, keepdims=True)'],
]));

describe('more names of what gives an activation by its name', () => run([
  ['torch', 'from utils import activation_loader, data_loader\nnet = nn.Sequential(nn.Linear(3, 3), activation_loader("[|swish|]"))\ndata_loader("swish")', 'silu?'],
]));

describe('the hyperbolic tangent of one number', () => run([
  ['nothing', 'import math\ndef tanh(x):\n    return math.[|tanh|](x)\ndef activate(x):\n    x = max(-9, x)\n    return math.[|tanh|](x)\nclass Value:\n    def tanh(self):\n        t = math.[|tanh|](self.data)\n        return Value(t)', 'tanh?', 'tanh?', 'tanh?'],
  ['nothing', 'import math\ndef tanh_derivative(x):\n    t = math.tanh(x)\n    return 1 - t * t\ndef activate(x):\n    return 1 - math.tanh(x) ** 2\ndef step(x):\n    return math.tanh(x)\nactivation = math.tanh(3)'],
]));

describe('a layer that is put into a row', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n        self.turn = nn.[|ReLU|]()\n        rep = []\n        rep.append(self.[|turn|])\n        some.insert(0, self.[|turn|])\n        layers += [self.[|turn|]]\n        layers = layers + [self.[|turn|]]\n        self.all = nn.ModuleList([self.[|turn|]])\n        some += [self.[|turn|]]\n        some += [self.turn, n]', 'relu', 'relu', 'relu', 'relu', 'relu', 'relu', 'relu'],
  // What is no layer yet may be kept for anything.
  ['torch', 'class Net(nn.Module):\n    def __init__(self, n):\n        super().__init__()\n        self.turn = F.[|relu|]\n        some.append(self.turn)', 'relu'],
  ['nothing', 'rnn_layers = 2\nhidden_size = 512\nnum_layers = 3\nfb_output_activate_function = "[|ReLU|]"', 'relu?'],
  ['nothing', 'batch_size = 256\ndropout = 1.0\nactivate = "[|sigmoid|]"', 'sigmoid?'],
  ['nothing', 'batch_size = 256\ndropout = 1.0\nactivate_now = "sigmoid"\ndeactivate = "relu"\nactivate_note = "tanh"'],
]));

describe('what a sweep or a search goes through, and descriptions of settings', () => run([
  ['torch', 'space = {"activation": {"_type": "choice", "_value": ["[|relu|]", "[|tanh|]"]}, "act": {"value": "[|gelu|]"}, "hidden_act": dict(values=["[|silu|]"])}', 'relu?', 'tanh?', 'gelu?', 'silu?'],
  ['torch', 'schema = {"activation": {"type": "string", "default": "[|relu|]"}, "act": {"default": None}, "lr": {"values": ["relu"]}, "hidden_act": {"values": {"a": "relu"}}}', 'relu?'],
  ['torch', 'space = [{"name": "activation", "type": "choice", "values": ["[|relu|]", "[|tanh|]"]}, {"name": "relu", "value": "tanh"}]', 'relu?', 'tanh?'],
  ['torch', 'CategoricalHyperparameter("activation", ["[|relu|]", "[|tanh|]"])\nCategorical(name="activation", choices=["[|relu|]"])\nCategorical(["[|relu|]"], name="activation")\nCategorical("kernel", ["relu"])', 'relu?', 'tanh?', 'relu?', 'relu?'],
  ['torch', 'gin.bind_parameter("Net.activation", "[|relu|]")\ngin.bind_parameter("Net.kernel", "relu")', 'relu?'],
  ['torch', '_C.MODEL.ACT.TYPE = "[|relu|]"\n_C.MODEL.ACTIVATION.NAME = "[|gelu|]"\n_C.MODEL.TYPE = "relu"\nnode.act.name = "relu"', 'relu?', 'gelu?'],
]));

describe('an identity that an activation is set to, or that what gives activations gives', () => run([
  ['torch', 'class Net(nn.Module):\n    def __init__(self, act):\n        super().__init__()\n        self.act = [|lambda x: x|]\n        self.activation = ([|lambda x: x|]) if act is None else nn.[|ELU|]()\n        self.act2 = {"relu": F.[|relu|], "none": [|lambda x: x|]}[act]\n        self.key = lambda x: x',
    'identity?', 'identity?', 'elu alpha:1', 'relu', 'identity?'],
  ['torch', 'def act_map(act):\n    if act == "linear":\n        return [|lambda x: x|]\n    return F.[|elu|]\ndef transform(act):\n    return lambda x: x\nACTIVATIONS = {"linear": [|lambda x: x|]}\nact_dict = {None: [|lambda x: x|]}\ntable = {"x": lambda x: x}',
    'identity?', 'elu alpha:1', 'identity?', 'identity?'],
  ['torch', 'getter = {"id": [|lambda x: x|], "relu": F.[|relu|], "tanh": torch.[|tanh|]}\nways = {"id": lambda x: x, "relu": F.[|relu|], "sum": torch.sum}', 'identity?', 'relu', 'tanh', 'relu'],
]));

test('of libraries that are described together the one that is imported is named', () => {
  const analysis = analyze('import torch\nfrom helpers import *\nfrom torch_geometric.nn import MessagePassing\nweights = softmax(gate, batch, num_nodes=size)\n');
  expect(isFailure(analysis) ? [] : analysis.usages.map(({ symbol }) => symbol)).toEqual(['torch_geometric.utils.softmax']);
});

test('a string is of the library whose layers alone are called so', () => {
  const libraries = (text: string): string[] => usagesIn(text).map(({ framework }) => framework);
  expect(libraries('from common import *\nmodel = Sequential([Dense(4, activation="relu"), Conv2D(4, 3, activation="relu")])\n')).toEqual(['keras', 'keras']);
  expect(libraries('from common import *\nmodel = Net(hidden_size=4, num_layers=2, activation="relu")\n')).toEqual(['python']);
});

test('a string is of no library that the file does not have', () => {
  const sources = (text: string): string[] => usagesIn(text).map(({ framework, symbol }) => `${symbol} of ${framework}`);
  expect(sources('import tflearn\nnet = tflearn.fully_connected(net, 2, activation="softmax")\n')).toEqual(['softmax of python']);
  expect(sources('import chainer.functions as F\nnet = Net(nonlinearity="leaky_relu")\n')).toEqual(['leaky_relu of chainer']);
  expect(sources('import numpy as np\nimport theano\nlayer = FullyConnected(unit="tanh", activation="tanh")\n')).toEqual(['tanh of theano']);
  expect(sources('import torch\nnet = Net(act_layer="leaky_relu")\n')).toEqual(['leaky_relu of pytorch']);
});
