import { stringOf } from '../models/values';
import type { Usage } from '../usages/usage';
import { defaultsThatDiffer, isOfTwoLibraries } from './porting';
import { defineRule, type Finding, type RuleFile } from './rule';

export const hardSigmoidVariant = defineRule({
  id: 'hard-sigmoid-variant',
  severity: 'information',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'A file uses hard sigmoids of two slopes under the same name.',
    why: 'PyTorch, JAX and Keras 3 compute relu6(x + 3) / 6; Keras up to 2.15, its backend, and ONNX by default clip 0.2 x + 0.5. '
      + 'They differ most at |x| = 2.5, by 0.083: there one is at its end, 1, and the other at 0.917.',
    bad: `import torch
from onnx import helper


def reference(x):
    return torch.nn.functional.hardsigmoid(x)


node = helper.make_node("HardSigmoid", ["x"], ["y"])
`,
    good: `import torch
from onnx import helper


def reference(x):
    return torch.nn.functional.hardsigmoid(x)


node = helper.make_node("HardSigmoid", ["x"], ["y"], alpha=1 / 6, beta=0.5)
`,
    whenNot: 'In one library, trained from scratch, either is fine. Where the version of Keras decides, it is a hint.',
    references: [
      { title: 'ONNX: HardSigmoid', url: 'https://onnx.ai/onnx/operators/onnx__HardSigmoid.html' },
      { title: 'The documentation says one, the code does the other', url: 'https://github.com/tensorflow/tensorflow/issues/65381' },
    ],
  },
  *check(file) {
    for (const pair of defaultsThatDiffer(file, variantOf, () => true)) {
      if (variantOf(pair.usage) === 'sixth') continue;
      const isCertain = isOfTwoLibraries(pair) && variantOf(pair.usage) === 'fifth';
      yield {
        span: pair.usage.span,
        message: `${pair.usage.symbol} has slope ${isCertain ? '0.2' : '0.2 in Keras 2 and 1/6 in Keras 3'}, ${pair.other.symbol} ${slopes[variantOf(pair.other) ?? 'sixth']}: they differ by up to 0.083.`,
        related: [{ span: pair.other.span, message: 'The other hard sigmoid' }],
        ...(isCertain ? {} : { confidence: 'hint' as const }),
      };
    }
    yield* onnxNodes(file);
  },
});

type Slope = 'fifth' | 'sixth' | 'either';
const slopes: Readonly<Record<Slope, string>> = { fifth: '0.2', sixth: '1/6', either: '0.2 or 1/6' };

function variantOf({ activation, parameters, framework }: Usage): Slope | undefined {
  // Nodes of ONNX are told by their calls.
  if (activation !== 'hard-sigmoid' || framework === 'onnx') return undefined;
  const variant = parameters.find(({ name }) => name === 'variant');
  if (variant?.source === 'unknown') return framework === 'keras' || framework === 'tf-keras' ? 'either' : undefined;
  return variant?.value === 'keras_legacy' ? 'fifth' : 'sixth';
}

/** A node of ONNX without its slope, beside a hard sigmoid of 1/6. */
function* onnxNodes({ facts, usages, spanOf }: RuleFile): Iterable<Finding> {
  const other = usages.find((usage) => usage.certainty !== 'hand-written' && variantOf(usage) === 'sixth');
  if (other === undefined) return;
  for (const { name, node, arguments: written, mayHaveMore } of facts.libraryCalls) {
    if (name !== 'onnx.helper.make_node' || stringOf(written.get('0')?.value) !== 'HardSigmoid' || mayHaveMore || written.has('alpha')) continue;
    yield {
      span: spanOf(node),
      message: `Without alpha the slope of ONNX's HardSigmoid is 0.2; that of ${other.symbol} is 1/6. They differ by up to 0.083.`,
      related: [{ span: other.span, message: 'The other hard sigmoid' }],
    };
  }
}
