/** A curve as the plot needs it: functions of one number, whatever kind the activation is. */
import { findActivation } from '../../src/activations/catalogue';
import { breaksOf, panelCurve, panels, type Panel, type PanelCurve } from '../../src/pictures/panelCurve';
import { memo, memoWith } from '../memo';
import { functionOf, ownName } from './ownFunction';
import type { Curve } from '../state';

export { panels, parametersOf, type Panel } from '../../src/pictures/panelCurve';

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

/** As `memoWith`, for each panel by itself. */
export function panelMemo<D, V>(compute: (drawn: Drawn, panel: Panel, detail: D) => V): (drawn: Drawn, panel: Panel, detail: D) => V {
  const each = new Map(panels.map((panel) => [panel, memoWith((drawn: Drawn, detail: D) => compute(drawn, panel, detail))]));
  return (drawn, panel, detail) => each.get(panel)?.(drawn, detail) ?? compute(drawn, panel, detail);
}

const knownBreaks = new Map(panels.map((panel) => [panel, memo((drawn: Drawn) => breaksOf(drawn, panel))]));

/** Where the function of a panel or its slope may jump. */
export function breaksIn(drawn: Drawn, panel: Panel): readonly number[] {
  return knownBreaks.get(panel)?.(drawn) ?? [];
}
