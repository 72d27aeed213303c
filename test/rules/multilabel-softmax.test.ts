import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('multilabel-softmax', code, expected);

const compiled = (last: string, loss: string): string => `
model = keras.Sequential([layers.Dense(64, activation='relu'), ${last}])
model.compile(loss=${loss})
`;

describe('fires', () => {
  test('on labels of which exactly one is true, where the loss is wrong', () => check(`${keras}y = keras.utils.to_categorical(y, 20)${compiled("layers.Dense(20, activation='[|softmax|]')", "'binary_crossentropy'")}`, {
    confidence: 'likely', fixed: `${keras}y = keras.utils.to_categorical(y, 20)${compiled("layers.Dense(20, activation='softmax')", "'categorical_crossentropy'")}`,
  }));
  test('on binary cross-entropy in Keras', () => check(keras + compiled("layers.Dense(20, activation='[|softmax|]')", "'binary_crossentropy'"), {
    confidence: 'likely', related: ["'binary_crossentropy'"], fixed: keras + compiled("layers.Dense(20, activation='sigmoid')", "'binary_crossentropy'"),
  }));
  test('whatever a comment says of the labels', () => check(`${keras}# y = to_categorical(y, 20)${compiled("layers.Dense(20, activation='[|softmax|]')", "'binary_crossentropy'")}`, {
    fixed: `${keras}# y = to_categorical(y, 20)${compiled("layers.Dense(20, activation='sigmoid')", "'binary_crossentropy'")}`,
  }));
  test('on the only output of a list', () => check(`${keras}
inputs = keras.Input((8,))
model = keras.Model(inputs=[inputs], outputs=[layers.Dense(20, activation='[|softmax|]')(inputs)])
model.compile(loss='binary_crossentropy')
`));
  test('on BCELoss', () => check(`${torch}loss = nn.BCELoss()(F.[|softmax|](nn.Linear(8, 20)(x), dim=1), y)\n`, { fixed: null }));
  test('on logits that are none', () => check(`${torch}loss = F.binary_cross_entropy_with_logits(F.[|softmax|](nn.Linear(8, 20)(x), dim=1), y)\n`));
  test('on as many labels as are found in the data', () => check(`${keras}from sklearn.preprocessing import MultiLabelBinarizer
binarizer = MultiLabelBinarizer()
y = binarizer.fit_transform(tags)
model = keras.Sequential([layers.Dense(16, activation='relu'), layers.Dense(len(binarizer.classes_), activation='[|softmax|]')])
model.compile(loss='binary_crossentropy')
`, { confidence: 'likely' }));
  test('on labels from a MultiLabelBinarizer', () => check(`${keras}from sklearn.preprocessing import MultiLabelBinarizer
y = MultiLabelBinarizer().fit_transform(tags)
${compiled("layers.Dense(20, activation='[|softmax|]')", "'categorical_crossentropy'")}`));
  test('on made-up labels of which several are true, whatever the loss', () => check(`${keras}from sklearn.datasets import make_multilabel_classification
x, y = make_multilabel_classification(n_samples=100, n_classes=5)
${compiled("layers.Dense(5, activation='[|softmax|]')", "'mean_squared_error'")}`, { fixed: null }));
  test('on logits of a model that is told so', () => check(`import torch
from transformers import AutoModelForSequenceClassification
model = AutoModelForSequenceClassification.from_pretrained('x', problem_type='multi_label_classification')
p = torch.[|softmax|](model(**inputs).logits, dim=-1)
`));
  test('with a hint where the number of labels is unknown', () => check(`${torch}loss = F.binary_cross_entropy(F.[|softmax|](nn.Linear(8, n)(x), dim=1), y)\n`, { confidence: 'hint' }));
});

describe('is silent', () => {
  test('on a regression of which nothing says what the labels are', () => check(keras + compiled("layers.Dense(5, activation='softmax')", "'mean_squared_error'")));
  test('on a sparse loss, which takes the number of one class', () => check(`${keras}from sklearn.datasets import make_multilabel_classification
x, y = make_multilabel_classification(n_classes=1)
${compiled("layers.Dense(4, activation='softmax')", "'sparse_categorical_crossentropy'")}`));
  test('on two units, which are one of two', () => check(keras + compiled("layers.Dense(2, activation='softmax')", "'binary_crossentropy'")));
  test('on one of several', () => check(keras + compiled("layers.Dense(20, activation='softmax')", "'categorical_crossentropy'")));
  test('on sigmoid', () => check(keras + compiled("layers.Dense(20, activation='sigmoid')", "'binary_crossentropy'")));
  test('on logits of a model of one label', () => check(`import torch
from transformers import AutoModelForSequenceClassification
model = AutoModelForSequenceClassification.from_pretrained('x', problem_type='single_label_classification')
p = torch.softmax(model(**inputs).logits, dim=-1)
`));
  test('on attention inside the model', () => check(`${torch}
a = F.softmax(nn.Linear(8, 20)(x), dim=1)
loss = F.binary_cross_entropy(torch.sigmoid(nn.Linear(20, 3)(a * x)), y)
`));
  test('on a mixture', () => check(`${torch}
p = F.softmax(nn.Linear(8, 20)(x), dim=1)
loss = F.binary_cross_entropy((p * torch.sigmoid(z)).sum(1), y)
`));
  test('on one column of two', () => check(`${torch}loss = F.binary_cross_entropy(F.softmax(nn.Linear(8, 2)(x), dim=1)[:, 1], y)\n`));
  test('on soft labels', () => check(`${torch}loss = F.cross_entropy(nn.Linear(8, 20)(x), F.softmax(teacher, dim=1))\n`));
  test('where a comment says that they shall share a sum', () => check(`${keras}
from sklearn.preprocessing import MultiLabelBinarizer
y = MultiLabelBinarizer().fit_transform(sets)
model = keras.Sequential([
    layers.Dense(64, activation='relu'),
    layers.Dense(20, activation='softmax'),  # softmax over the items of a set
])
model.compile(loss='categorical_crossentropy')
`));
});
