/** Difference mode: every function less the one in the code, and how far they are apart. */
import { differenceOf, farthestIn, type Farthest } from '../../src/pictures/difference';
import { formatRounded, formatValue } from '../../src/pictures/numbers';
import type { Range } from '../../src/pictures/scales';
import { expectation, type Gaussian } from '../../src/propagation/gaussian';
import { inputsName, type Heading } from '../headline';
import { memoWith } from '../memo';
import type { LabState } from '../state';
import type { Drawn } from './drawn';
import { formatPosition } from './readout';

/** The function that the others are shown less: the one in the code, else the first. Nothing while there is no other. */
export function referenceOf({ plot }: LabState, visible: readonly Drawn[]): Drawn | undefined {
  if (!plot.difference || visible.length < 2) return undefined;
  return visible.find(({ curve }) => curve.inCode) ?? visible[0];
}

const known = new WeakMap<Drawn, { readonly reference: Drawn; readonly difference: Drawn }>();

/** Remembered, since whatever is known of a curve is known by its identity. */
export function lessReference(drawn: Drawn, reference: Drawn): Drawn {
  const found = known.get(drawn);
  if (found?.reference === reference) return found.difference;
  const difference = { ...differenceOf(drawn, reference), curve: drawn.curve, name: differenceName(drawn, reference), setting: '' };
  known.set(drawn, { reference, difference });
  return difference;
}

function differenceName(drawn: Drawn, reference: Drawn): string {
  return `${nameBeside(drawn, reference)} − ${nameBeside(reference, drawn)}`;
}

function nameBeside({ name, setting }: Drawn, other: Drawn): string {
  return name === other.name && setting ? `${name} (${setting})` : name;
}

export const farthest: (difference: Drawn, range: Range) => Farthest | undefined = memoWith(
  (difference: Drawn, range: Range) => farthestIn(difference, range),
);

/** E (f − g)², by its root. */
export const typicalDifference: (difference: Drawn, inputs: Gaussian) => number = memoWith(
  (difference: Drawn, inputs: Gaussian) => Math.sqrt(expectation((x) => difference.functions.output(x) ** 2, inputs, difference.kinks)),
);

/** `GELU (tanh) differs from GELU by at most 4.7 × 10⁻⁴ from x = −5 to 3.` */
export function differenceHeading(drawn: Drawn, reference: Drawn, range: Range, inputs: Gaussian | undefined): Heading {
  const difference = lessReference(drawn, reference);
  const found = farthest(difference, range);
  const [name, other] = [nameBeside(drawn, reference), nameBeside(reference, drawn)];
  const where = `from x = ${formatRounded(range.min, 3)} to ${formatRounded(range.max, 3)}`;
  if (!found) return { headline: `${name} and ${other} have no values to compare ${where}.`, explanation: '' };
  if (found.value === 0) return { headline: `${name} and ${other} are the same ${where}.`, explanation: '' };
  const typical = inputs ? ` For ${inputsName(inputs)} inputs the root mean square is ${formatValue(typicalDifference(difference, inputs))}.` : '';
  return {
    headline: `${name} differs from ${other} by at most ${formatValue(Math.abs(found.value))} ${where}.`,
    explanation: placesSentence(found) + typical,
  };
}

function placesSentence({ places, isAtEnd, value }: Farthest): string {
  const [first, ...more] = places.slice(0, 3).map(formatPosition);
  const all = more.length > 0 ? `${[first, ...more.slice(0, -1)].join(', ')} and ${more.at(-1) ?? ''}` : first ?? '';
  const side = value > 0 ? 'above' : 'below';
  if (isAtEnd) return `It is farthest ${side} at the end of what is shown, x = ${all}, and may go farther beyond.`;
  return places.length > 3 ? `It is farthest at ${places.length} places, the first at x = ${first ?? ''}.` : `It is farthest at x = ${all}.`;
}
