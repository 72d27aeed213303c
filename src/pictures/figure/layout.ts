/** Where the panels of a figure stand, with the shares of the height that the Lab gives them. */
import type { Viewport } from '../curve';
import { formatNumber, minus } from '../numbers';
import type { Panel } from '../panelCurve';
import { placeOn, ticksIn, ticksOn, type Range, type Scale } from '../scales';
import { textWidth } from '../svg';
import type { Figure } from './model';

/** Shares of the height; the rest between panels is a gap. */
export const panelShares: Readonly<Record<Panel, number>> = { output: 0.61, gradient: 0.39, curvature: 0.25 };
export const gapShare = 0.045;
/** Least distance of the numbers of an axis in pixels. */
const tickSpacing: Readonly<Record<Panel | 'x', number>> = { x: 27, output: 30, gradient: 23, curvature: 23 };

export const tickSize = 11;
const margin = { top: 12, right: 14, bottom: 26, left: 8 };
/** Above the panels, for the flag of the crosshair. */
const flagRoom = 28;
const tickGap = 6;

export interface PanelLayout {
  readonly panel: Panel;
  readonly view: Viewport;
  /** Moves a value to where an even axis over the same heights would have it. */
  bend(y: number): number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

export function layOut(figure: Figure): PanelLayout[] {
  const heights = panelHeights(figure);
  const yTicks = figure.panels.map((panel, i) => ticksOn(figure.heights[panel], heights[i] ?? 0, tickSpacing[panel]));
  const left = margin.left + tickGap + Math.max(...yTicks.flat().map((tick) => textWidth(tickText(tick), tickSize)));
  const width = Math.max(40, figure.width - left - margin.right);
  const xTicks = ticksIn(figure.x, width, Math.max(tickSpacing.x, 1.6 * widest(figure.x, width)));
  const gap = gapShare * (figure.height - topOf(figure) - margin.bottom);
  let top = topOf(figure);
  return figure.panels.map((panel, i) => {
    const height = heights[i] ?? 0;
    const view = { x: ends(figure.x), y: ends(figure.heights[panel]), left, top, width, height };
    top += height + gap;
    return { panel, view, bend: bendOf(figure.heights[panel]), xTicks, yTicks: yTicks[i] ?? [] };
  });
}

function bendOf(scale: Scale): PanelLayout['bend'] {
  const place = placeOn(scale);
  return scale.kind === 'linear' ? (y) => y : (y) => scale.min + place(y) * (scale.max - scale.min);
}

function topOf({ crosshair }: Figure): number {
  return crosshair ? flagRoom : margin.top;
}

function panelHeights(figure: Figure): number[] {
  const { panels, height } = figure;
  const room = height - topOf(figure) - margin.bottom;
  const shares = panels.map((panel) => panelShares[panel]);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const free = room * (1 - gapShare * (panels.length - 1));
  return shares.map((share) => Math.max(20, (free * share) / whole));
}

/** The widest number that the axis will carry. */
function widest(x: Range, width: number): number {
  return Math.max(...ticksIn(x, width, tickSpacing.x).map((tick) => textWidth(tickText(tick), tickSize)));
}

function ends({ min, max }: Range): Viewport['x'] {
  return { from: min, to: max };
}

export function tickText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-4)) return formatNumber(value);
  return (value < 0 ? minus : '') + String(Number(size.toPrecision(9)));
}
