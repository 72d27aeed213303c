/** The exact values at the crosshair, in the same words wherever they are shown. */
import { formatValue, minus } from '../../src/pictures/numbers';
import type { Drawn, Panel } from './drawn';
import type { Feature } from './features';

/**
 * The values at x. Where x is a zero or an extremum that was found numerically, what is zero by definition is
 * said as zero, not as the rounding that is left of it.
 */
export function readout({ functions }: Drawn, x: number, feature: Feature | undefined): Readonly<Record<Panel, number>> {
  const isExtremum = feature?.kind === 'minimum' || feature?.kind === 'maximum';
  return {
    output: feature?.kind === 'zero' ? 0 : functions.output(x),
    gradient: isExtremum && Math.abs(functions.gradient(x)) < 1e-9 ? 0 : functions.gradient(x),
    curvature: (feature?.kind === 'steepest' || feature?.kind === 'flattest') ? 0 : functions.curvature(x),
  };
}

/** A position on the x axis: three decimals, more where the person has zoomed in. */
export function formatPosition(x: number): string {
  const rounded = Number(x.toPrecision(9));
  const decimals = rounded.toString().split('.')[1]?.length ?? 0;
  if (Math.abs(x) >= 1000 || (x !== 0 && Math.abs(x) < 0.001)) return formatValue(x);
  const shown = Math.abs(rounded).toFixed(decimals > 3 && decimals <= 6 ? decimals : 3);
  return Number(shown) !== 0 && x < 0 ? minus + shown : shown;
}
