import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('threshold-or-metric-on-logits', torch + code, expected);

const net = `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)
    def forward(self, x):
        return self.fc(x)
net = Net()
def train(x, y):
    return F.binary_cross_entropy_with_logits(net(x).squeeze(), y)
`;

describe('fires', () => {
  test('in a function of the file that every call gives such scores', () => checkRule('threshold-or-metric-on-logits', `
import torch
from nets import Net
def overlap(truth, found, least=1):
    found = ([|found > 0.5|]).float()
    return (found * truth).sum()
def right(found, truth):
    return ([|found.squeeze(1) >= 0.5|]) == truth
net, cost = Net(), torch.nn.BCEWithLogitsLoss()
for x, y in batches:
    scores = net(x)
    loss = cost(scores, y)
    print(overlap(y, found=scores.detach()), right(scores, y))
`));
  test('on metrics that a variable lists', () => checkRule('threshold-or-metric-on-logits', `
import keras
from keras import layers
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1)])
metrics = [keras.metrics.[|Precision|](), keras.metrics.AUC(from_logits=True)]
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=metrics)
`));
  test('on what a model of Keras predicts, at once or by a variable', () => checkRule('threshold-or-metric-on-logits', `
import keras
import numpy as np
from keras import layers
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
labels = ([|model.predict(x) > 0.5|]).astype(int)
scores = model.predict(z)
others = [|np.round(scores)|]
`, { confidence: 'likely' }));
  test('on a model of the file', () => check(`${net}
def test(x, y):
    return ([|net(x).squeeze() > 0.5|]).float()
`, { confidence: 'likely', fixed: `${torch}${net}
def test(x, y):
    return (net(x).squeeze() > 0).float()
` }));
  test('on methods and functions', () => check(`${net}a = [|net(x).gt(0.5)|]\nb = [|torch.ge(net(x), 0.5)|]\n`));
  test('on rounding', () => check(`${net}a = [|torch.round(net(x))|]\n`, { fixed: null }));
  test('on a variable of a model from elsewhere', () => check(`
from models import Net
model = Net()
criterion = nn.BCEWithLogitsLoss()
def evaluate(x, y):
    outputs = model(x)
    loss = criterion(outputs.squeeze(1), y)
    predicted = [|outputs.detach().cpu().numpy() >= 0.5|]
    return loss, predicted, [|torch.round(outputs)|]
`, { confidence: 'likely', related: ['criterion(outputs.squeeze(1), y)', 'criterion(outputs.squeeze(1), y)'] }));
  const compiled = (metrics: string, last = 'layers.Dense(1)', loss = 'losses.BinaryCrossentropy(from_logits=True)'): string => `
from keras import Sequential, layers, losses, metrics
model = Sequential([layers.Dense(8, activation='relu'), ${last}])
model.compile(loss=${loss}, metrics=[${metrics}])
`;
  test('on a metric of Keras', () => checkRule('threshold-or-metric-on-logits', compiled('metrics.[|BinaryAccuracy|](), metrics.[|Recall|]()'), {
    confidence: 'likely', fixed: compiled('metrics.BinaryAccuracy(threshold=0), metrics.Recall()'),
  }));
  test('on the name of a metric', () => checkRule('threshold-or-metric-on-logits', compiled("'[|binary_accuracy|]'"), { confidence: 'likely' }));
  test('on a cross-entropy as a metric, which the loss alone is told of', () => checkRule('threshold-or-metric-on-logits', compiled('metrics.[|BinaryCrossentropy|](name="bce")'), {
    confidence: 'likely', fixed: compiled('metrics.BinaryCrossentropy(name="bce", from_logits=True)'),
  }));
  test('on a cross-entropy of several classes as a metric, also by its name', () => checkRule(
    'threshold-or-metric-on-logits',
    compiled("metrics.[|SparseCategoricalCrossentropy|](), '[|sparse_categorical_crossentropy|]', 'accuracy'", 'layers.Dense(5)', 'losses.SparseCategoricalCrossentropy(from_logits=True)'),
    { confidence: 'likely' },
  ));
  test('on the area under a curve, and on counts', () => checkRule('threshold-or-metric-on-logits', compiled('metrics.[|AUC|](), metrics.[|TruePositives|]()'), {
    confidence: 'likely', fixed: compiled('metrics.AUC(from_logits=True), metrics.TruePositives()'),
  }));
  test('with a hint on accuracy, which means that of two classes on one unit', () => checkRule('threshold-or-metric-on-logits', compiled("'[|accuracy|]'"), { confidence: 'hint' }));
  test('on a metric of scikit-learn', () => check(`from sklearn.metrics import log_loss\n${net}a = [|log_loss(y, net(x).detach().cpu().numpy())|]\n`));
  const graph = `
import tensorflow as tf
w, b = tf.Variable(tf.zeros([8, 1])), tf.Variable(tf.zeros([1]))
scores = tf.squeeze(tf.matmul(x, w) + b)
loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=scores, labels=y))
`;
  test('on scores of TensorFlow without layers', () => checkRule('threshold-or-metric-on-logits', `${graph}hit = tf.equal(tf.greater(y, 0.5), [|tf.greater(scores, 0.5)|])\n`, {
    fixed: `${graph}hit = tf.equal(tf.greater(y, 0.5), tf.greater(scores, 0))\n`,
  }));
  test('on rounding in TensorFlow, behind xw_plus_b', () => checkRule('threshold-or-metric-on-logits', `${graph.replace('tf.matmul(x, w) + b', 'tf.nn.xw_plus_b(x, w, b)')}hit = tf.equal([|tf.round(scores)|], y)\n`));
});

describe('is silent', () => {
  test('in a function that another call gives probabilities, or that makes them', () => checkRule('threshold-or-metric-on-logits', `
import torch
from nets import Net
def overlap(found, truth):
    return ((found > 0.5).float() * truth).sum()
def right(found, truth):
    found = torch.sigmoid(found)
    return (found > 0.5) == truth
def given(found, *others):
    return found > 0.5
net, cost = Net(), torch.nn.BCEWithLogitsLoss()
for x, y in batches:
    scores = net(x)
    loss = cost(scores, y)
    print(overlap(scores, y), overlap(net(x).sigmoid(), y), right(scores, y), given(*scores))
`));
  test('on what a model of Keras predicts that ends with a sigmoid, or is compared with 0', () => checkRule('threshold-or-metric-on-logits', `
import keras
from keras import layers
model = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
labels = (model.predict(x) > 0.5).astype(int)
other = keras.Sequential([layers.Dense(1)])
other.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
rest = other.predict(x) > 0
`));
  test('on a threshold of 0 or a variable', () => check(`${net}a = net(x) > 0\nb = net(x) > threshold\nc = net(x) > 0.3\n`));
  test('after a sigmoid', () => check(`${net}a = torch.sigmoid(net(x)) > 0.5\n`));
  test('on a variable that a sigmoid is applied to', () => check(`
from models import Net
model = Net()
def evaluate(x, y):
    outputs = model(x)
    loss = F.binary_cross_entropy_with_logits(outputs, y)
    outputs = torch.sigmoid(outputs)
    return loss, outputs > 0.5
`));
  test('on argmax', () => check(`${net}a = net(x).argmax(1)\n`));
  test('where the loss takes probabilities', () => check(`
from models import Net
model = Net()
outputs = model(x)
loss = nn.BCELoss()(outputs, y)
predicted = outputs > 0.5
`));
  test('on another variable of another function', () => check(`
from models import Net
model = Net()
def train(x, y):
    outputs = model(x)
    return F.binary_cross_entropy_with_logits(outputs, y)
def test(x):
    outputs = predict(x)
    return outputs > 0.5
`));
  test('where the metric applies the sigmoid', () => check(`from torchmetrics.classification import BinaryAccuracy\nmetric = BinaryAccuracy()\n${net}a = metric(net(x), y)\n`));
  const compiled = (metrics: string, last = 'layers.Dense(1)', loss = 'losses.BinaryCrossentropy(from_logits=True)'): void => checkRule('threshold-or-metric-on-logits', `
from keras import Sequential, layers, losses, metrics
model = Sequential([layers.Dense(8, activation='relu'), ${last}])
model.compile(loss=${loss}, metrics=[${metrics}])
`);
  test('on a metric that is told its threshold', () => compiled('metrics.BinaryAccuracy(threshold=0.0), metrics.BinaryAccuracy("a", None, 0), metrics.Recall(thresholds=t)'));
  test('on metrics of probabilities', () => compiled("'accuracy', metrics.BinaryAccuracy()", "layers.Dense(1, activation='sigmoid')", "'binary_crossentropy'"));
  test('on metrics that only order', () => compiled('metrics.AUC(from_logits=True), metrics.MeanSquaredError()'));
  test('on a cross-entropy that is told of them, or is not seen whole', () => compiled('metrics.BinaryCrossentropy(from_logits=True), metrics.BinaryCrossentropy(**options), metrics.AUC("roc", logits)'));
  test('on a cross-entropy of probabilities', () => compiled("'binary_crossentropy', metrics.BinaryCrossentropy(), metrics.AUC()", "layers.Dense(1, activation='sigmoid')", "'binary_crossentropy'"));
  test('on a cross-entropy where the end of the model is not seen', () => compiled("'binary_crossentropy', metrics.AUC()", 'head'));
  test('on metrics of classes', () => compiled(
    'metrics.SparseCategoricalAccuracy(), metrics.Precision(), metrics.AUC(multi_label=True)', 'layers.Dense(5)', 'losses.SparseCategoricalCrossentropy(from_logits=True)',
  ));
  test('on accuracy of several units, which is that of classes', () => compiled("'accuracy'", 'layers.Dense(5)'));
  test('on scikit-learn behind a sigmoid', () => check(`from sklearn.metrics import log_loss, roc_auc_score\n${net}a = log_loss(y, torch.sigmoid(net(x)).numpy())\nb = roc_auc_score(y, net(x).numpy())\n`));
  test('on probabilities of TensorFlow', () => checkRule('threshold-or-metric-on-logits', `
import tensorflow as tf
w, b = tf.Variable(tf.zeros([8, 1])), tf.Variable(tf.zeros([1]))
scores = tf.matmul(x, w) + b
loss = tf.nn.sigmoid_cross_entropy_with_logits(logits=scores, labels=y)
hit = tf.greater(tf.sigmoid(scores), 0.5), tf.greater(scores, 0), tf.greater(y, 0.5), tf.round(tf.matmul(x, keys))
`));
});
