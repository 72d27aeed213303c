/**
 * What kind of numbers a function of a vector gives, and what holds for its Jacobian everywhere. Both are read off
 * its values at a few points, so that a new function needs no entry in a list.
 */
import { defaultsOf, type ParameterValues, type VectorActivation } from './activation';
import { jacobian } from './jacobian';

/**
 * `probabilities` sum to 1, `shares` to less, `log-probabilities` are the logarithms of the former. `entries` are one
 * number for each input, `pairs` two, and `number` is one for all.
 */
export type VectorForm = 'probabilities' | 'log-probabilities' | 'shares' | 'entries' | 'pairs' | 'number';

export interface VectorTraits {
  readonly form: VectorForm;
  /** Dividing the inputs by a temperature changes more than the size of the outputs. */
  readonly takesTemperature: boolean;
  /** The sign of ∂fᵢ/∂xⱼ = ± fᵢ (δᵢⱼ − fⱼ), none of which exceeds 1/4; 0 where the Jacobian is another. */
  readonly productSign: 1 | -1 | 0;
  /** Adding one number to every input changes nothing. */
  readonly ignoresShift: boolean;
  /** The outputs have the same sum whatever the inputs are. */
  readonly keepsSum: boolean;
}

const probes: readonly (readonly number[])[] = [[1.8, 0.9, 0.68], [-2, 0.5, 3, 1], [0.4, -0.3, 0.1]];
const close = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const known = new WeakMap<VectorActivation, VectorTraits>();

export function traitsOf(activation: VectorActivation): VectorTraits {
  const found = known.get(activation) ?? measured(activation);
  known.set(activation, found);
  return found;
}

function measured(activation: VectorActivation): VectorTraits {
  const p: ParameterValues = defaultsOf(activation);
  const values = probes.map((x) => activation.value(x, p));
  const matrices = probes.map((x) => jacobian(activation, x, p));
  const form = formOf(values);
  return {
    form,
    takesTemperature: form === 'probabilities' || form === 'log-probabilities' || form === 'shares' ? changesWithTemperature(activation, p) : false,
    productSign: ([1, -1] as const).find((sign) => matrices.every((matrix, k) => isProduct(matrix, values[k] ?? [], sign))) ?? 0,
    ignoresShift: matrices.every((matrix) => matrix.every((row) => close(sumOf(row), 0))),
    keepsSum: matrices.every((matrix) => matrix[0]?.every((_, j) => close(sumOf(matrix.map((row) => row[j] ?? NaN)), 0)) ?? false),
  };
}

function formOf(values: readonly (readonly number[])[]): VectorForm {
  const all = (test: (value: readonly number[], inputs: number) => boolean) => values.every((value, k) => test(value, probes[k]?.length ?? 0));
  if (all((value) => value.length === 1)) return 'number';
  if (all((value, inputs) => value.length === 2 * inputs)) return 'pairs';
  const isNonNegative = all((value) => value.every((each) => each >= 0));
  if (isNonNegative && all((value) => close(sumOf(value), 1))) return 'probabilities';
  if (isNonNegative && all((value) => sumOf(value) < 1)) return 'shares';
  return all((value) => close(sumOf(value.map(Math.exp)), 1)) ? 'log-probabilities' : 'entries';
}

function changesWithTemperature(activation: VectorActivation, p: ParameterValues): boolean {
  return probes.some((x) => {
    const [sharp, even] = [0.5, 2].map((temperature) => activation.value(x.map((each) => each / temperature), p));
    return sharp?.some((value, i) => !close(value, even?.[i] ?? NaN)) ?? false;
  });
}

function isProduct(matrix: readonly (readonly number[])[], f: readonly number[], sign: 1 | -1): boolean {
  return matrix.length === f.length && matrix.every((row, i) => (
    row.length === f.length && row.every((entry, j) => close(entry, sign * (f[i] ?? NaN) * (Number(i === j) - (f[j] ?? NaN))))));
}
