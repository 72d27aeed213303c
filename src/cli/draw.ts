/** Draws what `plot` was asked for: the picture of the Lab as SVG, or its numbers. */
import type { VectorActivation } from '../activations/activation';
import { isFailure, type Failure } from '../documents/failure';
import { barRows, drawBars } from '../pictures/bars';
import { csvRow } from '../pictures/csv';
import { drawFigure } from '../pictures/figure/figure';
import { figureOf } from '../pictures/figure/figureOf';
import { inkOf } from '../pictures/figure/ink';
import { zoneNotes, type FigureZone } from '../pictures/figure/model';
import { figureCsv } from '../pictures/figure/values';
import { palettes } from '../pictures/palette';
import { gateSections, panelCurve, type PanelCurve } from '../pictures/panelCurve';
import { allSeries } from '../pictures/series';
import { drawing, element } from '../pictures/svg';
import { flatZones, shareOf } from '../propagation/saturation';
import { readPlotted, type Plotted } from './plotted';
import type { PlotCommand } from './plotOptions';

/** What the Lab takes when nobody says otherwise. */
const inputs = { mean: 0, deviation: 1 };
const threshold = 0.05;

/** The file's text, or why there is none. */
export function draw(command: PlotCommand): string | Failure {
  const read = command.functions.map(readPlotted);
  const problem = read.find(isFailure);
  if (problem !== undefined) return problem;
  const plotted = read.flatMap((each) => (isFailure(each) ? [] : [each]));
  const vector = plotted.find(({ activation }) => activation.kind === 'vector');
  if (vector?.activation.kind === 'vector') {
    return plotted.length > 1 ? { reason: `${vector.activation.name} takes a whole vector and has no curve: plot it alone.` } : drawVector(vector.activation, vector, command);
  }
  const curves = plotted.flatMap((each) => curvesOf(each, plotted.length === 1));
  if (curves.length > allSeries.length) return { reason: `${allSeries.length} functions are as many as can be told apart.` };
  return drawCurves(curves, command);
}

/** A gate alone is shown as sections at several values of its other half. */
function curvesOf({ activation, values, written }: Plotted, isAlone: boolean): PanelCurve[] {
  const sections = activation.kind === 'gate' && isAlone && !written.has('b') ? gateSections.map((b) => ({ ...values, b })) : [values];
  return sections.flatMap((each) => panelCurve(activation, each) ?? []);
}

function drawCurves(curves: readonly PanelCurve[], { format, theme, range, panels, isBare, width, height }: PlotCommand): string {
  const figure = figureOf(curves, { panels, range, width: width ?? 760, height: height ?? (panels.length === 1 ? 380 : panels.length === 2 ? 480 : 580) });
  if (format === 'csv') return figureCsv(figure);
  const [first] = curves;
  const full = isBare || first === undefined ? figure : { ...figure, inputs, zones: zonesOf(first) };
  return drawFigure(full, inkOf(theme));
}

function zonesOf({ name, functions, kinks }: PanelCurve): FigureZone[] {
  return flatZones(functions.gradient, threshold, kinks).map((zone) => (
    { from: zone.from, to: zone.to, notes: zoneNotes(name, zone.dead, threshold, shareOf([zone], inputs)) }
  ));
}

function drawVector(activation: VectorActivation, { values }: Plotted, { format, theme, width = 420, height }: PlotCommand): string {
  const rows = barRows(activation, values);
  if (format === 'csv') {
    const cells = rows.map(({ input, output, ownGradient }) => [input, output, ownGradient].map((value) => (value === undefined ? '' : String(value))));
    return [['input', 'output', 'own gradient'], ...cells].map(csvRow).join('');
  }
  const size = { width: width - 16, height: (height ?? 36 + 44 * rows.length) - 16 };
  const bars = element('g', { transform: 'translate(8 8)' }, drawBars(rows, palettes[theme], size));
  const ground = element('rect', { width: size.width + 16, height: size.height + 16, fill: inkOf(theme).background });
  return `${drawing(size.width + 16, size.height + 16, ground + bars)}\n`;
}
