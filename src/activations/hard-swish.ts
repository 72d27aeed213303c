import { defineActivation } from './activation';
import { between } from './pieces';

export const hardSwish = defineActivation({
  kind: 'scalar',
  id: 'hard-swish',
  name: 'Hardswish',
  aliases: ['h-swish', 'hard silu'],
  family: 'self-gated',
  summary: 'SiLU with its sigmoid replaced by straight lines, made for mobile networks.',
  formula: {
    tex: String.raw`f(x) = \tfrac{x}{6}\min(\max(x + 3, 0), 6)`,
    plain: 'f(x) = x/6 · min(max(x + 3, 0), 6)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 0 & x \le -3 \\ \tfrac{2x + 3}{6} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}`,
    plain: 'f′(x) = 0 if x ≤ −3, 1 if x ≥ 3, else (2x + 3)/6',
  },
  parameters: {},
  answer: () => 'is 0 below −3, x above 3 and a parabola between.',
  value: (x) => {
    if (x <= -3) return 0;
    return x >= 3 ? x : (x * (x + 3)) / 6;
  },
  derivative: (x) => between(-3, 3, x, (2 * x + 3) / 6, x > 0 ? 1 : 0),
  secondDerivative: (x) => between(-3, 3, x, 1 / 3, 0),
  properties: () => ({
    range: { from: -0.375, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.5, to: 1.5, closed: 'neither' },
    monotonic: 'no',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'left',
    kinks: [-3, 3],
    fixedPoints: [0],
    fixedIntervals: [{ from: 3, to: Infinity, closed: 'left' }],
  }),
  pitfalls: [
    {
      id: 'hard-swish-kinks',
      text: 'The gradient jumps by ½ at both ends: from 0 to −0.5 at −3 and from 1.5 to 1 at 3. For losses on second derivatives '
        + 'use SiLU.',
    },
    {
      id: 'hard-swish-edge-gradient',
      text: 'At exactly −3 and 3 PyTorch 2.7 returns the gradients −0.5 and 1.5, JAX and PyTorch from 2.8 on 0 and 1.',
    },
    {
      id: 'onnx-opset-activation',
      text: 'ONNX has a HardSwish operator from opset 14 on.',
    },
  ],
  citations: ['howard2019'],
});
