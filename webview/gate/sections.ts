/** The two sections through the crosshair: the value along a with b held, and along b with a held. */
import { formatValue } from '../../src/pictures/numbers';
import { niceStep, ticksIn, type Range } from '../../src/pictures/ranges';
import { lineWidths } from '../../src/pictures/series';
import { sampleTogether } from '../../src/pictures/vectorSampling';
import { formatPosition } from '../curves/readout';
import { element, setText } from '../dom';
import { createLinePlot, type LinePlot } from '../linePlot/linePlot';
import type { LinePlotModel } from '../linePlot/linePlotModel';
import type { Theme } from '../theme';
import type { ShownGate } from './shownGate';

export type Half = 'a' | 'b';

interface SectionActions {
  moveTo(half: Half, position: number): void;
  step(half: Half, by: number): void;
  jumpTo(half: Half, edge: 'min' | 'max'): void;
}

interface Sections {
  readonly element: HTMLElement;
  update(shown: ShownGate, theme: Theme): void;
}

const halves: readonly Half[] = ['a', 'b'];
const plotHeight = 124;

export function createSections(actions: SectionActions): Sections {
  const parts = halves.map((half) => {
    const title = element('h2', {});
    const slope = element('span', { class: 'slope' });
    const plot = createLinePlot('small', {
      moveTo: (position) => actions.moveTo(half, Number(position.toFixed(2)) + 0),
      step: (strides) => actions.step(half, 0.1 * strides),
      jumpToEdge: (edge) => actions.jumpTo(half, edge),
    });
    return { half, title, slope, plot };
  });
  return {
    element: element('div', { class: 'sections' }, ...parts.map(({ title, slope, plot }) => element('section', {}, element('div', { class: 'section-head' }, title, slope), plot.element))),
    update(shown, theme) {
      for (const { half, title, slope, plot } of parts) {
        setText(title, titleOf(shown, half));
        setText(slope, `∂f/∂${half} = ${formatValue(shown.gradient[half === 'a' ? 0 : 1])}`);
        plot.update(sectionModel(shown, half, theme, plot));
      }
    },
  };
}

function titleOf({ a, b }: ShownGate, half: Half): string {
  return half === 'a' ? `Along a, with b = ${formatPosition(b)}` : `Along b, with a = ${formatPosition(a)}`;
}

function sectionModel(shown: ShownGate, half: Half, theme: Theme, plot: LinePlot): LinePlotModel {
  const { a, b, value, extent } = shown;
  const range = extent[half];
  const g = half === 'a' ? (x: number) => shown.f(x, b) : (x: number) => shown.f(a, x);
  const here = half === 'a' ? a : b;
  const slope = shown.gradient[half === 'a' ? 0 : 1];
  const y = heightsOf(g, range);
  const width = plot.element.clientWidth || 300;
  const at = (share: number) => range.min + share * (range.max - range.min);
  const kinks = shown.activation.kinksAlongA?.(b, shown.curve.parameters) ?? [];
  const points = sampleTogether((share) => [g(at(share))], {
    width, perUnit: plotHeight / (y.max - y.min), kinks: [0, ...kinks].map((kink) => (kink - range.min) / (range.max - range.min)),
  }).map(({ share, values: [height = NaN] }) => ({ x: at(share), y: height }));
  const tangentReach = 0.2 * (range.max - range.min);
  return {
    x: { ...range, ticks: ticksIn(range, width, 40) }, y: { ...y, ticks: ticksIn(y, plotHeight, 26) }, theme,
    lines: [
      { label: '', colour: theme.series[1].output, series: 1, dash: [], width: lineWidths.output, points, at: value },
      {
        label: '', colour: theme.secondary, dash: [4, 3], width: 1.4,
        points: Number.isFinite(slope) && Number.isFinite(value) ? [-1, 0, 1].map((side) => ({ x: here + side * tangentReach, y: value + side * tangentReach * slope })) : [],
      },
    ],
    guides: [], ends: {}, crosshair: here, flag: `${half} = ${formatPosition(here)}`,
    spoken: `${titleOf(shown, half)}: value ${formatValue(value)} and gradient ${formatValue(slope)} at ${half} = ${formatPosition(here)}.`,
  };
}

function heightsOf(g: (x: number) => number, { min, max }: Range): Range {
  const heights = Array.from({ length: 81 }, (_, i) => g(min + ((max - min) * i) / 80)).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  const grain = niceStep((high - low || 1) / 10);
  return { min: Math.floor(low / grain - 0.2) * grain, max: Math.ceil(high / grain + 0.2) * grain };
}
