import { defineActivation } from './activation';

export const expm1 = defineActivation({
  kind: 'scalar',
  id: 'expm1',
  name: 'Expm1',
  aliases: ['exp minus one', 'exponential minus 1'],
  family: 'exponential',
  summary: 'The exponential less one, computed so that small inputs keep their digits: the negative half of ELU.',
  formula: { tex: 'f(x) = e^x - 1', plain: 'f(x) = eˣ − 1' },
  gradient: { tex: "f'(x) = e^x", plain: 'f′(x) = eˣ' },
  parameters: {},
  answer: () => 'is x near 0 and grows without limit.',
  value: (x) => Math.expm1(x),
  derivative: (x) => Math.exp(x),
  secondDerivative: (x) => Math.exp(x),
  properties: () => ({
    range: { from: -1, to: Infinity, closed: 'neither' },
    gradientRange: { from: 0, to: Infinity, closed: 'neither' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'exponential-overflow',
      text: 'It overflows above 88.73 in float32 and above 11.1 in float16. Bound its inputs, or use ELU, which is this on '
        + 'the left and x on the right.',
    },
    {
      id: 'expm1-by-hand',
      text: 'Written as exp(x) − 1 it loses digits near 0: in float32 at x = 10⁻⁴ about three are left, at 10⁻⁸ none. Use the '
        + 'library\'s `expm1`.',
    },
  ],
  citations: [],
});
