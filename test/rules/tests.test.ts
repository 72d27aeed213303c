import { expect, test } from 'vitest';
import { checked } from './check';

const model = 'import keras\nfrom keras import layers\nmodel = keras.Sequential([layers.Dense(1, activation="softmax")])\n';
const confidences = (code: string): readonly string[] => checked(code).findings.map(({ confidence }) => confidence);

test.each([
  ['pytest', `import pytest\n${model}`],
  ['unittest', `import unittest\n${model}`],
  ['functions that assert', `${model}def test_shape():\n    assert model(x).shape == (2, 1)\n`],
  ['methods that assert', `${model}class ModelTest(TestCase):\n    def test_shape(self):\n        self.assertEqual(model(x).shape, (2, 1))\n`],
  ['a framework of its own', `from absl.testing import absltest\n${model}`],
  ['a class derived from a test case', `import tensorflow as tf\n${model}class LayersTest(tf.test.TestCase):\n    def testShape(self):\n        pass\n`],
])('what is certain elsewhere is a hint in a file of tests, told by %s', (_, code) => expect(confidences(code)).toEqual(['hint']));

test.each([
  ['a step of Lightning', `${model}class Net:\n    def test_step(self, batch, index):\n        assert batch\n`],
  ['an epoch that is evaluated', `${model}def test_epoch(model, batches):\n    assert len(batches) > 0\n`],
  ['a function that asserts nothing', `${model}def test_model():\n    print(model.evaluate(x, y))\n`],
  ['a test of a model beside the model', `import unittest\n${model}class Net(keras.Model):\n    pass\nclass NetTest(unittest.TestCase):\n    def test_call(self):\n        pass\n`],
])('%s makes no file of tests', (_, code) => expect(confidences(code)).toEqual(['certain']));
