/** The library's one way to numbers: an activation by id, at a point, with its gradient. */
import type { Activation, ParameterValue, ParameterValues } from './activation';
import { defaultsOf } from './activation';
import { findActivation } from './catalogue';

/** A function of one number: f(x), f′(x) and f″(x). */
export interface ScalarEvaluation {
  readonly value: number;
  readonly gradient: number;
  readonly second: number;
  readonly error?: undefined;
}

/**
 * A gate of `[a, b]`: its value and `[∂f/∂a, ∂f/∂b]`; or a function of a vector: its value, also a vector, and Jᵀv.
 */
export interface ArrayEvaluation {
  readonly value: number | number[];
  readonly gradient: number[];
  readonly second?: undefined;
  readonly error?: undefined;
}

/** The id is known, but a parameter, `x` or `v` does not fit it; `error` is a sentence that says which. */
export interface EvaluationError {
  readonly error: string;
  readonly value?: undefined;
  readonly gradient?: undefined;
  readonly second?: undefined;
}

/**
 * Evaluates the activation `id`, or gives undefined where there is none of that id.
 *
 * @param parameters Values by name; those left out have their defaults.
 * @param x A number for scalar kinds, `[a, b]` for gates, an array for vector kinds.
 * @param v The cotangent of a vector kind, as long as its value; ones where it is left out.
 */
export function evaluate(id: string, parameters: ParameterValues, x: number): ScalarEvaluation | EvaluationError | undefined;
export function evaluate(
  id: string, parameters: ParameterValues, x: readonly number[], v?: readonly number[],
): ArrayEvaluation | EvaluationError | undefined;
export function evaluate(
  id: string, parameters: ParameterValues, x: number | readonly number[], v?: readonly number[],
): ScalarEvaluation | ArrayEvaluation | EvaluationError | undefined {
  const activation = findActivation(id);
  if (activation === undefined) return undefined;
  const error = problemWithParameters(activation, parameters);
  if (error !== undefined) return { error };
  return evaluateAt(activation, { ...defaultsOf(activation), ...parameters }, x, v);
}

function evaluateAt(
  activation: Activation, p: ParameterValues, x: number | readonly number[], v: readonly number[] | undefined,
): ScalarEvaluation | ArrayEvaluation | EvaluationError {
  if (activation.kind === 'scalar') {
    if (typeof x !== 'number') return { error: `${activation.name} takes a number.` };
    return { value: activation.value(x, p), gradient: activation.derivative(x, p), second: activation.secondDerivative(x, p) };
  }
  if (activation.kind === 'gate') {
    const [a, b] = typeof x === 'number' ? [] : x;
    if (a === undefined || b === undefined) return { error: `${activation.name} takes two numbers, [a, b].` };
    return { value: activation.value(a, b, p), gradient: [...activation.gradientAt(a, b, p)] };
  }
  if (typeof x === 'number') return { error: `${activation.name} takes an array of numbers.` };
  const value = activation.value(x, p);
  const cotangent = v ?? value.map(() => 1);
  if (cotangent.length !== value.length) {
    return { error: `The cotangent has ${cotangent.length} entries, but the value of ${activation.name} has ${value.length}.` };
  }
  return { value, gradient: activation.pullback(x, cotangent, p) };
}

function problemWithParameters(activation: Activation, parameters: ParameterValues): string | undefined {
  return Object.entries(parameters)
    .map(([name, value]) => problemWith(activation, name, value))
    .find((problem) => problem !== undefined);
}

function problemWith(activation: Activation, name: string, value: ParameterValue): string | undefined {
  const parameter = Object.hasOwn(activation.parameters, name) ? activation.parameters[name] : undefined;
  if (parameter === undefined) {
    const known = Object.keys(activation.parameters);
    return `${activation.name} has no parameter '${name}'; ${known.length > 0 ? `it has ${known.join(', ')}` : 'it has none'}.`;
  }
  if (parameter.kind === 'number') return typeof value === 'number' ? undefined : `'${name}' of ${activation.name} is a number.`;
  const isChoice = parameter.choices.some((choice) => choice === value);
  return isChoice ? undefined : `'${name}' of ${activation.name} is one of ${parameter.choices.join(', ')}.`;
}
