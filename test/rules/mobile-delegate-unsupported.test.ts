import { describe, test } from 'vitest';
import { checkRule } from './check';

const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('mobile-delegate-unsupported', `import tensorflow as tf\n${code}`, expected);
const model = (activation: string): string => `model = tf.keras.Sequential([tf.keras.layers.Conv2D(8, 3, activation='${activation}')])\n`;
const conversion = 'converter = tf.lite.TFLiteConverter.from_keras_model(model)\n';

describe('fires', () => {
  test('on what TensorFlow Lite has not', () => {
    for (const name of ['mish', 'softplus', 'softsign', 'selu']) check(model(`[|${name}|]`) + conversion, { confidence: 'hint' });
  });
  test('on a saved model', () => check(`${model('[|selu|]')}converter = tf.lite.TFLiteConverter.from_saved_model('m')\n`));
});

describe('is silent', () => {
  test('on what it has', () => {
    for (const name of ['relu', 'relu6', 'elu', 'gelu', 'tanh', 'sigmoid', 'softmax']) check(model(name) + conversion);
  });
  test('on SiLU, a logistic and a product', () => check(model('swish') + conversion));
  test('where nothing is converted', () => check(`${model('mish')}# TFLiteConverter\n`));
  test('where the processor runs it', () => check(`${model('gelu')}${conversion}interpreter = tf.lite.Interpreter('m.tflite', num_threads=4)\n`));
});
