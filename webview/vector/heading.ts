/** The sentence on top of the view: what the function makes of these numbers, and what decides it. */
import { formatNumber, formatRounded, formatShare, formatValue, minus } from '../../src/pictures/numbers';
import type { Heading } from '../headline';
import type { LabState } from '../state';
import { entryName, hasExponentialRatio, probabilitiesOf, quotedName, shownOf, type Shown } from './shown';

/** A value that was assumed is said first, by the heading that all views share. */
export function vectorHeading(state: LabState): Heading | undefined {
  const shown = shownOf(state);
  const isAssumed = shown.curve?.inCode === true && (state.subject.usage?.assumed.length ?? 0) > 0;
  return isAssumed ? undefined : headingOf(shown, state.vector.x);
}

function headingOf(shown: Shown, x: number): Heading {
  const { activation, outputs } = shown;
  if (outputs.some(Number.isNaN)) {
    return { headline: `${activation.name} has no value here.`, explanation: whyUndefined(shown) };
  }
  switch (shown.form) {
    case 'probabilities': return { headline: probabilityHeadline(shown), explanation: probabilityExplanation(shown) };
    case 'log-probabilities': return { headline: logHeadline(shown), explanation: 'These are logarithms: a loss that takes log-probabilities wants them, and a second log-softmax changes nothing.' };
    case 'shares': return sharesHeading(shown);
    case 'pairs': return pairsHeading(shown);
    case 'number': return numberHeading(shown, x);
    case 'entries': return entriesHeading(shown);
  }
}

function whyUndefined({ temperature, temperatureParameter }: Shown): string {
  if (temperature > 0 || !temperatureParameter) return 'Set other numbers.';
  return `${temperatureParameter.symbol} = ${formatNumber(temperature)} divides by nothing that makes sense. Set a temperature above 0.`;
}

interface Ranked {
  readonly index: number;
  readonly probability: number;
}

function ranked(shown: Shown): Ranked[] {
  return probabilitiesOf(shown).map((probability, index) => ({ index, probability })).sort((a, b) => b.probability - a.probability);
}

function probabilityHeadline(shown: Shown): string {
  const [first, second] = ranked(shown);
  if (!first) return shown.activation.name;
  if (!second) return 'One class alone always gets 1, and learns nothing.';
  const leaders = ranked(shown).filter(({ probability }) => probability === first.probability);
  if (leaders.length === shown.outputs.length) return `All ${leaders.length} classes get ${formatValue(first.probability)}.`;
  const names = leaders.map(({ index }) => quotedName(shown, index));
  if (leaders.length > 1) return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} share the lead with ${formatValue(first.probability)} each.`;
  return `${names[0] ?? ''} gets ${formatValue(first.probability)}. ${leadSentence(shown, first, second)}`;
}

/** Where the ratio of probabilities is the exponential of the difference of logits, that is the reason; else the number is. */
function leadSentence(shown: Shown, first: Ranked, second: Ranked): string {
  const next = quotedName(shown, second.index);
  if (second.probability === 0 && !hasExponentialRatio(shown)) return 'The others get exactly 0.';
  if (!hasExponentialRatio(shown)) return `${next} follows with ${formatValue(second.probability)}.`;
  const lead = leadOf(shown, first, second);
  const times = Math.exp(Math.abs(lead) / shown.temperature);
  const likely = Number.isFinite(times) ? `makes it ${formatNumber(times)} times as likely.` : 'makes it the only one.';
  return `Its ${formatLogit(Math.abs(lead))} ${lead < 0 ? 'less than' : 'lead over'} ${next} ${likely}`;
}

function leadOf({ entries }: Shown, first: Ranked, second: Ranked): number {
  return (entries[first.index] ?? NaN) - (entries[second.index] ?? NaN);
}

function probabilityExplanation(shown: Shown): string {
  const [first, second] = ranked(shown);
  if (!first || !second) return `${shown.activation.name} over a single logit is 1 whatever the logit is, with gradient 0. For one output use sigmoid.`;
  const shift = shown.traits.ignoresShift ? 'Adding the same number to every logit changes nothing.' : 'Adding the same number to every logit changes the result.';
  if (!hasExponentialRatio(shown)) return `${shown.activation.summary} ${shift}`;
  const lead = Math.abs(leadOf(shown, first, second));
  const times = Math.exp(lead / shown.temperature);
  const exponent = shown.temperature === 1 ? formatLogit(lead) : `${formatLogit(lead)} / ${formatRounded(shown.temperature, 3)}`;
  const because = Number.isFinite(times) ? `: exp(${exponent}) = ${formatNumber(times)}` : '';
  const noise = shown.activation.id === 'gumbel-softmax' ? ' Shown without its noise, which every call draws anew.' : '';
  return `Only differences between logits count${because}. ${shift}${noise}`;
}

function logHeadline(shown: Shown): string {
  const [first] = ranked(shown);
  if (!first) return shown.activation.name;
  return `${quotedName(shown, first.index)} gets ${formatValue(shown.outputs[first.index] ?? NaN)}, the logarithm of ${formatValue(first.probability)}.`;
}

function sharesHeading({ activation, outputs }: Shown): Heading {
  const sum = outputs.reduce((total, share) => total + share, 0);
  const rest = 1 - sum < 1e-9 ? 'less than 10⁻⁹' : formatValue(1 - sum);
  return { headline: `The ${outputs.length} entries get ${formatValue(sum)} together; ${rest} goes to none of them.`, explanation: activation.summary };
}

function pairsHeading({ activation, outputs, entries }: Shown): Heading {
  const zeros = outputs.filter((output) => output === 0).length;
  return { headline: `${activation.name} makes ${outputs.length} numbers of ${entries.length}, and ${zeros} of them are 0.`, explanation: activation.summary };
}

function entriesHeading(shown: Shown): Heading {
  const largest = shown.outputs.reduce((best, output, i) => (output > (shown.outputs[best] ?? NaN) ? i : best), 0);
  const [entry, output] = [shown.entries[largest] ?? NaN, shown.outputs[largest] ?? NaN];
  const passes = entry !== 0 ? `, ${formatShare(output / entry)} of it` : '';
  return { headline: `${entryName(shown, largest)} = ${formatLogit(entry)} passes as ${formatValue(output)}${passes}.`, explanation: shown.activation.summary };
}

function numberHeading(shown: Shown, x: number): Heading {
  const { activation, entries, outputs, jacobian } = shown;
  const gradients = jacobian[0] ?? [];
  const strongest = gradients.reduce((best, gradient, i) => (gradient > (gradients[best] ?? NaN) ? i : best), 0);
  const value = outputs[0] ?? NaN;
  const above = value - Math.max(...entries);
  const share = gradients[strongest] ?? NaN;
  const much = share === 1 ? 'all' : formatShare(share);
  const gap = above > 0 ? `, ${formatValue(above)} above the largest piece` : '';
  return { headline: `At x = ${formatLogit(x)} ${activation.name} gives ${formatValue(value)}${gap}. ${entryName(shown, strongest)} gets ${much} of the gradient.`, explanation: activation.summary };
}

/** As the field of the logit writes it: two decimals, and what is not zero is never written as zero. */
export function formatLogit(logit: number): string {
  const isPlain = logit === 0 || (Math.abs(logit) >= 0.005 && Math.abs(logit) < 1e4);
  return isPlain ? logit.toFixed(2).replace('-', minus) : formatRounded(logit, 2);
}
