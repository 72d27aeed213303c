/** All that one drawing of the plot depends on. */
import { panelTitles } from '../../../src/pictures/figure/model';
import type { Farthest } from '../../../src/pictures/difference';
import type { Range } from '../../../src/pictures/ranges';
import type { Scale, ScaleKind } from '../../../src/pictures/scales';
import type { Gaussian } from '../../../src/propagation/gaussian';
import type { FlatZone } from '../../../src/propagation/saturation';
import type { Drawn, Panel } from '../drawn';
import type { Feature } from '../features';
import type { Theme } from '../../theme';

export interface PlotModel {
  /** The functions in view, in the order of the table. */
  readonly drawn: readonly Drawn[];
  /** Zones and readouts speak of this one. */
  readonly focused: Drawn | undefined;
  /** From top to bottom. */
  readonly panels: readonly Panel[];
  readonly x: Range;
  readonly heights: Readonly<Record<Panel, Scale>>;
  /** What was asked for; a logarithm needs something positive. */
  readonly kinds: Readonly<Record<Panel, ScaleKind>>;
  /** In difference mode the function that those drawn are shown less. */
  readonly reference: Drawn | undefined;
  /** How far the focused function is from the reference. */
  readonly farthest: Farthest | undefined;
  readonly inputs: Gaussian | undefined;
  readonly threshold: number;
  readonly zones: readonly FlatZone[];
  readonly crosshair: number;
  readonly pinned: boolean;
  /** What of the focused function lies exactly under the crosshair. */
  readonly feature: Feature | undefined;
  /** `x`, or `a` for sections of a gate. */
  readonly variable: string;
  /** Keys of curves that are drawn with a value that was not in the code. */
  readonly assumed: ReadonlySet<number>;
  readonly theme: Theme;
}

/** `gradient  f′(x)  log` */
export function panelTitle({ variable, reference, kinds, heights }: PlotModel, panel: Panel): string {
  const title = `${reference ? 'difference of ' : ''}${panelTitles[panel](variable)}`;
  const scale = kinds[panel] === 'log' && heights[panel].kind === 'linear' ? 'nothing positive for a log axis' : kinds[panel];
  return scale === 'linear' ? title : `${title}  ${scale}`;
}
