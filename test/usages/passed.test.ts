import { describe, expect, test } from 'vitest';
import { shown, usagesIn } from './check';

/** `expected` says what the last line of `code` uses, as `shown` writes it. */
function run(cases: readonly (readonly [code: string, ...expected: string[]])[]): void {
  test.each(cases.map(([code, ...expected]) => [code, expected] as const))('%s', (code, expected) => {
    expect(usagesIn(code).map(shown)).toEqual(expected);
  });
}

describe('what is passed beside a name', () => run([
  ['import mmcv\nact_cfg = dict(type="LeakyReLU", negative_slope=0.1)', 'leaky-relu? negativeSlope=0.1'],
  ['import mmcv\nmodel = {"act_cfg": {"type": "ELU", "alpha": 0.5}}', 'elu? alpha=0.5'],
  ['import mmcv\nmodel = {"act_cfg": {**defaults, "type": "ELU"}}', 'elu? alpha~1'],
  ['import paddle\nNet(act_cfg=dict(type_name="ReLU"), norm_cfg=dict(type_name="LayerNorm")), Net(act_cfg=dict(file_name="ReLU"))', 'relu?'],
  // A configuration that imports nothing is known by the name of its key.
  ['model = dict(backbone=dict(act_cfg=dict(type="ReLU")))', 'relu?'],
  ['from monai.networks.blocks import MLPBlock\nMLPBlock(8, 8, act=("prelu", {"init": 0.2}))', 'prelu a=0.2'],
  ['from monai.networks.layers import Act\nAct["leakyrelu"]', 'leaky-relu negativeSlope:0.01'],
  ['from monai.networks.layers import Act\nAct["leakyrelu"](negative_slope=0.2)', 'leaky-relu negativeSlope=0.2'],
  ['from monai.networks.layers import Act\nact = Act["prelu"](init=0.2)\nact(x)', 'prelu a=0.2', 'prelu a=0.2'],
  ['from transformers.activations import ACT2FN\nACT2FN["leaky_relu"](x, 0.2)', 'leaky-relu negativeSlope:0.01'],
  ['from paddle import fluid\nfluid.layers.leaky_relu(x), fluid.layers.swish(x, beta=2.0)', 'leaky-relu negativeSlope:0.02', 'swish beta=2'],
  ['from paddle import fluid\nfluid.layers.fc(x, 8, act="leaky_relu")', 'leaky-relu negativeSlope~0.01'],
  ['import chainer.functions as F\nF.selu(x), F.selu(x, alpha=1.5)', 'selu'],
  ['from torch_geometric.nn.resolver import activation_resolver\nactivation_resolver("Leaky-ReLU", negative_slope=0.3)', 'leaky-relu negativeSlope=0.3'],
  ['import torch\ntorch.nn.init.calculate_gain("leaky_relu", 0.3)', 'leaky-relu negativeSlope=0.3'],
  ['import torch\nfrom layers import ConvNorm\nConvNorm(8, 8, w_init_gain="tanh"), ConvNorm(8, 8, w_init_gain="linear"), ConvNorm(8, 8, init_gain=0.02)', 'tanh?'],
  ['import torch\nfrom primitives import Linear\nLinear(8, 8, init="relu"), Linear(8, 8, init="gating"), Linear(8, 8, init="final")', 'relu?'],
  ['import mindspore as ms\nfrom mindspore.common.initializer import HeUniform\nms.common.initializer.HeNormal(mode="fan_out", nonlinearity="relu"), HeUniform(nonlinearity="leaky_relu")', 'relu'],
  ['from paddle import nn\nnn.initializer.KaimingNormal(nonlinearity="relu"), nn.initializer.KaimingUniform(None, 0., "tanh"), nn.initializer.XavierNormal("relu")', 'relu', 'tanh'],
  ['from transformer_engine.jax.flax import LayerNormMLP\nLayerNormMLP(activations=("gelu", "linear"))', 'geglu-tanh'],
  ['import tensorflow_addons as tfa\ntfa.activations.hardshrink(x, lower=-0.3, upper=0.3)', 'hardshrink lambda=0.3'],
  ['import tensorflow_addons as tfa\ntfa.activations.hardshrink(x, lower=-0.3)', 'hardshrink lambda~0.5'],
  ['from torch import nn\nfrom x_transformers.x_transformers import GLU\nGLU(8, 8, nn.SiLU())', 'swiglu', 'silu'],
  ['import keras\nkeras.layers.Dense(8, activation=None)', 'identity'],
  ['import tensorflow as tf\nfrom tensorflow.contrib import rnn\ntf.nn.rnn_cell.GRUCell(8, "relu"), rnn.BasicRNNCell(8, activation="tanh")\ntf.compat.v1.nn.rnn_cell.BasicLSTMCell(8, 1.0, True, "relu")\nrnn.LSTMCell(8, activation=None, name="tanh")', 'relu', 'tanh', 'relu'],
  ['import tensorflow as tf\nfrom tensorflow.contrib import slim, layers\nslim.conv2d(x, 8, [3, 3], activation_fn=None), layers.fully_connected(x, 1, None), mine(x, activation_fn=tf.nn.relu)', 'identity', 'identity', 'relu'],
  ['import tensorflow.contrib.slim as slim\nwith slim.arg_scope([slim.conv2d], activation_fn=None):\n    slim.conv2d(x, 8, [3, 3], normalizer_fn=None)', 'identity'],
  ['import tensorflow as tf\ntf.layers.conv2d(x, 64, 3, activation="relu")\ntf.layers.dense(x, 8, "tanh"), tf.layers.Dense(8, "elu")\ntf.compat.v1.layers.dense(x, 8, activation="selu")\ntf.layers.dense(x, 8, name="relu")', 'relu', 'tanh', 'elu alpha:1', 'selu'],
  ['from flax.core import FrozenDict\nFrozenDict(act_type="silu", size=8)', 'silu?'],
  ['import tensorflow as tf\ntf.contrib.training.HParams(activation="relu", name="tanh")', 'relu?'],
  // What is passed in another argument, as its name says.
  ['import torch\nNet(nonlinear_activation="LeakyReLU", nonlinear_activation_params={"negative_slope": 0.2})', 'leaky-relu? negativeSlope=0.2'],
  ['import paddle\nNet(act="leaky_relu", act_kwargs={"negative_slope": 0.2})', 'leaky-relu? negativeSlope=0.2'],
  ['import tensorflow as tf\nNet(nonlinear_activation="LeakyReLU", nonlinear_activation_params={"alpha": 0.2})', 'leaky-relu? negativeSlope=0.2'],
  ['import torch\nNet(act="LeakyReLU", act_kwargs={"steepness": 0.2}), Net(act="LeakyReLU", act_kwargs={"inplace": True})', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope:0.01'],
  ['import torch\nNet(act="LeakyReLU", act_kwargs=options)', 'leaky-relu? negativeSlope~0.01'],
  ['import torch\nNet(act="LeakyReLU", act_kwargs=None), Net(act="LeakyReLU", norm_kwargs=options)', 'leaky-relu? negativeSlope:0.01', 'leaky-relu? negativeSlope:0.01'],
  ['import torch\ndef net(act="LeakyReLU", act_params: dict = {"negative_slope": 0.1}): pass', 'leaky-relu? negativeSlope=0.1'],
  ['import torch\noptions = {"act": "LeakyReLU", "act_params": {"negative_slope": 0.1}}', 'leaky-relu? negativeSlope=0.1'],
  // What a caller leaves out is assumed.
  ['from torch import nn\ndef block(n, slope=0.2, other=None):\n    return nn.LeakyReLU(slope), nn.LeakyReLU(negative_slope=other)', 'leaky-relu negativeSlope~0.2', 'leaky-relu negativeSlope~0.01'],
  // The same beside a class, not its name.
  ['from monai.networks.layers import Act\nNet(act=(Act.LEAKYRELU, {"negative_slope": 0.2}))', 'leaky-relu negativeSlope=0.2'],
  ['from torch import nn\nNet(act=nn.LeakyReLU, act_kwargs=dict(negative_slope=0.2)), Net(act=nn.LeakyReLU, act_kwargs=options)', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope~0.01'],
  ['from torch import nn\ndef net(act_class=nn.ELU, act_params={"alpha": 0.5}): pass\noptions = {"act": nn.CELU, "act_args": {"alpha": 0.3}}', 'elu alpha=0.5', 'celu alpha=0.3'],
  ['from torch import nn\nacts = [nn.LeakyReLU, nn.ELU], (nn.LeakyReLU, {"negative_slope": 0.2}, 3)', 'leaky-relu negativeSlope:0.01', 'elu alpha:1', 'leaky-relu negativeSlope:0.01'],
  // What people call it whom no library reads.
  ['from torch import nn\nnet = Net(act="leaky", kind="leaky"), nn.Sequential(get_act("leaky"))', 'leaky-relu? negativeSlope~0.01', 'leaky-relu? negativeSlope~0.01'],
  // Nothing that stands for one, or stands elsewhere.
  ['import mmcv\nnorm_cfg = dict(type="ReLU")'],
  ['import mmcv\nact_cfg = dict(type="SyncBN")'],
  ['import mmcv\nact_cfg = None'],
  ['import keras\nkeras.layers.Dense(8, activation="None")'],
  ['import keras\nkeras.layers.Dense(8, name=None)'],
  ['from transformer_engine.jax.flax import LayerNormMLP\nLayerNormMLP(activations=("linear", "gelu"))'],
  ['from torch_geometric.nn.resolver import activation_resolver\nactivation_resolver("multiheadattention")'],
]));

describe('what may be passed on with an activation', () => run([
  ['import jax\njax.tree_util.Partial(jax.nn.leaky_relu, negative_slope=0.3)', 'leaky-relu negativeSlope=0.3'],
  ['from torch import nn\nmake(nn.LeakyReLU, negative_slope=0.2), make(nn.LeakyReLU, inplace=True)', 'leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope:0.01'],
  // The slope of attention, not that of the activation.
  ['from torch import nn\nfrom torch.nn import functional as F\nGATConv(8, 8, negative_slope=0.2, activation=F.leaky_relu)', 'leaky-relu negativeSlope~0.01'],
  ['import tensorflow as tf\ntf.keras.layers.Lambda(tf.nn.leaky_relu, arguments={"alpha": 0.1})', 'leaky-relu negativeSlope~0.2'],
  ['from torch import nn\ncached(nn.LeakyReLU)(0.2), cached(nn.LeakyReLU)()', 'leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope:0.01'],
]));

describe('options', () => run([
  ['import monai\nmonai.losses.DiceLoss(sigmoid=True)', 'sigmoid'],
  ['from monai.losses import DiceCELoss\nDiceCELoss(softmax=True)', 'softmax temperature:1'],
  ['from torch_geometric.nn import GATConv\nGATConv(8, 8, negative_slope=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['from x_transformers import Decoder\nDecoder(dim=8, depth=2, ff_glu=True)', 'geglu?'],
  ['from x_transformers import Decoder\nDecoder(dim=8, depth=2, ff_glu=True, ff_swish=True)', 'swiglu?', 'silu?'],
  ['import megatron\nwords = ["--swiglu", "--num-layers", "2"]', 'swiglu?'],
  ['import fairseq\nwords = ["--activation-fn", "gelu_fast"]', 'gelu-tanh?'],
  ['import torch\nparser.add_argument("--hidden-activation", default="gelu")', 'gelu?'],
  ['from mamba_ssm.ops.selective_scan_interface import selective_scan_fn\nimport torch\nselective_scan_fn(u, delta, delta_softplus=True)', 'softplus beta:1 threshold:20'],
  // Switched off, of somebody else, or only declared.
  ['from mamba_ssm.ops.selective_scan_interface import selective_scan_fn\nimport torch\nselective_scan_fn(u, delta, delta_softplus=False)'],
  ['import monai\nmonai.losses.DiceLoss(sigmoid=False)'],
  ['import torch, monai\nFocalLoss(sigmoid=True)'],
  ['from torch_geometric.nn import GCNConv\nGCNConv(8, 8, negative_slope=0.1)'],
  ['import torch\nwords = ["--swiglu"]'],
  ['import megatron\nparser.add_argument("--swiglu", action="store_true")'],
  ['import torch\nparser.add_argument("--name", default="gelu")'],
]));

describe('libraries of mathematics', () => run([
  ['import numpy as np\nimport torch\nnp.tanh(x)', 'tanh?'],
  ['from scipy.special import expit\nexpit(x)', 'sigmoid'],
  ['import numpy as np\nnp.tanh(x)'],
  ['import numpy as np\nimport torch\nnp.arctan(x) + np.sinh(x)'],
  ['import torch\nimport math\nmath.tanh(1.0)'],
]));

describe('methods of tinygrad', () => run([
  ['from tinygrad import Tensor\nx.gelu()', 'gelu-tanh?'],
  ['from tinygrad import Tensor\nx.leaky_relu(0.2)', 'leaky-relu? negativeSlope=0.2'],
  ['from tinygrad import Tensor\nx.softmax(axis=-1)', 'softmax? temperature:1'],
  ['from tinygrad.tensor import Tensor\nx.dot(w).logsoftmax()', 'log-softmax?'],
  ['from tinygrad import Tensor\nx.gelu(y)'],
  ['from tinygrad import Tensor\nx.relu(1, 2)'],
]));
