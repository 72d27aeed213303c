import { defineActivation } from './activation';
import { constant, hull, rootsBetween } from './pieces';
import { sineAndCosine } from './sinusoids';
import { shown } from './wording';

export const sine = defineActivation({
  kind: 'scalar',
  id: 'sine',
  name: 'Sine',
  aliases: ['sin', 'siren'],
  family: 'periodic',
  summary: 'The sine of the input times a frequency, for networks that represent a signal and its derivatives.',
  formula: { tex: String.raw`f(x) = \sin(\omega x)`, plain: 'f(x) = sin(ωx)' },
  gradient: { tex: String.raw`f'(x) = \omega\cos(\omega x)`, plain: 'f′(x) = ω cos(ωx)' },
  parameters: {
    omega: {
      kind: 'number', symbol: 'ω', default: 1, min: 0.5, max: 30, step: 0.5,
      meaning: 'The frequency, ω₀ in SIREN, which takes 30: the period is 2π/ω and the gradient at most ω.',
    },
  },
  answer: ({ omega }) => (omega === 0
    ? 'with ω = 0 is 0.'
    : `oscillates within ±1 with period ${shown((2 * Math.PI) / Math.abs(omega))}.`),
  value: (x, { omega }) => (omega === 0 ? constant(x, 0) : sineAndCosine(omega, x).sin),
  derivative: (x, { omega }) => (omega === 0 ? constant(x, 0) : omega * sineAndCosine(omega, x).cos),
  secondDerivative: (x, { omega }) => {
    if (omega === 0) return constant(x, 0);
    // A sine this small has lost the digits that an underflow takes.
    return Math.abs(omega * x) < 1e-150 ? -(omega ** 3) * x : -omega * omega * sineAndCosine(omega, x).sin;
  },
  properties: ({ omega }) => ({
    range: omega === 0 ? hull(0, 0) : hull(-1, 1),
    gradientRange: hull(-omega, omega),
    monotonic: omega === 0 ? 'non-decreasing' : 'no',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: omega === 0 ? 'both' : 'neither',
    kinks: [],
    fixedPoints: fixedPoints(omega),
  }),
  pitfalls: [
    {
      id: 'siren-initialisation',
      text: 'With ω = 30 it needs SIREN\'s initialisation: hidden weights from U(−√(6/n)/30, √(6/n)/30) for n inputs, the first '
        + 'layer\'s from U(−1/n, 1/n). With the layers\' own defaults it trains badly.',
      citations: ['sitzmann2020'],
    },
    {
      id: 'periodic-ambiguity',
      text: 'Inputs that differ by 2π/ω give the same output, so a large input tells nothing of its size. Scale inputs to a '
        + 'known range such as [−1, 1].',
    },
  ],
  citations: ['sitzmann2020'],
});

/** Beyond ω = 6000 those next to 0 are told: nobody counts the others. */
const mostWaves = 1000;

/** sin(ωx) - x turns where cos(ωx) is 1/ω; between two turns it has at most one zero, and none beyond ±1. */
function fixedPoints(omega: number): number[] {
  if (!(Math.abs(omega) > 1) || !Number.isFinite(omega)) return [0];
  const turn = Math.acos(1 / omega);
  const waves = Array.from({ length: Math.min(mostWaves, Math.ceil(Math.abs(omega) / 2 / Math.PI) + 1) }, (_, k) => 2 * Math.PI * k);
  const turns = waves.flatMap((wave) => [wave - turn, wave + turn]).map((angle) => angle / Math.abs(omega));
  const cuts = [...turns.filter((cut) => cut > 0 && cut < 1.01).sort((a, b) => a - b), 1.01];
  const positive = rootsBetween((x) => sineAndCosine(omega, x).sin - x, cuts);
  return [...positive.map((x) => -x).reverse(), 0, ...positive];
}
