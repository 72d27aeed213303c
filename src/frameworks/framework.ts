/**
 * The shape of a framework: by which names its users call an activation, how its arguments map to the
 * activation's parameters, and which defaults apply when they are not written.
 *
 * One framework is one file; hover, scan and the plot command are derived from it.
 */
import type { ParameterValue } from '../activations/activation';

/** How a name is used in code. */
export type Form = 'module' | 'function' | 'method' | 'string';

/** One argument of the framework's callable, in positional order. */
export interface Argument {
  /** The framework's own spelling: `negative_slope`. */
  readonly name: string;
  /** The activation's parameter that it sets, where it sets one: `negativeSlope`. */
  readonly parameter?: string;
}

/** A qualified name that is an activation, or a string that stands for one. */
export interface FrameworkSymbol {
  /** `torch.nn.LeakyReLU`; for a method the name after the dot; for a string the string itself. */
  readonly name: string;
  readonly form: Form;
  /** An id of `activations/`. */
  readonly activation: string;
  readonly arguments: readonly Argument[];
  /** The framework's defaults for the activation's parameters where they differ from the activation's own. */
  readonly defaults?: Readonly<Record<string, ParameterValue>>;
  /** Arguments whose literal value picks another activation: `approximate="tanh"` makes GELU the tanh form. */
  readonly variants?: readonly { readonly argument: string; readonly equals: string | boolean; readonly activation: string }[];
  /** What differs from other frameworks under the same name, as one short sentence. */
  readonly note?: string;
  readonly documentation?: string;
}

/** A place that takes an activation by name or as a callable: `Dense(activation=…)`, `TransformerEncoderLayer(activation=…)`. */
export interface Carrier {
  /** Qualified name of the callable, or `*` for any call in a file where the framework is in scope. */
  readonly callable: string;
  readonly argument: string;
  /** Its position among the arguments, where it may be passed without its name. */
  readonly position?: number;
}

export interface Framework {
  /** `pytorch` */
  readonly id: string;
  /** `PyTorch` */
  readonly name: string;
  /** Import names that bring the framework in scope: `torch`. */
  readonly roots: readonly string[];
  readonly symbols: readonly FrameworkSymbol[];
  readonly carriers: readonly Carrier[];
}
