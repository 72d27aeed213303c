/**
 * The shape of an activation function: everything the product knows about one, in one file.
 *
 * Hover, plot, table, documentation page, terminal and tests are derived from these fields, so a new
 * activation is one new file that default-exports nothing and names one `defineActivation(…)`.
 */
import type { CitationKey } from './citations';

/** A formula twice: as TeX, to be typeset, and as plain text, to be read where nothing typesets. */
export interface Formula {
  readonly tex: string;
  readonly plain: string;
}

/** A parameter that is a number, such as the slope of a leaky rectifier. */
export interface NumberParameter {
  readonly kind: 'number';
  /** How mathematics writes it, in plain text: `α`. */
  readonly symbol: string;
  readonly default: number;
  /** The limits of the slider: what is worth trying, inside what the mathematics allows. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The values that it may have; any number where it is left out. */
  readonly domain?: Domain;
  /** True when networks usually learn it; the default is then where it starts. */
  readonly learned?: boolean;
  readonly meaning: string;
}

/** A condition on a number: by itself, or beside another parameter of that name. */
export type Domain = 'positive' | 'non-negative' | 'non-zero' | { readonly above: string } | { readonly from: string };

/** A parameter that picks one of several definitions that share a name. */
export interface ChoiceParameter {
  readonly kind: 'choice';
  readonly symbol: string;
  readonly default: string;
  readonly choices: readonly string[];
  readonly meaning: string;
}

export type Parameter = NumberParameter | ChoiceParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

/** The values that a call gives to the parameters `P`. */
type ValuesOf<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends NumberParameter
    ? number
    : P[K] extends ChoiceParameter
      ? P[K]['choices'][number]
      : ParameterValue;
};
export type ParameterValue = number | string;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** An interval of the real line; an end is included where `closed` says so, and never at an infinity. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly closed: 'both' | 'left' | 'right' | 'neither';
}

/** What is true of a scalar function for given parameters; the catalogue test checks each of these. */
export interface ScalarProperties {
  /** Where the function is defined; left out where that is everywhere. */
  readonly domain?: Interval;
  readonly range: Interval;
  readonly gradientRange: Interval;
  readonly monotonic: 'increasing' | 'non-decreasing' | 'decreasing' | 'non-increasing' | 'no';
  /** How often it can be differentiated continuously; `-1` means that the function itself jumps. */
  readonly smoothness: -1 | 0 | 1 | 2 | typeof Infinity;
  /** True when E f(z) = 0 for z ~ N(0, 1), as for odd functions. */
  readonly zeroCentred: boolean;
  /** The sides on which the gradient tends to 0. */
  readonly saturates: 'left' | 'right' | 'both' | 'neither';
  /** Where the gradient, or the function itself, jumps. */
  readonly kinks: readonly number[];
  /** Solutions of f(x) = x that are isolated points; `'all'` and half-lines are said in words. */
  readonly fixedPoints: readonly number[] | 'all' | 'non-negative' | 'non-positive';
  /** Where f(x) = x on whole intervals besides, such as between the edges of a clip. */
  readonly fixedIntervals?: readonly Interval[];
  /** The isolated fixed points repeat with this period. */
  readonly fixedPeriod?: number;
}

/** A mistake that people really make with this function, and how not to make it. */
export interface Pitfall {
  /** Stable, kebab-case; the id of the rule that finds it, where there is one. */
  readonly id: string;
  /** One sentence: what happens, with the number that makes it concrete, and what to do. */
  readonly text: string;
  readonly citations?: readonly CitationKey[];
}

interface Facts {
  /** Kebab-case; the file's name. */
  readonly id: string;
  /** As people write it: `LeakyReLU`. */
  readonly name: string;
  /** Other spellings that a person may search for. */
  readonly aliases: readonly string[];
  readonly family: Family;
  /** One sentence for lists and pages: what it is. */
  readonly summary: string;
  readonly formula: Formula;
  readonly gradient: Formula;
  readonly pitfalls: readonly Pitfall[];
  /** First the paper that introduced it, where that is verified. */
  readonly citations: readonly CitationKey[];
}

export type Family =
  | 'linear' | 'threshold' | 'rectifier' | 'exponential' | 'gaussian' | 'self-gated' | 'smooth'
  | 'sigmoidal' | 'shrinkage' | 'periodic' | 'integral' | 'normalised' | 'gated' | 'radial';

/** A function of one number, applied to each element. */
export interface ScalarActivation<P extends Parameters = Parameters> extends Facts {
  readonly kind: 'scalar';
  readonly parameters: P;
  /** What follows the name in the hover's first line, at most 45 characters: `keeps a gradient of 0.2 for negative inputs.` */
  answer(p: ValuesOf<P>): string;
  value(x: number, p: ValuesOf<P>): number;
  /** f′(x); at a kink the value that PyTorch returns. */
  derivative(x: number, p: ValuesOf<P>): number;
  secondDerivative(x: number, p: ValuesOf<P>): number;
  properties(p: ValuesOf<P>): ScalarProperties;
}

/** A gate: two numbers in, one out. `a` and `b` are the halves in the order of the formula. */
export interface GateActivation<P extends Parameters = Parameters> extends Facts {
  readonly kind: 'gate';
  readonly parameters: P;
  answer(p: ValuesOf<P>): string;
  value(a: number, b: number, p: ValuesOf<P>): number;
  /** [∂f/∂a, ∂f/∂b]. */
  gradientAt(a: number, b: number, p: ValuesOf<P>): readonly [number, number];
  /** Where ∂f/∂a jumps along a while b is held; left out where that can only be at 0. */
  kinksAlongA?(b: number, p: ValuesOf<P>): readonly number[];
}

/** A function of a whole vector, such as softmax over the classes. */
export interface VectorActivation<P extends Parameters = Parameters> extends Facts {
  readonly kind: 'vector';
  readonly parameters: P;
  answer(p: ValuesOf<P>): string;
  value(x: readonly number[], p: ValuesOf<P>): number[];
  /** Jᵀv, the gradient that flows back for the cotangent v, which has as many entries as the value. */
  pullback(x: readonly number[], v: readonly number[], p: ValuesOf<P>): number[];
}

/** Any activation whose parameter names the caller does not know when compiling. */
export type Activation = ScalarActivation | GateActivation | VectorActivation;

/** Checks an activation's definition against the shape and keeps the names of its parameters. */
export function defineActivation<const P extends Parameters>(activation: ScalarActivation<P>): ScalarActivation<P>;
export function defineActivation<const P extends Parameters>(activation: GateActivation<P>): GateActivation<P>;
export function defineActivation<const P extends Parameters>(activation: VectorActivation<P>): VectorActivation<P>;
export function defineActivation(activation: Activation): Activation {
  return activation;
}

/** The value of every parameter that a call leaves out. */
export function defaultsOf<P extends Parameters>(activation: { readonly parameters: P }): ValuesOf<P>;
export function defaultsOf(activation: { readonly parameters: Parameters }): ParameterValues {
  return Object.fromEntries(Object.entries(activation.parameters).map(([name, p]) => [name, p.default]));
}
