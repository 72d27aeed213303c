import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('sigmoid-with-categorical-cross-entropy', code, expected);

describe('fires', () => {
  test('on the places that a mask picks', () => check(`${torch}
classes = torch.[|sigmoid|](nn.Linear(8, 4)(x))
loss = nn.CrossEntropyLoss()(classes[mask], y[mask])
`, { confidence: 'certain' }));
  test('and leaves the sigmoid where several labels may be true', () => check(`${keras}
from sklearn.preprocessing import MultiLabelBinarizer
y = MultiLabelBinarizer().fit_transform(tags)
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(10, activation='[|sigmoid|]')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
`, { confidence: 'likely', fixed: `${keras}
from sklearn.preprocessing import MultiLabelBinarizer
y = MultiLabelBinarizer().fit_transform(tags)
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(10, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
` }));
  test('on one unit of Keras', () => check(`${keras}
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1, activation='[|sigmoid|]')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
`, { confidence: 'certain', fixed: `${keras}
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
` }));
  test('on several units of Keras', () => check(`${keras}
inputs = keras.Input((8,))
model = keras.Model(inputs, layers.Dense(10, activation='[|sigmoid|]')(inputs))
model.compile(loss=keras.losses.CategoricalCrossentropy())
`, { confidence: 'likely', fixed: `${keras}
inputs = keras.Input((8,))
model = keras.Model(inputs, layers.Dense(10, activation='softmax')(inputs))
model.compile(loss=keras.losses.CategoricalCrossentropy())
` }));
  test('and keeps the sigmoid of a model that gives back its input', () => check(`${keras}
inputs = keras.Input((8,))
coder = keras.Model(inputs, layers.Dense(8, activation='[|sigmoid|]')(layers.Dense(2)(inputs)))
coder.compile(loss='categorical_crossentropy')
coder.fit(rows, rows, epochs=5)
`, { confidence: 'likely', message: 'gives back its input', fixed: `${keras}
inputs = keras.Input((8,))
coder = keras.Model(inputs, layers.Dense(8, activation='sigmoid')(layers.Dense(2)(inputs)))
coder.compile(loss='binary_crossentropy')
coder.fit(rows, rows, epochs=5)
` }));
  test('on an Activation layer', () => check(`${keras}
model = keras.Sequential()
model.add(layers.Dense(10))
model.add(layers.Activation('[|sigmoid|]'))
model.compile('adam', 'categorical_crossentropy')
`));
  test('on PyTorch', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 10)
    def forward(self, x):
        return torch.[|sigmoid|](self.fc(x))
loss = nn.CrossEntropyLoss()(Net()(x), y)
`, { confidence: 'certain', fixed: `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 10)
    def forward(self, x):
        return self.fc(x)
loss = nn.CrossEntropyLoss()(Net()(x), y)
` }));
  test('on one unit of PyTorch', () => check(`${torch}loss = F.cross_entropy(F.[|sigmoid|](nn.Linear(8, 1)(x)), y)\n`, { fixed: null }));
});

describe('is silent', () => {
  test('on binary cross-entropy', () => check(`${keras}
model = keras.Sequential([layers.Dense(10, activation='sigmoid')])
model.compile(loss='binary_crossentropy')
`));
  test('on softmax', () => check(`${keras}
model = keras.Sequential([layers.Dense(10, activation='softmax')])
model.compile(loss='categorical_crossentropy')
`));
  test('where one of two ways is no sigmoid', () => check(`${torch}
def step(x, flag):
    out = nn.Linear(8, 10)(x)
    if flag:
        out = torch.sigmoid(out)
    return F.cross_entropy(out, y)
`));
  test('on scores that a sigmoid scales', () => check(`${torch}loss = F.cross_entropy(30 * torch.sigmoid(nn.Linear(8, 10)(x)), y)\n`));
  test('on a sigmoid beside the loss', () => check(`${torch}
out = nn.Linear(8, 10)(x)
p = torch.sigmoid(out)
loss = F.cross_entropy(out, y)
`));
  test('on an unknown loss', () => check(`${keras}
model = keras.Sequential([layers.Dense(10, activation='sigmoid')])
model.compile(loss=mine)
`));
});
