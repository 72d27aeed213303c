/** The sentence on top of the view: what the gate gives at the crosshair, and which of its inputs still learns. */
import { answerAt } from '../../src/activations/domain';
import { formatNumber, formatShare, formatValue } from '../../src/pictures/numbers';
import type { Heading } from '../headline';
import type { LabState } from '../state';
import { deadShareFor, shownGate, type ShownGate } from './shownGate';

/** A gradient smaller than this hardly moves anything. */
const faint = 0.01;

export function gateHeading(state: LabState): Heading | undefined {
  const shown = shownGate(state);
  const isAssumed = shown?.curve.inCode === true && (state.subject.usage?.assumed.length ?? 0) > 0;
  if (!shown || isAssumed) return undefined;
  const { activation, curve } = shown;
  return { headline: headlineOf(shown), explanation: [`${activation.name} ${answerAt(activation, curve.parameters)}`, deadSentence(shown)].filter(Boolean).join(' ') };
}

function headlineOf({ activation, a, b, value, gradient: [alongA, alongB] }: ShownGate): string {
  const place = `a = ${formatNumber(a)}, b = ${formatNumber(b)}`;
  if (Number.isNaN(value)) return `${activation.name} has no value at ${place}.`;
  const gives = `${activation.name} gives ${formatValue(value)} at ${place}`;
  if (alongA === 0 && alongB === 0) return `${gives}, and neither input gets a gradient.`;
  if (Math.abs(alongA) < faint && Math.abs(alongB) < faint) return `${gives}, and hardly any gradient flows to either input.`;
  if (alongA === 0 || alongB === 0) return `${gives}, and only ${alongA === 0 ? 'b' : 'a'} gets a gradient, ${formatValue(alongA === 0 ? alongB : alongA)}.`;
  return `${gives}. Its gradient is ${formatValue(alongA)} by a and ${formatValue(alongB)} by b.`;
}

function deadSentence({ curve }: ShownGate): string {
  const share = deadShareFor(curve);
  return share > 0.005 ? `About ${formatShare(Math.round(share * 100) / 100)} of N(0, 1) pairs give neither input a gradient.` : '';
}
