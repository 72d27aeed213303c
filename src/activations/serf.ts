import { defineActivation } from './activation';
import { erf } from './errorFunction';
import { timesExponential, timesGaussian } from './exponentials';
import { log1pexp, sigmoid, sigmoidSlope } from './logistic';

/** 2/√π, the slope of erf at 0. */
const steepest = 1.1283791670955126;

export const serf = defineActivation({
  kind: 'scalar',
  id: 'serf',
  name: 'Serf',
  aliases: ['log-softplus error activation function'],
  family: 'self-gated',
  summary: 'Weighs each input by the error function of its softplus; smooth, with a small dip below zero, much like Mish.',
  formula: {
    tex: String.raw`f(x) = x\operatorname{erf} s,\; s = \ln(1 + e^x)`,
    plain: 'f(x) = x erf(s), s = ln(1 + eˣ)',
  },
  gradient: {
    tex: String.raw`f'(x) = \operatorname{erf} s + \tfrac{2}{\sqrt\pi}\,x\,\sigma(x)\,e^{-s^2}`,
    plain: 'f′(x) = erf(s) + 2/√π · x σ(x) exp(−s²)',
  },
  parameters: {},
  answer: () => 'dips to −0.348 at −1.19, then grows like x.',
  value: (x) => (x < -700 ? timesExponential(steepest * x, x) : x * erf(log1pexp(x))),
  derivative: (x) => {
    if (x < -700) return timesExponential(steepest * (1 + x), x);
    const softplus = log1pexp(x);
    return erf(softplus) + timesGaussian(steepest * x * sigmoid(x), softplus, 1);
  },
  secondDerivative: (x) => {
    if (x < -700) return timesExponential(steepest * (2 + x), x);
    const [softplus, gate] = [log1pexp(x), sigmoid(x)];
    return timesGaussian(steepest * (2 * gate + x * (sigmoidSlope(x) - 2 * softplus * gate * gate)), softplus, 1);
  },
  properties: () => ({
    range: { from: -0.3484374587596064, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.1269685890579054, to: 1.0861254441509972, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'softplus-by-hand',
      text: 'Written by hand as x erf(log(1 + exp(x))), its gradient is NaN for x above 88.73 in float32, where exp overflows. '
        + 'Use the library\'s softplus inside.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'The gain that keeps the second moment of N(0, 1) inputs is 1.412, almost that of ReLU.',
    },
  ],
  citations: ['nag2021'],
});
