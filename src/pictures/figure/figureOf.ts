/** The figure of some functions when nobody says otherwise: the range that shows what makes them themselves. */
import type { Panel, PanelCurve } from '../panelCurve';
import { fittingRange, heightsFor, reachOf } from '../ranges';
import type { Range, Scale } from '../scales';
import { allSeries } from '../series';
import { panelTitles, type Figure } from './model';

interface FigureWishes {
  readonly panels: readonly Panel[];
  readonly range: Range | undefined;
  readonly width: number;
  readonly height: number;
}

export function figureOf(curves: readonly PanelCurve[], { panels, range, width, height }: FigureWishes): Figure {
  const x = range ?? fittingRange(curves);
  const variable = curves.some(({ otherGradient }) => otherGradient) ? 'a' : 'x';
  const heightOf = (panel: Panel): Scale => heightsFor(panel, curves.map((curve) => reachOf(curve, panel, x)));
  return {
    curves: curves.map((curve, index) => ({ curve, series: allSeries[index] ?? 5, isOwn: false, setting: curve.setting })),
    panels, x, width, height, variable,
    titles: { output: panelTitles.output(variable), gradient: panelTitles.gradient(variable), curvature: panelTitles.curvature(variable) },
    heights: { output: heightOf('output'), gradient: heightOf('gradient'), curvature: heightOf('curvature') },
    zones: [], inputs: undefined,
  };
}
