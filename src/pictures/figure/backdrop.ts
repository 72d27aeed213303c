/** What lies under the curves of a figure: saturation zones, the bell of the inputs, grid, zero lines and numbers. */
import { toPixels, type Viewport } from '../curve';
import { element, escapeXml, pathOf, textWidth, type Box, type Point } from '../svg';
import { tickSize, tickText, type PanelLayout } from './layout';
import type { FigureInk } from './ink';
import type { Figure, FigureZone } from './model';
import { fill, stroke } from './paint';

/** The bell takes this share of the height of the output panel. */
const bellHeight = 0.2;
const hatching = 'activation-lens-hatching';

/** The hatching of the zones, to be defined once before it is used. */
export function hatchingOf(ink: FigureInk): string {
  const lines = element('path', { d: 'M-1 9L9-1M-2 2L2-2M6 10L10 6', ...stroke(ink.hatch), 'stroke-width': 1 });
  return element('defs', {}, element('pattern', { id: hatching, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, lines));
}

export function drawBackdrop(figure: Figure, layout: PanelLayout, ink: FigureInk, isLowest: boolean): string {
  const zones = figure.zones.map((zone) => drawZone(zone, layout.view, ink)).join('');
  const bell = layout.panel === 'output' && figure.inputs ? drawBell(figure.inputs, layout.view, ink) : '';
  return zones + bell + drawGrid(layout, ink) + drawNumbers(layout, ink, isLowest);
}

/** The part of a zone that is in view. */
export function zoneBox({ from, to }: FigureZone, view: Viewport): Box | undefined {
  const at = (x: number): number => toPixels(view, { x, y: 0 }).x;
  const right = view.left + view.width;
  const x = from === -Infinity ? view.left : Math.max(view.left, at(from));
  const end = to === Infinity ? right : Math.min(right, at(to));
  return end - x > 1 ? { x, y: view.top, width: end - x, height: view.height } : undefined;
}

function drawZone(zone: FigureZone, view: Viewport, ink: FigureInk): string {
  const box = zoneBox(zone, view);
  if (!box) return '';
  const ground = ink.zoneFill === undefined ? '' : element('rect', { ...box, ...fill(ink.zoneFill) });
  const edges = [box.x, box.x + box.width].filter((x) => x > view.left + 1 && x < view.left + view.width - 1);
  const lines = pathOf(edges.map((x) => [{ x, y: box.y }, { x, y: box.y + box.height }]));
  return ground + element('rect', { ...box, fill: `url(#${hatching})` })
    + (lines === '' ? '' : element('path', { d: lines, ...stroke(ink.guide), 'stroke-dasharray': '3 3', 'stroke-linecap': 'butt' }));
}

function drawBell(inputs: NonNullable<Figure['inputs']>, view: Viewport, ink: FigureInk): string {
  const line = bellLine(inputs, view);
  const floor = view.top + view.height;
  const area = pathOf([[{ x: view.left, y: floor }, ...line, { x: view.left + view.width, y: floor }]]);
  return element('path', { d: area, ...fill(ink.inputsFill) }) + element('path', { d: pathOf([line]), ...stroke(ink.guide) });
}

export function bellLine({ mean, deviation }: NonNullable<Figure['inputs']>, view: Viewport): Point[] {
  const steps = Math.ceil(view.width / 2);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    const z = (view.x.from + share * (view.x.to - view.x.from) - mean) / deviation;
    return { x: view.left + share * view.width, y: view.top + view.height - bellHeight * view.height * Math.exp(-0.5 * z * z) };
  });
}

function drawGrid({ view, bend, xTicks, yTicks }: PanelLayout, ink: FigureInk): string {
  const grid = [...xTicks.filter((x) => x !== 0).map((x) => vertical(view, x)), ...yTicks.filter((y) => y !== 0).map((y) => horizontal(view, bend(y)))];
  return element('path', { d: pathOf(grid), ...stroke(ink.grid) })
    + element('path', { d: pathOf(zeroLines({ view, bend })), ...stroke(ink.zeroLine) });
}

/** A logarithmic axis has no zero. */
export function zeroLines({ view, bend }: Pick<PanelLayout, 'view' | 'bend'>): Point[][] {
  const zero = bend(0);
  return [
    ...(view.x.from <= 0 && view.x.to >= 0 ? [vertical(view, 0)] : []),
    ...(view.y.from <= zero && view.y.to >= zero ? [horizontal(view, zero)] : []),
  ];
}

function vertical(view: Viewport, at: number): Point[] {
  const { x } = toPixels(view, { x: at, y: 0 });
  return [{ x, y: view.top }, { x, y: view.top + view.height }];
}

function horizontal(view: Viewport, at: number): Point[] {
  const { y } = toPixels(view, { x: 0, y: at });
  return [{ x: view.left, y }, { x: view.left + view.width, y }];
}

/** The numbers of y beside each panel, those of x below the lowest. */
function drawNumbers({ view, bend, xTicks, yTicks }: PanelLayout, ink: FigureInk, isLowest: boolean): string {
  const upwards = yTicks.map((y) => element('text', { x: view.left - 6, y: toPixels(view, { x: 0, y: bend(y) }).y + 3.8, 'text-anchor': 'end' }, escapeXml(tickText(y))));
  const floor = view.top + view.height + 17;
  const across = isLowest ? xTicks.map((x) => element('text', { x: numberAt(view, x), y: floor, 'text-anchor': 'middle' }, escapeXml(tickText(x)))) : [];
  return element('g', { ...fill(ink.secondary), 'font-size': tickSize }, [...upwards, ...across].join(''));
}

/** A number at the right end stays inside the picture. */
function numberAt(view: Viewport, x: number): number {
  const half = textWidth(tickText(x), tickSize) / 2;
  return Math.min(toPixels(view, { x, y: 0 }).x, view.left + view.width + 12 - half);
}
