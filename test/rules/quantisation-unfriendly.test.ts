import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('quantisation-unfriendly', code, expected);
const model = (activation: string): string => `${torch}
model = nn.Sequential(nn.Conv2d(3, 8, 3), ${activation}, nn.Conv2d(8, 8, 3))
`;

describe('fires', () => {
  test('on SiLU and GELU', () => {
    check(`${model('nn.[|SiLU|]()')}torch.quantization.prepare(model, inplace=True)\n`, { confidence: 'hint' });
    check(`${model('nn.[|GELU|]()')}from torch.ao.quantization.quantize_fx import prepare_fx\nprepared = prepare_fx(model, mapping, inputs)\n`);
  });
  test('on TensorFlow Lite', () => check(`import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Conv2D(8, 3, activation='[|swish|]')])
converter = tf.lite.TFLiteConverter.from_keras_model(model)
converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
`));
});

describe('is silent', () => {
  test('on ReLU6 and hard swish', () => {
    check(`${model('nn.ReLU6()')}torch.quantization.prepare(model, inplace=True)\n`);
    check(`${model('nn.Hardswish()')}torch.quantization.prepare(model, inplace=True)\n`);
  });
  test('where training knows of it', () => check(`${model('nn.SiLU()')}use_qat = True\n(torch.quantization.prepare_qat if use_qat else torch.quantization.prepare)(model)\ntorch.quantization.prepare(model)\n`));
  test('on half precision', () => check(`${model('nn.SiLU()')}model.half()\n`));
  test('on weights alone', () => check(`${model('nn.SiLU()')}from torchao.quantization import quantize_, int8_weight_only\nquantize_(model, int8_weight_only())\n`));
  test('on dynamic quantisation', () => check(`${model('nn.GELU()')}torch.quantization.quantize_dynamic(model, {nn.Linear}, dtype=torch.qint8)\n`));
  test('on a comment', () => check(`${model('nn.SiLU()')}# TFLITE_BUILTINS_INT8\n`));
  test('in bfloat16', () => check(`${model('nn.SiLU()')}model.to(torch.bfloat16)\nquantised = model.half()\n`));
});
