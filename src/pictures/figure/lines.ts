/** The curves of a figure: lines with their dashes, markers along them, and dots at jumps. */
import { runsThrough, toPixels, type Run, type Viewport } from '../curve';
import { jumpAt } from '../jumps';
import { breaksOf, primitiveOf, type Panel } from '../panelCurve';
import { sample } from '../sampling';
import { dashes, lineCap, lineWidths, markerPlaces, markers, ownLineWidth } from '../series';
import { element, pathOf } from '../svg';
import type { PanelLayout } from './layout';
import type { Figure, FigureCurve } from './model';
import type { FigureInk } from './ink';
import { drawMarker } from './marker';
import { fill, stroke } from './paint';

/** A curve as one panel shows it. */
export interface Line {
  readonly curve: FigureCurve;
  readonly runs: readonly Run[];
  readonly colour: string;
}

export function linesIn(figure: Figure, { panel, view, bend }: PanelLayout, ink: FigureInk): Line[] {
  const window = { x: figure.x, y: figure.heights[panel], width: view.width, height: view.height };
  return figure.curves.map((curve) => {
    const points = sample({ value: curve.curve.functions[panel], kinks: breaksOf(curve.curve, panel), primitive: primitiveOf(curve.curve, panel) }, window);
    const colours = ink.series[curve.series];
    const runs = runsThrough(view, points.map(({ x, y }) => ({ x, y: bend(y) })));
    return { curve, runs, colour: panel === 'output' ? colours.output : colours.derivative };
  });
}

/** The first function on top. */
export function drawLines(lines: readonly Line[], panel: Panel): string {
  return [...lines].reverse().map(({ curve, runs, colour }) => element('path', {
    d: pathOf(runs), ...stroke(colour),
    'stroke-width': panel === 'output' && curve.isOwn ? ownLineWidth : lineWidths[panel],
    'stroke-dasharray': dashes[curve.series].join(' ') || undefined,
    'stroke-linecap': lineCap(curve.series),
  })).join('');
}

export function drawMarkers(figure: Figure, lines: readonly Line[], { panel, view, bend }: PanelLayout, ink: FigureInk): string {
  const drawn = lines.map(({ curve, colour }, index) => markerPlaces(index, lines.length, panel).map((share) => {
    const x = figure.x.min + share * (figure.x.max - figure.x.min);
    const at = toPixels(view, { x, y: bend(curve.curve.functions[panel](x)) });
    return isInside(view, at.y) ? drawMarker(markers[curve.series], at.x, at.y, panel === 'output' ? 3.6 : 3.1, colour, ink.background) : '';
  }).join(''));
  return drawn.reverse().join('');
}

function isInside({ top, height }: Viewport, y: number): boolean {
  return y >= top && y <= top + height;
}

/** A filled dot for the value that is returned at the jump, open dots for the limits it does not take. */
export function drawJumps(lines: readonly Line[], { panel, view, bend }: PanelLayout, ink: FigureInk): string {
  return [...lines].reverse().flatMap(({ curve: { curve }, colour }) => breaksOf(curve, panel).flatMap((x) => {
    const jump = jumpAt(curve.functions[panel], x);
    if (!jump) return [];
    const open = [...new Set([jump.left, jump.right])].filter((y) => Math.abs(y - jump.at) > 1e-6).map((y) => ({ y, inside: ink.background }));
    return [...open, { y: jump.at, inside: colour }].map(({ y, inside }) => {
      const at = toPixels(view, { x, y: bend(y) });
      const isInView = x >= view.x.from && x <= view.x.to && isInside(view, at.y);
      return isInView ? element('circle', { cx: at.x, cy: at.y, r: 3, ...fill(inside), ...stroke(colour), 'stroke-width': 1.4 }) : '';
    });
  })).join('');
}
