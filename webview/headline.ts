/** The first line and the one below it: what a person can act on, with the measurement that carries it. */
import type { Advice } from '../src/advice/recommendation';
import { findActivation } from '../src/activations/catalogue';
import { answerAt, outsideDomain } from '../src/activations/domain';
import { formatNumber, formatRounded, formatShare } from '../src/pictures/numbers';
import type { Gaussian } from '../src/propagation/gaussian';
import { isSmallSomewhere, shareOf, type FlatZone } from '../src/propagation/saturation';
import { drawnOf, parametersOf, type Drawn } from './curves/drawn';
import { zonesOf } from './curves/features';
import { meanOutput } from './curves/measures';
import type { Curve, LabState } from './state';
import { frameworkName, parameterName } from './words';

export interface Heading {
  readonly headline: string;
  readonly explanation: string;
}

export function headingOf(state: LabState, advice: Advice): Heading {
  const [curve] = state.curves;
  if (!curve) return emptyHeading(state);
  const [assumed] = state.subject.usage?.assumed ?? [];
  if (assumed !== undefined && curve.inCode) return assumedHeading(state, curve, assumed);
  if (isOutside(curve)) return { headline: answerOf(curve), explanation: 'Outside that it is neither drawn nor measured.' };
  const drawn = drawnOf(curve);
  const measured = drawn && state.inputs ? shareSentence(drawn, state.inputs, state.threshold) : '';
  const zones = drawn ? zoneSentence(drawn, state.threshold) : '';
  if (!state.subject.usage || advice.options.length === 0) {
    return { headline: answerOf(curve), explanation: joined(measured, zones) };
  }
  return { headline: joined(advice.headline, measured), explanation: joined(zones, advice.explanation) };
}

function emptyHeading({ subject }: LabState): Heading {
  return subject.curves.length > 0
    ? { headline: 'Custom activation. No facts on record.', explanation: 'The catalogue does not know this function. Pick one to compare it with.' }
    : { headline: 'Put the cursor on an activation.', explanation: 'Or pick one by name.' };
}

function assumedHeading({ subject }: LabState, curve: Curve, name: string): Heading {
  const activation = findActivation(curve.activation);
  const value = curve.original[name] ?? activation?.parameters[name]?.default;
  const isChanged = curve.parameters[name] !== curve.original[name];
  const shown = typeof value === 'number' ? formatRounded(value, 4) : String(value);
  return {
    headline: `${activation?.name ?? curve.activation}, ${parameterName(name)} unknown.`,
    explanation: joined(
      `Its value in ${subject.usage?.code ?? 'the code'} is not known.`,
      isChanged ? 'Showing the value you set.' : `Showing ${typeof value === 'number' ? `${frameworkName(subject.usage?.framework ?? '')}’s default, ` : ''}${shown}.`,
    ),
  };
}

function isOutside({ activation: id, parameters }: Curve): boolean {
  const activation = findActivation(id);
  return activation !== undefined && outsideDomain(activation, parameters) !== undefined;
}

/** What the function is, as the hover's first line says it. */
function answerOf({ activation: id, expression, parameters }: Curve): string {
  if (expression !== undefined) return 'A function of your own.';
  const activation = findActivation(id);
  return activation ? `${activation.name} ${answerAt(activation, parameters)}` : id;
}

function shareSentence(drawn: Drawn, inputs: Gaussian, threshold: number): string {
  if (Number.isNaN(meanOutput(drawn, inputs))) return '';
  const zones = zonesOf(drawn, threshold);
  const share = shareOf(zones, inputs);
  const condition = inputsName(inputs);
  const at = drawn.otherGradient ? ` at ${drawn.setting}` : '';
  if (zones.length === 0) return `No ${condition} input saturates${at}.`;
  if (share < 5e-5) return `Practically no ${condition} input saturates${at}.`;
  const verb = zones.every(({ dead }) => dead) ? 'get no gradient' : 'saturate';
  return `${share < 0.01 ? 'Only ' : ''}${formatShare(share)} of ${condition} inputs ${verb}${at}.`;
}

export function inputsName({ mean, deviation }: Gaussian): string {
  return `N(${formatRounded(mean, 2)}, ${formatRounded(deviation ** 2, 2)})`;
}

function zoneSentence(drawn: Drawn, threshold: number): string {
  const zones = zonesOf(drawn, threshold);
  const [only] = zones;
  if (!only) return liveSentence(drawn, threshold);
  if (only.from === -Infinity && only.to === Infinity) return only.dead ? 'Its gradient is zero everywhere.' : 'It saturates everywhere.';
  const places = zones.map((zone) => placeOf(zone, drawn.otherGradient ? 'a' : 'x')).join(' and ');
  if (zones.every(({ dead }) => dead)) return `Its gradient is zero ${places}.`;
  return `It saturates ${places}${zones.length === 1 ? ' and nowhere else' : ''}.`;
}

/** Of a function that levels off nowhere. */
function liveSentence({ functions, kinks, otherGradient }: Drawn, threshold: number): string {
  const size = otherGradient ? '|∂f/∂a|' : '|f′|';
  return isSmallSomewhere(functions.gradient, threshold, kinks)
    ? `In places ${size} is below ${formatNumber(threshold)}, but it levels off towards neither end.`
    : `${size} is at least ${formatNumber(threshold)} everywhere.`;
}

function placeOf({ from, to }: FlatZone, variable: string): string {
  if (from === -Infinity) return `below ${variable} = ${formatNumber(to)}`;
  if (to === Infinity) return `above ${variable} = ${formatNumber(from)}`;
  return `between ${formatNumber(from)} and ${formatNumber(to)}`;
}

/** What was drawn with a value that is not in the code, for the chip and the labels. */
export function assumedParameter(state: LabState): { readonly name: string; readonly symbol: string; readonly value: string } | undefined {
  const [curve] = state.curves;
  const [name] = state.subject.usage?.assumed ?? [];
  const activation = curve?.inCode ? findActivation(curve.activation) : undefined;
  const parameter = activation && name !== undefined ? parametersOf(activation)[name] : undefined;
  if (!curve || !parameter || name === undefined) return undefined;
  const value = curve.parameters[name] ?? parameter.default;
  return { name, symbol: parameter.symbol, value: typeof value === 'number' ? formatRounded(value, 4) : value };
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(' ');
}
