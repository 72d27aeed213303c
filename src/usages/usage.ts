/** Where an activation is used in a text, and with which parameters. */
import type { ParameterValue } from '../activations/activation';
import type { Form } from '../frameworks/framework';

/** Half-open, in UTF-16 code units of the text that was analysed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How sure the reader is: `resolved` through imports, `inferred` from a method or a string in a file of machine
 * learning, `hand-written` for a formula.
 */
export type Certainty = 'resolved' | 'inferred' | 'hand-written';

/** Where the value of a parameter comes from; `unknown` is an expression that is no literal. */
export type ParameterSource = 'written' | 'default' | 'unknown';

export interface UsageParameter {
  readonly name: string;
  /** For an unknown expression the default, which is then only assumed. */
  readonly value: ParameterValue;
  readonly source: ParameterSource;
  /** The argument as written, for `written` and `unknown`. */
  readonly span?: Span;
}

export interface Usage {
  /** An id of `activations/`. */
  readonly activation: string;
  /** An id of `frameworks/`. */
  readonly framework: string;
  /** The qualified name, as the framework documents it: `torch.nn.LeakyReLU`. */
  readonly symbol: string;
  readonly form: Form;
  readonly certainty: Certainty;
  readonly parameters: readonly UsageParameter[];
  /** The name or string itself, as it is underlined: `LeakyReLU` in `nn.LeakyReLU(0.2)`. */
  readonly span: Span;
  /** All that a replacement would replace: `nn.LeakyReLU(0.2)`; for a string the string with its quotes. */
  readonly expression: Span;
  /** The nearest class and function around it: `FeedForward.forward`, or an empty string at the top. */
  readonly scope: string;
}
