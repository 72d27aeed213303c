import { calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { shortName } from '../models/questions';
import { eitherOf } from '../usages/eitherOf';
import { isTestFile } from './places';
import { defineRule, type RuleFile } from './rule';

export const quantisationUnfriendly = defineRule({
  id: 'quantisation-unfriendly',
  severity: 'information',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'A file that quantises to 8 bits after training has smooth activations without an upper end.',
    why: 'Eight bits are 256 steps for the whole range of a tensor. What SiLU, GELU, Mish and ELU give below 0 is small, for SiLU at least -0.28, and above it has no end: with a range up to 20 '
      + 'a step is 0.08, so that fewer than four steps are left for all below 0. Reported for YOLOv5s, which has SiLU: mAP 0.362 became 0.054 with '
      + 'sigmoid and product apart, and 0.316 with SiLU as one operator. EfficientNet-Lite0, which has ReLU6, went from 75.1 % to 74.4 %.',
    bad: `import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.SiLU(), nn.Conv2d(8, 8, 3))
prepared = torch.ao.quantization.prepare(model)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU6(), nn.Conv2d(8, 8, 3))
prepared = torch.ao.quantization.prepare(model)
`,
    whenNot: 'Training with simulated quantisation adapts the ranges; where only weights are quantised, or the target has 16 bits, nothing of this applies. Measure before changing anything: '
      + 'another activation needs another training.',
    references: [
      { title: 'YOLOv5s in TensorRT with 8 bits', url: 'https://github.com/NVIDIA/TensorRT/issues/1114' },
      { title: 'SiLU and ReLU after quantisation', url: 'https://github.com/ultralytics/yolov5/issues/10164' },
    ],
  },
  *check(file) {
    if (!/quant|INT8|int8/.test(file.text) || /prepare_qat|tfmot|(?<![a-z])qat(?![a-z])/i.test(file.text) || isTestFile(file)) return;
    const concerned = file.usages.filter(({ activation, certainty }) => unbounded.has(activation) && certainty === 'resolved');
    const target = concerned.length > 0 ? quantiserIn(file) : NONE;
    if (target === NONE) return;
    const related = [{ span: file.spanOf(target), message: 'Quantised here' }];
    for (const { span, activation } of concerned) {
      yield { span, related, message: `${activation} has no upper end and little below 0, of which 8 bits keep a few steps at best. Measure the loss of accuracy; ReLU6 quantises better.` };
    }
  },
});

const unbounded = new Set(['silu', 'swish', 'gelu', 'gelu-tanh', 'mish', 'elu']);
/** What quantises activations as well, after training. */
const quantisers = eitherOf(
  /^torch\.(ao\.)?quantization\.(prepare|quantize|quantize_fx\.prepare_fx|quantize_pt2e\.prepare_pt2e)$/,
  /^torchao\.quantization\.pt2e\.quantize_pt2e\.prepare_pt2e$/,
  /^onnxruntime\.quantization\.quantize_static$/,
);

/** A call that quantises, or the set of operators of TensorFlow Lite that stands for it; `NONE` if there is none. */
function quantiserIn({ tree, names }: RuleFile): Node {
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Call && quantisers.test(names.qualifiedName(calleeOf(tree, node)) ?? '')) return calleeOf(tree, node);
    if (kind === Kind.Attribute && shortName(nameOf(tree, node)) === 'TFLITE_BUILTINS_INT8') return node;
  }
  return NONE;
}
