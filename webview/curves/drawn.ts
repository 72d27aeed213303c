/** A curve as the plot needs it: functions of one number, whatever kind the activation is. */
import { findActivation } from '../../src/activations/catalogue';
import { panelCurve, type PanelCurve } from '../../src/pictures/panelCurve';
import { memo } from '../memo';
import { functionOf, ownName } from './ownFunction';
import type { Curve } from '../state';

export { panels, parametersOf, type NumberFunction, type Panel } from '../../src/pictures/panelCurve';

export interface Drawn extends PanelCurve {
  readonly curve: Curve;
}

/** The functions of a curve, or nothing for kinds that are no function of one number. */
export const drawnOf: (curve: Curve) => Drawn | undefined = memo((curve: Curve) => {
  if (curve.expression !== undefined) return drawExpression(curve, curve.expression);
  const activation = findActivation(curve.activation);
  const drawn = activation && panelCurve(activation, curve.parameters);
  return drawn && { ...drawn, curve };
});

function drawExpression(curve: Curve, text: string): Drawn | undefined {
  const own = functionOf(text);
  return own && {
    curve, name: ownName(text), setting: '', family: 'sigmoidal',
    functions: { output: own.value, gradient: own.derivative, curvature: own.secondDerivative },
    otherGradient: undefined, kinks: own.kinks,
  };
}
