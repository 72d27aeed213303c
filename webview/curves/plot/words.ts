/** Words on the plot before they are drawn. */
import type { Chart } from 'chart.js';
import type { Box } from './geometry';
import { textBox, type TextStyle } from './ink';
import type { PlotModel } from './model';

/** Text with its place; `top` is that of its box. */
export interface Words {
  readonly text: string;
  readonly style: TextStyle;
  readonly box: Box;
  readonly leader?: readonly [number, number];
}

export function wordsAt(chart: Chart, { theme }: PlotModel, text: string, style: TextStyle, left: number, top: number): Words {
  return { text, style, box: { left, top, ...textBox(chart.ctx, theme, text, style) } };
}

export function quiet({ theme }: PlotModel): TextStyle {
  return { colour: theme.secondary, size: 11 };
}
