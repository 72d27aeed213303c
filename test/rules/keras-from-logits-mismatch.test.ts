import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'import tensorflow as tf\nfrom tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('keras-from-logits-mismatch', keras + code, expected);

describe('fires', () => {
  test('on layers that are made in build', () => checkRule('keras-from-logits-mismatch', `
from tensorflow import keras
class Net(keras.Model):
    def build(self, shape):
        self.head = keras.layers.Dense(10, activation="[|softmax|]")
    def call(self, x):
        return self.head(x)
model = Net()
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`));
  test('on the output of the layer that a loss is named after', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, [layers.Dense(1, name='age')(x), layers.Dense(1, name='kind')(x)])
model.compile('adam', loss={'age': 'mae', 'kind': [|'binary_crossentropy'|]})
`));
  test('on the output that the model gives under the name of a loss', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, {'age': layers.Dense(1)(x), 'kind': layers.Dense(4, activation='[|softmax|]')(x)})
model.compile('adam', loss={'age': 'mae', 'kind': keras.losses.CategoricalCrossentropy(from_logits=True)})
`));
  test('on each of several outputs that one loss is for', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, [layers.Dense(3, activation='[|softmax|]')(x), layers.Dense(4, activation='[|softmax|]')(x)])
model.compile('adam', keras.losses.CategoricalCrossentropy(from_logits=True))
`));
  test('without a fix where the same call applies another function in other layers', () => checkRule('keras-from-logits-mismatch', `
import tensorflow as tf
class Layer:
    def __init__(self, sizes, activation):
        self.weights, self.activation = tf.Variable(tf.random.normal(sizes)), activation
    def __call__(self, x):
        return self.[|activation|](tf.matmul(x, self.weights))
first, second = Layer((8, 16), tf.nn.relu), Layer((16, 4), tf.nn.softmax)
loss = tf.keras.losses.sparse_categorical_crossentropy(y, second(first(x)), from_logits=True)
`, { fixed: null }));
  test('on a product with variables, which has no activation', () => checkRule('keras-from-logits-mismatch', `
import tensorflow as tf
class Layer:
    def __init__(self, sizes):
        self.weights, self.bias = tf.Variable(tf.random.normal(sizes)), tf.Variable(tf.zeros(sizes[1]))
    def __call__(self, x):
        return tf.matmul(x, self.weights) + self.bias
layer = Layer((8, 4))
loss = [|tf.keras.losses.sparse_categorical_crossentropy(y, layer(x))|]
`, { confidence: 'certain' }));
  test('and says what the loss applies, not what the model did', () => check(`
model = keras.Sequential([layers.Dense(2, activation='[|sigmoid|]')])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`, { message: 'probability, of a sigmoid: softmax is applied to it, or Keras warns', severity: 'warning' }));
  test('on probabilities where logits are expected', () => check(`
model = keras.Sequential([
    layers.Dense(64, activation='relu'),
    layers.Dense(10, activation='[|softmax|]'),
])
model.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`, { confidence: 'certain', fixed: `${keras}
model = keras.Sequential([
    layers.Dense(64, activation='relu'),
    layers.Dense(10),
])
model.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
` }));
  test('on logits where probabilities are expected', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, layers.Dense(10)(x))
model.compile(optimizer='adam', loss=[|keras.losses.CategoricalCrossentropy()|])
`, { related: ['layers.Dense(10)'], fixed: `${keras}
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, layers.Dense(10)(x))
model.compile(optimizer='adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))
` }));
  test('on a string', () => check(`
model = keras.Sequential()
model.add(layers.Dense(64, activation='relu'))
model.add(layers.Dense(1))
model.compile(optimizer='adam', loss=[|'binary_crossentropy'|])
`, { fixed: null }));
  test('on an Activation layer that was added', () => check(`
model = keras.Sequential()
model.add(layers.Dense(10))
model.add(layers.Activation('[|softmax|]'))
model.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True))
`, { fixed: `${keras}
model = keras.Sequential()
model.add(layers.Dense(10))
model.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True))
` }));
  test('in a training loop of its own', () => check(`
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(10, activation=tf.nn.[|softmax|])
    def call(self, x):
        return self.out(x)
model = Net()
loss_object = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_object(y, model(x, training=True))
`));
  test('where the last layer is called linear', () => checkRule('keras-from-logits-mismatch', `
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation='relu'), layers.Dense(1, activation='linear')])
model.compile(loss=[|'binary_crossentropy'|])
`));
});

describe('is silent', () => {
  test('on losses whose names no output has, or two have', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, [layers.Dense(1, name='age')(x), layers.Dense(1, name='kind')(x)])
model.compile('adam', loss={'sort': 'binary_crossentropy', 'age': 'mae'})
inner = keras.Sequential([layers.Dense(1, name='kind'), layers.Activation('sigmoid')], name='kind')
other = keras.Model(inputs, [layers.Dense(1, name='age')(x), inner(x)])
other.compile('adam', loss={'age': 'mae', 'kind': 'binary_crossentropy'})
losses = {'kind': 'binary_crossentropy'}
losses.update(kind='mse')
model.compile('adam', loss=losses)
`));
  test('on outputs that have each their own loss', () => check(`
inputs = keras.Input((8,))
x = layers.Dense(64, activation='relu')(inputs)
model = keras.Model(inputs, [layers.Dense(1, name='age')(x), layers.Dense(1, activation='sigmoid', name='kind')(x)])
model.compile('adam', loss={'kind': 'binary_crossentropy', 'age': 'mae'})
`));
  const model = (last: string, loss: string): string => `
model = keras.Sequential([layers.Dense(64, activation='relu'), ${last}])
model.compile(loss=${loss})
`;
  test('on probabilities without from_logits', () => check(model("layers.Dense(10, activation='softmax')", "'categorical_crossentropy'")));
  test('on logits with from_logits', () => check(model('layers.Dense(10)', 'keras.losses.CategoricalCrossentropy(from_logits=True)')));
  test('on an Activation behind a Dense', () => check(model("layers.Dense(10), layers.Activation('softmax')", "'categorical_crossentropy'")));
  test('on a Softmax layer', () => check(model('layers.Dense(10), layers.Softmax()', "'categorical_crossentropy'")));
  test('where from_logits is computed', () => check(model('layers.Dense(10)', 'keras.losses.CategoricalCrossentropy(from_logits=flag)')));
  test('where the activation is a variable', () => check(model('layers.Dense(10, activation=last)', "'categorical_crossentropy'")));
  test('where options may hold it', () => check(model('layers.Dense(10, **options)', "'categorical_crossentropy'")));
  test('on a regression loss', () => check(model('layers.Dense(1)', "'mse'")));
  test('on an activation of the file', () => check(`def last(x):\n    return tf.nn.softmax(x)\n${model('layers.Dense(10, activation=last)', "'categorical_crossentropy'")}`));
  test('where the loss takes another tensor', () => check(`
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(10)
    def call(self, x):
        logits = self.out(x)
        return logits, tf.nn.softmax(logits)
model = Net()
logits, p = model(x)
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(y, logits)
`));
  test('where the loss comes from elsewhere', () => check(model('layers.Dense(10)', 'losses.mine')));
  test('where the last operation of a model of one\'s own is not known', () => check(`
from mine import finish
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = layers.Dense(10)
    def call(self, x):
        return finish(self.out(x))
model = Net()
model.compile(loss='categorical_crossentropy')
`));
  test('on tasks of keras_hub, which check it themselves', () => check(`
import keras_hub
model = keras_hub.models.BertClassifier.from_preset('bert_tiny_en_uncased', num_classes=2, activation='softmax')
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`));
  test('on an output layer that is there for its dtype', () => check(model("layers.Dense(10, activation='softmax'), layers.Activation('linear', dtype='float32')", "'categorical_crossentropy'")));
});
