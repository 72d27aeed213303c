import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-before-cross-entropy', torch + code, expected);

describe('fires', () => {
  test('in a function that is differentiated by the model that is passed', () => checkRule('softmax-before-cross-entropy', `
import optax
from flax import nnx
class Net(nnx.Module):
    def __init__(self, rngs):
        self.layer = nnx.Linear(8, 10, rngs=rngs)
    def __call__(self, x):
        return nnx.[|softmax|](self.layer(x))
@nnx.jit
def step(net, optimiser, x, y):
    def cost(net):
        return optax.softmax_cross_entropy_with_integer_labels(net(x), y).mean()
    grads = nnx.grad(cost)(net)
    optimiser.update(grads)
net = Net(nnx.Rngs(0))
step(net, nnx.Optimizer(net, optax.sgd(0.1)), x, y)
`));
  test('where a loop goes on once a counter or a buffer says so, which they do not at first', () => {
    const net = 'net = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))\n';
    check(`${net}steps = 0\nfor x, y in batches:\n    steps += 1\n    if steps > 100:\n        loss = F.cross_entropy(net(x), y)\n`);
    check(`${net}buffer = []\nwhile True:\n    if len(buffer) > 100:\n        loss = F.cross_entropy(net(x), y)\n    buffer.append(sample())\n`);
    check(`
class Agent:
    def __init__(self):
        ${net.trim().replace('net', 'self.net')}
        self.memory, self.steps = [], 0
    def push(self, sample):
        self.memory.append(sample)
        self.steps += 1
    def is_ready(self):
        return len(self.memory) >= 100
    def learn(self):
        if not self.is_ready():
            return
        if self.steps < 1000:
            return
        x, y = draw(self.memory)
        loss = F.cross_entropy(self.net(x), y)
agent = Agent()
for sample in play():
    agent.learn()
    agent.push(sample)
`);
  });
  test.each([
    'scores = out.logits if hasattr(out, "logits") else out',
    'scores = getattr(out, "logits", out)',
    'scores = out if isinstance(out, torch.Tensor) else out.logits',
  ])('where a network of another library would return an object: `%s`', (taken) => check(`
net = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))
def train(model, batches):
    for x, y in batches:
        out = model(x)
        ${taken}
        loss = F.cross_entropy(scores, y)
train(net, batches)
`));
  test.each(['accelerator.prepare', 'fabric.setup'])('on what `%s` hands back', (prepare) => check(`
from ${prepare === 'fabric.setup' ? 'lightning.fabric' : 'accelerate'} import Launcher
def main():
    net = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))
    net, optimizer = ${prepare}(net, torch.optim.SGD(net.parameters()))
    for x, y in batches:
        loss = F.cross_entropy(net(x), y)
`));
  test('on layers of TensorFlow 1 that are objects', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
class Digits(object):
    def __init__(self):
        self.hidden = tf.layers.Dense(64, activation=tf.nn.relu)
        self.last = tf.layers.Dense(10, activation=tf.nn.[|softmax|])
    def predict(self, x):
        return self.last(self.hidden(x))
def loss(model, x, y):
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=model.predict(x), labels=y))
value = loss(Digits(), x, y)
`));
  test('without a fix where something else reads the probabilities', () => check(`
net = nn.Sequential(nn.Linear(8, 3), nn.[|Softmax|](dim=1))
def step(x, y):
    p = net(x)
    return nn.CrossEntropyLoss()(p, y), p[:, 0] * 100
`, { fixed: null }));
  test('without a fix where the largest of them is read', () => check(`
net = nn.Sequential(nn.Linear(8, 3), nn.[|Softmax|](dim=1))
loss = nn.CrossEntropyLoss()(net(x), y)
for sample in samples:
    report(sample, sure=predict(sample).max())
`, { fixed: null }));
  test('with a fix where only the largest is sought', () => check(`
net = nn.Sequential(nn.Linear(8, 3), nn.[|Softmax|](dim=1))
def step(x, y):
    p = net(x)
    return nn.CrossEntropyLoss()(p, y), p.detach().argmax(dim=1), torch.max(p.data, 1)
`, { fixed: `${torch}
net = nn.Sequential(nn.Linear(8, 3))
def step(x, y):
    p = net(x)
    return nn.CrossEntropyLoss()(p, y), p.detach().argmax(dim=1), torch.max(p.data, 1)
` }));
  test('on the mean of what several networks give, stacked or written one by one', () => check(`
nets = [nn.Linear(8, 4) for _ in range(3)]
loss = F.cross_entropy(torch.stack([torch.[|softmax|](net(x), dim=1) for net in nets], dim=1).mean(dim=1), y)
net = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))
probabilities = torch.zeros(5, 16, 4)
for sample in range(5):
    probabilities[sample] = net(x)
other = nn.CrossEntropyLoss()(probabilities.mean(dim=0), y)
`));
  test('on the loss of a file that Keras or PaddlePaddle is told, a function or a class', () => {
    checkRule('softmax-before-cross-entropy', `
import keras
import tensorflow as tf
from keras import layers
def weighted(labels, predictions):
    return 2 * tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=predictions)
model = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(3, activation="[|softmax|]")])
model.compile(loss=weighted)
`);
    checkRule('softmax-before-cross-entropy', `
import paddle
class Criterion(paddle.nn.Layer):
    def forward(self, scores, labels):
        return paddle.nn.functional.cross_entropy(scores, labels)
model = paddle.Model(paddle.nn.Sequential(paddle.nn.Linear(8, 3), paddle.nn.[|Softmax|]()))
model.prepare(loss=Criterion())
`);
  });
  test('on the state of a training in Flax, and what its update returns', () => checkRule('softmax-before-cross-entropy', `
import jax
import optax
from flax import linen as nn
from flax.training import train_state
class State(train_state.TrainState):
    statistics: dict
class Net(nn.Module):
    @nn.compact
    def __call__(self, x, train):
        return nn.[|softmax|](nn.Dense(10)(x))
def begin(key):
    net = Net()
    return State.create(apply_fn=net.apply, params=net.init(key, ones), tx=optax.sgd(0.1))
@jax.jit
def step(state, x, y):
    def cost(params):
        scores, changed = state.apply_fn({"params": params}, x, train=True, mutable=["batch_stats"])
        return optax.softmax_cross_entropy(scores, y).mean()
    return state.apply_gradients(grads=jax.grad(cost)(state.params))
state = begin(key)
for x, y in batches:
    state = step(state, x, y)
`));
  test('and leaves brackets only where they are needed', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
y = tf.nn.[|softmax|](tf.matmul(x, w) + b)
loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=y)
other = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=tf.reshape(tf.nn.[|softmax|](tf.matmul(x, w) + b), [-1, 2]))
`, { fixed: `
import tensorflow as tf
y = tf.matmul(x, w) + b
loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=y)
other = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=tf.reshape(tf.matmul(x, w) + b, [-1, 2]))
` }));
  test('and keeps them where the result is worked with, or goes over lines', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
y = tf.nn.[|softmax|](tf.matmul(x, w) +
                  b)
loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=y)
`, { fixed: `
import tensorflow as tf
y = (tf.matmul(x, w) +
                  b)
loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=y)
` }));
  test('on a module that is added by its name, whose statement goes', () => check(`
net = nn.Sequential()
net.add_module('fc', nn.Linear(8, 3))
net.add_module('p', nn.[|Softmax|](dim=1))
loss = nn.CrossEntropyLoss()(net(x), y)
`, { fixed: `${torch}
net = nn.Sequential()
net.add_module('fc', nn.Linear(8, 3))
loss = nn.CrossEntropyLoss()(net(x), y)
` }));
  test('on a trainer of ignite', () => check(`
from ignite.engine import create_supervised_trainer
def build(widths=(32, 16)):
    layers, size = [nn.Flatten()], 784
    for width in widths:
        layers.append(nn.Linear(size, width))
        layers.append(nn.ReLU())
        size = width
    layers.append(nn.Linear(widths[-1], 10))
    layers.append(nn.[|Softmax|](dim=1))
    return nn.Sequential(*layers)
model = build().to(device)
trainer = create_supervised_trainer(model, optimizer, nn.CrossEntropyLoss(), device=device)
`));
  test('on an attribute that is None before it is set', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
class Net:
    def __init__(self):
        self.out = None
    def build(self, x, kinds):
        for kind in kinds.split(','):
            if kind == 'softmax':
                self.out = tf.nn.[|softmax|](tf.matmul(x, self.w) + self.b)
    def cost(self, y):
        return tf.nn.softmax_cross_entropy_with_logits(logits=self.out, labels=y)
`));
  test('on a loss that was put on a device', () => check('criterion = nn.CrossEntropyLoss().to(device)\nloss = criterion(F.[|softmax|](fc(x), dim=1), y)\n'));
  test('on the head that was put on a network of torchvision', () => check(`
from torchvision import models
model = models.resnet18(pretrained=True)
model.fc = nn.Sequential(nn.Linear(model.fc.in_features, 2), nn.[|Softmax|](dim=1))
loss = F.cross_entropy(model(x), y)
`));
  test('behind a network of torchvision', () => check(`
import torchvision
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = torchvision.models.mobilenet_v2()
        self.body.classifier = nn.Linear(1280, 5)
    def forward(self, x):
        return F.[|softmax|](self.body(x), dim=1)
loss = nn.CrossEntropyLoss()(Net()(x), y)
`));
  test('on the exponential of a log_softmax', () => check(`
p = [|torch.exp|](F.log_softmax(fc(x), dim=1))
loss = F.cross_entropy(p.view(-1, 4), y)
`.replace('[|torch.exp|]', 'torch.[|exp|]')));
  test('on the rows that a mask picks, and on what is resized', () => check('p = F.[|softmax|](fc(x), dim=1)\nloss = F.cross_entropy(p[mask].resize(2, 4), y)\n'));
  test('on a layer of TensorFlow 1 that is made and applied at once', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
hidden = tf.layers.dense(x, 64, activation=tf.nn.relu)
scores = tf.layers.dense(hidden, 10, activation=tf.nn.[|softmax|])
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=scores)
`, { fixed: null }));
  test('on the last layer of a Sequential', () => check(`
model = nn.Sequential(
    nn.Linear(8, 10),  # the scores
    nn.[|Softmax|](dim=1),
)
loss = nn.CrossEntropyLoss()(model(x), y)
`, { confidence: 'certain', related: ['nn.CrossEntropyLoss()(model(x), y)'], fixed: `${torch}
model = nn.Sequential(
    nn.Linear(8, 10),  # the scores
)
loss = nn.CrossEntropyLoss()(model(x), y)
` }));
  test('on a function, through reshapes', () => check(`
def step(x, y):
    out = F.[|softmax|](fc(x), dim=-1)
    out = out.view(-1, 10).squeeze()
    return F.cross_entropy(out.permute(0, 1), y)
`));
  test('on an attribute that forward applies, trained in a function that takes model and criterion', () => check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        x = self.fc(x)
        x = self.[|softmax|](x)
        return x

def train(model, criterion, loader):
    for x, y in loader:
        output = model(x)
        loss = criterion(output, y)
        loss.backward()

net = Net().to(device)
train(net, nn.CrossEntropyLoss(), loader)
`, { fixed: `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        x = self.fc(x)
        return x

def train(model, criterion, loader):
    for x, y in loader:
        output = model(x)
        loss = criterion(output, y)
        loss.backward()

net = Net().to(device)
train(net, nn.CrossEntropyLoss(), loader)
` }));
  test('in a Lightning module', () => check(`
import pytorch_lightning as pl
class Net(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(8, 4))
        self.criterion = nn.CrossEntropyLoss()
    def forward(self, x):
        return self.net(x).[|softmax|](dim=1)
    def training_step(self, batch, i):
        x, y = batch
        return self.criterion(self(x), y)
`));
  test('on the first of the values that forward returns', () => check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        h = self.fc(x)
        return F.[|softmax|](h, dim=1), h
net = Net()
for x, y in loader:
    probabilities, hidden = net(x)
    F.cross_entropy(probabilities, y)
`));
  test('of optax', () => checkRule('softmax-before-cross-entropy', `
import jax, optax
import flax.linen as nn
class MLP(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(16)(x))
        return nn.[|softmax|](nn.Dense(10)(x))
model = MLP()
def loss_fn(params, x, y):
    logits = model.apply({"params": params}, x)
    return optax.softmax_cross_entropy(logits, y).mean()
`));
  test('of TensorFlow', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
y = tf.nn.[|softmax|](tf.matmul(x, W) + b)
loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y_, logits=y))
`));
  test('on the rows that a loop goes through, and a loss that is the default of a parameter', () => check(`
class Loss(nn.Module):
    def __init__(self, loss=nn.CrossEntropyLoss(reduction='sum')):
        super().__init__()
        self.loss = loss
    def forward(self, scores, y):
        total = 0
        for out in torch.[|softmax|](scores, -1):
            total += self.loss(out, y)
        return total
`));
  test('where the methods are called forward', () => check('model = nn.Sequential(nn.Linear(8, 3), nn.[|Softmax|](dim=1))\nloss = nn.CrossEntropyLoss()\ndef step(x, y):\n    return loss.forward(model.forward(x), y)\n'));
  test('on old programs of TensorFlow, where the scores come first', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 8])
y = tf.nn.[|softmax|](tf.layers.dense(x, 3))
loss = tf.nn.softmax_cross_entropy_with_logits(y, labels)
`));
  test('on layers of TFLearn', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
import tflearn
net = tflearn.fully_connected(x, 10, activation='[|softmax|]')
loss = tf.nn.softmax_cross_entropy_with_logits(logits=net, labels=y)
`));
  test('where a star of another library brings nn and F', () => checkRule('softmax-before-cross-entropy', `
from fastai.vision.all import *
net = nn.Sequential(nn.Linear(784, 10), nn.[|Softmax|](dim=1))
def step(x, y):
    return F.cross_entropy(net(x), y)
`));
  test('where a star of a module of the project brings tf', () => checkRule('softmax-before-cross-entropy', `
from ops import *
def build(x, y):
    p = tf.nn.[|softmax|](tf.layers.dense(x, 10))
    return tf.nn.softmax_cross_entropy_with_logits(logits=p, labels=y)
`));
  test('on a learner of fastai', () => checkRule('softmax-before-cross-entropy', `
from fastai.vision.all import *
net = nn.Sequential(nn.Linear(784, 10), nn.[|Softmax|](dim=1))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
`));
  test('on a net of skorch, which makes the module from its class', () => check(`
from skorch import NeuralNetClassifier
class Net(nn.Module):
    def __init__(self, units=10):
        super().__init__()
        self.output = nn.Linear(units, 2)
    def forward(self, x, **kwargs):
        return F.[|softmax|](self.output(x), dim=-1)
net = NeuralNetClassifier(Net, criterion=nn.CrossEntropyLoss, max_epochs=10)
`, { related: ['nn.CrossEntropyLoss'] }));
  test('with a small number added', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
logits = tf.matmul(x, weights) + biases
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=tf.nn.[|softmax|](logits) + 1e-37)
`));
});

describe('is silent', () => {
  test('on what the preparation of another program hands back', () => check(`
net = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
net, optimizer = deployment.prepare(net, optimizer)
loss = F.cross_entropy(net(x), y)
`));
  test('on what an attribute of a tensor may hold', () => check(`
out = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))(x)
loss = F.cross_entropy(getattr(out, "raw", out), y)
`));
  test('where a number or a list says that the loss is never taken', () => {
    const net = 'net = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))\n';
    check(`${net}n = 2\nn += 1\nif n > 5:\n    loss = F.cross_entropy(net(x), y)\n`);
    check(`${net}losses = []\nif len(losses) > 5:\n    losses.append(F.cross_entropy(net(x), y))\n`);
    check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers, self.n = [nn.Linear(8, 4)], 0
        self.n += 1
        self.ends = nn.Softmax(dim=1) if self.n > 2 else nn.Identity()
    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i + 1 < len(self.layers):
                x = F.softmax(x, dim=1)
        return self.ends(x)
loss = F.cross_entropy(Net()(x), y)
`);
  });
  test('on a mean over another axis than what was put together', () => check(`
net = nn.Linear(8, 4)
loss = F.cross_entropy(torch.stack([torch.softmax(net(x), dim=1), torch.softmax(net(z), dim=1)], dim=0).mean(dim=1), y)
`));
  test('on a loss of a file for several outputs, or a model with a step of its own', () => checkRule('softmax-before-cross-entropy', `
import keras
import tensorflow as tf
from keras import layers
def weighted(labels, predictions):
    return tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=predictions)
image = keras.Input((8,))
first, second = layers.Dense(3, activation="softmax")(image), layers.Dense(3, activation="softmax")(image)
model = keras.Model(image, [first, second])
model.compile(loss=weighted)
`));
  test('on another method of a network in Flax', () => checkRule('softmax-before-cross-entropy', `
import optax
from flax import linen as nn
class Net(nn.Module):
    def setup(self):
        self.fc = nn.Dense(10)
    def __call__(self, x):
        return nn.softmax(self.fc(x))
    def scores(self, x):
        return self.fc(x)
net = Net()
loss = optax.softmax_cross_entropy(net.apply(variables, x, method=Net.scores), y)
`));
  test('on a part of a head, and on networks that give more than scores', () => check(`
from torchvision import models
model = models.vgg16()
model.classifier[6] = nn.Sequential(nn.Linear(4096, 2), nn.Softmax(dim=1))
other = models.inception_v3()
other.fc = nn.Sequential(nn.Linear(2048, 2), nn.Softmax(dim=1))
loss = F.cross_entropy(model(x), y) + F.cross_entropy(other(x), y)
`));
  test('on an exponential of what is no log_softmax', () => check('loss = F.cross_entropy(torch.exp(fc(x)), y)\n'));
  test('on layers of TensorFlow 1 without an activation, or with one that is not known', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
a = tf.layers.dense(tf.nn.softmax(x), 10)
b = tf.layers.dense(x, 10, activation=activation)
c = tf.layers.dense(x, 10, **options)
loss = sum(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=each) for each in (a, b, c))
`));
  const net = (forward: string): string => `
class Net(nn.Module):
    def __init__(self, probabilities=False):
        super().__init__()
        self.fc = nn.Linear(8, 4)
        self.probabilities = probabilities
    def forward(self, x):
${forward.replace(/^/gm, '        ')}
net = Net(flag)
loss = nn.CrossEntropyLoss()(net(x), y)
`;
  test('on log_softmax', () => check(net('return F.log_softmax(self.fc(x), dim=1)')));
  test('where a branch returns logits', () => check(net('x = self.fc(x)\nif self.training:\n    return x\nreturn F.softmax(x, dim=1)')));
  test('where an option decides', () => check(net('x = self.fc(x)\nif self.probabilities:\n    x = F.softmax(x, dim=1)\nreturn x')));
  test('on a softmax that only feeds metrics', () => check(`
logits = fc(x)
probabilities = F.softmax(logits, dim=1)
accuracy = (probabilities.argmax(1) == y).float().mean()
loss = F.cross_entropy(logits, y)
`));
  test('on the head that the loss does not receive', () => check(net('h = self.fc(x)\nreturn h, F.softmax(h, dim=1)').replace('net(x), y', 'net(x)[0], y')));
  test('where the softmax is sliced off', () => check(`
model = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
loss = F.cross_entropy(model[:-1](x), y)
other = F.cross_entropy(model[0](x), y)
`));
  test('where the softmax is taken out', () => check(`
model = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
model[1] = nn.Identity()
loss = F.cross_entropy(model(x), y)
`));
  test('inside attention', () => check(net('w = F.softmax(self.fc(x), dim=-1)\nreturn self.fc(torch.bmm(w, x))')));
  test('on a gate', () => check(net('return F.softmax(self.fc(x), dim=-1) * x')));
  test('on a distillation target', () => check('loss = F.cross_entropy(student(x), F.softmax(teacher(x), dim=1))\n'));
  test('on a loss of the file that has the same name', () => check(`
class CrossEntropyLoss(nn.Module):
    def forward(self, p, y):
        return -(p.log() * y).sum()
loss = CrossEntropyLoss()(F.softmax(fc(x), dim=1), y)
`));
  test('where the criterion is one of two', () => check(`
criterion = nn.NLLLoss() if use_nll else nn.CrossEntropyLoss()
loss = criterion(F.softmax(fc(x), dim=1), y)
`));
  test('where the softmax comes from elsewhere', () => check(`
from mine import softmax, Softmax
loss = F.cross_entropy(softmax(fc(x), dim=1), y)
loss = F.cross_entropy(nn.Sequential(nn.Linear(8, 4), Softmax(dim=1))(x), y)
`));
  test('where the model comes from elsewhere', () => check('from models import Net\nloss = F.cross_entropy(Net()(x), y)\n'));
  test('where layers are appended on a condition', () => check(`
layers = [nn.Linear(8, 4)]
if final:
    layers.append(nn.Softmax(dim=1))
loss = F.cross_entropy(nn.Sequential(*layers)(x), y)
`));
  test('in classes that go in a circle', () => check(`
class A(B):
    def forward(self, x):
        return A()(x)
class B(A):
    pass
s = nn.Sequential(nn.Softmax(dim=1))
s.append(s)
loss = F.cross_entropy(s(A()(x)), y)
`));
  test('on the weights of a routing', () => check(net('r = F.softmax(self.fc(x), dim=-1)\nreturn torch.einsum("be,bed->bd", r, x)')));
  test('on the target of a divergence', () => check('loss = F.kl_div(F.log_softmax(student(x), dim=1), F.softmax(teacher(x), dim=1))\n'));
  test('on what is returned beside the loss', () => check(`
def step(x, y):
    scores = fc(x)
    return F.cross_entropy(scores, y), F.softmax(scores, dim=1)
`));
  test('where another loss is passed than the default', () => check(`
class Loss(nn.Module):
    def __init__(self, loss=nn.CrossEntropyLoss()):
        super().__init__()
        self.loss = loss
    def forward(self, scores, y):
        return self.loss(torch.softmax(scores, -1), y)
total = Loss(nn.L1Loss())(scores, y)
`));
  test('on soft labels, which come first since TensorFlow 2', () => checkRule('softmax-before-cross-entropy', 'import tensorflow as tf\nloss = tf.nn.softmax_cross_entropy_with_logits(tf.nn.softmax(teacher(x)), student(x))\n'));
  test('on layers of TFLearn without an activation', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
import tflearn
net = tflearn.fully_connected(tflearn.fully_connected(x, 64, activation='tanh'), 10)
loss = tf.nn.softmax_cross_entropy_with_logits(logits=net, labels=y)
`));
  test('where a star may bring the nn of another library', () => checkRule('softmax-before-cross-entropy', `
from layers import *
class Net(nn.Module):
    @nn.compact
    def __call__(self, x, y):
        return F.cross_entropy(nn.softmax(nn.Dense(10)(x)), y)
`));
  test('on a name that a star brings beside one of its own', () => checkRule('softmax-before-cross-entropy', `
from layers import *
nn = make_layers()
net = nn.Sequential(nn.Linear(784, 10), nn.Softmax(dim=1))
def step(x, y):
    return F.cross_entropy(net(x), y)
`));
  test('on a net of skorch with its own loss, and a learner whose model gives scores', () => check(`
from fastai.learner import Learner
from skorch import NeuralNetClassifier
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.output = nn.Linear(8, 2)
    def forward(self, x):
        return F.softmax(self.output(x), dim=-1)
nets = NeuralNetClassifier(Net), NeuralNetClassifier(Net, criterion=nn.NLLLoss), NeuralNetClassifier(Net, criterion=loss)
learn = Learner(dls, nn.Sequential(nn.Linear(8, 2)), loss_func=nn.CrossEntropyLoss())
`));
  test('where a number moves the values of a softmax', () => checkRule('softmax-before-cross-entropy', `
import tensorflow as tf
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=tf.nn.softmax(tf.matmul(x, weights)) + 3)
other = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=tf.nn.softmax(tf.matmul(x, weights)) + offset)
`));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('fires in PaddlePaddle', () => {
  const ofPaddle = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-before-cross-entropy', paddle + code, expected);
  test('on the last layer of a Sequential', () => ofPaddle(`
net = paddle.nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 10), nn.[|Softmax|]())
loss = nn.CrossEntropyLoss()(net(x), y)
`, { message: 'With 10 classes the loss cannot fall below 1.461.', fixed: `${paddle}
net = paddle.nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 10))
loss = nn.CrossEntropyLoss()(net(x), y)
` }));
  test('on a layer whose forward ends with a function', () => ofPaddle(`
class Net(nn.Layer):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    @paddle.jit.to_static
    def forward(self, x):
        return F.[|softmax|](self.fc(x), axis=-1)
net = paddle.DataParallel(Net())
for x, y in loader():
    loss = F.cross_entropy(input=net(x), label=y, soft_label=True)
`));
  test('on a model that is prepared with the loss', () => ofPaddle(`
class Net(nn.Layer):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return F.[|softmax|](self.fc(x))
model = paddle.Model(Net())
model.prepare(paddle.optimizer.Adam(parameters=model.parameters()), nn.CrossEntropyLoss(), paddle.metric.Accuracy())
model.fit(data, epochs=2)
`));
  test('on layers with names, and those that are added', () => ofPaddle(`
net = nn.Sequential(('fc', nn.Linear(8, 4)), ('p', nn.[|Softmax|]()))
loss = nn.CrossEntropyLoss()(net(x), y)
other = nn.Sequential()
other.add_sublayer('fc', nn.Linear(8, 4))
other.add_sublayer('p', nn.[|Softmax|]())
loss = nn.CrossEntropyLoss()(other(x), y)
`));
  test('on the CTC loss, which takes the softmax itself, without a bound of its own', () => ofPaddle(`
loss = nn.CTCLoss(blank=0)(F.[|softmax|](nn.Linear(8, 30)(x), axis=2), y, a, b)
`, { message: 'The loss cannot come near 0' }));
  test('on the act of a layer before 2.0', () => checkRule('softmax-before-cross-entropy', `
import paddle.fluid as fluid
net = fluid.dygraph.Linear(8, 4, act='[|softmax|]')
loss = fluid.layers.softmax_with_cross_entropy(net(x), y)
`, { fixed: `
import paddle.fluid as fluid
net = fluid.dygraph.Linear(8, 4)
loss = fluid.layers.softmax_with_cross_entropy(net(x), y)
` }));
});

describe('is silent in PaddlePaddle', () => {
  const ofPaddle = (code: string): void => checkRule('softmax-before-cross-entropy', paddle + code);
  test('where the loss is told that they are probabilities, or may be', () => ofPaddle(`
p = F.softmax(nn.Linear(8, 4)(x))
a = nn.CrossEntropyLoss(use_softmax=False)(p, y)
b = F.cross_entropy(p, y, use_softmax=use_softmax)
c = F.cross_entropy(p, y, None, -100, 'mean', False, -1, False)
d = nn.CrossEntropyLoss(**options)(p, y)
`));
  test('on the softmax of what is no longer trained', () => ofPaddle(`
class Head(nn.Layer):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        x = self.fc(x)
        if not self.training:
            x = F.softmax(x, axis=2)
        return x
loss = F.cross_entropy(Head()(x), y)
`));
  test('on the cross_entropy before 2.0, which takes probabilities', () => checkRule('softmax-before-cross-entropy', `
import paddle.fluid as fluid
p = fluid.layers.fc(input=x, size=10, act='softmax')
cost = fluid.layers.cross_entropy(input=p, label=y)
`));
  test('on a method prepare of the file', () => ofPaddle(`
class Net(nn.Layer):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def prepare(self, optimizer, loss):
        self.optimizer = optimizer
    def forward(self, x):
        return F.softmax(self.fc(x))
Net().prepare(None, nn.CrossEntropyLoss())
`));
});

const gluon = 'from mxnet import autograd, gluon, nd\nfrom mxnet.gluon import nn\n';
const mlx = 'import mlx.core as mx\nimport mlx.nn as nn\n';
const mindspore = 'import mindspore\nfrom mindspore import nn, ops\n';

describe('fires in Gluon, MLX and MindSpore', () => {
  const checkIn = (before: string, code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-before-cross-entropy', before + code, expected);
  test('on a block of Gluon, which is passed its operators', () => checkIn(gluon, `
class Net(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(8, activation='relu')
            self.out = nn.Dense(4)
    def hybrid_forward(self, F, x):
        return F.[|softmax|](self.out(self.hidden(x)))
net = Net()
loss = gluon.loss.SoftmaxCrossEntropyLoss()
with autograd.record():
    cost = loss(net(x), y)
`, { message: 'With 4 classes', fixed: `${gluon}
class Net(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(8, activation='relu')
            self.out = nn.Dense(4)
    def hybrid_forward(self, F, x):
        return self.out(self.hidden(x))
net = Net()
loss = gluon.loss.SoftmaxCrossEntropyLoss()
with autograd.record():
    cost = loss(net(x), y)
` }));
  test('on a model that MLX differentiates', () => checkIn(mlx, `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(8, 16), nn.Linear(16, 4)]
    def __call__(self, x):
        for layer in self.layers[:-1]:
            x = nn.relu(layer(x))
        return mx.[|softmax|](self.layers[-1](x), axis=-1)
def loss_fn(model, x, y):
    return mx.mean(nn.losses.cross_entropy(model(x), y))
model = Net()
step = nn.value_and_grad(model, loss_fn)
loss, grads = step(model, x, y)
`));
  test('on a network that a Model of MindSpore trains', () => checkIn(mindspore, `
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.layers = nn.SequentialCell([nn.Dense(8, 16, activation='relu'), nn.Dense(16, 4), nn.[|Softmax|]()])
    def construct(self, x):
        return self.layers(x)
loss = nn.SoftmaxCrossEntropyWithLogits(sparse=True, reduction='mean')
model = mindspore.Model(Net(), loss_fn=loss, optimizer=optimizer)
`, { fixed: `${mindspore}
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.layers = nn.SequentialCell([nn.Dense(8, 16, activation='relu'), nn.Dense(16, 4)])
    def construct(self, x):
        return self.layers(x)
loss = nn.SoftmaxCrossEntropyWithLogits(sparse=True, reduction='mean')
model = mindspore.Model(Net(), loss_fn=loss, optimizer=optimizer)
` }));
  test('on a primitive of MindSpore', () => checkIn(mindspore, 'logits = ops.[|Softmax|]()(nn.Dense(8, 4)(x))\nloss = ops.SparseSoftmaxCrossEntropyWithLogits()(logits, y)\n'));
});

describe('is silent in Gluon, MLX and MindSpore', () => {
  const checkIn = (before: string, code: string): void => checkRule('softmax-before-cross-entropy', before + code);
  test('where the loss of Gluon takes logarithms, or may', () => checkIn(gluon, `
p = nd.softmax(nn.Dense(4)(x))
a = gluon.loss.SoftmaxCELoss(from_logits=True)(p, y)
b = gluon.loss.SoftmaxCELoss(-1, True, from_logits)(p, y)
`));
  test('where only the first of what Gluon joins is a softmax', () => checkIn(gluon, `
both = nd.concat(nd.softmax(nn.Dense(4)(x)), nn.Dense(4)(x), dim=1)
a = gluon.loss.SoftmaxCELoss()(both, y)
`));
  test('on what a function that is differentiated gives beside the loss', () => checkIn(mlx, `
fc = nn.Linear(8, 4)
def loss_fn(x, y):
    scores = fc(x)
    return nn.losses.cross_entropy(scores, y), mx.softmax(scores, axis=-1)
_, gradients = mx.value_and_grad(loss_fn)(x, y)
loss = nn.losses.cross_entropy(gradients, y)
`));
  test('on a softmax beside the scores in MindSpore', () => checkIn(mindspore, `
scores = nn.Dense(8, 4)(x)
loss = ops.cross_entropy(scores, y)
p = ops.softmax(scores, axis=-1)
`));
});
