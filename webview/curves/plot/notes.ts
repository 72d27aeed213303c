/** Names of single points: the kinks and jumps of the focused function, and where two functions are farthest apart. */
import type { Chart } from 'chart.js';
import { jumpAt } from '../../../src/pictures/jumps';
import { formatRounded, formatValue } from '../../../src/pictures/numbers';
import { formatPosition } from '../readout';
import { areaOf, bottom, contains, distanceTo, right, xPixel, yPixel, type Box } from './geometry';
import { textBox, type TextStyle } from './ink';
import type { PlotModel } from './model';
import { clearanceOf, type Profile } from './placing';
import { quiet, wordsAt, type Words } from './words';

/** More kinks than these are seen well enough without their names. */
const mostNotes = 4;
/** In a narrow plot the values at the crosshair say it. */
const narrow = 420;

type Note = (profiles: readonly Profile[], taken: readonly Box[]) => Words[];

export function notesOfKinks(chart: Chart, model: PlotModel): Note[] {
  const { focused, x, reference } = model;
  const area = areaOf(chart, 'output');
  if (!focused || reference || !area || area.width < narrow) return [];
  const kinks = focused.kinks.filter((kink) => kink > x.min && kink < x.max);
  if (kinks.length > mostNotes) return [];
  return kinks.map((kink) => (profiles, taken) => {
    const name = jumpAt(focused.functions.output, kink) ? 'jump' : 'kink';
    const point = [xPixel(chart, kink), yPixel(chart, 'output', focused.functions.output(kink))] as const;
    return placed(chart, model, `${name} at ${formatRounded(kink, 4)}`, quiet(model), point, area, profiles, taken);
  });
}

export function noteOfFarthest(chart: Chart, model: PlotModel, profiles: readonly Profile[], taken: readonly Box[]): Words[] {
  const { farthest, focused, theme } = model;
  const area = areaOf(chart, 'output');
  const [x] = farthest?.places ?? [];
  if (!farthest || !focused || !area || x === undefined || farthest.value === 0) return [];
  const most = formatValue(Math.abs(farthest.value));
  const point = [xPixel(chart, x), yPixel(chart, 'output', farthest.value)] as const;
  const style: TextStyle = { colour: theme.foreground, size: 11.5, weight: 600 };
  for (const text of [`largest |difference| ${most} at x = ${formatPosition(x)}`, `largest ${most}`]) {
    const words = placed(chart, model, text, style, point, area, profiles, taken);
    if (words.length > 0) return words;
  }
  return [];
}

/** How far words may stand from their point; the farther ones are tied to it. */
const distances = [7, 20, 34, 50, 76, 110];
const leaderDistance = 24;

/** As close to the point as is clear of curves and words. */
function placed(
  chart: Chart, model: PlotModel, text: string, style: TextStyle, [x, y]: readonly [number, number], area: Box, profiles: readonly Profile[], taken: readonly Box[],
): Words[] {
  const size = textBox(chart.ctx, model.theme, text, style);
  const places = distances.flatMap((down) => [y + down, y - down - size.height])
    .flatMap((top) => distances.flatMap((aside) => [x + aside, x - aside - size.width]).map((left) => ({ left, top, ...size })))
    .filter((box) => contains(area, box.left - 2, box.top - 1) && right(box) <= right(area) - 2 && bottom(box) <= bottom(area) - 1)
    .sort((a, b) => distanceTo(a, x, y) - distanceTo(b, x, y));
  const box = places.find((place) => clearanceOf(place, profiles, taken, 4) >= 4);
  if (!box) return [];
  const isFar = distanceTo(box, x, y) > leaderDistance;
  return [{ ...wordsAt(chart, model, text, style, box.left, box.top), ...(isFar ? { leader: [x, y] as const } : {}) }];
}
