/** Words and marks on the canvas in the manner of the theme. */
import { markers, type Series } from '../../../src/pictures/series';
import type { Theme } from '../../theme';
import { right, type Box } from './geometry';

export interface TextStyle {
  readonly colour: string;
  readonly size: number;
  readonly weight?: number;
  readonly align?: CanvasTextAlign;
}

export function fontOf(theme: Theme, size: number, weight = 400): string {
  return `${weight} ${(size * theme.fontSize) / 13}px ${theme.fontFamily}`;
}

export function textBox(context: CanvasRenderingContext2D, theme: Theme, text: string, { size, weight }: TextStyle): { width: number; height: number } {
  return { width: widthOf(context, fontOf(theme, size, weight), text), height: 1.35 * size * (theme.fontSize / 13) };
}

/** Nearly all words are the same in every frame, and to measure one costs more than to draw it. */
const widths = new Map<string, number>();
const mostWidths = 2000;

function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size >= mostWidths) widths.clear();
  if (document.fonts.status !== 'loading') widths.set(key, width);
  return width;
}

/** Text whose middle stands at y, kept readable over lines by a halo, in high contrast by a plate. */
export function drawText(context: CanvasRenderingContext2D, theme: Theme, text: string, x: number, y: number, style: TextStyle): void {
  context.save();
  context.font = fontOf(theme, style.size, style.weight);
  context.textAlign = style.align ?? 'left';
  context.textBaseline = 'middle';
  if (theme.highContrast) plate(context, theme, text, x, y, style);
  else halo(context, theme, text, x, y);
  context.fillStyle = style.colour;
  context.fillText(text, x, y);
  context.restore();
}

function halo(context: CanvasRenderingContext2D, theme: Theme, text: string, x: number, y: number): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
}

function plate(context: CanvasRenderingContext2D, theme: Theme, text: string, x: number, y: number, style: TextStyle): void {
  const { width, height } = textBox(context, theme, text, style);
  const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x;
  context.fillStyle = theme.background;
  context.fillRect(left - 3, y - height / 2, width + 6, height);
}

/** A marker of the series, outlined in the background so that it stands off every line. */
export function drawMarker(context: CanvasRenderingContext2D, theme: Theme, series: Series, colour: string, x: number, y: number, radius: number): void {
  context.save();
  context.translate(x, y);
  context.lineJoin = 'round';
  context.setLineDash([]);
  if (markers[series] === 'cross') drawCross(context, theme, colour, radius);
  else {
    markerPath(context, series, radius);
    context.lineWidth = 3;
    context.strokeStyle = theme.background;
    context.stroke();
    context.fillStyle = colour;
    context.fill();
  }
  context.restore();
}

function markerPath(context: CanvasRenderingContext2D, series: Series, radius: number): void {
  context.beginPath();
  switch (markers[series]) {
    case 'square':
      context.rect(-radius * 0.95, -radius * 0.95, radius * 1.9, radius * 1.9);
      break;
    case 'triangle':
      polygon(context, [[0, -1.25 * radius], [1.15 * radius, 0.85 * radius], [-1.15 * radius, 0.85 * radius]]);
      break;
    case 'diamond':
      polygon(context, [[0, -1.35 * radius], [1.35 * radius, 0], [0, 1.35 * radius], [-1.35 * radius, 0]]);
      break;
    default:
      context.arc(0, 0, radius, 0, 2 * Math.PI);
  }
}

function polygon(context: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
}

function drawCross(context: CanvasRenderingContext2D, theme: Theme, colour: string, radius: number): void {
  const strokes: readonly (readonly [string, number])[] = [[theme.background, 5], [colour, 2.2]];
  for (const [stroke, width] of strokes) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(-radius, -radius);
    context.lineTo(radius, radius);
    context.moveTo(radius, -radius);
    context.lineTo(-radius, radius);
    context.stroke();
  }
}

export function drawLine(context: CanvasRenderingContext2D, colour: string, from: readonly [number, number], to: readonly [number, number], dash: readonly number[] = []): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(crisp(from[0]), crisp(from[1]));
  context.lineTo(crisp(to[0]), crisp(to[1]));
  context.stroke();
  context.restore();
}

/** A line one pixel wide is sharp when it runs through the middle of pixels. */
function crisp(pixel: number): number {
  return Math.round(pixel - 0.5) + 0.5;
}

/** Diagonal lines over a box. */
export function hatch(context: CanvasRenderingContext2D, colour: string, box: Box): void {
  const { left, top, width, height } = box;
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let start = Math.floor((left - height) / 8) * 8; start < right(box); start += 8) {
    context.moveTo(start, top + height);
    context.lineTo(start + height, top);
  }
  context.stroke();
  context.restore();
}
