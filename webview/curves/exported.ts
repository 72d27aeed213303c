/** The plot as a file: the same figure that the terminal draws, in the editor's colours. */
import { drawFigure } from '../../src/pictures/figure/figure';
import { zoneNotes, type CrosshairReadout, type Figure } from '../../src/pictures/figure/model';
import { figureCsv } from '../../src/pictures/figure/values';
import { formatValue } from '../../src/pictures/numbers';
import { shareOf } from '../../src/propagation/saturation';
import type { Panel } from './drawn';
import { noteOf } from './plot/crosshair';
import { formatPosition, readout } from './readout';
import { panelTitle, type PlotModel } from './plot/model';

/** With the height of the plot on the screen, but never so narrow that labels have no room. */
const narrowest = 480;

export function svgOf(model: PlotModel, canvas: HTMLCanvasElement): string {
  return drawFigure(figureIn(model, { width: Math.max(narrowest, canvas.clientWidth), height: Math.max(300, canvas.clientHeight) }), model.theme);
}

export function csvOf(model: PlotModel): string {
  return figureCsv(figureIn(model, { width: narrowest, height: narrowest }));
}

/** One that is pinned is part of what is shown; one that follows the pointer is not. */
function crosshairIn(model: PlotModel, size: { readonly width: number }): Pick<Figure, 'crosshair'> {
  const { focused, pinned, crosshair: x, drawn, feature, variable, theme } = model;
  if (!pinned || !focused) return {};
  const values = readout(focused, x, feature);
  const of = (panel: Panel): CrosshairReadout => ({ value: formatValue(values[panel]), note: noteOf(model, panel, size) });
  return {
    crosshair: {
      x, flag: `${variable} = ${formatPosition(x)}`, curve: drawn.indexOf(focused),
      readouts: { output: of('output'), gradient: of('gradient'), curvature: of('curvature') },
      look: { line: theme.crosshair, text: theme.foreground, quiet: theme.secondary, flag: theme.flag },
    },
  };
}

function figureIn(model: PlotModel, size: { width: number; height: number }): Figure {
  const { drawn, panels, variable, x, heights, zones, focused, threshold, inputs, assumed } = model;
  return {
    panels, variable, x, heights, inputs, ...size,
    titles: { output: panelTitle(model, 'output'), gradient: panelTitle(model, 'gradient'), curvature: panelTitle(model, 'curvature') },
    curves: drawn.map((each) => ({
      curve: each, series: each.curve.series, isOwn: each.curve.inCode,
      setting: assumed.has(each.curve.key) ? `${each.setting}, assumed` : each.setting,
    })),
    ...crosshairIn(model, size),
    zones: focused === undefined ? [] : zones.map((zone) => (
      { from: zone.from, to: zone.to, notes: zoneNotes(focused.name, zone.dead, threshold, inputs && shareOf([zone], inputs)) }
    )),
  };
}
