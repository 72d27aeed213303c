import { describe, test } from 'vitest';
import { checkRule } from '../rules/check';

const head = 'import chainer\nimport chainer.functions as F\nimport chainer.links as L\n';
const net = (forward: string, name = 'forward'): string => `${head}
class Net(chainer.Chain):
    def __init__(self, classes=10):
        super().__init__()
        with self.init_scope():
            self.conv = L.Convolution2D(None, 32, 3)
            self.fc = L.Linear(None, classes)
    def ${name}(self, x):
        h = F.max_pooling_2d(F.relu(self.conv(x)), 2)
        ${forward}
`;

describe('the models of Chainer are followed into their losses', () => {
  test('by a call', () => checkRule('softmax-before-cross-entropy', `${net('return F.[|softmax|](self.fc(h))')}
model = Net()
loss = F.softmax_cross_entropy(model(x), t)
`, { confidence: 'certain' }));
  test('by a classifier, which has one by itself', () => checkRule('softmax-before-cross-entropy', `${net('return F.[|softmax|](self.fc(h))', '__call__')}
model = L.Classifier(Net())
`));
  test('of links that a chain is told by their names', () => checkRule('sigmoid-before-bce-with-logits', `${head}
class Net(chainer.Chain):
    def __init__(self):
        super(Net, self).__init__(l1=L.Linear(784, 100), l2=L.Linear(100, 1))
    def __call__(self, x, t):
        y = F.[|sigmoid|](self.l2(F.relu(self.l1(x))))
        return F.sigmoid_cross_entropy(y, t)
`));
  test('of a likelihood that takes the scores second', () => checkRule('sigmoid-before-bce-with-logits', `${head}
class VAE(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.out = L.Linear(100, 784)
    def decode(self, z):
        return F.[|sigmoid|](self.out(z))
    def forward(self, x, z):
        return F.bernoulli_nll(x, self.decode(z))
`));
  test('of a sequence', () => checkRule('softmax-before-cross-entropy', `${head}
model = chainer.Sequential(L.Linear(None, 100), F.relu, L.Linear(None, 10), F.[|softmax|])
loss = F.softmax_cross_entropy(model(x), t)
`));
});

describe('nothing is said', () => {
  test('of scores', () => checkRule('softmax-before-cross-entropy', `${net('return self.fc(h)')}
model = L.Classifier(Net())
y = F.softmax(model.predictor(x))
`));
  test('of another loss that a classifier is told, or may be', () => checkRule('softmax-before-cross-entropy', `${net('return F.softmax(self.fc(h))')}
first, second = L.Classifier(Net(), lossfun=F.mean_squared_error), L.Classifier(Net(), **told)
`));
  test('of a target that is compared with', () => checkRule('sigmoid-before-bce-with-logits', `${head}
out = L.Linear(100, 784)
loss = F.bernoulli_nll(F.sigmoid(x), out(z))
`));
  test('of the second axis, that a softmax of Chainer runs over, where the units may stand in another', () => {
    checkRule('softmax-on-one-unit', `${head}y = F.softmax(L.Linear(8, 1)(h, n_batch_axes=2))\n`);
    checkRule('softmax-on-one-unit', `${head}y = F.[|softmax|](L.Convolution2D(8, 1, 1)(h))\n`);
  });
  test('of a link that is told its one size by the place of the other', () => checkRule('linear-linear-no-activation', `${head}
model = chainer.Sequential(L.Linear(100), F.relu, L.Linear(10))
`));
});
