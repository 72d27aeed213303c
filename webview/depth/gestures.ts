/** Pointer and keyboard on a depth plot, told in layers. */
import type { Chart } from 'chart.js';
import { listenToKeys, type Keys } from '../keys';
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

export function listenToPlotKeys(canvas: HTMLCanvasElement, actions: DepthPlotActions): void {
  listenToKeys(canvas, (event) => keysOf(event, actions));
}

function keysOf(event: KeyboardEvent, actions: DepthPlotActions): Keys {
  const stride = event.shiftKey ? 10 : 1;
  return {
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
}
