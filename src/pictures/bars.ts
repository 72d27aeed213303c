/** A function of a whole vector, shown at work on three numbers: the output of each and its own gradient. */
import type { ParameterValues, VectorActivation } from '../activations/activation';
import { formatNumber, formatValue } from './numbers';
import type { Palette } from './palette';
import type { Size } from './plot';
import { drawing, element, escapeXml, textWidth } from './svg';

/** The logits of every example with classes, so that pages, hovers and tests speak of the same numbers. */
export const exampleLogits: readonly number[] = [1.8, 0.9, 0.68];

interface BarRow {
  /** What goes in, where one input belongs to the output. */
  readonly input?: number;
  readonly output: number;
  /** How the output moves with its own input: the diagonal of the Jacobian. */
  readonly ownGradient?: number;
}

export function barRows(activation: VectorActivation, parameters: ParameterValues): BarRow[] {
  const outputs = activation.value(exampleLogits, parameters);
  if (outputs.length !== exampleLogits.length) return outputs.map((output) => ({ output }));
  return outputs.map((output, index) => {
    const unit = outputs.map((_, other) => (other === index ? 1 : 0));
    const ownGradient = activation.pullback(exampleLogits, unit, parameters)[index];
    const input = exampleLogits[index];
    return { output, ...(input === undefined ? {} : { input }), ...(ownGradient === undefined ? {} : { ownGradient }) };
  });
}

const inputColumn = 34;
const valueColumn = 44;
const headRow = 20;

export function drawBars(rows: readonly BarRow[], palette: Palette, { width, height }: Size): string {
  const numbers = rows.flatMap(({ output, ownGradient }) => [output, ownGradient ?? 0]);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const left = inputColumn + (low < 0 ? valueColumn : 0);
  const scale = (width - left - (high > 0 ? valueColumn : 2)) / (high - low || 1);
  const zero = left - low * scale;
  const rowHeight = (height - headRow) / rows.length;
  const body = rows.map((row, index) => drawRow(row, headRow + index * rowHeight, rowHeight, zero, scale, palette)).join('');
  const axis = element('path', { d: `M${zero} ${headRow}V${height - 2}`, stroke: palette.text, 'stroke-opacity': String(palette.axisOpacity) });
  return drawing(width, height, head(rows, palette) + body + axis);
}

function head(rows: readonly BarRow[], palette: Palette): string {
  const hasGradient = rows.some((row) => row.ownGradient !== undefined);
  const input = rows.some((row) => row.input !== undefined) ? 'input' : '';
  const output = element('text', { x: inputColumn, y: 12, fill: palette.curve, 'font-weight': '600' }, 'output');
  const gradientAt = inputColumn + textWidth('output', 11) + 12;
  const gradient = hasGradient ? element('text', { x: gradientAt, y: 12, fill: palette.slope }, 'own gradient') : '';
  return element('text', { x: 1, y: 12, fill: palette.quiet }, input) + output + gradient;
}

function drawRow(row: BarRow, top: number, height: number, zero: number, scale: number, palette: Palette): string {
  const thick = Math.min(11, 0.36 * height);
  const input = row.input === undefined ? '' : element('text', { x: 1, y: top + thick + 2, fill: palette.text }, escapeXml(formatValue(row.input, 2)));
  const output = bar(row.output, top + 2, thick, zero, scale, palette.curve, { fill: palette.text, 'font-weight': '600' });
  if (row.ownGradient === undefined) return input + output;
  return input + output + bar(row.ownGradient, top + thick + 4, 0.62 * thick, zero, scale, palette.slope, { fill: palette.slope, 'font-size': 10 });
}

function bar(
  value: number, top: number, height: number, zero: number, scale: number, colour: string,
  words: Readonly<Record<string, string | number>>,
): string {
  const reach = Math.abs(value) * scale;
  const rect = element('rect', { x: value < 0 ? zero - reach : zero, y: top, width: reach, height, rx: 1, fill: colour });
  const text = escapeXml(barText(value));
  const anchor = value < 0 ? { x: zero - reach - 4, 'text-anchor': 'end' } : { x: zero + reach + 4 };
  return (reach > 0 ? rect : '') + element('text', { ...anchor, y: top + height / 2 + 3.8, ...words }, text);
}

/** Three decimals; zero and tiny values without a power of ten, which would not fit. */
export function barText(value: number): string {
  return Math.abs(value) < 0.01 ? formatNumber(value, 2) : formatValue(value);
}
