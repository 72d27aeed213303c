/** A figure as numbers, in full precision: what its curves are at even steps, and at each kink. */
import { csvRow } from '../csv';
import type { Panel } from '../panelCurve';
import { isTwin, type Figure, type FigureCurve } from './model';

const steps = 200;
const columns: Readonly<Record<Panel, string>> = { output: '', gradient: ' gradient', curvature: ' second derivative' };

export function figureCsv({ curves, panels, variable, x }: Pick<Figure, 'curves' | 'panels' | 'variable' | 'x'>): string {
  const head = [variable, ...curves.flatMap((curve) => panels.map((panel) => `${columnOf(curve, curves)}${columns[panel]}`))];
  const even = Array.from({ length: steps + 1 }, (_, i) => Number((x.min + ((x.max - x.min) * i) / steps).toPrecision(12)));
  const kinks = curves.flatMap(({ curve }) => curve.kinks).filter((kink) => kink > x.min && kink < x.max);
  const places = [...new Set([...even, ...kinks])].sort((a, b) => a - b);
  const rows = places.map((at) => [at, ...curves.flatMap(({ curve }) => panels.map((panel) => curve.functions[panel](at)))].map((value) => String(value + 0)));
  return [head, ...rows].map(csvRow).join('');
}

function columnOf(curve: FigureCurve, all: readonly FigureCurve[]): string {
  return isTwin(curve, all) ? `${curve.curve.name} ${curve.setting}` : curve.curve.name;
}
