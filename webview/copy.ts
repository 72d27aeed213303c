/** To the clipboard: the plot as a picture, the values as a table. */
import { Chart } from 'chart.js';
import { csvRow } from '../src/pictures/csv';
import type { Theme } from './theme';

/** True once it is there; false where the browser does not allow it. */
export async function copyPicture(canvas: HTMLCanvasElement, theme: Theme): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(canvas, theme) })]);
    return true;
  } catch {
    return false;
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What is copied as columns between tabs, as a file of comma-separated values. */
export function csvOfColumns(tsv: string): string {
  return tsv.trimEnd().split('\n').map((line) => csvRow(line.split('\t'))).join('');
}

const largest = 2;

/** Charts drawn anew at twice their size on the screen, as base64; nothing of that is seen, since no frame falls in between. */
export function largePicture(canvases: readonly HTMLCanvasElement[], theme: Theme, whole = (): HTMLCanvasElement | undefined => canvases[0]): string | undefined {
  const charts = canvases.flatMap((canvas) => Chart.getChart(canvas) ?? []);
  const before = charts.map((chart) => chart.options.devicePixelRatio);
  charts.forEach((chart) => drawAt(chart, Math.max(largest, devicePixelRatio)));
  const drawn = whole();
  const picture = drawn && onItsGround(drawn, theme).toDataURL('image/png');
  charts.forEach((chart, i) => drawAt(chart, before[i]));
  return picture?.slice('data:image/png;base64,'.length);
}

function drawAt(chart: Chart, ratio: number | undefined): void {
  Object.assign(chart.options, { devicePixelRatio: ratio });
  chart.resize();
  chart.update('none');
}

function pictureOf(canvas: HTMLCanvasElement, theme: Theme): Promise<Blob> {
  return new Promise((resolve, reject) => {
    onItsGround(canvas, theme).toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** The canvas itself is transparent; a picture needs the ground it was drawn for, and a margin. */
function onItsGround(canvas: HTMLCanvasElement, theme: Theme): HTMLCanvasElement {
  const margin = Math.round(canvas.width * 0.012);
  const copy = document.createElement('canvas');
  copy.width = canvas.width + 2 * margin;
  copy.height = canvas.height + 2 * margin;
  const context = copy.getContext('2d');
  if (!context) return copy;
  context.fillStyle = theme.background;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, margin, margin);
  return copy;
}
