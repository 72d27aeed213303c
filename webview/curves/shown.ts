/** What of the state is drawn: the functions in view or their differences, over which range, and where the crosshair stands. */
import type { Range } from '../../src/pictures/ranges';
import { farthest, lessReference, referenceOf } from './compared';
import { drawnOf, type Drawn } from './drawn';
import { featuresOf, type Feature } from './features';
import { fittingRange } from './ranges';
import { readout } from './readout';
import type { LabState } from '../state';

export function allDrawn(state: LabState): Drawn[] {
  return state.curves.flatMap((curve) => drawnOf(curve) ?? []);
}

export function visible(state: LabState): Drawn[] {
  return allDrawn(state).filter(({ curve }) => !curve.hidden);
}

/** What is drawn: the functions in view, or what they are less one of them. */
export function shownOf(state: LabState): Drawn[] {
  const drawn = visible(state);
  const reference = referenceOf(state, drawn);
  return reference ? drawn.filter((each) => each !== reference).map((each) => lessReference(each, reference)) : drawn;
}

export function rangeOf(state: LabState): Range {
  return state.range ?? fittingRange(allDrawn(state));
}

export function focusedOf(state: LabState): Drawn | undefined {
  const drawn = shownOf(state);
  return drawn.find(({ curve }) => curve.key === state.focused) ?? drawn[0];
}

/** Where the crosshair stands before anybody moved it: at the most telling point of the function. */
export function crosshairOf(state: LabState): number {
  if (state.crosshair !== undefined) return state.crosshair;
  const focused = focusedOf(state);
  if (!focused) return 0;
  if (referenceOf(state, visible(state))) return farthest(focused, rangeOf(state))?.places[0] ?? 0;
  const found = featuresOf(focused, { range: rangeOf(state), threshold: state.threshold });
  const telling = (['minimum', 'maximum', 'kink', 'jump', 'steepest'] as const).map((kind) => found.find((feature) => feature.kind === kind));
  return telling.find((feature) => feature !== undefined)?.x ?? 1;
}

export function valueAtCrosshair(state: LabState): number | undefined {
  const [focused, x] = [focusedOf(state), crosshairOf(state)];
  return focused && readout(focused, x, featureAt(focused, x, state, rangeOf(state))).output;
}

export function featureAt(drawn: Drawn, x: number, { threshold }: LabState, range: Range): Feature | undefined {
  return featuresOf(drawn, { range, threshold }).find((feature) => feature.x === x);
}
