import { describe, test } from 'vitest';
import { checkRule } from './check';

const start = 'from sklearn.datasets import fetch_california_housing, load_diabetes, load_iris\nfrom tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('bounded-regression-output', start + code, expected);
const model = (last: string, loss = "'mse'"): string => `
model = keras.Sequential([layers.Dense(64, activation='relu'), ${last}])
model.compile(loss=${loss})
`;

describe('fires', () => {
  test('where a scaler is only given the features', () => check(`
from sklearn.preprocessing import MinMaxScaler
X, y = load_diabetes(return_X_y=True)
X = MinMaxScaler().fit_transform(X)
${model("layers.Dense(1, activation='[|sigmoid|]')")}`));
  test('on a sigmoid', () => check(`X, y = load_diabetes(return_X_y=True)\n${model("layers.Dense(1, activation='[|sigmoid|]')")}`, {
    confidence: 'likely', fixed: `${start}X, y = load_diabetes(return_X_y=True)\n${model('layers.Dense(1)')}`,
  }));
  test('on tanh in PyTorch, with scaled features', () => check(`
from torch import nn
from sklearn.preprocessing import StandardScaler
data = fetch_california_housing()
X = StandardScaler().fit_transform(X)
net = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 1), nn.[|Tanh|]())
loss = nn.MSELoss()(net(x), y)
`));
});

describe('of standardised targets', () => {
  const scaled = (scaling: string, last: string): string => `from keras import Sequential, layers
from sklearn.preprocessing import MinMaxScaler, StandardScaler
${scaling}
model = Sequential([layers.LSTM(50), ${last}])
model.compile(loss='mse', optimizer='adam')
model.fit(X, y)
`;
  test.each(['scaler = StandardScaler()\ny = scaler.fit_transform(y.reshape(-1, 1))', 'y_train = StandardScaler().fit_transform(y_train)'])('fires behind `%s`', (scaling) => {
    checkRule('bounded-regression-output', scaled(scaling, "layers.Dense(1, activation='[|sigmoid|]')").replace('MinMaxScaler, ', ''), { message: 'StandardScaler' });
    checkRule('relu-on-output', scaled(scaling, "layers.Dense(1, activation='[|relu|]')").replace('MinMaxScaler, ', ''));
  });
  test.each([
    'scaler = StandardScaler()\nX = scaler.fit_transform(X)', 'scaler = StandardScaler()\ny = MinMaxScaler().fit_transform(y)\nscaler.fit_transform(y_other)',
    'scaler = StandardScaler()\ny = encoder.fit_transform(y)',
  ])('is silent behind `%s`', (scaling) => {
    checkRule('bounded-regression-output', scaled(scaling, "layers.Dense(1, activation='sigmoid')"));
    checkRule('relu-on-output', scaled(scaling, "layers.Dense(1, activation='relu')"));
  });
});

describe('of targets that are written', () => {
  const fitted = (targets: string, last: string): string => `import numpy as np
from keras import Sequential, layers
x = np.array([[0.5], [1.0], [25.0]])
y = ${targets}
model = Sequential([layers.Dense(9, activation='relu'), ${last}])
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, epochs=10)
`;
  test('fires on one beyond the range', () => {
    checkRule('bounded-regression-output', fitted('[[[10], [7]], [[8], [9]]]\ny = np.asarray(y)', "layers.Dense(1, activation='[|tanh|]')"), { confidence: 'likely', message: 'go from 7 to 10' });
    checkRule('bounded-regression-output', fitted('np.array([0.5, -0.5, 1])', "layers.Dense(1, activation='[|sigmoid|]')"));
    checkRule('bounded-regression-output', 'import torch\nfrom torch import nn\nnet = nn.Sequential(nn.Linear(1, 1), nn.[|Sigmoid|]())\ny = torch.tensor([[2.0], [4.0]])\nloss = nn.MSELoss()(net(x), y)\n');
  });
  test('is silent on those within it, on others, and on those that are scaled', () => {
    checkRule('bounded-regression-output', fitted('np.array([0, 1, 1])', "layers.Dense(1, activation='sigmoid')"));
    checkRule('bounded-regression-output', fitted('np.array([-1, 1])', "layers.Dense(1, activation='tanh')"));
    checkRule('bounded-regression-output', fitted('np.array([5, 10])\ny = y / 10', "layers.Dense(1, activation='sigmoid')"));
    checkRule('bounded-regression-output', fitted('np.array([5, 10])\ny /= 10', "layers.Dense(1, activation='sigmoid')"));
    checkRule('bounded-regression-output', fitted('np.array([5, top])', "layers.Dense(1, activation='sigmoid')"));
    checkRule('bounded-regression-output', fitted('np.array([5, 10])', 'layers.Dense(1)'));
  });
});

describe('is silent', () => {
  test('on a scaler that nothing is seen to be given to', () => check(`
from sklearn.preprocessing import MinMaxScaler
X, y = load_diabetes(return_X_y=True)
X, y = prepare(MinMaxScaler(), X, y)
${model("layers.Dense(1, activation='sigmoid')")}`));
  test('on a linear output', () => check(`X, y = load_diabetes(return_X_y=True)\n${model('layers.Dense(1)')}`));
  test('on relu, which has no upper bound', () => check(`X, y = load_diabetes(return_X_y=True)\n${model("layers.Dense(1, activation='relu')")}`));
  test('without targets in reach', () => check(model("layers.Dense(1, activation='sigmoid')")));
  test('on targets between 0 and 1', () => check(`X, y = load_iris(return_X_y=True)\n${model("layers.Dense(1, activation='sigmoid')")}`));
  test('on a classification', () => check(`X, y = load_diabetes(return_X_y=True)\n${model("layers.Dense(1, activation='sigmoid')", "'binary_crossentropy'")}`));
  test('on scaled targets', () => check(`X, y = load_diabetes(return_X_y=True)\ny = (y - low) / (high - low)\n${model("layers.Dense(1, activation='sigmoid')")}`));
  test('on a scaler of targets', () => check(`X, y = load_diabetes(return_X_y=True)\ny = scaler.fit_transform(y.reshape(-1, 1))\n${model("layers.Dense(1, activation='tanh')")}`));
  test('on several data sets', () => check(`X, y = load_diabetes(return_X_y=True)\na, b = load_iris(return_X_y=True)\n${model("layers.Dense(1, activation='sigmoid')")}`));
});
