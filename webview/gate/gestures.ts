/** Pointer and keyboard on the heat map, told as intentions in the units of the gate. */
import type { Chart } from 'chart.js';
import { listenToKeys, type Keys } from '../keys';

export interface HeatMapActions {
  pointAt(a: number, b: number): void;
  /** A click without a drag. */
  pin(): void;
  unpin(): void;
  step(alongA: number, alongB: number): void;
  jumpTo(edge: Partial<Record<'a' | 'b', 'min' | 'max'>>): void;
  zoom(factor: number, around?: { readonly a: number; readonly b: number }): void;
  pan(alongA: number, alongB: number): void;
  resetExtent(): void;
  toggleTable(): void;
  copyImage(): void;
}

/** Farther than this a press has become a drag. */
const dragDistance = 4;
const zoomPerNotch = 1.2;

function valueAt(chart: Chart, axis: 'x' | 'y', pixel: number): number {
  return chart.scales[axis]?.getValueForPixel(pixel) ?? NaN;
}

export function listenToPointer(canvas: HTMLCanvasElement, chart: Chart, actions: HeatMapActions): void {
  let pressed: { readonly x: number; readonly y: number; last: readonly [number, number]; dragging: boolean } | undefined;
  const point = (event: PointerEvent) => {
    const { left, right, top, bottom } = chart.chartArea;
    if (event.offsetX < left || event.offsetX > right || event.offsetY < top || event.offsetY > bottom) return;
    actions.pointAt(valueAt(chart, 'x', event.offsetX), valueAt(chart, 'y', event.offsetY));
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pressed = { x: event.offsetX, y: event.offsetY, last: [event.offsetX, event.offsetY], dragging: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (pressed && Math.hypot(event.offsetX - pressed.x, event.offsetY - pressed.y) > dragDistance) pressed.dragging = true;
    if (!pressed?.dragging) return point(event);
    canvas.classList.add('dragging');
    const [x, y] = pressed.last;
    actions.pan(valueAt(chart, 'x', x) - valueAt(chart, 'x', event.offsetX), valueAt(chart, 'y', y) - valueAt(chart, 'y', event.offsetY));
    pressed.last = [event.offsetX, event.offsetY];
  });
  const release = (event: PointerEvent) => {
    if (pressed && !pressed.dragging && event.type === 'pointerup') {
      point(event);
      actions.pin();
    }
    pressed = undefined;
    canvas.classList.remove('dragging');
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('dblclick', () => actions.resetExtent());
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    actions.zoom(zoomPerNotch ** (Math.max(-100, Math.min(100, event.deltaY)) / 50), { a: valueAt(chart, 'x', event.offsetX), b: valueAt(chart, 'y', event.offsetY) });
  }, { passive: false });
}

export function listenToPlotKeys(canvas: HTMLCanvasElement, actions: HeatMapActions): void {
  listenToKeys(canvas, (event) => keysOf(event, actions));
}

function keysOf(event: KeyboardEvent, actions: HeatMapActions): Keys {
  const stride = event.shiftKey ? 1 : event.altKey ? 0.01 : 0.1;
  return {
    ArrowLeft: () => actions.step(-stride, 0),
    ArrowRight: () => actions.step(stride, 0),
    ArrowUp: () => actions.step(0, stride),
    ArrowDown: () => actions.step(0, -stride),
    Home: () => actions.jumpTo({ a: 'min' }),
    End: () => actions.jumpTo({ a: 'max' }),
    PageUp: () => actions.jumpTo({ b: 'max' }),
    PageDown: () => actions.jumpTo({ b: 'min' }),
    '+': () => actions.zoom(1 / zoomPerNotch),
    '=': () => actions.zoom(1 / zoomPerNotch),
    '-': () => actions.zoom(zoomPerNotch),
    0: () => actions.resetExtent(),
    t: () => actions.toggleTable(),
    c: () => actions.copyImage(),
    Escape: () => actions.unpin(),
  };
}
