/** What the theory says of each function that is shown: signal and gradient through the layers, and the verdict. */
import { depthProfiles, verdictOn, type DepthProfile, type DepthVerdict } from '../../src/propagation/depth';
import type { Initialisation } from '../../src/propagation/initialisation';
import type { Stacking } from '../../src/propagation/stacking';
import { drawnOf } from '../curves/drawn';
import { memoWith } from '../memo';
import type { Curve, LabState } from '../state';
import { nonlinearityOfCurve } from './functions';
import { choiceOf, initialisationOf } from './initialisations';
import { layersOf, widthOf } from './model';
import type { InitialisationChoice } from './settings';

export interface DepthRow {
  readonly curve: Curve;
  readonly name: string;
  /** `α = 0.2`, or nothing for functions without parameters. */
  readonly setting: string;
  readonly choice: InitialisationChoice;
  readonly initialisation: Initialisation;
  /** The root of the mean square of what passes from layer to layer, the one next to the input first. */
  readonly signal: readonly number[];
  /** The same of the gradient, relative to that at the last layer. */
  readonly gradient: readonly number[];
  /** The geometric mean of what each layer multiplies the gradient by on its way back. */
  readonly gradientPerLayer: number;
  readonly verdict: DepthVerdict;
}

/** The functions in the order of the table; gates and functions of a vector have no place in this theory. */
export function rowsOf(state: LabState): readonly DepthRow[] {
  return state.curves.flatMap((curve) => rowOf(curve, { choice: choiceOf(state, curve), layers: layersOf(state), width: widthOf(state), stacking: state.depth.stacking }) ?? []);
}

export function visibleRows(state: LabState): readonly DepthRow[] {
  return rowsOf(state).filter(({ curve }) => !curve.hidden);
}

export function focusedRow(state: LabState): DepthRow | undefined {
  const rows = visibleRows(state);
  return rows.find(({ curve }) => curve.key === state.focused) ?? rows[0];
}

interface RowSettings {
  readonly choice: InitialisationChoice;
  readonly layers: number;
  readonly width: number;
  readonly stacking: Stacking;
}

/** The same row by identity while nothing about it changes. */
const rowOf = memoWith((curve: Curve, { choice, layers, width, stacking }: RowSettings): DepthRow | undefined => {
  const drawn = drawnOf(curve);
  const initialisation = initialisationOf(choice, curve, width);
  const profile = initialisation && profilesOf(curve, { initialisation, stacking })?.(layers);
  if (!drawn || !initialisation || !profile) return undefined;
  return { curve, name: drawn.name, setting: drawn.setting, choice, initialisation, ...measuresOf(profile, stacking) };
});

type Measures = Pick<DepthRow, 'signal' | 'gradient' | 'gradientPerLayer' | 'verdict'>;

export function rowWith(curve: Curve, choice: InitialisationChoice, { layers, width, stacking }: Omit<RowSettings, 'choice'>): Measures | undefined {
  const initialisation = initialisationOf(choice, curve, width);
  const profile = initialisation && profilesOf(curve, { initialisation, stacking })?.(layers);
  return profile && measuresOf(profile, stacking);
}

const profilesOf = memoWith((curve: Curve, { initialisation, stacking }: { readonly initialisation: Initialisation; readonly stacking: Stacking }) => {
  const f = nonlinearityOfCurve(curve);
  return f && depthProfiles(f, initialisation, stacking);
});

/** What passes from layer to layer: what the function puts out, and with residual connections the sum that it is added to. */
export function signalOf({ residual }: Stacking): 'secondMoment' | 'preactivation' {
  return residual ? 'preactivation' : 'secondMoment';
}

function measuresOf(profile: DepthProfile, stacking: Stacking): Measures {
  const squares = profile[signalOf(stacking)];
  return {
    signal: squares.map(Math.sqrt),
    gradient: profile.gradient,
    gradientPerLayer: geometricMean(profile.gradientFactor.slice(0, -1).map(Math.sqrt)),
    verdict: verdictOn({ secondMoment: squares, gradient: profile.gradient }),
  };
}

/** By logarithms, since the product itself may be too small for a double. */
function geometricMean(factors: readonly number[]): number {
  return Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
}
