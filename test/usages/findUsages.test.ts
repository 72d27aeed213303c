import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, imports, shown, usagesIn } from './check';
import { run } from './run';

describe('modules', () => run([
  ['torch', 'nn.[|ReLU|]()', 'relu'],
  ['torch', 'nn.[|ReLU|](inplace=True)', 'relu'],
  ['torch', 'torch.nn.[|ReLU|]()', 'relu'],
  ['torch', 'nn.[|LeakyReLU|]()', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'nn.[|LeakyReLU|](0.2)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'nn.[|LeakyReLU|](0.2, inplace=True)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'nn.[|LeakyReLU|](inplace=True, negative_slope=1e-1)', 'leaky-relu negativeSlope=0.1'],
  ['torch', 'nn.[|LeakyReLU|](slope)', 'leaky-relu negativeSlope~0.01'],
  ['torch', 'nn.[|LeakyReLU|](1 / 5)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'nn.[|LeakyReLU|](**options)', 'leaky-relu negativeSlope~0.01'],
  ['torch', 'nn.[|LeakyReLU|](*options)', 'leaky-relu negativeSlope~0.01'],
  ['torch', 'nn.[|LeakyReLU|](0.3, **options)', 'leaky-relu negativeSlope=0.3'],
  ['torch', 'SLOPE = 0.1\nnn.[|LeakyReLU|](SLOPE)', 'leaky-relu negativeSlope=0.1'],
  ['torch', 'nn.[|GELU|]()', 'gelu'],
  ['torch', 'nn.[|GELU|](approximate="none")', 'gelu'],
  ['torch', 'nn.[|GELU|](approximate="tanh")', 'gelu-tanh'],
  ['torch', 'nn.[|GELU|]("tanh")', 'gelu-tanh'],
  ['torch', 'nn.[|GELU|](approximate=form)', 'gelu?'],
  ['torch', 'nn.[|PReLU|]()', 'prelu a:0.25'],
  ['torch', 'nn.[|PReLU|](64)', 'prelu a:0.25'],
  ['torch', 'nn.[|PReLU|](64, 0.1)', 'prelu a=0.1'],
  ['torch', 'nn.[|ELU|](alpha=0.5)', 'elu alpha=0.5'],
  ['torch', 'nn.[|Hardtanh|](0, 20)', 'hard-tanh min=0 max=20'],
  ['torch', 'nn.[|RReLU|](0.1)', 'rrelu lower=0.1 upper:0.3333333333333333'],
  ['torch', 'nn.[|Hardshrink|](lambd=0.3)', 'hardshrink lambda=0.3'],
  ['torch', 'nn.Sequential(nn.Linear(2, 2), nn.[|Tanh|](), nn.[|Sigmoid|]())', 'tanh', 'sigmoid'],
  ['torch', 'from torch.nn.modules.activation import SiLU\n[|SiLU|]()', 'silu'],
  ['keras', 'layers.[|LeakyReLU|]()', 'leaky-relu negativeSlope:0.3'],
  ['keras', 'layers.[|LeakyReLU|](alpha=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['keras', 'keras.layers.[|LeakyReLU|](negative_slope=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['keras', 'layers.[|PReLU|](shared_axes=[1, 2])', 'prelu a:0'],
  ['keras', 'layers.[|PReLU|](alpha_initializer="ones")', 'prelu a=1'],
  ['keras', 'layers.[|PReLU|](alpha_initializer=keras.initializers.Constant(0.25))', 'prelu a~0'],
  ['keras', 'layers.[|ReLU|]()', 'relu'],
  ['keras', 'layers.[|ReLU|](6.0)', 'relu6'],
  ['keras', 'layers.[|ReLU|](max_value=6)', 'relu6'],
  ['keras', 'layers.[|ReLU|](max_value=None, negative_slope=0.0, threshold=0)', 'relu'],
  ['keras', 'layers.[|ReLU|](negative_slope=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['keras', 'layers.[|ReLU|](max_value=20)', 'clipped-relu ceiling=20'],
  ['keras', 'from keras import backend as K\nK.[|relu|](x, max_value=1)\nK.relu(x, 0.1, max_value=1)', 'clipped-relu ceiling=1'],
  ['keras', 'layers.ReLU(6, negative_slope=0.1)'],
  ['tensorflow', 'layers.[|LeakyReLU|]()', 'leaky-relu negativeSlope:0.3'],
  ['tensorflow', 'tf.keras.layers.[|Softmax|]()', 'softmax temperature:1'],
  ['jax', 'linen.[|PReLU|]()', 'prelu a:0.01'],
  ['jax', 'nnx.[|PReLU|](0.2)', 'prelu a=0.2'],
  ['transformers', 'transformers.activations.[|NewGELUActivation|]()', 'gelu-tanh'],
]));

describe('functions', () => run([
  ['torch', 'F.[|relu|](x)', 'relu'],
  ['torch', 'F.[|relu_|](x)', 'relu'],
  ['torch', 'F.[|leaky_relu|](x, 0.2)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'F.[|leaky_relu|](input=x, negative_slope=0.2)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'F.[|gelu|](x, approximate="tanh")', 'gelu-tanh'],
  ['torch', 'F.[|softmax|](x, dim=-1)', 'softmax temperature:1'],
  ['torch', 'F.[|prelu|](x, self.weight)', 'prelu a~0.25'],
  ['torch', 'nn.[|Hardtanh|](min_value=0, max_value=6)', 'hard-tanh min=0 max=6'],
  // As a number True is 1.
  ['torch', 'nn.[|LeakyReLU|](True)', 'leaky-relu negativeSlope=1'],
  // What another library calls the parameter says that the default is not meant.
  ['torch', 'nn.[|LeakyReLU|](alpha=0.1, inplace=True)', 'leaky-relu negativeSlope~0.01'],
  ['torch', 'nn.[|LeakyReLU|](device="cpu")', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'torch.[|sigmoid|](x)', 'sigmoid'],
  ['torch', 'torch.special.[|expit|](x)', 'sigmoid'],
  ['torch', 'torch.nn.functional.[|hardswish|](x)', 'hard-swish'],
  ['torch', 'torch.Tensor.[|sigmoid|](x)', 'sigmoid'],
  ['keras', 'keras.activations.[|relu|](x, negative_slope=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['keras', 'keras.activations.[|gelu|](x, approximate=True)', 'gelu-tanh'],
  ['keras', 'keras.ops.[|gelu|](x)', 'gelu-tanh'],
  ['keras', 'keras.ops.[|gelu|](x, False)', 'gelu'],
  ['keras', 'keras.activations.[|hard_sigmoid|](x)', 'hard-sigmoid variant~pytorch'],
  ['keras', 'from keras import backend as K\nK.[|hard_sigmoid|](x)', 'hard-sigmoid variant:keras_legacy'],
  ['tensorflow', 'tf.keras.activations.[|hard_sigmoid|](x)', 'hard-sigmoid variant~pytorch'],
  ['tensorflow', 'tf.nn.[|leaky_relu|](x)', 'leaky-relu negativeSlope:0.2'],
  ['tensorflow', 'tf.nn.[|leaky_relu|](x, alpha=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['tensorflow', 'tf.nn.[|swish|](x)', 'silu'],
  ['tensorflow', 'tf.nn.[|silu|](x, beta=1.0)', 'silu'],
  ['tensorflow', 'tf.nn.[|silu|](x, 1.5)', 'swish beta=1.5'],
  ['tensorflow', 'tf.[|tanh|](x)\ntf.math.[|sigmoid|](x)', 'tanh', 'sigmoid'],
  ['tensorflow', 'tf.compat.v1.nn.[|relu|](x)', 'relu'],
  ['nothing', 'import tensorflow as tf\nif tf.__version__ >= "2.0":\n    tf = tf.compat.v1\ny = tf.layers.dense(x, 3, activation=tf.nn.[|relu|])\ndef f(x):\n    return tf.[|sigmoid|](x)', 'relu', 'sigmoid'],
  ['nothing', 'import tensorflow as tf\nif old:\n    tf = mine.compat.v1\ny = tf.nn.relu(x)'],
  ['nothing', 'import tensorflow as tf\ndef f(x):\n    tf = tf.compat.v1\n    return tf.sigmoid(x)'],
  ['tensorflow', 'tfk.activations.[|swish|](x)', 'silu'],
  ['jax', 'jax.nn.[|gelu|](x)', 'gelu-tanh'],
  ['jax', 'jax.nn.[|gelu|](x, approximate=False)', 'gelu'],
  ['jax', 'jax.nn.[|gelu|](x, approximate=exact)', 'gelu-tanh?'],
  ['jax', 'linen.[|silu|](x)\nnnx.[|gelu|](x)', 'silu', 'gelu-tanh'],
  ['jax', 'jnp.[|tanh|](x)\njax.lax.[|logistic|](x)', 'tanh', 'sigmoid'],
  ['transformers', 'from transformers.activations import gelu_new\n[|gelu_new|](x)', 'gelu-tanh'],
]));

describe('names by which code calls them', () => run([
  ['nothing', 'import torch.nn as nn\nnn.[|GELU|]()', 'gelu'],
  ['nothing', 'from torch import nn as N\nN.[|GELU|]()', 'gelu'],
  ['nothing', 'from torch.nn import GELU\n[|GELU|]()', 'gelu'],
  ['nothing', 'from torch.nn import GELU as G\n[|G|]()', 'gelu'],
  ['nothing', 'from torch.nn.functional import relu as r\ny = [|r|](x)', 'relu'],
  ['nothing', 'from torch.nn import *\n[|GELU|]()', 'gelu'],
  ['nothing', 'from torch import *\nnn.[|GELU|]()', 'gelu'],
  ['nothing', 'import torch\nnn = torch.nn\nnn.[|GELU|]()', 'gelu'],
  ['torch', 'act = nn.[|ReLU|]\n[|act|]()', 'relu', 'relu'],
  ['torch', 'def block(x):\n    act = nn.[|ReLU|]\n    same = [|act|]\n    return [|same|]()(x)\ndef other(act, same, x):\n    return act(same)(x)', 'relu', 'relu', 'relu'],
  ['torch', 'def choose():\n    global act\n    act = nn.[|ReLU|]\ndef block(x):\n    return [|act|]()(x)', 'relu', 'relu'],
  ['torch', 'def f(x):\n    import torch.nn.functional as G\n    return G.[|relu|](x)', 'relu'],
  ['torch', 'try:\n    from torch.nn import SiLU\nexcept ImportError:\n    SiLU = None\n[|SiLU|]()', 'silu'],
]));

describe('references without a call', () => run([
  ['torch', 'Block(act_layer=nn.[|GELU|])', 'gelu'],
  ['torch', 'def f(act_layer=nn.[|GELU|]): pass', 'gelu'],
  ['torch', 'self.act = nn.[|ReLU|]', 'relu'],
  ['torch', 'table = {"relu": nn.[|ReLU|], "leaky": nn.[|LeakyReLU|]}', 'relu', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'nn.TransformerEncoderLayer(8, 2, activation=F.[|relu|])', 'relu'],
  ['torch', 'from functools import partial\npartial(nn.[|LeakyReLU|], 0.2)', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'from functools import partial\npartial(nn.[|GELU|], approximate="tanh")', 'gelu-tanh'],
  ['torch', 'class Mine(nn.[|GELU|]):\n    pass', 'gelu'],
  // What makes it may pass on what it is called with.
  ['torch', 'cached(nn.[|LeakyReLU|])(0.2), cached(nn.[|LeakyReLU|])(), cached(nn.[|LeakyReLU|])', 'leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope:0.01', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'Conv(8, act=nn.[|LeakyReLU|])(x)', 'leaky-relu negativeSlope:0.01'],
  ['torch', 'Block(act := nn.[|ReLU|])', 'relu'],
  ['torch', 'act, norm = nn.[|ReLU|], nn.BatchNorm2d', 'relu'],
  ['torch', 'act: type = nn.[|ReLU|]', 'relu'],
  ['tensorflow', 'layers.Dense(4, activation=tf.nn.[|relu|])', 'relu'],
  ['jax', 'linen.LSTMCell(8, gate_fn=jax.nn.[|hard_sigmoid|])', 'hard-sigmoid variant:pytorch'],
]));

describe('methods', () => run([
  ['torch', 'x.[|sigmoid|]()', 'sigmoid?'],
  ['torch', 'y = self.net(x).[|relu_|]()', 'relu?'],
  ['torch', 'x.view(2, 3).[|softmax|](dim=-1)', 'softmax? temperature:1'],
  ['torch', 'x.[|softmax|](-1)', 'softmax? temperature:1'],
  ['torch', 'x.[|log_softmax|](1)', 'log-softmax?'],
  ['torch', '(a + b).[|tanh|]()', 'tanh?'],
  ['torch', 'x[:, 0].[|sigmoid|]()', 'sigmoid?'],
  ['torch', 'x.[|hardshrink|](0.3)', 'hardshrink? lambda=0.3'],
  ['nothing', 'import paddle\ny = x.[|sigmoid|]() + x.[|tanh|]() + x.[|softmax|](-1) + x.[|softmax|](dim=1)', 'sigmoid?', 'tanh?', 'softmax? temperature:1', 'softmax? temperature:1'],
  ['nothing', 'import mindspore\ny = x.[|sigmoid|]() + x.[|softmax|](axis=-1)', 'sigmoid?', 'softmax? temperature:1'],
  ['nothing', 'import mindspore\nclass Net(nn.Cell):\n    def construct(self, x):\n        return self.logits.[|log_softmax|](-1), self.fc(x).[|log_softmax|](), ops.log_softmax(x)', 'log-softmax?', 'log-softmax?'],
  ['nothing', 'from mindspore import nn\nfrom mindnlp.transformers.activations import get_activation, ACT2FN\nact = get_activation("[|gelu|]"), ACT2FN["[|gelu_new|]"], nn.get_activation("[|gelu|]")\nget_activation("celu"), ACT2FN[kind]', 'gelu', 'gelu-tanh', 'gelu-tanh'],
  ['nothing', 'import paddle\nimport mindspore\ny = x.relu()'],
  ['torch', 'self.gate.[|sigmoid|]()', 'sigmoid?'],
  // No framework that has the method, no tensor, or no such method.
  ['nothing', 'x.sigmoid()'],
  ['tensorflow', 'x.sigmoid()'],
  ['jax', 'x.sigmoid()'],
  ['torch', 'x.gelu()'],
  ['torch', 'self.relu(x)'],
  ['torch', 'self.sigmoid()'],
  ['torch', 'def f(self, x):\n    box, cls = x.split(2)\n    return cls.[|sigmoid|]()\ndef g(self, box, cls):\n    return cls.[|sigmoid|]()', 'sigmoid?', 'sigmoid?'],
  ['torch', 'class Gate:\n    @classmethod\n    def f(cls, x):\n        return cls.sigmoid()'],
  ['torch', 'layers.relu(x)'],
  ['torch', 'block.softmax(x)'],
  ['torch', 'super().relu()'],
  ['torch', 'import math\nmath.tanh(1.0)'],
  ['torch', 'import numpy as np\nnp.arctan(x)'],
  ['torch', 'import mine\nmine.sigmoid_loss()'],
  ['torch', 'class Gate:\n    pass\nGate.sigmoid()'],
]));

describe('strings', () => run([
  ['nothing', 'from keras.models import *\nfrom keras.layers import *\nfrom keras.optimizers import *\nConv2D(64, 3, activation="[|relu|]"), Activation("[|tanh|]")', 'relu', 'tanh'],
  ['nothing', 'from keras.models import *\nfrom keras.optimizers import *\nSGD("relu"), Adam(name="relu")'],
  ['keras', 'layers.Dense(64, activation="[|relu|]")', 'relu'],
  ['nothing', 'import mlx.core as mx\ndef f(non_linearity: str = "[|silu|]"): pass', 'silu?'],
  ['nothing', 'from mindspore import nn\nBlock(act_type="[|relu|]")', 'relu?'],
  ['nothing', 'from tinygrad import Tensor\nBlock(act="[|gelu|]")', 'gelu-tanh?'],
  ['nothing', 'import chainer\nBlock(activation="[|relu|]")', 'relu?'],
  ['nothing', 'from neuralforecast.models import NHITS\nNHITS(activation="[|ReLU|]")', 'relu?'],
  // By the path of a class or function, as programs import what they are told to.
  ['torch', 'plan = {"nonlin": "[|torch.nn.LeakyReLU|]", "nonlin_kwargs": {"negative_slope": 0.2}}', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'layer = {"_target_": "[|torch.nn.LeakyReLU|]", "negative_slope": 0.2}\nother = dict(class_path="torch.nn.Linear")', 'leaky-relu negativeSlope=0.2'],
  ['torch', 'Net(activation="[|torch.nn.functional.gelu|]", act="[|nn.ReLU|]", act_fn="[|nn.SiLU()|]")', 'gelu', 'relu?', 'silu?'],
  ['torch', 'names = ["torch.nn.ReLU", "nn.ReLU"]\nif name == "torch.nn.ReLU": pass\nload("torch.nn.ReLU", _target_="relu")'],
  ['torch', 'MoE(scoring_func="[|sigmoid|]", router_score_function="[|softmax|]")', 'sigmoid?', 'softmax? temperature:1'],
  ['torch', 'Net(mask_nonlinear="[|relu|]")\nscoring_func = "linear"', 'relu?'],
  ['torch', '{"activation": tune.choice(["[|ReLU|]"]), "act": tune.grid_search(["[|relu|]", "[|tanh|]"])}', 'relu?', 'relu?', 'tanh?'],
  ['torch', '{"activation": random.choice(names), "step": tune.choice(["relu"])}'],
  ['keras', "layers.Dense(64, '[|selu|]')", 'selu'],
  ['keras', 'layers.Conv2D(8, 3, activation="[|leaky_relu|]")', 'leaky-relu negativeSlope:0.2'],
  ['keras', 'layers.Activation("[|softmax|]")', 'softmax temperature:1'],
  ['keras', 'layers.LSTM(8, "[|tanh|]", "[|hard_sigmoid|]")', 'tanh', 'hard-sigmoid variant~pytorch'],
  ['keras', 'layers.LSTM(8, recurrent_activation="[|sigmoid|]")', 'sigmoid'],
  // Its name in Keras 1.
  ['keras', 'layers.LSTM(8, inner_activation="[|sigmoid|]"), keras.layers.recurrent.GRU(8, inner_activation="[|relu|]"), layers.ConvLSTM2D(8, 3, inner_activation="[|tanh|]"), layers.SimpleRNN(8, inner_activation="tanh")', 'sigmoid', 'relu', 'tanh'],
  ['keras', 'keras.activations.get("[|gelu|]")', 'gelu'],
  ['keras', 'layers.Dense(1, activation="[|linear|]")', 'identity'],
  ['keras', 'layers.Dense(8, activation="[|relu|]" if deep else "[|tanh|]")', 'relu', 'tanh'],
  ['keras', 'chosen = "[|relu|]"\nlayers.Dense(8, activation=chosen)', 'relu'],
  ['keras', 'keras.applications.ResNet50(classifier_activation="[|sigmoid|]")', 'sigmoid'],
  ['keras', 'conv_block(x, 8, activation="[|swish|]")', 'silu?'],
  ['keras', 'def block(x, activation="[|relu|]"): pass', 'relu?'],
  ['keras', 'activation = "[|relu|]"\nlayers.Dense(8, activation=activation)', 'relu'],
  ['tensorflow', 'tf.keras.layers.Dense(4, activation="[|hard_sigmoid|]")', 'hard-sigmoid variant~pytorch'],
  ['tensorflow', 'tf.keras.layers.Dense(4, activation="[|LeakyReLU|]")', 'leaky-relu negativeSlope:0.3'],
  ['torch', 'nn.TransformerEncoderLayer(8, 2, activation="[|gelu|]")', 'gelu'],
  ['torch', 'nn.TransformerEncoderLayer(8, 2, 64, 0.1, "[|gelu|]")', 'gelu'],
  ['torch', 'nn.RNN(8, 8, nonlinearity="[|relu|]")', 'relu'],
  ['torch', 'Block(8, act="[|silu|]")', 'silu?'],
  ['torch', 'Block(8, norm_act="[|leaky_relu|]")', 'leaky-relu? negativeSlope~0.01'],
  ['transformers', 'p = model(**inputs).logits.[|softmax|](dim=-1)', 'softmax? temperature:1'],
  ['transformers', 'ACT2FN["[|gelu_new|]"]', 'gelu-tanh'],
  ['transformers', 'BertConfig(hidden_act="[|gelu|]")', 'gelu'],
  ['transformers', 'MyConfig(hidden_act="[|silu|]")', 'silu?'],
  ['transformers', 'config = {"hidden_act": "[|gelu_pytorch_tanh|]"}', 'gelu-tanh?'],
  ['transformers', 'class C(transformers.PretrainedConfig):\n    hidden_act: str = "[|relu2|]"', 'relu-squared?'],
  ['torch', 'from ...activations import ACT2FN\nACT2FN["[|quick_gelu|]"]', 'quick-gelu?'],
  // Settings: of the command line, of configurations, of fields.
  ['torch', 'parser.add_argument("--activation-fn", default="[|gelu|]", choices=["gelu", "relu"])', 'gelu?'],
  ['torch', 'parser.add_argument("-a", "--act", type=str, default="[|relu|]")', 'relu?'],
  ['torch', 'parser.add_argument("--a", dest="act", default="[|relu|]")', 'relu?'],
  ['torch', 'parser.add_argument("--between", default="[|relu|]", help="activation function between hidden layers")\nparser.add_argument("--gain", default="relu", help="the gain of the initialiser")\nparser.add_argument("--where", default="softmax", help="where the activation maps are taken")', 'relu?'],
  ['torch', '@click.option("--act", default="[|relu|]")\ndef main(act): pass', 'relu?'],
  ['torch', 'def main(act: str = typer.Option("[|relu|]", "--act")): pass', 'relu?'],
  ['tensorflow', 'from absl import flags\nflags.DEFINE_string("activation", "[|relu|]", "The activation.")', 'relu?'],
  ['torch', 'args.act_fn = getattr(args, "activation_fn", "[|relu|]")', 'relu?'],
  ['torch', 'act = options.get("activation", "[|relu|]")\nkwargs.pop("act", "[|silu|]")', 'relu?', 'silu?'],
  ['torch', 'kwargs.setdefault("act_layer", "[|gelu|]")\nsetattr(config, "hidden_act", "[|gelu|]")', 'gelu?', 'gelu?'],
  ['torch', 'config["activation"] = "[|tanh|]"\nconfig.activation = "[|tanh|]"\nconfig["model"]["act"] = "[|tanh|]"', 'tanh?', 'tanh?', 'tanh?'],
  ['torch', '@dataclass\nclass C:\n    activation: str = field(default="[|relu|]", metadata={"help": "relu"})\n    act: str = "[|gelu|]"', 'relu?', 'gelu?'],
  ['torch', 'class C(BaseModel):\n    activation: str = Field("[|relu|]", description="gelu")', 'relu?'],
  ['torch', '@attr.s\nclass C:\n    act = attr.ib(default="[|relu|]")', 'relu?'],
  ['torch', 'class C(NamedTuple):\n    act: str = "[|relu|]"', 'relu?'],
  ['torch', 'dict(act="[|relu|]", norm="batch")', 'relu?'],
  ['torch', 'activation_ops = {"relu", "leaky_relu"}\nfused = op in activation_ops\nactivations = ["[|relu|]", "[|tanh|]"]\nfor act in {"[|relu|]", "[|gelu|]"}:\n    build(act)\nsearch = dict(activation={{choice(["[|relu|]", "[|elu|]"])}})', 'relu?', 'tanh?', 'relu?', 'gelu?', 'relu?', 'elu? alpha:1'],
  ['nothing', 'from mindspore import ops\ny = ops.[|fast_gelu|](x)\nz = ops.[|FastGeLU|]()(x)\nw = ops.slow_gelu(x)', 'quick-gelu', 'quick-gelu'],
  ['torch', 'import brevitas.nn as qnn\nqnn.Quantised(scale, act_kwargs_prefix="sigmoid_")\nBlock(3, act_prefix="relu", activation="[|gelu|]")', 'gelu?'],
  ['torch', 'Conv(act_cfg=dict(type="[|ReLU|]"), norm_cfg=dict(type="BN"))\nConv(act_cfg={"type": "[|Sigmoid|]"})', 'relu?', 'sigmoid?'],
  ['torch', 'Conv(act_cfg=dict(type="[|LeakyReLU|]", negative_slope=0.1, inplace=True))', 'leaky-relu? negativeSlope=0.1'],
  ['torch', 'Conv(act_cfg={"type": "[|LeakyReLU|]", "negative_slope": slope})', 'leaky-relu? negativeSlope~0.01'],
  ['torch', 'Conv(act=("[|LeakyReLU|]", {"negative_slope": 0.3}))', 'leaky-relu? negativeSlope=0.3'],
  ['torch', 'SqueezeExcite(gate_layer="[|sigmoid|]")\nGate(gate_fn="[|tanh|]")', 'sigmoid?', 'tanh?'],
  ['torch', 'UNet(act=("[|relu|]", {"inplace": True}))', 'relu?'],
  ['torch', 'Block(non_linearity="[|silu|]")\nBlock(nonlinearity="[|relu|]")', 'silu?', 'relu?'],
  ['torch', 'class Block(nn.Module):\n    def __init__(self, nonlinearity="[|tanh|]"): pass', 'tanh?'],
  ['torch', 'def init(w, nonlinearity="relu"): pass\nnonlinearity = "relu"'],
  ['torch', 'class Block(nn.Module):\n    def __init__(self, nonlinearity1="[|tanh|]", nonlinearity_2="[|relu|]"): pass\nBlock(nonlinearity1="[|selu|]")\ndef init(w, nonlinearity="relu"): pass', 'tanh?', 'relu?', 'selu?'],
  ['torch', 'parser.add_argument("--loss", default="softmax")\nparser.add_argument("--act", choices=["relu"])\nparser.add_argument("relu")'],
  ['torch', 'names.get("relu", "gelu")\ngetattr(args, "mode", "relu")\nkwargs.pop("mode", "relu")'],
  ['torch', 'Scheduler(act_schedule="linear", activation_quantizer="identity")\nConv(norm_cfg=dict(type="ReLU"))'],
  ['torch', 'config["mode"] = "relu"\nconfig[activation] = "relu"'],
  // The same word, where it is no activation or nothing says so.
  ['nothing', 'import numpy\nDense(64, "relu"), Muscle(64, activation="tanh")'],
  ['keras', 'layers.Dense(64, name="relu")'],
  ['keras', 'layers.Dense("relu")'],
  ['keras', 'print("relu")'],
  ['keras', 'layers.Dense(64, activation=f"relu")'],
  ['keras', 'layers.Dense(64, activation="relu ")'],
  ['keras', 'layers.Dense(64, kernel_initializer="linear")'],
  ['torch', 'nn.init.kaiming_normal_(w, nonlinearity="leaky_relu")'],
  ['torch', 'nn.init.calculate_gain("conv1d")'],
  ['torch', 'init(w, nonlinearity="relu")'],
  ['torch', 'if activation == "relu": pass'],
  ['torch', 'nn.Conv2d(3, 8, 3, padding_mode="relu")'],
  ['transformers', 'ACT2FN[config.hidden_act]'],
  ['transformers', 'BertConfig(model_type="gelu")'],
]));

describe('settings that are kept', () => run([
  ['keras', 'class Net:\n    def __init__(self):\n        self._activation = "[|relu|]"\n        self._act, self._size = "[|tanh|]", 3\n        self._active, self._active_label = True, "relu"', 'relu?', 'tanh?'],
  ['torch', '(width, rate), act = sizes, "[|gelu|]"\nkind, label = "conv", "relu"', 'gelu?'],
  ['torch', 'a, act = sizes\nact, *rest = "relu", 1, 2\nacts, kind = (relu, 1), "tanh"'],
  ['torch', 'config = {"activation": {"function": "[|relu|]", "slope": 1}, "act": {"type": "categorical", "vals": ["[|tanh|]", "[|elu|]"]}, "nonlin": {"grid_search": ["[|silu|]"]}, "label": {"kind": "relu"}}', 'relu?', 'tanh?', 'elu? alpha:1', 'silu?'],
  ['torch', 'table = {"Activation": "[|ReLU|]", "hidden activation": "[|tanh|]", "Name": "ReLU", "what it says": "relu"}', 'relu?', 'tanh?'],
  ['torch', 'parser.add("--activation", default="[|relu|]")\nparser.add_argument("act", nargs="?", default="[|tanh|]")\nDEFINE_multi_string("acts", ["[|elu|]"], "which")\nnames.add("act"), parser.add_argument("out", default="tanh")', 'relu?', 'tanh?', 'elu? alpha:1'],
  ['torch', 'a = os.getenv("ACT", "[|relu|]")\nb = config.get("model", "activation", fallback="[|tanh|]")\nc = config.get("activation", "name", fallback="relu")\nd.act = FieldReference("[|silu|]")', 'relu?', 'tanh?', 'silu?'],
  ['torch', 'for act, lr in itertools.product(["[|relu|]", "[|tanh|]"], [0.1]):\n    pass\nfor name, lr in product(["relu"], [0.1]):\n    pass', 'relu?', 'tanh?'],
  ['torch', 'Net(output_layer="[|softmax|]", ffn_layer="[|swiglu|]", g_nl="[|relu|]", postact="[|glu|]")\nNet(output_layer="linear", ff="relu", layer="softmax")', 'softmax? temperature:1', 'swiglu?', 'relu?', 'glu?'],
  ['torch', 'space = {"train.adapter.activation": ["[|relu|]", "[|elu|]"], "net/act": "[|tanh|]", "act.name": "relu"}\nactivation = _option(gene, ("[|gelu|]", "[|silu|]"))\nactivation = checked(name, ("gelu", "silu"))', 'relu?', 'elu? alpha:1', 'tanh?', 'gelu?', 'silu?'],
  ['torch', 'def build(hidden, nonlinearity: str = "[|ELU|]"): pass\ndef init_weights(m, nonlinearity="relu"): pass\ndef scaled(w, mode="fan_in", nonlinearity="relu"): pass', 'elu? alpha:1'],
  ['torch', 'config = {"fc_afs": ["[|relu|]", "[|tanh|]"], "af": "[|elu|]", "half": "tanh"}\npolicy = Policy(squash="[|tanh|]", gating="[|sigmoid|]")', 'relu?', 'tanh?', 'elu? alpha:1', 'tanh?', 'sigmoid?'],
]));

describe('graphs of ONNX', () => run([
  ['nothing', 'from onnx import helper\nn = helper.make_node("[|Relu|]", ["h"], ["y"])', 'relu'],
  ['nothing', 'import onnx\nn = onnx.helper.make_node(op_type="[|LeakyRelu|]", inputs=["h"], outputs=["y"], alpha=0.1)', 'leaky-relu negativeSlope=0.1'],
  ['nothing', 'from onnx.helper import make_node\nn = make_node("[|Gelu|]", ["h"], ["y"], approximate="tanh")', 'gelu-tanh'],
  ['nothing', 'import onnx_graphsurgeon as gs\nn = gs.Node(op="[|Sigmoid|]", inputs=[h], outputs=[y])', 'sigmoid'],
  ['nothing', 'from onnx import helper\nn = helper.make_node("[|HardSigmoid|]", ["h"], ["y"])\nm = helper.make_node("[|HardSigmoid|]", ["h"], ["y"], alpha=1 / 6)', 'hard-sigmoid variant:keras_legacy', 'hard-sigmoid variant=pytorch'],
  ['nothing', 'import onnx\nn = onnx.helper.make_node("RNN", ["x"], ["y"], activations=["[|Tanh|]", "[|Relu|]"])\ny = compute(x, activation="[|silu|]")', 'tanh', 'relu', 'silu?'],
  ['nothing', 'from onnx import helper\nn = helper.make_node("Gemm", ["Relu", "w"], ["Sigmoid"], name="Tanh")'],
]));

describe('layers of thinc', () => run([
  ['nothing', 'from thinc.api import chain, Gelu, Maxout, Swish\nm = chain([|Maxout|](8, nP=3), [|Gelu|](8), [|Swish|](8))', 'maxout', 'gelu', 'silu'],
  ['nothing', 'from thinc.layers import softmax_activation\nm = [|softmax_activation|]()', 'softmax temperature:1'],
]));

describe('Keras as TensorFlow 1 had it', () => run([
  ['nothing', 'import tensorflow as tf\ntcf = tf.contrib.framework\nwith tcf.arg_scope([f], activation_fn=[|None|]): pass\nwith tcf.variables([f], initializer=None): pass', 'identity'],
  // What a caller may leave out picks what is meant where it does.
  ['nothing', 'import keras.backend as K\ndef relu(x, alpha=0., max_value=None):\n    return K.[|relu|](x, alpha, max_value)\ndef capped(x, alpha, max_value):\n    return K.relu(x, alpha, max_value)', 'relu?'],
  ['nothing', 'from tensorflow.contrib.keras.api.keras.layers import Dense\nfrom tensorflow.contrib.keras.python.keras.layers import Conv2D\ny = Dense(3, activation="[|softmax|]")(x), Conv2D(3, 3, activation="[|relu|]")(x)', 'softmax temperature:1', 'relu'],
]));

describe('bricks of Blocks and layers of Pylearn2', () => run([
  ['nothing', 'from blocks.bricks import MLP, Rectifier, Logistic, LeakyRectifier, Identity\nm = MLP(activations=[[|Rectifier|](), [|LeakyRectifier|](0.2), [|Logistic|](), [|Identity|]()], dims=[8, 8, 8, 3])', 'relu', 'leaky-relu negativeSlope=0.2', 'sigmoid', 'identity'],
  ['nothing', 'from neon.layers import Affine, Activation\nfrom neon.transforms import Rectlin, Logistic, Explin, Softmax\nlayers = [Affine(nout=9, activation=[|Rectlin|]()), Affine(9, activation=[|Rectlin|](slope=0.1)), Activation([|Explin|](alpha=0.5)), Affine(1, activation=[|Logistic|](shortcut=True)), Affine(3, activation=[|Softmax|]())]', 'relu', 'leaky-relu negativeSlope=0.1', 'elu alpha=0.5', 'sigmoid', 'softmax temperature:1'],
  ['nothing', 'from neon.transforms import CrossEntropyBinary, Misclassification\ncost = CrossEntropyBinary(), Misclassification()'],
  ['nothing', 'import dynet as dy\nh = dy.[|rectify|](W * x + b)\np = dy.[|softmax|](h), dy.[|silu|](h), dy.pick(h, 1), dy.pickneglogsoftmax(h, 1)', 'relu', 'softmax temperature:1', 'silu'],
  ['nothing', 'from dynet import *\nacts = {"relu": [|rectify|], "sigmoid": [|logistic|]}\nh = [|rectify|](W * x)', 'relu', 'sigmoid', 'relu'],
  ['nothing', 'import chainer.functions as F\nblock = GraphBlock(8, activation=F.[|identity|])', 'identity'],
  ['nothing', 'import jittor as jt\nfrom jittor import nn\nh = nn.[|gelu|](x)', 'gelu'],
  ['nothing', 'import oneflow as flow\nimport oneflow.nn.functional as F\nh = F.[|gelu|](x), F.[|gelu|](x, approximate="tanh")', 'gelu', 'gelu-tanh'],
  ['nothing', 'from pylearn2.models import mlp, maxout\na = mlp.[|RectifiedLinear|](layer_name="h0", dim=8), mlp.[|ConvRectifiedLinear|](8, (3, 3), left_slope=0.1), maxout.[|Maxout|](layer_name="h1"), mlp.[|Softmax|](n_classes=3)', 'relu', 'leaky-relu negativeSlope=0.1', 'maxout', 'softmax temperature:1'],
  // A project's own module of blocks is no such library, and what is logistic elsewhere may be a regression.
  ['keras', 'from blocks import gelu, Rectifier, Logistic\ny = [|gelu|](x), Rectifier(), Logistic()', 'gelu?'],
]));

describe('arithmetic that is asked for as an activation', () => run([
  ['jax', 'acts = {"relu": jax.nn.[|relu|], "abs": jnp.[|abs|]}\ny = jnp.abs(x)\nsizes = {"abs": jnp.abs}', 'relu', 'abs?'],
  ['nothing', 'import numpy as np\n# A neural network: forward, hidden layer.\nactivations = {"abs": np.[|abs|], "tanh": np.[|tanh|]}', 'abs?', 'tanh?'],
  ['torch', 'options = dict(activations=["[|relu|]", "[|abs|]"])\nunits = ["abs", "rel"]', 'relu?', 'abs?'],
]));

describe('layers that other libraries have as PyTorch has them', () => run([
  ['nothing', 'from paddle.incubate.nn import FusedFeedForward\nimport paddle\na = FusedFeedForward(8, 16, activation="[|gelu|]")\nb = paddle.incubate.nn.FusedTransformerEncoderLayer(8, 2, 16, activation="[|relu|]", name="tanh")', 'gelu', 'relu'],
  ['nothing', 'from fastai.vision.all import *\nlearn = Learner(dls, xresnet34(act_cls=[|MishJit|]))\na = [|SwishJit|](), Jit()', 'mish', 'silu'],
  ['nothing', 'from paddle import nn\na = nn.TransformerEncoderLayer(8, 2, 16, 0.1, "[|gelu|]")\nb = nn.Transformer(activation="[|relu|]")\nc = nn.SimpleRNN(8, 2, activation="[|relu|]")', 'gelu', 'relu', 'relu'],
  ['nothing', 'from mindspore import nn\na = nn.TransformerDecoderLayer(8, 2, activation="[|relu|]")\nb = nn.RNN(8, 2, nonlinearity="[|tanh|]")\nc = nn.RNNCell(8, 2, True, "[|relu|]")', 'relu', 'tanh', 'relu'],
  ['torch', 'from mmcv.cnn import ConvModule\nextra_act_cfg = None if last else dict(type="[|ReLU|]", inplace=False)\nConvModule(3, 3, act_cfg=dict(type="[|Swish|]") if mobile else dict(type="[|ReLU|]") if deep else None)\nConvModule(3, 3, norm_cfg=None if last else dict(type="ReLU"))\nbuild(act="[|relu|]" if a else "[|gelu|]" if b else "[|elu|]")', 'relu?', 'silu?', 'relu?', 'relu?', 'gelu?', 'elu? alpha:1'],
  ['torch', 'def init_layer(m, mode="fan_in", nonlinearity="[|relu|]"):\n    nn.init.kaiming_normal_(m.weight, mode=mode, nonlinearity=nonlinearity)\ndef gain_of(nonlinearity="[|tanh|]"):\n    return nn.init.calculate_gain(nonlinearity)\ndef init_other(m, nonlinearity="relu"):\n    log(nonlinearity)\ndef init_leaky(m, nonlinearity="leaky_relu"):\n    nn.init.kaiming_normal_(m.weight, nonlinearity=nonlinearity)', 'relu?', 'tanh?'],
  ['nothing', 'from mmcv.cnn import kaiming_init\nkaiming_init(m, mode="fan_in", nonlinearity="[|relu|]")\nkaiming_init(m, nonlinearity="leaky_relu")', 'relu'],
  ['nothing', 'import paddle\nfrom paddle3d.models.layers import kaiming_normal_init, constant_init\nkaiming_normal_init(m.weight, mode="fan_in", nonlinearity="[|relu|]")\ninit_kaiming_normal(m, nonlinearity="[|tanh|]")\nkaiming_normal_init(m.weight, nonlinearity="leaky_relu"), constant_init(m.weight, nonlinearity="relu")', 'relu?', 'tanh?'],
  ['nothing', 'import mindspore.nn as nn\nfrom mindspore.ops import operations as P\nclass Net(nn.Cell):\n    def __init__(self):\n        self.act = P.[|Sigmoid|]().shard(((1, 1),))\n    def construct(self, x):\n        return self.[|act|](x)', 'sigmoid', 'sigmoid'],
  ['tensorflow', 'a, b = tf.[|sparse_softmax|](x), tf.sparse.[|softmax|](x)', 'softmax temperature:1', 'softmax temperature:1'],
  ['nothing', 'import lasagne\nfrom lasagne.init import Orthogonal as start\nW, U = start("[|relu|]"), lasagne.init.Orthogonal("[|relu|]")\nb = lasagne.init.Orthogonal(1.0)', 'relu', 'relu'],
  ['nothing', 'import lasagne\nfrom lasagne.layers import DenseLayer\na = DenseLayer(a, 8, W=lasagne.init.HeNormal(gain="[|relu|]"), nonlinearity=[|None|])\nb = other(a, nonlinearity=None, gain="relu")', 'relu', 'identity'],
  ['nothing', 'from lasagne import layers\na = layers.[|ParametricRectifierLayer|](a)\nb = layers.[|prelu|](b)\nc = layers.[|RandomizedRectifierLayer|](c, upper=0.5)', 'prelu a:0.25', 'prelu a:0.25', 'rrelu lower:0.3 upper=0.5'],
]));

describe('initialisers that other libraries have from PyTorch', () => run([
  ['nothing', 'import paddle\nfrom project.init import kaiming_normal_, other_init\nkaiming_normal_(w, mode="fan_out", nonlinearity="[|relu|]")\nkaiming_normal_(w, nonlinearity="leaky_relu")\nother_init(w, nonlinearity="relu")\ndef he_uniform(w, nonlinearity="relu"): ...', 'relu?'],
]));

describe('parameters of the file that are handed on as an activation', () => run([
  ['keras', 'def block(n, kind):\n    return layers.Dense(n, activation=kind)\nblock(3, "[|selu|]")\nblock(3, kind="[|elu|]")\nblock("relu", None)', 'selu?', 'elu? alpha:1'],
  ['keras', 'class Base:\n    def __init__(self):\n        self.last = "[|sigmoid|]"\nclass Net(Base):\n    def __init__(self):\n        super().__init__()\n        self.inner = "[|relu|]"\n        self.loss = "elu"\n        self.open = "selu"\n        self.open = other\n    def build(self, x):\n        x = layers.Dense(3, activation=self.inner)(x)\n        x = layers.Dense(3, activation=self.open, name=self.loss)(x)\n        return layers.Dense(1, activation=self.last)(x)', 'sigmoid', 'relu'],
  ['keras', 'def plot_block(n, kind):\n    return draw(n, activation=kind)\nplot_block(3, "selu")\ndef block(n, kind):\n    return layers.Dense(n, name=kind)\nblock(3, "selu")'],
]));

describe('the gates of a recurrent cell', () => run([
  ['torch', 'class Cell:\n    def __init__(self, n, gates=("[|sigmoid|]", "[|tanh|]")): ...\nCell(3, gates=["[|sigmoid|]"])\nf(gates=["x", "h"])', 'sigmoid?', 'tanh?', 'sigmoid?'],
]));

describe('layers of PaddlePaddle before 2.0', () => run([
  ['nothing', 'import paddle.fluid as fluid\nx = fluid.nets.simple_img_conv_pool(x, 8, act="[|relu|]")', 'relu'],
  ['nothing', 'import paddle.fluid as fluid\nx = fluid.layers.dynamic_gru(x, 8, gate_activation="[|sigmoid|]", candidate_activation="[|relu|]")', 'sigmoid', 'relu'],
]));

describe('what is active', () => run([
  ['torch', 'def fc(tag, x, n, active="[|relu|]"):\n    return x\nfc("first", x, 8, "[|tanh|]")\nfc("last", x, 8, active=None)\nshow(active="linear", other="tanh")', 'relu?', 'tanh?'],
]));

describe('members that fields and loops have', () => run([
  ['torch', 'from pydantic import Field\nclass Config:\n    act: Activation = Field(default=Activation.[|SILU|], description="SiLU")', 'silu?'],
  ['torch', 'net = Net(acts=[Activation.[|GELU|], Activation.[|RELU|]], shapes=[Shape.RELU])', 'gelu?', 'relu?'],
]));

describe('layers as Keras writes them into configurations', () => run([
  ['keras', 'layers = [{"class_name": "[|LeakyReLU|]", "config": {"alpha": 0.1}}, {"class_name": "Dense", "config": {"activation": "[|relu|]"}}]', 'leaky-relu? negativeSlope=0.1', 'relu?'],
  ['keras', 'shown = {"class_name": "ReLU", "colour": "red"}\nlayer = {"class_name": "InputLayer", "config": {}}'],
]));

describe('loops, tables and registries of strings', () => run([
  ['torch', 'for i, activation in enumerate(["[|relu|]", "[|tanh|]"]):\n    pass', 'relu?', 'tanh?'],
  ['torch', 'for size, act in zip(sizes, ["[|relu|]", "[|tanh|]"]):\n    pass', 'relu?', 'tanh?'],
  ['torch', 'nonlinearity = {"RNN_TANH": "[|tanh|]", "RNN_RELU": "[|relu|]"}[kind]', 'tanh?', 'relu?'],
  ['torch', 'gain = nn.init.calculate_gain(["[|tanh|]", "[|relu|]"][use_relu])\nnames = ["tanh", "relu"][use_relu]', 'tanh', 'relu'],
  ['torch', 'act_cfg = None if first else dict(type="[|ReLU|]", inplace=True)\nother = None if first else dict(type="ReLU")\nact_cfg = None if first else dict(size=3)', 'relu?'],
  ['torch', 'layers = [{"name": "linear", "param": {"in": 8}}, {"name": "[|LeakyReLU|]", "param": {"negative_slope": 0.3}}]\nnames = [{"name": "linear"}, {"name": "ReLU"}]', 'leaky-relu? negativeSlope=0.3'],
  ['torch', 'Space(hyperparameter="activation", value_range=("[|relu|]", "[|gelu|]"), default_value="[|relu|]"), Space(hyperparameter="kernel", default_value="tanh")', 'relu?', 'gelu?', 'relu?'],
  ['torch', 'model = dict(fcnet_activation=ff.String("[|relu|]"), name=ff.String("relu"))\nclass Settings:\n    activation = Unicode("[|tanh|]").tag(config=True)\n    act = Unicode("[|tanh|]")'.replace('activation = Unicode("[|tanh|]").tag', 'act2 = Unicode("tanh").tag'), 'relu?', 'tanh?'],
  ['torch', 'net.activation("[|relu|]").with_activation("[|gelu|]")\nnet.activations(["[|relu|]", "[|tanh|]"])\nnet.activations("auto"), net.plot_activation("relu"), net.activations([name])', 'relu?', 'gelu?', 'relu?', 'tanh?'],
  ['torch', 'last_activation = {"binary": ["[|sigmoid|]"], "multi": ["[|softmax|]"], "real": [None]}', 'sigmoid?', 'softmax? temperature:1'],
  ['torch', 'layers = [dict(type="activation", nonlinearity="[|tanh|]"), dict(type="Kaiming", nonlinearity="relu")]\nbackbone = dict(ACTIVATION=dict(NAME="[|ReLU|]", INPLACE=True), NECK=dict(NAME="relu"))', 'tanh?', 'relu?'],
  ['torch', 'predictor = Predictor(model, **{"[|apply_softmax|]": True, "apply_argmax": True})\ndef bounded(x, bounded_transform="[|tanh|]"):\n    pass', 'softmax? temperature:1', 'tanh?'],
  ['torch', 'acts_tuple = ("[|relu|]", "[|tanh|]")\nlayer = GCN(in_feats, hidden_size, "[|prelu|]")\nother = Table(in_feats, path, "prelu")\nfacts_tuple = ("relu", "tanh")', 'relu?', 'tanh?', 'prelu? a~0.25'],
  ['torch', 'grid.add("model:actor:activation", ["[|tanh|]"]), grid.add("env", ["relu"]), names.add("act")\nroot.add_categorical_param("activation", ["[|tanh|]", "[|relu|]"])', 'tanh?', 'tanh?', 'relu?'],
  ['torch', 'act_type = getattr(opts, "model.activation.name", "[|relu|]")\nparser.add_argument("--model.activation.name", default="[|gelu|]")\nname = getattr(opts, "model.layer.name", "relu")', 'relu?', 'gelu?'],
  ['torch', 'flags = [Flag("ffn_activation", dtype=Flag.TYPE.STRING, default="[|gelu|]", help="…"), Flag("name", default="relu")]\n@given(activation=st.sampled_from(["[|ReLU|]", "[|Tanh|]"]), kind=st.sampled_from(["tanh"]))\ndef check(activation, kind):\n    pass', 'gelu?', 'relu?', 'tanh?'],
  ['torch', 'Block(8, se_scale_fn_name="[|sigmoid|]")\ndef mask(x, mask_bound="[|tanh|]", loss_fn_name="sigmoid", upper_bound="relu"):\n    pass', 'sigmoid?', 'tanh?'],
  ['torch', 'config = {"nonlinearity": {"[|ReLU|]": {}}, "act": {"[|LeakyReLU|]": {"negative_slope": 0.2}}}', 'relu?', 'leaky-relu? negativeSlope=0.2'],
  ['torch', 'Block(act_cfg=(dict(type="[|ReLU|]"), dict(type="[|LeakyReLU|]", negative_slope=0.3)))', 'relu?', 'leaky-relu? negativeSlope=0.3'],
  ['torch', 'Block(act_cfg=(dict(type="ReLU"), dict(kind="Sigmoid")), other=[dict(type="ReLU")])'],
  ['torch', 'for name, size in zip(["relu", "tanh"], sizes):\n    pass\nfor activation, size in pairs(["relu", "tanh"]):\n    pass'],
  ['keras', 'activation_1 = "[|linear|]"\nspace = {"activation_2": hp.choice("activation_2", ["[|relu|]", "[|linear|]"])}\nschedule_1 = "linear"', 'identity?', 'relu?', 'identity?'],
  ['torch', 'lrelu = lambda x: F.[|leaky_relu|](x, 0.2)\nother = lambda x: loss(F.[|relu|](x))\nBlock(3, activation=[|lrelu|]), Block(3, activation=other), sorted(xs, key=[|lrelu|])', 'leaky-relu negativeSlope=0.2', 'relu', 'leaky-relu negativeSlope=0.2', 'leaky-relu? negativeSlope:0.2'],
  ['torch', 'net = Net(activation_funcs={"default": "[|sigmoid|]", "by_layer": {-1: "[|tanh|]", 0: "[|relu|]"}})\nacts = {"relu": {0: "relu"}, "one": {"type": "tanh"}}\nactivations = {"first": "tanh", "widths": {0: 3}}', 'sigmoid?', 'tanh?', 'relu?'],
  ['keras', 'activations = {"hidden": "[|relu|]", "output": "[|softmax|]"}\nacts = dict(first="[|tanh|]", last="[|linear|]")', 'relu?', 'softmax? temperature:1', 'tanh?', 'identity?'],
  ['keras', 'activations = {"relu": "ReLU", "tanh": "Tanh"}\nactivations = {"r": "relu", "t": "tanh"}\nactivations = {0: "relu", 1: "tanh"}\nactivations = {"a": "relu", "b": "loss"}\nlayers = {"a": "relu", "b": "tanh"}\nactivations = {"a": "linear", "b": "identity"}'],
  ['torch', 'args = dict(nonlinearity="[|tanh|]", leak=0.2)\ninit = dict(nonlinearity="tanh", mode="fan_in")', 'tanh?'],
  ['torch', 'nonlinearity = "relu"\nkinds = {"a": "tanh"}[kind]\nconfig = {"act": {"relu": 3, "tanh": 4}, "sizes": {"ReLU": {}}}'],
]));

describe('what is no usage', () => run([
  ['torch', '# nn.ReLU()'],
  ['torch', '"""nn.ReLU() and F.relu(x)"""'],
  ['torch', 'def f():\n    "Uses nn.ReLU()."'],
  ['torch', 'message = "nn.ReLU()"'],
  ['torch', 'class GELU(nn.Module): pass\nGELU()'],
  ['torch', 'from mine import GELULayer\nGELULayer()'],
  ['torch', 'from .layers import relu_block\nrelu_block(x)'],
  ['torch', 'def relu(x): return x\nrelu(x)'],
  ['torch', 'def f(relu):\n    return relu(x)'],
  ['torch', 'relu = self.relu\nrelu(x)'],
  ['torch', 'from torchvision.ops import sigmoid_focal_loss\nsigmoid_focal_loss(x, y)'],
  ['torch', 'F.binary_cross_entropy_with_logits(x, y)'],
  ['torch', 'tanh_scale = 2\ngelu = 3\nsoftmax_temperature = 1'],
  ['torch', 'def f(act: nn.ReLU) -> nn.GELU: pass'],
  // A name or string by which things are told apart computes nothing.
  ['torch', 'isinstance(m, (nn.ReLU, nn.GELU))'],
  ['torch', 'issubclass(kind, nn.ReLU)'],
  ['torch', 'act = F.[|elu|]\nprint(act, str(act), repr(nn.ReLU))', 'elu alpha:1'],
  ['torch', 'if type(m) is nn.ReLU or type(m) in (nn.GELU, nn.SiLU): pass'],
  ['torch', 'if node.target == torch.relu: pass'],
  ['torch', 'count = {nn.ReLU: count_relu, nn.GELU: count_gelu}\ncount[nn.ReLU]'],
  ['torch', 'match m:\n    case nn.ReLU(): pass\n    case "relu": pass'],
  ['torch', 'if act in ("relu", "gelu"): pass'],
  ['torch', 'hasattr(nn, "GELU")'],
  ['torch', 'layers: list[nn.ReLU] = []'],
  ['torch', 'from torch.nn import ReLU'],
  ['torch', 'nn.GELU = FastGELU'],
  ['torch', 'nn.GELU, nn.ReLU = gelu, relu'],
  ['torch', 'del nn.GELU'],
  ['torch', 'config.relu = 3\nconfig.relu'],
  ['tensorflow', 'tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=x)'],
  ['nothing', 'ReLU()'],
  ['nothing', 'import math\nmath.tanh(x)'],
  ['nothing', 'import numpy as np\nnp.tanh(x)\nnp.maximum(x, 0)'],
]));

describe('what a replacement replaces', () => {
  test.each([
    ['torch', 'y = nn.LeakyReLU(0.2)(x)', 'nn.LeakyReLU(0.2)'],
    ['torch', 'y = F.relu(self.fc(x)) + 1', 'F.relu(self.fc(x))'],
    ['torch', 'y = (a + b).sigmoid()', '(a + b).sigmoid()'],
    ['torch', 'Block(act_layer=nn.GELU)', 'nn.GELU'],
    ['keras', 'layers.Dense(8, activation=r"relu")', 'r"relu"'],
  ] as const)('%s: %s', (before, code, expected) => {
    const text = imports[before] + code;
    expect(usagesIn(text).map(({ expression }) => text.slice(expression.start, expression.end))).toEqual([expected]);
  });
});

test('a usage says in which class and function it is', () => {
  const text = `${imports.torch}class Net(nn.Module):\n    def forward(self, x):\n        return F.relu(x)\n`;
  expect(usagesIn(text).map(({ scope, symbol, framework, form }) => ({ scope, symbol, framework, form })))
    .toEqual([{ scope: 'Net.forward', symbol: 'torch.nn.functional.relu', framework: 'pytorch', form: 'function' }]);
});

describe('notebooks', () => {
  const notebook = (...cells: string[]): string =>
    JSON.stringify({ nbformat: 4, cells: cells.map((source) => ({ cell_type: 'code', source })) });

  test('cells share what earlier ones import', () => {
    check('nothing', notebook('import torch.nn as nn\n', 'act = nn.ReLU()'), ['relu'], 'a.ipynb');
  });
  test('lines of IPython hide nothing', () => {
    check('nothing', notebook('%matplotlib inline\n!pip install torch\nimport torch.nn as nn', '%%time\nact = nn.ReLU()', '%%bash\nnn.GELU()'), ['relu'], 'a.ipynb');
  });
  test('below a magic that is not known Python goes on', () => {
    check('nothing', notebook('%%backend torch\nimport torch.nn as nn', '%%writefile model.py\nact = nn.ReLU()', '%%writefile notes.txt\nact = nn.GELU()', '%%html\nnn.GELU()', '%%javascript\nnn.GELU()'), ['relu'], 'a.ipynb');
  });
  test('a broken cell costs only itself', () => {
    check('nothing', notebook('import torch.nn as nn', 'x = (1 +', 's = """', 'act = nn.ReLU()'), ['relu'], 'a.ipynb');
  });
});

/** A machine that is busy with other things must not fail what is about growth. */
const patient = 60_000;

test('a list of many usages, or many levels, costs no more than its length', () => {
  const many = (text: string): string => `import torch\nfrom torch import nn\nfrom functools import partial\n${text}`;
  expect(usagesIn(many(`partial(${'nn.ReLU,'.repeat(20_000)})`)).length).toBe(20_000);
  expect(usagesIn(many(`x = ${'[nn.ReLU,'.repeat(20_000)}`)).length).toBeGreaterThan(0);
}, patient);

describe('any text', () => {
  const samples = [imports.torch + 'class A(nn.Module):\n    def f(self, x):\n        return F.leaky_relu(x, *a, **k).sigmoid()\n',
    imports.keras + 'm = keras.Sequential([layers.Dense(4, "relu"), layers.PReLU(alpha_initializer="zeros")])\n',
    imports.transformers + 'ACT2FN["gelu"](x)\nconfig = dict(hidden_act="silu")\n'];

  test('gives usages in order and inside it, or none', () => {
    const word = fc.constantFrom('import torch', 'from torch.nn import *', '\n', 'nn.', 'ReLU', '(', ')', 'F.relu(', '"relu"', 'activation=', ',', ' ', '[', ']', '*', '**', '=', ':', 'class ', 'def f(', 'lambda ', 'ACT2FN[', '.sigmoid()', '"""', '#', 'x');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(word).map((words) => `import torch\n${words.join('')}`)), (text) => {
      let last = -1;
      for (const { span, expression } of usagesIn(text)) {
        expect(span.start).toBeGreaterThan(last);
        expect(expression.start <= span.start && span.end <= expression.end && expression.end <= text.length).toBe(true);
        last = span.start;
      }
    }));
  });

  test('cut off anywhere is still read', () => {
    for (const sample of samples) {
      for (let end = 0; end <= sample.length; end++) usagesIn(sample.slice(0, end)).map(shown);
    }
  });
});
