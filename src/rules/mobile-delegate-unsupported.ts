import { calleeOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { isTestFile } from './places';
import { defineRule, type RuleFile } from './rule';

export const mobileDelegateUnsupported = defineRule({
  id: 'mobile-delegate-unsupported',
  severity: 'information',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'A file converts to TensorFlow Lite and has an activation for which that has no operator.',
    why: 'TensorFlow Lite has operators for ReLU, ReLU6, leaky ReLU, PReLU, ELU, GELU, hard swish, tanh, the logistic sigmoid and softmax. Mish, softplus, softsign, SELU and CELU are '
      + 'made of several: each a pass over memory, and a delegate (GPU, Edge TPU, Hexagon) that lacks one of them hands that part of the graph back to the processor.',
    bad: `import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Conv2D(8, 3, activation="mish"), tf.keras.layers.Conv2D(8, 3)])
converter = tf.lite.TFLiteConverter.from_keras_model(model)
`,
    good: `import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Conv2D(8, 3, activation="relu6"), tf.keras.layers.Conv2D(8, 3)])
converter = tf.lite.TFLiteConverter.from_keras_model(model)
`,
    whenNot: 'On the processor alone it costs a little time and nothing else. A delegate may support less than TensorFlow Lite does: its own list decides.',
    references: [
      { title: 'TensorFlow Lite: the operators of its schema', url: 'https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs' },
      { title: 'ELU on the GPU delegate', url: 'https://github.com/tensorflow/tensorflow/issues/40152' },
    ],
  },
  *check(file) {
    if (!file.text.includes('TFLiteConverter') || isTestFile(file)) return;
    const concerned = file.usages.filter(({ activation, certainty }) => composed.has(activation) && certainty === 'resolved');
    const target = concerned.length > 0 ? converterIn(file) : NONE;
    if (target === NONE) return;
    const related = [{ span: file.spanOf(target), message: 'Converted here' }];
    for (const { span, activation } of concerned) {
      yield { span, related, message: `TensorFlow Lite has no operator for ${activation} and computes it by several; a delegate that lacks one of them leaves it to the processor.` };
    }
  },
});

const composed = new Set(['mish', 'softplus', 'softsign', 'selu', 'celu']);

/** `tf.lite.TFLiteConverter.from_keras_model`; `NONE` if nothing is converted. */
function converterIn({ tree, names }: RuleFile): Node {
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const callee = calleeOf(tree, node);
    if (/^tensorflow\.(compat\.v[12]\.)?lite\.TFLiteConverter\.from_\w+$/.test(names.qualifiedName(callee) ?? '')) return callee;
  }
  return NONE;
}
