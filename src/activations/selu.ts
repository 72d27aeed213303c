import { defineActivation } from './activation';
import { timesExponential } from './exponentials';

const alpha = 1.6732632423543772;
const scale = 1.0507009873554805;
/** The height of the exponential branch: negative outputs level off at its negative. */
const depth = scale * alpha;

export const selu = defineActivation({
  kind: 'scalar',
  id: 'selu',
  name: 'SELU',
  aliases: ['scaled exponential linear unit', 'self-normalising'],
  family: 'exponential',
  summary: 'ELU scaled so that layers with LeCun-normal weights keep mean 0 and variance 1 by themselves.',
  formula: {
    tex: String.raw`f(x) = \lambda\begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}`,
    plain: 'f(x) = λx if x > 0, else λα(eˣ − 1); λ = 1.0507, α = 1.6733',
  },
  gradient: {
    tex: String.raw`f'(x) = \lambda\begin{cases} 1 & x > 0 \\ \alpha e^x & x \le 0 \end{cases}`,
    plain: 'f′(x) = λ if x > 0, else λαeˣ',
  },
  parameters: {},
  answer: () => 'keeps mean 0 and std 1 given LeCun-normal weights.',
  value: (x) => (x > 0 ? scale * x : depth * Math.expm1(x)),
  derivative: (x) => (x > 0 ? scale : timesExponential(depth, x)),
  secondDerivative: (x) => (x > 0 ? 0 : timesExponential(depth, x)),
  properties: () => ({
    range: { from: -depth, to: Infinity, closed: 'neither' },
    gradientRange: { from: 0, to: depth, closed: 'right' },
    monotonic: 'increasing',
    smoothness: 0,
    zeroCentred: true,
    saturates: 'left',
    kinks: [0],
    fixedPoints: [-1.258817164063823, 0],
  }),
  pitfalls: [
    {
      id: 'selu-contract',
      text: 'It normalises itself only with LeCun-normal weights, standardised inputs, AlphaDropout instead of Dropout '
        + 'and no other normalisation.',
      citations: ['klambauer2017'],
    },
    {
      id: 'init-gain-mismatch',
      text: '`calculate_gain(\'selu\')` is 3/4, but keeping the variance takes gain 1: call `kaiming_normal_` with '
        + '`nonlinearity=\'linear\'`.',
    },
    {
      id: 'selu-rounded-constants',
      text: 'MLX and tinygrad round α and λ to 1.67326 and 1.0507; PyTorch and JAX have them in full.',
    },
  ],
  citations: ['klambauer2017'],
});
