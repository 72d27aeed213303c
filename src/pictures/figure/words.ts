/** The words of a figure: panel titles, notes of zones, the name of the inputs, and each curve's own label. */
import { toPixels, type Viewport } from '../curve';
import { densified, gapBetween, nearest, placeAway, placeLabel, type LabelRequest, type Surroundings } from '../labelPlacing';
import { visibleJumps, type Curve } from '../frame';
import { slopeLabels } from '../slopeLabels';
import { element, escapeXml, spacing, textWidth, type Box, type Point } from '../svg';
import { bellLine, zeroLines, zoneBox } from './backdrop';
import { crosshairWords } from './crosshair';
import type { PanelLayout } from './layout';
import type { Line } from './lines';
import { inputsWords, isTwin, type Figure } from './model';
import type { FigureInk } from './ink';
import { fill, stroke } from './paint';

const titleSize = 11;
const labelSize = 11.5;

/** Words where they stand, and what ties them to their curve where they stand away from it. */
interface Placed {
  readonly text: string;
  readonly box: Box;
  readonly colour: string;
  readonly size: number;
  readonly weight: number;
  readonly leader?: readonly [Point, Point];
}

export function drawWords(figure: Figure, layout: PanelLayout, lines: readonly Line[], ink: FigureInk): string {
  const { panel, view } = layout;
  const title = quiet(figure.titles[panel], view.left + 6, view.top + 3, ink);
  const words: Placed[] = [title];
  const curves = lines.flatMap(({ runs }) => runs);
  const around = (): Surroundings => ({
    area: { x: view.left, y: view.top, width: view.width, height: view.height }, curves, lines: zeroLines(layout),
    taken: [...words.map(({ box }) => box), ...crosshairBox(figure, view)],
  });
  words.push(...crosshairWords(figure, layout, around()));
  if (panel === 'output') words.push(...zoneWords(figure, view, around(), ink));
  for (const line of lines) words.push(...labelsOf(figure, panel, view, line, around(), ink));
  if (panel === 'output' && figure.inputs) words.push(...bellWords(figure.inputs, view, around(), ink));
  return words.map((placed) => written(placed, ink)).join('');
}

/** Words keep off the line, once the values beside it are written. */
function crosshairBox({ crosshair }: Figure, view: Viewport): Box[] {
  if (!crosshair) return [];
  return [{ x: toPixels(view, { x: crosshair.x, y: 0 }).x - 1, y: view.top, width: 2, height: view.height }];
}

function quiet(text: string, x: number, y: number, ink: FigureInk): Placed {
  return { text, box: { x, y, width: textWidth(text, titleSize), height: 1.35 * titleSize }, colour: ink.secondary, size: titleSize, weight: 400 };
}

/** The first wording that fits into the zone without touching a curve. */
function zoneWords({ zones }: Figure, view: Viewport, { curves, taken }: Surroundings, ink: FigureInk): Placed[] {
  const points = curves.flatMap((run) => densified(run, 4));
  return zones.flatMap((zone) => {
    const box = zoneBox(zone, view);
    if (!box) return [];
    for (const note of zone.notes) {
      const width = Math.max(...note.map((line) => textWidth(line, titleSize)));
      const height = 1.35 * titleSize * note.length;
      if (width + 12 > box.width) continue;
      for (let top = box.y + 22; top + height < box.y + 0.8 * box.height; top += 6) {
        const place = { x: box.x + 6, y: top, width, height };
        if (nearest(points, place) < 4 || taken.some((other) => gapBetween(other, place) < 4)) continue;
        return note.map((line, i) => quiet(line, place.x, top + i * 1.35 * titleSize, ink));
      }
    }
    return [];
  });
}

function labelsOf(figure: Figure, panel: PanelLayout['panel'], view: Viewport, line: Line, surroundings: Surroundings, ink: FigureInk): Placed[] {
  const style = { colour: ink.series[line.curve.series].output, weight: line.curve.isOwn ? 650 : 500 };
  for (const request of requestsOf(figure, panel, view, line)) {
    const box = placeLabel(request, surroundings);
    if (box) return [{ text: request.text, box, size: request.fontSize, ...style }];
  }
  const request = plainLabel(figure, line);
  const away = placeAway(request, surroundings);
  return away ? [{ text: request.text, ...away, size: request.fontSize, ...style }] : [];
}

/** What a label may say, the fullest first. */
function requestsOf(figure: Figure, panel: PanelLayout['panel'], view: Viewport, line: Line): LabelRequest[] {
  const { curve, runs } = line;
  const { name } = curve.curve;
  const plain = plainLabel(figure, line);
  if (panel === 'output') return curve.setting === '' ? [plain] : [{ ...plain, text: `${name}  ${curve.setting}` }, plain];
  // What it says of the gradient stands where an even axis has it.
  const isEven = figure.heights[panel].kind === 'linear';
  if (panel === 'curvature' || !isEven || isTwin(curve, figure.curves)) return [plain];
  const slope: Curve = { value: curve.curve.functions.gradient, kinks: curve.curve.kinks, bounds: { from: -Infinity, to: Infinity } };
  const telling = slopeLabels(name, slope, runs, view).flat().filter(({ text }) => text !== `${name} = 0` && text !== `${name} = 1`);
  return [...(visibleJumps(slope).length > 1 ? [] : telling), plain];
}

/** The name alone, with the setting where two curves have one name. */
function plainLabel(figure: Figure, { curve, runs }: Line): LabelRequest {
  const { name } = curve.curve;
  return { text: isTwin(curve, figure.curves) ? `${name}  ${curve.setting}` : name, fontSize: labelSize, own: runs };
}

const alongBell = [1.25, 1.5, 1.75, 2, 2.5, 3, -1.5, -2, -2.5, 0.6, -0.6, 0];

function bellWords(inputs: NonNullable<Figure['inputs']>, view: Viewport, { area, curves, taken }: Surroundings, ink: FigureInk): Placed[] {
  const text = inputsWords(inputs);
  const line = bellLine(inputs, view);
  const points = curves.flatMap((run) => densified(run, 4));
  for (const z of alongBell) {
    const at = toPixels(view, { x: inputs.mean + z * inputs.deviation, y: 0 }).x;
    const height = line.reduce((best, point) => (Math.abs(point.x - at) < Math.abs(best.x - at) ? point : best)).y;
    const word = quiet(text, 0, 0, ink);
    const box = { ...word.box, x: z < 0 ? at - word.box.width : at, y: Math.min(height - word.box.height - 2, area.y + area.height - word.box.height - 3) };
    const isFree = box.x > area.x + 2 && box.x + box.width < area.x + area.width - 2
      && nearest(points, box) >= 4 && taken.every((other) => gapBetween(other, box) >= 4);
    if (isFree) return [{ ...word, box }];
  }
  return [];
}

/** Kept readable over lines by a halo, in high contrast by a plate. */
function written({ text, box, colour, size, weight, leader }: Placed, ink: FigureInk): string {
  const line = leader ? element('path', { d: `M${leader.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`, ...stroke(colour) }) : '';
  const plate = ink.highContrast ? element('rect', { x: box.x - 2, y: box.y, width: box.width + 4, height: box.height, ...fill(ink.background) }) : '';
  const halo = ink.highContrast ? {} : { ...stroke(ink.background), 'stroke-width': 4, 'paint-order': 'stroke' };
  return line + plate + element('text', { x: box.x, y: box.y + 0.78 * box.height, 'font-size': size, 'font-weight': String(weight), ...spacing(text), ...halo, ...fill(colour) }, escapeXml(text));
}
