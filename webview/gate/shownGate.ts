/** The gate that is shown, at the crosshair: everything the parts of the view speak of. */
import type { GateActivation } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { surfaceOf, type Surface } from '../../src/pictures/surface';
import { deadShareOfGate } from '../../src/propagation/deadShare';
import { memo, memoWith } from '../memo';
import { kindOf, type Curve, type LabState } from '../state';
import type { Extent } from './gateState';

export interface ShownGate {
  readonly activation: GateActivation;
  readonly curve: Curve;
  readonly a: number;
  readonly b: number;
  readonly extent: Extent;
  readonly value: number;
  /** [∂f/∂a, ∂f/∂b] */
  readonly gradient: readonly [number, number];
  f(a: number, b: number): number;
}

/** As far as normal inputs reach. */
const whole: Extent = { a: { min: -4, max: 4 }, b: { min: -4, max: 4 } };

/** The focused function where it is a gate, else the first gate. */
function gateCurve({ curves, focused }: LabState): Curve | undefined {
  const gates = curves.filter((curve) => kindOf(curve) === 'gate');
  return gates.find(({ key }) => key === focused) ?? gates[0];
}

export const shownGate: (state: LabState) => ShownGate | undefined = memo((state: LabState) => {
  const curve = gateCurve(state);
  const activation = curve && findActivation(curve.activation);
  if (!curve || activation?.kind !== 'gate') return undefined;
  const { a, b, extent = whole } = state.gate;
  const p = curve.parameters;
  return {
    activation, curve, a, b, extent,
    value: activation.value(a, b, p), gradient: activation.gradientAt(a, b, p),
    f: (x, y) => activation.value(x, y, p),
  };
});

/** Sampled once for each setting of the parameters, whatever the crosshair does. */
export const surfaceFor: (curve: Curve, extent: Extent) => Surface = memoWith((curve: Curve, extent: Extent) => {
  const activation = findActivation(curve.activation);
  const p = curve.parameters;
  return surfaceOf((a, b) => (activation?.kind === 'gate' ? activation.value(a, b, p) : NaN), extent.a, extent.b);
});

export const deadShareFor: (curve: Curve) => number = memo((curve: Curve) => {
  const activation = findActivation(curve.activation);
  return activation?.kind === 'gate' ? deadShareOfGate(activation, curve.parameters, { mean: 0, deviation: 1 }) : 0;
});
