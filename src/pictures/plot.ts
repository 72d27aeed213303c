/** A function and its gradient over one pair of axes, with their names beside the lines. */
import { drawAxes, numberRow } from './axes';
import { curveIn, limitAt, toPixels } from './curve';
import type { Run, Viewport } from './curve';
import { horizontalRange, verticalRange, visibleJumps } from './frame';
import type { Curve } from './frame';
import { placeLabel } from './labelPlacing';
import type { LabelRequest, Surroundings } from './labelPlacing';
import type { Palette } from './palette';
import { slopeLabels } from './slopeLabels';
import { drawing, element, label, pathOf } from './svg';
import type { Box } from './svg';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlotSubject {
  readonly f: Curve;
  readonly slope: Curve;
  /** What stands beside the function: `f`. */
  readonly name: string;
  readonly slopeName: string;
  /** Another section of the same function, for gates. */
  readonly second?: { readonly curve: Curve; readonly name: string };
}

/** A line as it is drawn, with what may be written beside it. */
interface Line {
  readonly curve: Curve;
  readonly runs: readonly Run[];
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
  /** For each label the wordings to try, best first. */
  readonly labels: readonly (readonly LabelRequest[])[];
  readonly weight: number;
}

export function viewportOf(subject: PlotSubject, { width, height }: Size): Viewport {
  const x = horizontalRange(subject.f, subject.slope);
  const curves = [subject.f, subject.slope, ...(subject.second ? [subject.second.curve] : [])];
  return { x, y: verticalRange(curves, x), left: 2, top: 2, width: width - 4, height: height - numberRow - 4 };
}

export function drawPlot(subject: PlotSubject, view: Viewport, palette: Palette, size: Size): string {
  const lines = linesOf(subject, view, palette);
  const kinks = [...visibleJumps(subject.slope), ...visibleJumps(subject.f)];
  const axes = drawAxes(view, kinks, lines.flatMap((line) => line.runs), palette);
  const dots = lines.map((line) => jumpDots(line, view, palette)).join('');
  const words = drawLabels(lines, { area: areaOf(view), taken: axes.numbers, lines: axes.zeroLines }, palette);
  return drawing(size.width, size.height, axes.svg + lines.map(drawLine).join('') + dots + words);
}

/** Gradient first, the function on top. */
function linesOf(subject: PlotSubject, view: Viewport, palette: Palette): Line[] {
  const { f, slope, second } = subject;
  const slopeRuns = curveIn(view, slope.value, visibleJumps(slope));
  const fRuns = curveIn(view, f.value, visibleJumps(f));
  const coincide = areOne(f, slope, view);
  const name = coincide ? `${subject.name} = ${subject.slopeName}` : subject.name;
  const lines: Line[] = [{
    curve: slope, runs: slopeRuns, colour: palette.slope, width: 1.6, weight: 500,
    labels: coincide ? [] : slopeLabels(subject.slopeName, slope, slopeRuns, view),
  }];
  if (second) {
    const runs = curveIn(view, second.curve.value, visibleJumps(second.curve));
    lines.push({
      curve: second.curve, runs, colour: palette.second, width: 2.1, dash: '9 4', weight: 600,
      labels: [[{ text: second.name, fontSize: 11, own: runs }]],
    });
  }
  lines.push({
    curve: f, runs: fRuns, colour: palette.curve, width: 2.5, weight: 700,
    labels: [[{ text: name, fontSize: 12, own: fRuns }]],
  });
  return lines;
}

/** A filled dot where the function is at a jump, an open one where it only tends to. */
function jumpDots(line: Line, view: Viewport, palette: Palette): string {
  return visibleJumps(line.curve).map((x) => {
    const value = line.curve.value(x);
    const sides = [limitAt(line.curve.value, x, 'left'), limitAt(line.curve.value, x, 'right')];
    const open = sides.filter((side) => Math.abs(side - value) > 1e-6);
    return [...open.map((y) => ({ y, fill: palette.background })), { y: value, fill: line.colour }]
      .filter(({ y }) => y >= view.y.from && y <= view.y.to)
      .map(({ y, fill }) => {
        const centre = toPixels(view, { x, y });
        return element('circle', { cx: centre.x, cy: centre.y, r: 2.3, fill, stroke: line.colour, 'stroke-width': 1.3 });
      }).join('');
  }).join('');
}

/** The exponential is its own gradient: one line, one label. */
function areOne(f: Curve, slope: Curve, view: Viewport): boolean {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].every((share) => {
    const x = view.x.from + share * (view.x.to - view.x.from);
    return Math.abs(f.value(x) - slope.value(x)) <= 1e-9 * Math.abs(f.value(x));
  });
}

function drawLine(line: Line): string {
  return element('path', {
    d: pathOf(line.runs), stroke: line.colour, 'stroke-width': line.width, 'stroke-dasharray': line.dash,
  });
}

/** The function's own name is placed first, so that it gets the best place. */
function drawLabels(lines: readonly Line[], free: Omit<Surroundings, 'curves'>, palette: Palette): string {
  const taken = [...free.taken];
  const curves = lines.flatMap((line) => line.runs);
  return [...lines].reverse().flatMap((line) => line.labels.map((alternatives) => {
    for (const request of alternatives) {
      const box = placeLabel(request, { ...free, curves, taken });
      if (!box) continue;
      taken.push(box);
      return label(request.text, box, { fill: line.colour, 'font-size': request.fontSize, 'font-weight': String(line.weight) }, palette);
    }
    return '';
  })).join('');
}

function areaOf({ left, top, width, height }: Viewport): Box {
  return { x: left, y: top, width, height };
}
