/** All that one drawing of a small plot depends on: lines over one axis, with a crosshair where the person is. */
import type { Range } from '../../src/pictures/ranges';
import type { Point } from '../../src/pictures/sampling';
import type { Series } from '../../src/pictures/series';
import type { Box } from '../curves/plot/geometry';
import type { Theme } from '../theme';

export interface Axis extends Range {
  readonly ticks: readonly number[];
  readonly logarithmic?: boolean;
}

export interface PlotLine {
  readonly label: string;
  readonly colour: string;
  /** Gives the line its markers. */
  readonly series?: Series;
  readonly dash: readonly number[];
  readonly width: number;
  /** In the order of x; a height that is no number breaks the line. */
  readonly points: readonly Point[];
  /** Its height at the crosshair, where it gets a dot. */
  readonly at?: number;
}

/** A height that means something by itself. */
export interface Guide {
  readonly y: number;
  readonly label: string;
}

export interface LinePlotModel {
  readonly x: Axis;
  readonly y: Axis;
  /** The first is drawn on top. */
  readonly lines: readonly PlotLine[];
  readonly guides: readonly Guide[];
  /** What lies beyond either end of the axis, such as `← argmax`. */
  readonly ends: { readonly left?: string; readonly right?: string };
  readonly crosshair: number;
  /** Above the crosshair: `T = 1.00`. */
  readonly flag: string;
  /** For those who do not see it. */
  readonly spoken: string;
  readonly theme: Theme;
}

/** What is written beside a line, a guide or an end of the axis. */
export interface Name {
  readonly text: string;
  readonly colour: string;
  readonly box: Box;
}
export type Names = readonly Name[];
