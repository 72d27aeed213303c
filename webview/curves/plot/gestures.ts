/** Pointer and keyboard on the plot, told as intentions in the plot's own units. */
import type { Chart } from 'chart.js';
import { listenToKeys, type Keys } from '../../keys';
import { xValue } from './geometry';

export interface PlotActions {
  /** The pointer is at this x; `perPixel` is the width of a pixel, `free` turns snapping off. */
  pointAt(x: number, perPixel: number, free: boolean): void;
  /** A click without a drag. */
  pin(): void;
  /** Unpins the crosshair, or else goes back to the editor. */
  leave(): void;
  /** Moves by strides, which are as wide on the screen at any zoom. */
  step(strides: number): void;
  jumpToEdge(edge: 'min' | 'max'): void;
  jumpToFeature(direction: 1 | -1): void;
  focusNext(direction: 1 | -1): void;
  zoom(factor: number, around?: number): void;
  pan(by: number): void;
  resetRange(): void;
  toggleCurvature(): void;
  toggleDifference(): void;
  toggleTable(): void;
  copyImage(): void;
}

/** Farther than this a press has become a drag. */
const dragDistance = 4;
const zoomPerNotch = 1.2;

export function listenToPointer(canvas: HTMLCanvasElement, chart: Chart, actions: PlotActions): void {
  let pressed: { readonly x: number; last: number; dragging: boolean } | undefined;
  const fingers = new Map<number, number>();
  const perPixel = () => (xValue(chart, 1) - xValue(chart, 0));
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.offsetX);
    pressed = { x: event.offsetX, last: event.offsetX, dragging: fingers.size > 1 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (fingers.size > 1 && fingers.has(event.pointerId)) return pinch(fingers, event, chart, actions);
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
    fingers.delete(event.pointerId);
    if (pressed && !pressed.dragging && event.type === 'pointerup') {
      actions.pointAt(xValue(chart, event.offsetX), perPixel(), event.altKey);
      actions.pin();
    }
    // The finger that stays goes on from where it is.
    const [rest] = fingers.values();
    pressed = rest === undefined ? undefined : { x: rest, last: rest, dragging: true };
    if (!pressed) canvas.classList.remove('dragging');
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

/** Fingers closer than this are taken for this far apart, lest the zoom runs away. */
const closestFingers = 12;

/** Two fingers zoom by how they spread, around the middle between them. */
function pinch(fingers: Map<number, number>, event: PointerEvent, chart: Chart, { zoom }: PlotActions): void {
  const spread = () => {
    const [a = 0, b = 0] = fingers.values();
    return { width: Math.max(closestFingers, Math.abs(a - b)), middle: (a + b) / 2 };
  };
  const before = spread();
  fingers.set(event.pointerId, event.offsetX);
  const after = spread();
  if (before.width !== after.width) zoom(before.width / after.width, xValue(chart, after.middle));
}

export function listenToPlotKeys(canvas: HTMLCanvasElement, actions: PlotActions): void {
  listenToKeys(canvas, (event) => keysOf(event, actions));
}

function keysOf(event: KeyboardEvent, actions: PlotActions): Keys {
  const strides = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
  return {
    ArrowLeft: () => actions.step(-strides),
    ArrowRight: () => actions.step(strides),
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
    d: () => actions.toggleDifference(),
    t: () => actions.toggleTable(),
    c: () => actions.copyImage(),
    Escape: () => actions.leave(),
  };
}
