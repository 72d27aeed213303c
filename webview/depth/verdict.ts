/** The verdict in its fixed words, and where what it names begins. */
import type { DepthVerdict } from '../../src/propagation/depth';
import type { IconName } from '../icons';

interface VerdictWords {
  readonly icon: IconName;
  readonly severity: 'fine' | 'warning' | 'wrong';
  /** `Vanishing signal and gradient` */
  readonly verdict: string;
  /** `signal from layer 48 on, gradient from layer 2 back`; empty where nothing begins. */
  readonly place: string;
}

/** `signal` tells where the function is not defined for every input, so that nothing can be said of its mean. */
export function verdictWords(verdict: DepthVerdict, signal: readonly number[]): VerdictWords {
  if (signal.some(Number.isNaN)) return { icon: 'error', severity: 'wrong', verdict: 'Undefined for some inputs', place: '' };
  const words = wordsOf(verdict);
  const severity = words === 'Stable' ? 'fine' : words === 'Fading signal' ? 'warning' : 'wrong';
  return { icon: ({ fine: 'pass', warning: 'warning', wrong: 'error' } as const)[severity], severity, verdict: words, place: placeOf(verdict) };
}

function wordsOf({ signal, gradient }: DepthVerdict): string {
  if (gradient === 'stable') return { stable: 'Stable', fading: 'Fading signal', vanishing: 'Vanishing signal', exploding: 'Exploding signal' }[signal];
  const named = gradient === 'vanishing' ? 'Vanishing' : 'Exploding';
  if (signal === gradient) return `${named} signal and gradient`;
  if (signal === 'stable' || signal === 'fading') return `${named} gradient`;
  return `${signal === 'vanishing' ? 'Vanishing' : 'Exploding'} signal, ${named.toLowerCase()} gradient`;
}

/** The signal runs from layer 1 on, the gradient from the last layer back. */
function placeOf({ signalLayer, gradientLayer }: DepthVerdict): string {
  const signal = signalLayer === undefined ? '' : `from layer ${signalLayer} on`;
  const gradient = gradientLayer === undefined ? '' : `from layer ${gradientLayer} back`;
  return signal && gradient ? `signal ${signal}, gradient ${gradient}` : signal || gradient;
}
