/** What an activation costs, and what exchange formats make of it: only what was read in their own lists. */
import type { Activation, ParameterValues, ScalarActivation } from '../activations/activation';
import { coreMlOperators, inPlace, liteOperators, onnxOperators, savedForBackward } from '../frameworks/operators';

type Fact = readonly [label: string, value: string];

export function supportOf(activation: Activation, values: ParameterValues): Fact[] {
  const { id } = activation;
  const onnx = Object.hasOwn(onnxOperators, id) ? onnxOperators[id] : undefined;
  const lite = Object.hasOwn(liteOperators, id) ? liteOperators[id] : undefined;
  const coreMl = Object.hasOwn(coreMlOperators, id) ? coreMlOperators[id] : undefined;
  const saved = Object.hasOwn(savedForBackward, id) ? savedForBackward[id] : undefined;
  return [
    ...(activation.kind === 'scalar' ? [['Arithmetic', arithmetic(activation, values)] as const] : []),
    ...(saved ? [['PyTorch, backward pass', saved === 'output' ? 'reckoned from the output' : 'reckoned from the input, which is kept for it'] as const] : []),
    ...(inPlace.has(id) ? [['PyTorch, in place', 'its module takes `inplace=True`'] as const] : []),
    ...(onnx ? [['ONNX', `\`${onnx.name}\`, since opset ${onnx.since}${onnx.note === undefined ? '' : `; ${onnx.note}`}`] as const] : []),
    ...(lite === undefined ? [] : [['TensorFlow Lite', lite === null ? 'no operator of its own: made of several' : `\`${lite}\``] as const]),
    ...(coreMl ? [['Core ML (MIL, iOS 15)', `\`${coreMl}\``] as const] : []),
  ];
}

const functionNames: readonly (readonly [sign: RegExp, name: string])[] = [
  [/exp|e[ˣ⁻^]/, 'exp'], [/\bln\b|\blog/, 'ln'], [/tanh/, 'tanh'], [/erf|Φ/, 'erf'], [/σ|sigmoid/, 'the sigmoid'], [/\bsin\b/, 'sin'], [/\bcos\b/, 'cos'], [/√/, 'a square root'],
  [/arctan|atan/, 'arctan'], [/softplus/, 'softplus'],
];

function arithmetic(activation: ScalarActivation, values: ParameterValues): string {
  if (isPiecewiseLinear(activation, values)) return 'piecewise linear: comparisons, additions and multiplications alone';
  const needed = functionNames.filter(([sign]) => sign.test(activation.formula.plain)).map(([, name]) => name);
  if (needed.length === 0) return 'additions, multiplications, divisions and comparisons';
  return `besides arithmetic ${needed.length === 1 ? needed.join() : `${needed.slice(0, -1).join(', ')} and ${needed.at(-1) ?? ''}`}`;
}

function isPiecewiseLinear(activation: ScalarActivation, values: ParameterValues): boolean {
  return [-17.3, -6.1, -2.7, -1.31, -0.83, -0.37, -0.11, 0.13, 0.41, 0.79, 1.37, 2.9, 5.3, 13.7].every((x) => activation.secondDerivative(x, values) === 0);
}
