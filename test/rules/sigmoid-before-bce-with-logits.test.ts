import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('sigmoid-before-bce-with-logits', torch + code, expected);

describe('fires', () => {
  test('on the activation that a network of segmentation_models_pytorch is told', () => checkRule('sigmoid-before-bce-with-logits', `
import segmentation_models_pytorch as smp
from torch import nn
net = smp.Unet("resnet34", classes=1, activation="[|sigmoid|]")
loss = nn.BCEWithLogitsLoss()(net(x), y)
`));
  test('on what Haiku applies of a function that it made pure', () => checkRule('sigmoid-before-bce-with-logits', `
import haiku as hk
import jax
import optax
net = hk.without_apply_rng(hk.transform(lambda x: jax.nn.[|sigmoid|](hk.Linear(1)(x))))
@hk.transform_with_state
def with_state(x, training):
    h = hk.BatchNorm(True, True, 0.9)(hk.Linear(8)(x), training)
    return jax.nn.[|sigmoid|](hk.Linear(1)(h))
def cost(params, state, key, x, y):
    scores, state = with_state.apply(params, state, key, x, training=True)
    return optax.sigmoid_binary_cross_entropy(net.apply(params, x), y).mean() + optax.sigmoid_binary_cross_entropy(scores, y).mean()
`));
  test('on a function that stands in a row of layers, where it stands', () => checkRule('sigmoid-before-bce-with-logits', `
import haiku as hk
import jax
import optax
def forward(x):
    mlp = hk.Sequential([hk.Flatten(), hk.Linear(300), jax.nn.relu, hk.Linear(1), jax.nn.[|sigmoid|]])
    return mlp(x)
net = hk.without_apply_rng(hk.transform(forward))
def cost(params, x, y):
    return optax.sigmoid_binary_cross_entropy(net.apply(params, x)[:, 0], y).mean()
`));
  test('on a row of layers of Flax that is applied as it is', () => checkRule('sigmoid-before-bce-with-logits', `
from flax import linen as nn
import optax
net = nn.Sequential([nn.Dense(8), nn.relu, nn.Dense(1), nn.[|sigmoid|]])
def cost(params, x, y):
    return optax.sigmoid_binary_cross_entropy(net.apply(params, x), y).mean()
`));
  test('on what is applied to each sample', () => checkRule('sigmoid-before-bce-with-logits', `
import equinox as eqx
import jax
import optax
class Net(eqx.Module):
    layer: eqx.nn.Linear
    def __init__(self, key):
        self.layer = eqx.nn.Linear(8, 1, key=key)
    def __call__(self, x):
        return jax.nn.[|sigmoid|](self.layer(x))
def cost(net, x, y):
    return optax.sigmoid_binary_cross_entropy(jax.vmap(net)(x), y).mean()
cost(Net(key), x, y)
`));
  test('in a function that another one calls with its model, though nothing calls that one', () => check(`
def step(net, x, y):
    def cost():
        return F.binary_cross_entropy_with_logits(net(x), y)
    optimiser.step(cost)
def main(batches):
    net = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
    for x, y in batches:
        step(net, x, y)
`));
  test('without a fix where the result is called a probability', () => check(`
def forward(x, y):
    prob = torch.[|sigmoid|](fc(x))
    return {'loss': F.binary_cross_entropy_with_logits(prob, y), 'prob': prob}
`, { fixed: null }));
  test('without a fix where something is compared with a probability', () => check(`
model = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
loss = nn.BCEWithLogitsLoss()(model(x), y)
clicks = sum(p >= 0.5 for p in predict(model, data))
`, { fixed: null }));
  test('without a fix where something else reads the probabilities', () => check(`
model = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
p = model(x)
loss = nn.BCEWithLogitsLoss()(p, y) + (1 - p).mean()
`, { fixed: null }));
  test('on the last layer of a Sequential', () => check(`
model = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
criterion = nn.BCEWithLogitsLoss()
loss = criterion(model(x).squeeze(1), y)
`, { confidence: 'certain', fixed: `${torch}
model = nn.Sequential(nn.Linear(8, 1))
criterion = nn.BCEWithLogitsLoss()
loss = criterion(model(x).squeeze(1), y)
` }));
  test('on a method, of one column', () => check(`
def step(x, y):
    p = fc(x).[|sigmoid|]()
    return F.binary_cross_entropy_with_logits(p[:, 0], y)
`));
  test('on sigmoid_focal_loss', () => check(`
from torchvision.ops import sigmoid_focal_loss
loss = sigmoid_focal_loss(torch.[|sigmoid|](fc(x)), y)
`));
  test('through a base class of the file', () => check(`
class Base(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(8, 8)
    def forward(self, x):
        return self.head(self.body(x))
class Binary(Base):
    def __init__(self):
        super().__init__()
        self.head = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
loss = nn.BCEWithLogitsLoss()(Binary()(x), y)
`));
});

describe('is silent', () => {
  test('on such a network that is told none, or whose loss takes probabilities', () => checkRule('sigmoid-before-bce-with-logits', `
import segmentation_models_pytorch as smp
from torch import nn
loss = nn.BCEWithLogitsLoss()(smp.Unet("resnet34", classes=1)(x), y)
other = nn.BCELoss()(smp.FPN(classes=1, activation="sigmoid")(x), y)
`));
  test('on the p_t of a focal loss', () => check(`
def focal(inputs, targets, gamma=2):
    p = torch.sigmoid(inputs)
    ce = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    return (ce * (1 - p_t) ** gamma).mean()
loss = focal(fc(x), y)
`));
  test('where the sigmoid is passed by', () => check(`
class Matcher(nn.Module):
    def __init__(self):
        super().__init__()
        self.token = nn.Sequential(nn.Linear(8, 1), nn.Sigmoid())
        self.loss_fn = nn.BCEWithLogitsLoss()
    def forward(self, x):
        return self.token(x)
    def loss(self, x, y):
        return self.loss_fn(self.token[0](x), y)
`));
  test('where the loss is BCELoss on another branch', () => check(`
if logits:
    loss_fn = nn.BCEWithLogitsLoss()
else:
    loss_fn = nn.BCELoss()
loss = loss_fn(torch.sigmoid(fc(x)), y)
`));
  test('on the target', () => check('loss = F.binary_cross_entropy_with_logits(fc(x), torch.sigmoid(teacher(x)))\n'));
  test('on predictions beside the loss', () => check(`
logits = fc(x)
loss = nn.BCEWithLogitsLoss()(logits, y)
predicted = torch.sigmoid(logits) > 0.5
`));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('fires in PaddlePaddle', () => {
  test('on the argument that is called logit', () => checkRule('sigmoid-before-bce-with-logits', `${paddle}
loss = F.binary_cross_entropy_with_logits(logit=F.[|sigmoid|](nn.Linear(3, 1)(x)), label=y)
`, { fixed: `${paddle}
loss = F.binary_cross_entropy_with_logits(logit=nn.Linear(3, 1)(x), label=y)
` }));
  test('on the act of a function before 2.0', () => checkRule('sigmoid-before-bce-with-logits', `
import paddle.fluid as fluid
def critic(x):
    x = fluid.layers.conv2d(x, num_filters=8, filter_size=3, act='relu')
    return fluid.layers.fc(input=x, size=1, act='[|sigmoid|]')
cost = fluid.layers.sigmoid_cross_entropy_with_logits(critic(x), y)
`));
});

describe('is silent in PaddlePaddle', () => {
  test('on the loss that takes probabilities', () => checkRule('sigmoid-before-bce-with-logits', `${paddle}
loss = nn.BCELoss()(F.sigmoid(nn.Linear(3, 1)(x)), y) + F.log_loss(F.sigmoid(nn.Linear(3, 1)(x)), y)
`));
});

const gluon = 'from mxnet import autograd, gluon, nd\nfrom mxnet.gluon import nn\n';
const mlx = 'import mlx.core as mx\nimport mlx.nn as nn\n';
const mindspore = 'import mindspore\nfrom mindspore import nn, ops\n';

describe('fires in Gluon, MLX and MindSpore', () => {
  test('on the activation of the last of the layers that are added together', () => checkRule('sigmoid-before-bce-with-logits', `${gluon}
net = nn.HybridSequential()
net.add(nn.Dense(8), nn.Activation('relu'), nn.Dense(1, activation='[|sigmoid|]'))
loss = gluon.loss.SigmoidBCELoss()(net(x), y)
`, { fixed: `${gluon}
net = nn.HybridSequential()
net.add(nn.Dense(8), nn.Activation('relu'), nn.Dense(1))
loss = gluon.loss.SigmoidBCELoss()(net(x), y)
` }));
  test('on the loss of MLX, which takes logits by default', () => checkRule('sigmoid-before-bce-with-logits', `${mlx}loss = nn.losses.binary_cross_entropy(mx.[|sigmoid|](nn.Linear(8, 1)(x)), y)\n`));
  test('on a network of MindSpore', () => checkRule('sigmoid-before-bce-with-logits', `${mindspore}
net = nn.SequentialCell(nn.Dense(8, 1), nn.[|Sigmoid|]())
loss = nn.BCEWithLogitsLoss()(net(x), y)
`));
});

describe('is silent in Gluon, MLX and MindSpore', () => {
  test('where the loss is told that they are probabilities, or may be', () => checkRule('sigmoid-before-bce-with-logits', `${gluon}
p = nd.sigmoid(nn.Dense(1)(x))
a = gluon.loss.SigmoidBCELoss(from_sigmoid=True)(p, y)
b = gluon.loss.SigmoidBCELoss(from_sigmoid=flag)(p, y)
`));
  test('where MLX is told so, or may be', () => checkRule('sigmoid-before-bce-with-logits', `${mlx}
p = mx.sigmoid(nn.Linear(8, 1)(x))
a = nn.losses.binary_cross_entropy(p, y, with_logits=False)
b = nn.losses.binary_cross_entropy(p, y, **options)
`));
  test('on the loss of MindSpore that takes probabilities, whatever it calls them', () => checkRule('sigmoid-before-bce-with-logits', `${mindspore}
loss = nn.BCELoss(reduction='mean')(logits=ops.sigmoid(nn.Dense(8, 1)(x)), labels=y)
`));
});
