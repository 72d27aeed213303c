/** A curve as the plot needs it: functions of one number, whatever kind the activation is. */
import { findActivation } from '../../src/activations/catalogue';
import { panelCurve, type PanelCurve } from '../../src/pictures/panelCurve';
import { memo } from '../memo';
import type { Curve } from '../state';

export { panels, parametersOf, type NumberFunction, type Panel } from '../../src/pictures/panelCurve';

export interface Drawn extends PanelCurve {
  readonly curve: Curve;
}

/** The functions of a curve, or nothing for kinds that are no function of one number. */
export const drawnOf: (curve: Curve) => Drawn | undefined = memo((curve: Curve) => {
  const activation = findActivation(curve.activation);
  const drawn = activation && panelCurve(activation, curve.parameters);
  return drawn && { ...drawn, curve };
});
