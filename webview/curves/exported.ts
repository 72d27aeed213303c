/** The plot as a file: the same figure that the terminal draws, in the editor's colours. */
import { drawFigure } from '../../src/pictures/figure/figure';
import { zoneNotes, type Figure } from '../../src/pictures/figure/model';
import { figureCsv } from '../../src/pictures/figure/values';
import { shareOf } from '../../src/propagation/saturation';
import { panelTitle, type PlotModel } from './plot/model';

/** With the height of the plot on the screen, but never so narrow that labels have no room. */
const narrowest = 480;

export function svgOf(model: PlotModel, canvas: HTMLCanvasElement): string {
  return drawFigure(figureIn(model, { width: Math.max(narrowest, canvas.clientWidth), height: Math.max(300, canvas.clientHeight) }), model.theme);
}

export function csvOf(model: PlotModel): string {
  return figureCsv(figureIn(model, { width: narrowest, height: narrowest }));
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
    zones: focused === undefined ? [] : zones.map((zone) => (
      { from: zone.from, to: zone.to, notes: zoneNotes(focused.name, zone.dead, threshold, inputs && shareOf([zone], inputs)) }
    )),
  };
}
