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
    ...(activation.kind === 'scalar' ? [['Functions to evaluate', functionsNeeded(activation, values)] as const] : []),
    ...(saved ? [['PyTorch, backward pass', saved === 'output' ? 'reckoned from the output' : 'reckoned from the input, which is kept for it'] as const] : []),
    ...(inPlace.has(id) ? [['PyTorch, in place', 'its module takes `inplace=True`'] as const] : []),
    ...(onnx ? [['ONNX', `\`${onnx.name}\`, since opset ${onnx.since}${onnx.note === undefined ? '' : `; ${onnx.note}`}`] as const] : []),
    ...(lite === undefined ? [] : [['TensorFlow Lite', lite === null ? 'no operator of its own: made of several' : `\`${lite}\``] as const]),
    ...(coreMl ? [['Core ML (MIL, iOS 15)', `\`${coreMl}\``] as const] : []),
  ];
}

/** By what stands in a formula; a root counts where it is of something with x, since that of a number is a number. */
const functionNames: readonly (readonly [sign: RegExp, name: string])[] = [
  [/exp|e[ˣ⁻^]|σ\(|cosh/, 'exp'], [/\bln\b/, 'ln'], [/tanh/, 'tanh'], [/erf|Φ|GELU/, 'erf'], [/\bsin/, 'sin'], [/\bcos\b/, 'cos'], [/arctan/, 'arctan'],
  [/√x|√\([^)]*x/, 'a square root'],
];

/** What is no addition, multiplication, division or comparison: `exp and ln`. */
function functionsNeeded(activation: ScalarActivation, values: ParameterValues): string {
  if (isPiecewiseLinear(activation, values)) return 'none: piecewise linear';
  const formula = firstForm(activation.formula.plain);
  const needed = functionNames.filter(([sign]) => sign.test(formula)).map(([, name]) => name);
  if (needed.length === 0) return 'none: additions, multiplications, divisions and comparisons';
  return needed.length === 1 ? needed.join() : `${needed.slice(0, -1).join(', ')} and ${needed.at(-1) ?? ''}`;
}

/** `x Φ(x)` of `f(x) = x Φ(x) = x/2 · (1 + erf(x/√2))`: the others say the same again. What letters stand for is part of it. */
function firstForm(formula: string): string {
  const [form = '', ...definitions] = formula.replace(/^f\(x\) = /, '').split(/[,;] (?=\S+ = )/);
  return [form.split(' = ')[0] ?? '', ...definitions].join(', ');
}

function isPiecewiseLinear(activation: ScalarActivation, values: ParameterValues): boolean {
  return [-17.3, -6.1, -2.7, -1.31, -0.83, -0.37, -0.11, 0.13, 0.41, 0.79, 1.37, 2.9, 5.3, 13.7].every((x) => activation.secondDerivative(x, values) === 0);
}
