/** What the recommendations panel shows: options for one place in the code, best first. */
import type { ParameterValues } from '../activations/activation';
import type { CitationKey } from '../activations/citations';

/** A: replicated; B: one controlled study; C: common practice or derivation; F: folklore, contradicted or untested. */
export type Strength = 'A' | 'B' | 'C' | 'F';

/** `none` keeps the code; `name` swaps one activation for another; `layer` needs other layers, weights or a new loss. */
export type Change = 'none' | 'name' | 'layer';

export interface Recommendation {
  /** Stable within one advice: the id of the evidence it rests on. */
  readonly id: string;
  /** An id of `activations/`. */
  readonly activation: string;
  readonly parameters: ParameterValues;
  /** `Keep GELU`, `SwiGLU gate`, `No activation (logits)`. */
  readonly title: string;
  /** One or two sentences: why here, with the figure and its condition. */
  readonly reason: string;
  readonly strength: Strength;
  /** The word beside the letter: `replicated`. */
  readonly strengthWord: string;
  readonly citations: readonly CitationKey[];
  readonly change: Change;
}

export interface Advice {
  /** One sentence a person can act on: `Keep GELU.` */
  readonly headline: string;
  readonly explanation: string;
  readonly options: readonly Recommendation[];
  /** What people say that evidence contradicts or does not support. */
  readonly folklore: readonly Recommendation[];
}

/** The activation that stands in the code now. */
export interface Current {
  readonly activation: string;
  readonly parameters: ParameterValues;
}
