/** The function of a vector that is shown, at the numbers the person set: everything the parts of the view speak of. */
import { defaultsOf, type NumberParameter, type ParameterValues, type VectorActivation } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { jacobian } from '../../src/activations/jacobian';
import { logarithms } from '../../src/activations/probabilities';
import { softmax } from '../../src/activations/softmax';
import { traitsOf, type VectorForm, type VectorTraits } from '../../src/activations/vectorForm';
import { allSeries, type Series } from '../../src/pictures/series';
import { memo } from '../memo';
import type { Curve, LabState } from '../state';

export interface Shown {
  readonly activation: VectorActivation;
  readonly traits: VectorTraits;
  readonly form: VectorForm;
  /** Absent for softmax as an example, beside functions of one number. */
  readonly curve: Curve | undefined;
  readonly parameters: ParameterValues;
  /** What the temperature is a parameter of, where the function has one. */
  readonly temperatureParameter: NumberParameter | undefined;
  readonly temperature: number;
  /** Logits, or the pieces at x. */
  readonly entries: readonly number[];
  readonly target: number;
  readonly outputs: readonly number[];
  /** ln of the outputs, for probabilities. */
  readonly logarithms: readonly number[];
  readonly jacobian: readonly (readonly number[])[];
}

export const mostEntries = allSeries.length;
const classNames: readonly string[] = ['cat', 'dog', 'bird', 'frog', 'horse'];

export const shownOf: (state: LabState) => Shown = memo((state: LabState) => {
  const [first] = state.curves;
  const found = first && findActivation(first.activation);
  return found?.kind === 'vector' ? shown(found, first, state) : shown(softmax, undefined, state);
});

function shown(activation: VectorActivation, curve: Curve | undefined, { vector }: LabState): Shown {
  const traits = traitsOf(activation);
  const own = activation.parameters['temperature'];
  const temperatureParameter = own?.kind === 'number' ? own : undefined;
  const fromCode = curve && temperatureParameter ? Number(curve.parameters['temperature'] ?? temperatureParameter.default) : undefined;
  const temperature = fromCode ?? (traits.takesTemperature ? vector.temperature : 1);
  const entries = traits.form === 'number' ? vector.pieces.map(({ weight, bias }) => weight * vector.x + bias) : vector.logits;
  const base = {
    activation, traits, form: traits.form, curve, temperatureParameter, temperature, entries,
    parameters: curve?.parameters ?? defaultsOf(activation),
    target: Math.min(Math.max(0, Math.trunc(vector.target)), entries.length - 1),
  };
  const inputs = inputsAt(base, temperature, entries);
  const scale = temperatureParameter ? 1 : temperature;
  return {
    ...base,
    outputs: activation.value(inputs.x, inputs.p),
    logarithms: isDistribution(traits.form) ? logarithms(activation, inputs.x, inputs.p) : [],
    jacobian: jacobian(activation, inputs.x, inputs.p).map((row) => row.map((entry) => entry / scale)),
  };
}

type Evaluated = Pick<Shown, 'activation' | 'parameters' | 'temperatureParameter'>;

/** A function without a temperature of its own gets its inputs divided by it. */
export function inputsAt({ parameters, temperatureParameter }: Evaluated, temperature: number, entries: readonly number[]): { readonly x: readonly number[]; readonly p: ParameterValues } {
  return temperatureParameter
    ? { x: entries, p: { ...parameters, temperature } }
    : { x: temperature === 1 ? entries : entries.map((entry) => entry / temperature), p: parameters };
}

export function outputsAt(shownNow: Shown, temperature: number, entries: readonly number[] = shownNow.entries): number[] {
  const { x, p } = inputsAt(shownNow, temperature, entries);
  return shownNow.activation.value(x, p);
}

/** Probabilities, or their logarithms: what a loss over classes can be made of. */
export function isDistribution(form: VectorForm): boolean {
  return form === 'probabilities' || form === 'log-probabilities';
}

/** The ratio of two probabilities is the exponential of the difference of their logits by the temperature. */
export function hasExponentialRatio({ traits }: Shown): boolean {
  return traits.productSign !== 0 && traits.ignoresShift && traits.takesTemperature;
}

/** How the temperature is written. */
export function temperatureSymbol({ temperatureParameter }: Shown): string {
  return temperatureParameter?.symbol ?? 'T';
}

/** The probabilities, whichever way the function gives them. */
export function probabilitiesOf({ form, outputs }: Shown): readonly number[] {
  return form === 'log-probabilities' ? outputs.map(Math.exp) : outputs;
}

export function entryName({ form }: Shown, index: number): string {
  return (isDistribution(form) ? classNames[index] : undefined) ?? `z${subscript(index + 1)}`;
}

/** `“cat”`, and `z₁` without quotes. */
export function quotedName(shownNow: Shown, index: number): string {
  const name = entryName(shownNow, index);
  return isDistribution(shownNow.form) ? `“${name}”` : name;
}

export function seriesAt(index: number): Series {
  return allSeries[index] ?? 5;
}

function subscript(index: number): string {
  return [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit).join('');
}
