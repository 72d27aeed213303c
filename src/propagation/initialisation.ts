/** What the usual initialisations are for layers of equal width. */
import type { Variances } from './meanField';

export interface Initialisation extends Variances {
  readonly distribution: 'normal' | 'uniform';
}

export type InitialisationName = 'he' | 'xavier' | 'lecun' | 'pytorch';

/**
 * Keras and PyTorch call them `HeNormal` and `kaiming_normal_`, `GlorotUniform` and `xavier_uniform_`, `LecunNormal`.
 * `pytorch` is what `nn.Linear` does by itself: weights and biases from U(±1/√width), hence variances of 1/(3 width).
 */
export function initialisationNamed(name: InitialisationName, width: number): Initialisation {
  switch (name) {
    case 'he': return { weights: 2, biases: 0, distribution: 'normal' };
    case 'xavier': return { weights: 1, biases: 0, distribution: 'uniform' };
    case 'lecun': return { weights: 1, biases: 0, distribution: 'normal' };
    case 'pytorch': return { weights: 1 / 3, biases: 1 / (3 * width), distribution: 'uniform' };
  }
}

/** Weights of standard deviation gain/√width, as PyTorch's `calculate_gain` is meant; no biases. */
export function initialisationWithGain(gain: number): Initialisation {
  return { weights: gain * gain, biases: 0, distribution: 'normal' };
}
