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
