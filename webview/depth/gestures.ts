/** Pointer and keyboard on a depth plot, told in layers. */
import type { Chart } from 'chart.js';
import { layerAt } from './plot/places';

export interface DepthPlotActions {
  /** Undefined where the pointer has left. */
  point(layer: number | undefined): void;
  step(to: (layer: number, layers: number) => number): void;
  focusNext(direction: 1 | -1): void;
  toggleTable(): void;
  copyImage(): void;
}

export function listenToPointer(canvas: HTMLCanvasElement, chart: Chart, actions: DepthPlotActions): void {
  canvas.addEventListener('pointermove', (event) => {
    const { left, right, top, bottom } = chart.chartArea;
    const isInside = event.offsetX >= left - 6 && event.offsetX <= right + 6 && event.offsetY >= top - 6 && event.offsetY <= bottom + 6;
    actions.point(isInside ? layerAt(chart, event.offsetX) : undefined);
  });
  canvas.addEventListener('pointerleave', () => actions.point(undefined));
}

export function listenToKeys(canvas: HTMLCanvasElement, actions: DepthPlotActions): void {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const act = keyAction(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function keyAction(event: KeyboardEvent, actions: DepthPlotActions): (() => void) | undefined {
  const stride = event.shiftKey ? 10 : 1;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => actions.step((layer) => layer - stride),
    ArrowRight: () => actions.step((layer) => layer + stride),
    Home: () => actions.step(() => 1),
    End: () => actions.step((_, layers) => layers),
    ArrowUp: () => actions.focusNext(-1),
    ArrowDown: () => actions.focusNext(1),
    t: () => actions.toggleTable(),
    c: () => actions.copyImage(),
    Escape: () => actions.point(undefined),
  };
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}
