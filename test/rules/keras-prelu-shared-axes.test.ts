import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('keras-prelu-shared-axes', keras + code, expected);

describe('fires', () => {
  test('with the size that an image has', () => check('def block(x):\n    return layers.[|PReLU|]()(layers.Conv2D(64, 3)(x))\n', { message: 'height × width × 64' }));
  test('in a Sequential', () => check(`
model = keras.Sequential()
model.add(layers.Conv2D(64, 3))
model.add(layers.BatchNormalization())
model.add(layers.[|PReLU|]())
`, { confidence: 'likely', related: ['Conv2D'], fixed: `${keras}
model = keras.Sequential()
model.add(layers.Conv2D(64, 3))
model.add(layers.BatchNormalization())
model.add(layers.PReLU(shared_axes=[1, 2]))
` }));
  test('on one axis of a sequence', () => check(`
def block(x):
    return layers.[|PReLU|](alpha_initializer='zeros')(layers.Conv1D(64, 3)(x))
`, { message: 'steps × 64', fixed: `${keras}
def block(x):
    return layers.PReLU(alpha_initializer='zeros', shared_axes=[1])(layers.Conv1D(64, 3)(x))
` }));
  test('without a fix where channels come first', () => check(`
def block(x):
    x = layers.Conv2D(64, 3, data_format='channels_first')(x)
    return layers.[|PReLU|]()(x)
`, { fixed: null }));
});

describe('is silent', () => {
  test('behind a Dense', () => check('def block(x):\n    return layers.PReLU()(layers.Dense(64)(x))\n'));
  test('with shared axes', () => check('def block(x):\n    return layers.PReLU(shared_axes=[1, 2])(layers.Conv2D(64, 3)(x))\n'));
  test('with shared axes by place', () => check("def block(x):\n    return layers.PReLU('zeros', None, None, [1, 2])(layers.Conv2D(64, 3)(x))\n"));
  test('with options', () => check('def block(x):\n    return layers.PReLU(**options)(layers.Conv2D(64, 3)(x))\n'));
  test('behind a Flatten', () => check('def block(x):\n    return layers.PReLU()(layers.Flatten()(layers.Conv2D(64, 3)(x)))\n'));
  test('behind global pooling and a Dense', () => check('def block(x):\n    x = layers.GlobalAveragePooling2D()(layers.Conv2D(64, 3)(x))\n    return layers.PReLU()(layers.Dense(8)(x))\n'));
  test('on an input', () => check('def block(x):\n    return layers.PReLU()(x)\n'));
  test('on PyTorch', () => check('from torch import nn\nm = nn.Sequential(nn.Conv2d(3, 8, 3), nn.PReLU())\n'));
  test('where a comment says that every element has its slope', () => check(`
def block(x):
    x = layers.GlobalMaxPooling2D(keepdims=True)(layers.Conv2D(64, 3)(x))
    return layers.PReLU()(x)  # one slope for each element of 1 x 1
`));
});
