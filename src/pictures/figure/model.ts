/** A figure: functions in panels over one x axis, as the Lab shows them and as a file keeps them. */
import { formatRounded, formatShare } from '../numbers';
import type { Panel, PanelCurve } from '../panelCurve';
import type { Range, Scale } from '../scales';
import type { Series } from '../series';

export interface FigureCurve {
  readonly curve: PanelCurve;
  readonly series: Series;
  /** The function in the code is drawn stronger. */
  readonly isOwn: boolean;
  /** What its label says after the name: `α = 0.2`. */
  readonly setting: string;
}

export interface FigureZone {
  readonly from: number;
  readonly to: number;
  /** Lines of text, in several wordings of which the first that fits is taken. */
  readonly notes: readonly (readonly string[])[];
}

/** Where the figure's crosshair stands, and what it says. */
interface FigureCrosshair {
  readonly x: number;
  /** `x = 1.000` */
  readonly flag: string;
  /** The place among the curves of the one whose values are written. */
  readonly curve: number;
  readonly readouts: Readonly<Record<Panel, CrosshairReadout>>;
  readonly look: { readonly line: string; readonly text: string; readonly quiet: string; readonly flag: string };
}

export interface CrosshairReadout {
  readonly value: string;
  /** What is special about it: `minimum`, or nothing. */
  readonly note: string;
}

export interface Figure {
  readonly curves: readonly FigureCurve[];
  readonly panels: readonly Panel[];
  /** Written inside each panel, on top. */
  readonly titles: Readonly<Record<Panel, string>>;
  /** `x`, or `a` for sections of a gate. */
  readonly variable: string;
  readonly x: Range;
  readonly heights: Readonly<Record<Panel, Scale>>;
  readonly zones: readonly FigureZone[];
  readonly inputs: { readonly mean: number; readonly deviation: number } | undefined;
  /** Absent where nobody has put one. */
  readonly crosshair?: FigureCrosshair;
  readonly width: number;
  readonly height: number;
}

export const panelTitles: Readonly<Record<Panel, (variable: string) => string>> = {
  output: (x) => `output  f(${x})`,
  gradient: (x) => (x === 'a' ? 'gradient  ∂f/∂a' : `gradient  f′(${x})`),
  curvature: (x) => (x === 'a' ? 'curvature  ∂²f/∂a²' : `curvature  f″(${x})`),
};

/** What a zone of saturation says of itself: the rule, and the share of the inputs where they are known. */
export function zoneNotes(name: string, isDead: boolean, threshold: number, share: number | undefined): string[][] {
  const inputs = share === undefined ? [] : [`${formatShare(share)} of inputs`];
  const rule = isDead ? 'no gradient' : `|f′| < ${formatRounded(threshold, 6)}`;
  const word = isDead ? 'no gradient' : 'saturated';
  return [[`${name} ${isDead ? 'passes' : 'saturated:'} ${rule}`, ...inputs], [name, word, ...inputs], [name, word]];
}

/** `inputs N(0, 1)` */
export function inputsWords({ mean, deviation }: NonNullable<Figure['inputs']>): string {
  return `inputs N(${formatRounded(mean, 2)}, ${formatRounded(deviation ** 2, 2)})`;
}

/** Settings are said where they tell two curves of one name apart, and where there is room. */
export function isTwin({ curve }: FigureCurve, all: readonly FigureCurve[]): boolean {
  return all.some((other) => other.curve !== curve && other.curve.name === curve.name);
}
