/** The shape of one piece of evidence: in which situations it speaks for, or against, an activation. */
import type { ParameterValues } from '../../activations/activation';
import type { CitationKey } from '../../activations/citations';
import type { Architecture, Constraint, LossInput, Normalisation, Role, Situation, Task } from '../../models/situation';
import type { Change, Strength } from '../recommendation';

/**
 * Every condition named must be known and met; a condition on something unknown is not met, so that no advice
 * rests on a guess. A list means: one of these.
 */
export interface Conditions {
  readonly framework?: readonly string[];
  readonly role?: readonly Role[];
  readonly architecture?: readonly Architecture[];
  readonly task?: readonly Task[];
  readonly lossInput?: readonly LossInput[];
  readonly normalisation?: readonly Normalisation[];
  readonly constraint?: Constraint;
  /** Layers that an activation of the kind is known to be stacked to, at least. */
  readonly depthAtLeast?: number;
}

interface Evidence {
  readonly id: string;
  readonly when: Conditions;
  /** Where the advice is wrong although `when` is met. */
  readonly unless?: Conditions;
  readonly reason: string | ((situation: Situation) => string);
  readonly strength: Strength;
  readonly citations: readonly CitationKey[];
}

/** Speaks for an activation. */
export interface Support extends Evidence {
  readonly activation: string;
  readonly parameters?: ParameterValues;
  /** What to do, when the activation is not in the code yet: `SwiGLU gate`. The name alone when absent. */
  readonly title?: string;
  /** Where it is right to keep it, in words behind its name: `where no target is negative`. */
  readonly kept?: string;
  /** What it is not offered for: that stands there for something that this does not do. */
  readonly notFor?: readonly string[];
  /** What alone it is offered for, if it is no choice for others. */
  readonly onlyFor?: readonly string[];
  readonly change: Change;
  /** What it was compared with; all others, where it says nothing. */
  readonly over?: readonly string[];
}

/** Speaks against some activations; none of them is recommended where it applies. */
export interface Objection extends Evidence {
  readonly activations: readonly string[];
  /**
   * What to do, where taking the function out would not be right of whatever else reads its values: of the name of the function, and of the title of the
   * first option. Undefined where the situation is sure enough to say it outright.
   */
  readonly remedy?: (name: string, first: string, situation: Situation) => string | undefined;
  /** The remedy that people try first although it does not help, if there is one. */
  readonly folklore?: { readonly title: string; readonly reason: string };
}
