/** Pointer and keyboard on a small plot: the crosshair is a value of the view, and goes where it is put. */
import type { Chart } from 'chart.js';
import { listenToKeys, type Keys } from '../keys';

export interface LinePlotActions {
  moveTo(x: number): void;
  /** By one step of the keyboard; `strides` is 1, 10 with Shift or 0.1 with Alt, and negative to the left. */
  step(strides: number): void;
  jumpToEdge(edge: 'min' | 'max'): void;
  toggleTable?(): void;
  copyImage?(): void;
}

export function listenTo(canvas: HTMLCanvasElement, chart: Chart, actions: LinePlotActions): void {
  const move = (event: PointerEvent) => {
    const { left, right } = chart.chartArea;
    const x = chart.scales['x']?.getValueForPixel(Math.min(right, Math.max(left, event.offsetX)));
    if (x !== undefined && Number.isFinite(x)) actions.moveTo(x);
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    move(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) move(event);
  });
  listenToKeys(canvas, (event) => keysOf(event, actions));
}

function keysOf(event: KeyboardEvent, actions: LinePlotActions): Keys {
  const stride = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
  return {
    ArrowLeft: () => actions.step(-stride),
    ArrowRight: () => actions.step(stride),
    Home: () => actions.jumpToEdge('min'),
    End: () => actions.jumpToEdge('max'),
    t: actions.toggleTable,
    c: actions.copyImage,
  };
}
