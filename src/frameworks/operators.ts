/** Which operators exchange formats have for an activation, by its id; read from the operators' own lists. */

interface OnnxOperator {
  readonly name: string;
  /** The opset that brought it. */
  readonly since: number;
  /** What to know of it beyond the name. */
  readonly note?: string;
}

/** As of docs/Operators.md and docs/Changelog.md of ONNX, up to opset 24. */
export const onnxOperators: Readonly<Record<string, OnnxOperator>> = {
  relu: { name: 'Relu', since: 1 },
  'leaky-relu': { name: 'LeakyRelu', since: 1 },
  prelu: { name: 'PRelu', since: 1 },
  'thresholded-relu': { name: 'ThresholdedRelu', since: 10 },
  elu: { name: 'Elu', since: 1 },
  selu: { name: 'Selu', since: 1 },
  celu: { name: 'Celu', since: 12 },
  gelu: { name: 'Gelu', since: 20, note: 'exact by default' },
  'gelu-tanh': { name: 'Gelu', since: 20, note: 'with `approximate="tanh"`' },
  mish: { name: 'Mish', since: 18, note: 'below that a Softplus, a Tanh and a Mul' },
  'hard-swish': { name: 'HardSwish', since: 14 },
  silu: { name: 'Swish', since: 24, note: 'below that a Sigmoid and a Mul' },
  swish: { name: 'Swish', since: 24, note: 'with its `alpha` as β' },
  'hard-sigmoid': { name: 'HardSigmoid', since: 1, note: 'its default slope is 0.2, that of PyTorch 1/6' },
  sigmoid: { name: 'Sigmoid', since: 1 },
  tanh: { name: 'Tanh', since: 1 },
  softplus: { name: 'Softplus', since: 1, note: 'without β' },
  softsign: { name: 'Softsign', since: 1 },
  softmax: { name: 'Softmax', since: 1 },
  'log-softmax': { name: 'LogSoftmax', since: 1 },
  hardmax: { name: 'Hardmax', since: 1 },
  shrink: { name: 'Shrink', since: 9 },
  softshrink: { name: 'Shrink', since: 9 },
  hardshrink: { name: 'Shrink', since: 9 },
  clip: { name: 'Clip', since: 1 },
  relu6: { name: 'Clip', since: 1 },
  'hard-tanh': { name: 'Clip', since: 1 },
  erf: { name: 'Erf', since: 9 },
  exponential: { name: 'Exp', since: 1 },
  sine: { name: 'Sin', since: 7 },
  arctan: { name: 'Atan', since: 7 },
  abs: { name: 'Abs', since: 1 },
};

/** The builtin operators of TensorFlow Lite's schema; null where its list was read and has none. */
export const liteOperators: Readonly<Record<string, string | null>> = {
  sigmoid: 'LOGISTIC', relu: 'RELU', relu6: 'RELU6', softmax: 'SOFTMAX', 'log-softmax': 'LOG_SOFTMAX', tanh: 'TANH', prelu: 'PRELU',
  'leaky-relu': 'LEAKY_RELU', elu: 'ELU', 'hard-swish': 'HARD_SWISH', gelu: 'GELU', exponential: 'EXP', sine: 'SIN', abs: 'ABS',
  'hard-tanh': 'RELU_N1_TO_1',
  silu: null, swish: null, mish: null, softplus: null, softsign: null, selu: null, celu: null, 'hard-sigmoid': null,
};

/** The activation operators of Core ML's MIL for iOS 15. */
export const coreMlOperators: Readonly<Record<string, string>> = {
  'clipped-relu': 'clamped_relu', elu: 'elu', gelu: 'gelu', 'gelu-tanh': 'gelu', 'quick-gelu': 'gelu', 'leaky-relu': 'leaky_relu', affine: 'linear_activation',
  prelu: 'prelu', relu: 'relu', relu6: 'relu6', 'scaled-tanh': 'scaled_tanh', sigmoid: 'sigmoid', 'hard-sigmoid': 'sigmoid_hard', silu: 'silu',
  softplus: 'softplus', 'softplus-parametric': 'softplus_parametric', softmax: 'softmax', softsign: 'softsign', 'thresholded-relu': 'thresholded_relu',
};

/** What PyTorch's derivative formula is made of: the output, which the next layer keeps anyway, or the input. */
export const savedForBackward: Readonly<Record<string, 'output' | 'input'>> = {
  relu: 'output', sigmoid: 'output', tanh: 'output', softmax: 'output', 'log-softmax': 'output',
  silu: 'input', mish: 'input', gelu: 'input', 'gelu-tanh': 'input', elu: 'input', celu: 'input', 'leaky-relu': 'input', 'hard-tanh': 'input',
  softplus: 'input', hardshrink: 'input', softshrink: 'input', threshold: 'input', glu: 'input', prelu: 'input', 'log-sigmoid': 'input', rrelu: 'input',
};

/** Modules of PyTorch with an `inplace` argument. */
export const inPlace: ReadonlySet<string> = new Set([
  'threshold', 'relu', 'rrelu', 'hard-tanh', 'relu6', 'hard-sigmoid', 'hard-swish', 'elu', 'celu', 'selu', 'leaky-relu', 'silu', 'mish',
]);
