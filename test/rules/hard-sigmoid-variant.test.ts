import { describe, test } from 'vitest';
import { checkRule } from './check';

const both = 'import torch\nimport tensorflow as tf\nimport onnx\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('hard-sigmoid-variant', both + code, expected);

describe('fires', () => {
  test("on Keras's backend beside PyTorch", () => check('a = torch.nn.Hardsigmoid()\ny = tf.keras.backend.[|hard_sigmoid|](x)\n', { confidence: 'likely' }));
  test('with a hint where the version decides', () => check('a = torch.nn.Hardsigmoid()\ny = tf.keras.activations.[|hard_sigmoid|](x)\n', { confidence: 'hint' }));
  test('on a node of ONNX', () => check('a = torch.nn.Hardsigmoid()\nn = [|onnx.helper.make_node("HardSigmoid", ["x"], ["y"])|]\n'));
});

describe('is silent', () => {
  test('in one library', () => check('y = tf.keras.activations.hard_sigmoid(x)\nz = tf.keras.layers.Dense(8, activation="hard_sigmoid")\n'));
  test('on a node with its slope', () => check('a = torch.nn.Hardsigmoid()\nn = onnx.helper.make_node("HardSigmoid", ["x"], ["y"], alpha=1 / 6)\n'));
  test('on other nodes', () => check('a = torch.nn.Hardsigmoid()\nn = onnx.helper.make_node("Relu", ["x"], ["y"])\n'));
  test('on a node alone', () => check('n = onnx.helper.make_node("HardSigmoid", ["x"], ["y"])\n'));
  test('where both are 1/6', () => check('import jax\na = torch.nn.Hardsigmoid()\ny = jax.nn.hard_sigmoid(x)\n'));
});
