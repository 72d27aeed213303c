/** Grid, zero lines and axis numbers of a small plot; quiet, and only where a number stands. */
import { toPixels } from './curve';
import type { Run, Viewport } from './curve';
import { densified, gapBetween, nearest } from './labelPlacing';
import { ticks } from './frame';
import { formatNumber } from './numbers';
import type { Palette } from './palette';
import { element, escapeXml, pathOf, textWidth } from './svg';
import type { Box, Point } from './svg';

interface Axes {
  readonly svg: string;
  /** Where the numbers stand, so that no label covers one. */
  readonly numbers: readonly Box[];
  readonly zeroLines: readonly Run[];
}

const fontSize = 10;
/** The height that the numbers of the x axis take below the plot. */
export const numberRow = 14;

/** `marks` are x values that deserve a number of their own, such as kinks. */
export function drawAxes(view: Viewport, marks: readonly number[], curves: readonly Run[], palette: Palette): Axes {
  const across = uncrowded(xNumbers(view, marks));
  const upwards = yNumbers(view, curves.flatMap((run) => densified(run, 3))).filter(({ box }) => box.y >= view.top && !across.some((other) => gapBetween(box, other.box) < 2));
  const zeroLines = zeroLinesOf(view);
  const grid = pathOf(upwards.map(({ at }) => horizontal(view, at)));
  return {
    svg: element('path', { d: grid, stroke: palette.text, 'stroke-opacity': String(palette.gridOpacity) })
      + element('path', { d: pathOf(zeroLines), stroke: palette.text, 'stroke-opacity': String(palette.axisOpacity) })
      + element('g', { fill: palette.quiet, 'font-size': fontSize }, [...across, ...upwards].map(written).join('')),
    numbers: [...across, ...upwards].map(({ box }) => box),
    zeroLines,
  };
}

interface AxisNumber {
  readonly text: string;
  readonly box: Box;
  /** The position along its axis, in pixels. */
  readonly at: number;
}

function xNumbers(view: Viewport, marks: readonly number[]): AxisNumber[] {
  const inside = marks.filter((mark) => mark > view.x.from && mark < view.x.to);
  return [view.x.from, view.x.to, 0, ...inside].map((x) => {
    const at = toPixels(view, { x, y: 0 }).x;
    const text = formatNumber(x);
    const width = textWidth(text, fontSize);
    const left = Math.min(Math.max(at - width / 2, view.left), view.left + view.width - width);
    return { text, at, box: { x: left, y: view.top + view.height + 3, width, height: numberRow - 3 } };
  });
}

/** Left of the zero line, or right of it, or at the left edge: wherever no curve runs through the number. */
function yNumbers(view: Viewport, curves: readonly Point[]): AxisNumber[] {
  const axis = toPixels(view, { x: 0, y: 0 }).x;
  return ticks(view.y, 4).filter((y) => y !== 0).map((y) => {
    const at = toPixels(view, { x: 0, y }).y;
    const text = formatNumber(y);
    const width = textWidth(text, fontSize);
    const boxes = [axis - width - 5, axis + 5, view.left].map((x) => ({ x, y: at - 5.5, width, height: 11 }));
    return { text, at, box: freest(boxes, curves) };
  });
}

function freest(boxes: readonly Box[], curves: readonly Point[]): Box {
  const rooms = boxes.map((box) => Math.min(nearest(curves, box), 2));
  return boxes[rooms.indexOf(Math.max(...rooms))] ?? { x: 0, y: 0, width: 0, height: 0 };
}

function uncrowded(numbers: readonly AxisNumber[]): AxisNumber[] {
  const kept: AxisNumber[] = [];
  for (const number of numbers) {
    if (kept.every((other) => gapBetween(number.box, other.box) > 5)) kept.push(number);
  }
  return kept;
}

function zeroLinesOf(view: Viewport): Run[] {
  const zero = toPixels(view, { x: 0, y: 0 });
  return [
    horizontal(view, zero.y),
    [{ x: zero.x, y: view.top }, { x: zero.x, y: view.top + view.height }],
  ];
}

function horizontal(view: Viewport, y: number): Run {
  return [{ x: view.left, y }, { x: view.left + view.width, y }];
}

function written({ text, box }: AxisNumber): string {
  return element('text', { x: box.x, y: box.y + 0.82 * box.height }, escapeXml(text));
}
