/** A crosshair through all panels of a figure: x on a flag above them, and the values of one curve beside its dots. */
import { toPixels, type Viewport } from '../curve';
import { densified, gapBetween, nearest, type Surroundings } from '../labelPlacing';
import { markers } from '../series';
import { element, escapeXml, textWidth, type Box, type Point } from '../svg';
import type { PanelLayout } from './layout';
import type { Line } from './lines';
import { drawMarker } from './marker';
import type { Figure } from './model';
import { fill, stroke } from './paint';

const flag = { height: 19, gap: 4, padding: 7 };
const sizes = { flag: 11.5, value: 11.5, note: 11 };
const noteGap = 10;

/** Under the curves. */
export function drawCrosshairLine({ crosshair, width }: Figure, layouts: readonly PanelLayout[]): string {
  const [first, last] = [layouts[0]?.view, layouts.at(-1)?.view];
  if (!crosshair || !first || !last || !isInView(first, crosshair.x)) return '';
  const { look, flag: text } = crosshair;
  const { x } = toPixels(first, { x: crosshair.x, y: 0 });
  const wide = textWidth(text, sizes.flag) + 2 * flag.padding;
  const left = Math.min(Math.max(x - wide / 2, 1), width - wide - 1);
  const top = first.top - flag.gap - flag.height;
  return element('path', { d: `M${x} ${first.top - flag.gap}V${last.top + last.height}`, ...stroke(look.line) })
    + element('rect', { x: left, y: top, width: wide, height: flag.height, rx: 3, ...fill(look.flag), ...stroke(look.line) })
    + element('text', { x: left + flag.padding, y: top + 0.5 * flag.height + 0.36 * sizes.flag, 'font-size': sizes.flag, 'font-weight': '600', ...fill(look.text) }, escapeXml(text));
}

/** A dot on each curve, larger on the one whose values are written. */
export function drawCrosshairDots({ crosshair }: Figure, lines: readonly Line[], { panel, view, bend }: PanelLayout, background: string): string {
  if (!crosshair || !isInView(view, crosshair.x)) return '';
  return lines.map(({ curve, colour }, i) => {
    const { x, y } = toPixels(view, { x: crosshair.x, y: bend(curve.curve.functions[panel](crosshair.x)) });
    const isInside = y >= view.top && y <= view.top + view.height;
    return isInside ? drawMarker(markers[curve.series], x, y, i === crosshair.curve ? 4.8 : 4.4, colour, background) : '';
  }).reverse().join('');
}

interface CrosshairWords {
  readonly text: string;
  readonly box: Box;
  readonly colour: string;
  readonly size: number;
  readonly weight: number;
}

/** From the dot to the words: below it or above, and to either side. */
const offsets = [7, -7, 20, -20];

/** The value, with what is special about it where that hides no curve. */
export function crosshairWords({ crosshair, curves }: Figure, { panel, view, bend }: PanelLayout, { area, curves: runs, taken }: Surroundings): CrosshairWords[] {
  const own = crosshair && curves[crosshair.curve];
  if (!crosshair || !own || !isInView(view, crosshair.x)) return [];
  const dot = toPixels(view, { x: crosshair.x, y: bend(own.curve.functions[panel](crosshair.x)) });
  if (!(dot.y >= view.top && dot.y <= view.top + view.height)) return [];
  const { value, note } = crosshair.readouts[panel];
  const points = runs.flatMap((run) => densified(run, 4));
  const valueWidth = textWidth(value, sizes.value);
  const withNote = { width: valueWidth + noteGap + textWidth(note, sizes.note), height: 1.35 * sizes.value };
  const full = note === '' ? undefined : best(placesAt(dot, withNote, area, taken), points);
  const isFull = full !== undefined && nearest(points, full) >= 1;
  const alone = { width: valueWidth, height: withNote.height };
  const box = isFull ? full : best(placesAt(dot, alone, area, taken), points) ?? { x: dot.x + 9, y: dot.y + 7, ...alone };
  const words: CrosshairWords = { text: value, box: { ...box, width: valueWidth }, colour: crosshair.look.text, size: sizes.value, weight: 600 };
  if (!isFull) return [words];
  return [words, { text: note, box: { ...box, x: box.x + valueWidth + noteGap, width: textWidth(note, sizes.note) }, colour: crosshair.look.quiet, size: sizes.note, weight: 400 }];
}

function placesAt({ x, y }: Point, size: Pick<Box, 'width' | 'height'>, area: Box, taken: readonly Box[]): Box[] {
  const boxes = offsets.flatMap((down) => [x + 9, x - 9 - size.width].map((left) => ({ x: left, y: down > 0 ? y + down : y + down - size.height, ...size })));
  return boxes.filter((box) => box.x >= area.x && box.x + box.width <= area.x + area.width && box.y >= area.y && box.y + box.height <= area.y + area.height + 5
    && taken.every((other) => gapBetween(other, box) > 2));
}

/** The first of those that are clearest of curves; beyond a little room more is no better. */
function best(boxes: readonly Box[], points: readonly Point[]): Box | undefined {
  const rooms = boxes.map((box) => Math.min(4, nearest(points, box)));
  return boxes[rooms.indexOf(Math.max(...rooms))];
}

function isInView({ x: { from, to } }: Viewport, x: number): boolean {
  return x >= from && x <= to;
}
