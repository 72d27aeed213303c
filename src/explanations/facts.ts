/** The short lines beside the picture: shape, ranges, what normally distributed inputs become. */
import type {
  Activation, GateActivation, ParameterValues, ScalarActivation, ScalarProperties, VectorActivation,
} from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { exampleLogits } from '../pictures/bars';
import { gateSections } from '../pictures/miniPlot';
import { formatNumber, formatRounded, formatShare, formatWithin } from '../pictures/numbers';
import { outputMoments } from '../propagation/gaussian';
import { flatZones, shareOf } from '../propagation/saturation';

const standardNormal = { mean: 0, deviation: 1 };

/** Facts for the parameters at hand, the most telling last; plain text. None where a parameter is outside its domain. */
export function factsOf(activation: Activation, values: ParameterValues): string[] {
  if (outsideDomain(activation, values)) return [];
  switch (activation.kind) {
    case 'scalar': return scalarFacts(activation, values);
    case 'gate': return gateFacts(activation, values);
    case 'vector': return vectorFacts(activation, values);
  }
}

interface Statistics {
  readonly mean: number;
  readonly deviation: number;
  /** The share of inputs on which the gradient is exactly 0. */
  readonly deadShare: number;
}

/** What f makes of N(0, 1), kept per function and parameters since integrals are asked for again at every hover. */
export function statisticsOf(activation: ScalarActivation, values: ParameterValues): Statistics {
  const key = `${activation.id} ${JSON.stringify(values)}`;
  const known = remembered.get(key);
  if (known) return known;
  const { kinks } = activation.properties(values);
  const { mean, variance } = outputMoments(affordable((x) => activation.value(x, values)), standardNormal, kinks);
  const dead = flatZones((x) => activation.derivative(x, values), Number.MIN_VALUE, kinks).filter((zone) => zone.dead);
  const statistics = { mean, deviation: Math.sqrt(Math.max(0, variance)), deadShare: shareOf(dead, standardNormal) };
  if (remembered.size > 200) remembered.clear();
  remembered.set(key, statistics);
  return statistics;
}

/** Enough for every value that a slider offers; far faster ripples would keep the editor waiting, and give NaN instead. */
function affordable(f: (x: number) => number): (x: number) => number {
  let calls = 0;
  return (x) => {
    calls += 1;
    return calls > 60_000 ? NaN : f(x);
  };
}

const remembered = new Map<string, Statistics>();

function scalarFacts(activation: ScalarActivation, values: ParameterValues): string[] {
  const properties = activation.properties(values);
  const { mean, deviation, deadShare } = statisticsOf(activation, values);
  return [
    ...(deadShare > 0.001 ? [`Gradient 0 for ${formatShare(deadShare)} of N(0, 1) inputs.`] : []),
    shapeOf(properties),
    `${formatWithin('f', properties.range)}, ${formatWithin('f′', properties.gradientRange)}`,
    ...(Number.isFinite(mean + deviation) ? [`N(0, 1) in: mean ${formatRounded(mean, 2)}, std ${formatRounded(deviation, 2)}`] : []),
  ];
}

/** `Monotonic, kink at 0, saturates left.` */
function shapeOf({ monotonic, smoothness, kinks, saturates, gradientRange }: ScalarProperties): string {
  const parts = [
    monotonic === 'no' ? 'not monotonic' : 'monotonic',
    smoothnessOf(smoothness, kinks),
    ...(gradientRange.from === gradientRange.to ? [] : [saturationOf(saturates)]),
  ];
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Smooth is what every derivative of is continuous. */
function smoothnessOf(smoothness: ScalarProperties['smoothness'], kinks: readonly number[]): string {
  switch (smoothness) {
    case -1: return `jump${placesOf(kinks)}`;
    case 0: return `kink${placesOf(kinks)}`;
    case Infinity: return 'smooth';
    default: return 'no kink';
  }
}

function placesOf(kinks: readonly number[]): string {
  if (kinks.length === 0) return '';
  if (kinks.length > 3) return 's at many places';
  const places = kinks.map((kink) => formatNumber(kink));
  const last = places.pop() ?? '';
  return places.length > 0 ? `s at ${places.join(', ')} and ${last}` : ` at ${last}`;
}

function saturationOf(side: ScalarProperties['saturates']): string {
  switch (side) {
    case 'neither': return 'never saturates';
    case 'both': return 'saturates on both sides';
    case 'left': return 'saturates left';
    case 'right': return 'saturates right';
  }
}

function gateFacts(activation: GateActivation, values: ParameterValues): string[] {
  const [alongA, alongB] = activation.gradientAt(1, 1, values);
  const at = `At a = b = 1: f ${formatNumber(activation.value(1, 1, values))}, ∂f/∂a ${formatNumber(alongA)}, ∂f/∂b ${formatNumber(alongB)}`;
  const section = gateSections(activation, values);
  if (!isProportional(section.at)) return [at];
  const { variance, mean } = outputMoments(affordable((x) => section.at(x, 1)), standardNormal, [0]);
  const deviation = Math.sqrt(variance + mean * mean);
  return [at, `Halves from N(0, 1): mean 0, std ${formatRounded(deviation, 2)}`];
}

/** Whether the held half only scales the output: then its mean of 0 makes the output's mean 0. */
function isProportional(f: (moving: number, held: number) => number): boolean {
  return [-1.3, 0.4, 2.1].every((x) => [-2, 0, 3].every((held) => Math.abs(f(x, held) - held * f(x, 1)) < 1e-9 * (1 + Math.abs(f(x, held)))));
}

function vectorFacts(activation: VectorActivation, values: ParameterValues): string[] {
  const value = (x: readonly number[]): number[] => activation.value(x, values);
  const outputs = value(exampleLogits);
  const shifted = value(exampleLogits.map((x) => x + 5));
  const facts = [`f(${exampleLogits.map((x) => formatNumber(x)).join(', ')}) = ${outputs.map((x) => formatNumber(x)).join(', ')}`];
  if (outputs.length > 1 && Math.abs(outputs.reduce((sum, x) => sum + x, 0) - 1) < 1e-12) facts.push('The outputs sum to 1.');
  if (outputs.every((x, index) => Math.abs(x - (shifted[index] ?? NaN)) < 1e-12)) facts.push('Adding one number to all inputs changes nothing.');
  return facts;
}
