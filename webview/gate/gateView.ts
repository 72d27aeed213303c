/** A gate over both of its inputs: the map of its values, the sections through the crosshair, and the exact numbers there. */
import type { ParameterValue } from '../../src/activations/activation';
import { formatValue, minus } from '../../src/pictures/numbers';
import { copyPicture, copyText, csvOfColumns, largePicture } from '../copy';
import { shifted, zoomed } from '../curves/ranges';
import { formatPosition } from '../curves/readout';
import { element } from '../dom';
import { createParameters, type ParameterControls } from '../parameters';
import { setParameter, type LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import { svgOfMap } from './exported';
import { gateHeading } from './gateHeading';
import type { Extent, GateSettings } from './gateState';
import { createReadout, mapTable, tsvOfMap } from './gateTable';
import type { HeatMapActions } from './gestures';
import { createHeatMap } from './heatMap';
import type { HeatMapModel } from './heatMapModel';
import { createLegend } from './legend';
import { createSections, type Half } from './sections';
import { shownGate, surfaceFor, type ShownGate } from './shownGate';

export const gateView: ViewKind = {
  id: 'gate',
  title: () => 'Two inputs',
  fits: (state) => shownGate(state) !== undefined,
  canTabulate: true,
  heading: gateHeading,
  create: createGateView,
};

function createGateView(context: ViewContext): LabView {
  const moves = movesOf(context);
  const map = createHeatMap(mapActions(context, moves));
  const legend = createLegend();
  const values = element('div', { class: 'values-host', hidden: true });
  const readout = createReadout({ moveTo: moves.moveTo, complain: context.complain });
  const parameters = createParameterTools(context);
  const sections = createSections(moves);
  map.canvas.setAttribute('aria-describedby', 'gate-values');
  values.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey) toggleTable(context);
  });
  return {
    element: element('section', { class: 'gate', 'aria-label': 'Two inputs' }, parameters.element, map.element, legend.element, values, readout.element),
    aside: sections.element,
    update(state, previous, theme) {
      const shown = shownGate(state);
      if (!shown) return;
      const model = modelOf(shown, state, theme);
      parameters.update(shown);
      map.element.hidden = state.tableView;
      values.hidden = !state.tableView;
      legend.update(model.surface, theme);
      if (state.tableView) {
        values.replaceChildren(mapTable(shown));
        legend.element.hidden = true;
      } else if (previous && onlyCrosshairMoved(previous, state)) map.moveCrosshair(model);
      else map.update(model);
      readout.update(shown);
      sections.update(shown, theme);
      if (previous?.tableView !== undefined && previous.tableView !== state.tableView) focusView(state, map.canvas, values);
    },
    editParameter: (_, name) => parameters.focus(name),
    svg(state, theme) {
      const shown = shownGate(state);
      if (!shown) return '';
      const model = modelOf(shown, state, theme);
      map.update(model);
      return svgOfMap(map, model);
    },
    png: (theme) => largePicture([map.canvas], theme),
    csv(state) {
      const shown = shownGate(state);
      return shown ? csvOfColumns(tsvOfMap(shown)) : '';
    },
    value: (state) => shownGate(state)?.value,
    async copy(state, theme) {
      const shown = shownGate(state);
      return shown !== undefined && (state.tableView ? copyText(tsvOfMap(shown)) : copyPicture(map.canvas, theme));
    },
  };
}

function modelOf(shown: ShownGate, { gate: { pinned } }: LabState, theme: Theme): HeatMapModel {
  return { shown, surface: surfaceFor(shown.curve, shown.extent), pinned, theme };
}

function onlyCrosshairMoved(before: LabState, after: LabState): boolean {
  return before.gate.extent === after.gate.extent
    && (Object.keys(after) as (keyof LabState)[]).every((field) => field === 'gate' || before[field] === after[field]);
}

function focusView({ tableView }: LabState, canvas: HTMLElement, values: HTMLElement): void {
  const wasInView = document.activeElement === document.body || document.activeElement === canvas || values.contains(document.activeElement);
  if (wasInView) (tableView ? values.querySelector<HTMLElement>('.values-scroll') : canvas)?.focus();
}

function toggleTable({ store }: ViewContext): void {
  store.update((state) => ({ ...state, tableView: !state.tableView }));
}

interface ParameterTools {
  readonly element: HTMLElement;
  update(shown: ShownGate): void;
  focus(name: string): void;
}

/** The gate's own parameters, without `b`, which the map has as an axis. */
function createParameterTools({ change, complain }: ViewContext): ParameterTools {
  const host = element('div', { class: 'gate-parameters', role: 'group', 'aria-label': 'Parameters' });
  let built = '';
  let controls: ParameterControls | undefined;
  return {
    element: host,
    update({ activation, curve }) {
      const shape = JSON.stringify([curve.key, activation.id, curve.original]);
      if (shape !== built) {
        built = shape;
        const set = (name: string, value: ParameterValue) => change((state) => withParameter(state, activation.id, name, value));
        controls = createParameters(curve, activation, { set, complain }, activation.parameters);
        host.replaceChildren(controls.element);
        host.hidden = Object.keys(activation.parameters).length === 0;
      }
      controls?.update(curve.parameters);
    },
    focus: (name) => controls?.focus(name),
  };
}

/** The sections that the Curves view draws of the same gate go with it. */
function withParameter(state: LabState, activation: string, name: string, value: ParameterValue): LabState {
  return state.curves.filter((curve) => curve.activation === activation).reduce((next, { key }) => setParameter(next, key, name, value), state);
}

interface Moves {
  moveTo(half: Half, position: number): void;
  step(half: Half, by: number): void;
  jumpTo(half: Half, edge: 'min' | 'max'): void;
}

function movesOf({ store, announce }: ViewContext): Moves {
  const move = (half: Half, next: (shown: ShownGate) => number) => {
    store.update((state) => {
      const shown = shownGate(state);
      return shown ? { ...state, gate: moved(state.gate, shown.extent, half, next(shown)) } : state;
    });
    announce(spoken(store.get()));
  };
  return {
    moveTo: (half, position) => move(half, () => position),
    step: (half, by) => move(half, (shown) => Number((shown[half] + by).toFixed(6)) + 0),
    jumpTo: (half, edge) => move(half, (shown) => shown.extent[half][edge]),
  };
}

/** Moves the crosshair, and the map with it where it would leave it. */
function moved(gate: GateSettings, extent: Extent, half: Half, position: number): GateSettings {
  const range = extent[half];
  const isInside = position >= range.min && position <= range.max;
  if (isInside) return { ...gate, [half]: position };
  const by = position < range.min ? position - range.min : position - range.max;
  const margin = 0.1 * (range.max - range.min) * Math.sign(by);
  return { ...gate, [half]: position, extent: { ...extent, [half]: shifted(range, by + margin) } };
}

function mapActions(context: ViewContext, moves: Moves): HeatMapActions {
  const { store, change, copy } = context;
  const set = (next: (gate: GateSettings) => GateSettings) => store.update((state) => ({ ...state, gate: next(state.gate) }));
  const extend = (next: (shown: ShownGate) => Extent) => change((state) => {
    const shown = shownGate(state);
    return shown ? { ...state, gate: { ...state.gate, extent: next(shown) } } : state;
  });
  return {
    pointAt: (a, b) => set((gate) => (gate.pinned ? gate : { ...gate, a: Number(a.toFixed(2)) + 0, b: Number(b.toFixed(2)) + 0 })),
    pin: () => set((gate) => ({ ...gate, pinned: !gate.pinned })),
    unpin: () => set((gate) => ({ ...gate, pinned: false })),
    step: (alongA, alongB) => (alongA !== 0 ? moves.step('a', alongA) : moves.step('b', alongB)),
    jumpTo: ({ a, b }) => {
      if (a) moves.jumpTo('a', a);
      if (b) moves.jumpTo('b', b);
    },
    zoom: (factor, around) => extend(({ extent, a, b }) => ({ a: zoomed(extent.a, factor, around?.a ?? a), b: zoomed(extent.b, factor, around?.b ?? b) })),
    pan: (alongA, alongB) => extend(({ extent }) => ({ a: shifted(extent.a, alongA), b: shifted(extent.b, alongB) })),
    resetExtent: () => change((state) => ({ ...state, gate: { ...state.gate, extent: undefined } })),
    toggleTable: () => toggleTable(context),
    copyImage: copy,
  };
}

/** `a 1.000, b 1.000. SwiGLU 0.731, gradient 0.928 by a, 0.731 by b.` */
function spoken(state: LabState): string {
  const shown = shownGate(state);
  if (!shown) return '';
  const { activation, a, b, value, gradient: [alongA, alongB] } = shown;
  return `a ${formatPosition(a)}, b ${formatPosition(b)}. ${activation.name} ${formatValue(value)}, gradient ${formatValue(alongA)} by a, ${formatValue(alongB)} by b.`
    .replaceAll(minus, 'minus ');
}
