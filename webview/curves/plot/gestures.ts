/** Pointer and keyboard on the plot, told as intentions in the plot's own units. */
import type { Chart } from 'chart.js';
import { xValue } from './geometry';

export interface PlotActions {
  /** The pointer is at this x; `perPixel` is the width of a pixel, `free` turns snapping off. */
  pointAt(x: number, perPixel: number, free: boolean): void;
  /** A click without a drag. */
  pin(): void;
  unpin(): void;
  step(by: number): void;
  jumpToEdge(edge: 'min' | 'max'): void;
  jumpToFeature(direction: 1 | -1): void;
  focusNext(direction: 1 | -1): void;
  zoom(factor: number, around?: number): void;
  pan(by: number): void;
  resetRange(): void;
  toggleCurvature(): void;
  toggleTable(): void;
  copyImage(): void;
}

/** Farther than this a press has become a drag. */
const dragDistance = 4;
const zoomPerNotch = 1.2;

export function listenToPointer(canvas: HTMLCanvasElement, chart: Chart, actions: PlotActions): void {
  let pressed: { readonly x: number; last: number; dragging: boolean } | undefined;
  const perPixel = () => (xValue(chart, 1) - xValue(chart, 0));
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pressed = { x: event.offsetX, last: event.offsetX, dragging: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (pressed && Math.abs(event.offsetX - pressed.x) > dragDistance) pressed.dragging = true;
    if (!pressed?.dragging) {
      actions.pointAt(xValue(chart, event.offsetX), perPixel(), event.altKey);
      return;
    }
    canvas.classList.add('dragging');
    actions.pan(-(event.offsetX - pressed.last) * perPixel());
    pressed.last = event.offsetX;
  });
  const release = (event: PointerEvent) => {
    if (pressed && !pressed.dragging && event.type === 'pointerup') {
      actions.pointAt(xValue(chart, event.offsetX), perPixel(), event.altKey);
      actions.pin();
    }
    pressed = undefined;
    canvas.classList.remove('dragging');
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('dblclick', () => actions.resetRange());
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    actions.zoom(zoomPerNotch ** (Math.max(-100, Math.min(100, event.deltaY)) / 50), xValue(chart, event.offsetX));
  }, { passive: false });
}

export function listenToKeys(canvas: HTMLCanvasElement, actions: PlotActions): void {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const act = keyAction(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function keyAction(event: KeyboardEvent, actions: PlotActions): (() => void) | undefined {
  const stride = event.shiftKey ? 1 : event.altKey ? 0.01 : 0.1;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => actions.step(-stride),
    ArrowRight: () => actions.step(stride),
    ArrowUp: () => actions.focusNext(-1),
    ArrowDown: () => actions.focusNext(1),
    Home: () => actions.jumpToEdge('min'),
    End: () => actions.jumpToEdge('max'),
    n: () => actions.jumpToFeature(event.shiftKey ? -1 : 1),
    '+': () => actions.zoom(1 / zoomPerNotch),
    '=': () => actions.zoom(1 / zoomPerNotch),
    '-': () => actions.zoom(zoomPerNotch),
    0: () => actions.resetRange(),
    f: () => actions.toggleCurvature(),
    t: () => actions.toggleTable(),
    c: () => actions.copyImage(),
    Escape: () => actions.unpin(),
  };
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}
