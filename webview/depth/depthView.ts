/** The Depth view: what becomes of signal and gradient through the layers, for each function and its initialisation. */
import { copyPicture, copyText, csvOfColumns, largePicture } from '../copy';
import { element, setAttributes } from '../dom';
import { changeCurve, focusNext, removeCurve, type LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import { depthPanels, exponentsFor, type DepthPanel } from './axis';
import { svgOfDepth } from './exported';
import { listenToPlotKeys, listenToPointer, type DepthPlotActions } from './gestures';
import { nonlinearityOfCurve } from './functions';
import { depthHeading } from './heading';
import { edgeOf } from './initialisations';
import { layersOf } from './model';
import { factorText, sizeText } from './numbers';
import { pictureOf } from './picture';
import { createDepthPlot, type DepthPlot } from './plot/chart';
import { sizesOf, type DepthPlotModel } from './plot/model';
import { focusedRow, visibleRows, type DepthRow } from './rows';
import type { DepthSettings, InitialisationChoice } from './settings';
import { createSpread, type SpreadView } from './spread';
import { createDepthTable } from './table';
import { createBasis, createDepthTools } from './tools';
import { depthTsv, depthValues, titleOf, type BandsByPanel } from './values';
import { verdictWords } from './verdict';

export const depthView: ViewKind = {
  id: 'depth',
  title: () => 'Depth',
  fits: ({ curves }) => curves.some((curve) => nonlinearityOfCurve(curve) !== undefined),
  canTabulate: true,
  heading: depthHeading,
  create: createDepthView,
};

interface Panel {
  readonly id: DepthPanel;
  readonly canvas: HTMLCanvasElement;
  readonly plot: DepthPlot;
}

function createDepthView(context: ViewContext): LabView {
  const { store } = context;
  let drawn: { readonly state: LabState; readonly theme: Theme } | undefined;
  const panels = depthPanels.map((id) => panelOf(id, context));
  const canvases = panels.map(({ canvas }) => canvas);
  const plots = element('div', { class: 'depth-plots' }, ...canvases.map((canvas) => element('div', { class: 'depth-plot' }, canvas)));
  const values = element('div', { class: 'values-host', hidden: true });
  const tools = createDepthTools(toolActions(context));
  const basis = createBasis();
  const table = createDepthTable(tableActions(context));
  const host = element('section', { class: 'depth', 'aria-label': 'Depth' });
  const spread = createSpread(host, spreadActions(context), () => { if (drawn) drawPictures(drawn.state, drawn.theme, panels, values, spread, false); });
  host.append(tools.element, element('div', { class: 'stage' }, spread.progress, plots, values), basis.element, spread.status, table.element);
  values.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey) store.update(withTable);
  });
  if (document.fonts.status === 'loading') void document.fonts.ready.then(() => store.redraw());
  return {
    element: host,
    update(state, previous, theme) {
      drawn = { state, theme };
      tools.update(state);
      basis.update(state);
      table.update(state);
      spread.update(state);
      plots.hidden = state.tableView;
      values.hidden = !state.tableView;
      drawPictures(state, theme, panels, values, spread, previous !== undefined && onlyPointed(previous, state));
      if (previous && previous.tableView !== state.tableView) focusForm(state, plots, values);
    },
    svg(state, theme) {
      const bands = spread.bandsOf(state);
      for (const { id, plot } of panels) plot.update(modelOf(state, theme, panels, id, bands));
      return svgOfDepth(panels.map(({ plot }) => plot), visibleRows(state), layersOf(state), theme);
    },
    png: (theme) => largePicture(canvases, theme, () => pictureOf(plots, canvases)),
    csv: (state) => csvOfColumns(depthTsv(visibleRows(state), layersOf(state), spread.bandsOf(state))),
    copy(state, theme) {
      if (state.tableView) return copyText(depthTsv(visibleRows(state), layersOf(state), spread.bandsOf(state)));
      return copyPicture(pictureOf(plots, canvases), theme);
    },
  };
}

function panelOf(id: DepthPanel, { store, announce, copy }: ViewContext): Panel {
  const canvas = element('canvas', { role: 'img', tabindex: '0', 'aria-describedby': 'depth-table', 'data-panel': id });
  const plot = createDepthPlot(canvas, () => store.redraw());
  const actions = plotActions(store, announce, copy);
  listenToPointer(canvas, plot.chart, actions);
  listenToPlotKeys(canvas, actions);
  return { id, canvas, plot };
}

function drawPictures(state: LabState, theme: Theme, panels: readonly Panel[], values: HTMLElement, spread: SpreadView, pointedOnly: boolean): void {
  const bands = spread.bandsOf(state);
  if (state.tableView) return replaceTable(values, depthValues(visibleRows(state), layersOf(state), bands));
  for (const { id, canvas, plot } of panels) {
    const model = modelOf(state, theme, panels, id, bands);
    setAttributes(canvas, { 'aria-label': describe(model) });
    if (pointedOnly) plot.point(model);
    else plot.update(model);
  }
}

/** The place in the table stays while simulated numbers come in. */
function replaceTable(values: HTMLElement, table: HTMLElement): void {
  const { scrollTop = 0, scrollLeft = 0 } = values.firstElementChild ?? {};
  const hadFocus = values.contains(document.activeElement);
  values.replaceChildren(table);
  table.scrollTo(scrollLeft, scrollTop);
  if (hadFocus) table.focus();
}

function modelOf(state: LabState, theme: Theme, panels: readonly Panel[], panel: DepthPanel, bands: BandsByPanel): DepthPlotModel {
  const rows = visibleRows(state);
  return {
    panel, rows, theme, focused: focusedRow(state), layers: layersOf(state), residual: state.depth.stacking.residual, layer: state.depth.layer, bands: bands[panel],
    stacked: areStacked(panels), exponents: exponentsFor(panel, rows.map((row) => sizesOf(row, panel))),
  };
}

function areStacked([first, second]: readonly Panel[]): boolean {
  return first?.canvas.getBoundingClientRect().left === second?.canvas.getBoundingClientRect().left;
}

function onlyPointed(before: LabState, after: LabState): boolean {
  return (Object.keys(after) as (keyof LabState)[]).every((field) => field === 'depth' || before[field] === after[field])
    && (Object.keys(after.depth) as (keyof DepthSettings)[]).every((field) => field === 'layer' || before.depth[field] === after.depth[field]);
}

/** The keyboard stays in the view when it changes its form. */
function focusForm({ tableView }: LabState, plots: HTMLElement, values: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !plots.contains(activeElement) && !values.contains(activeElement)) return;
  (tableView ? values.querySelector<HTMLElement>('.values-scroll') : plots.querySelector('canvas'))?.focus();
}

function describe({ panel, rows, layers, residual }: DepthPlotModel): string {
  const what = panel === 'gradient' ? 'Gradient relative to the output' : residual ? 'Size of the residual stream' : 'Size of the activations';
  return `${what} through ${layers} layers for ${rows.map(titleOf).join('; ')}. Values are in the table below.`;
}

function withTable(state: LabState): LabState {
  return { ...state, tableView: !state.tableView };
}

function withDepth(state: LabState, change: Partial<DepthSettings>): LabState {
  const depth = { ...state.depth, ...change };
  const layers = layersOf({ ...state, depth });
  return { ...state, depth: { ...depth, layer: depth.layer === undefined ? undefined : Math.min(depth.layer, layers) } };
}

function toolActions({ change, complain }: ViewContext): Parameters<typeof createDepthTools>[0] {
  return {
    setLayers: (layers) => change((state) => withDepth(state, { layers })),
    setWidth: (width) => change((state) => withDepth(state, { width })),
    setStacking: (part) => change((state) => withDepth(state, { stacking: { ...state.depth.stacking, ...part } })),
    complain,
  };
}

function spreadActions({ store, announce }: ViewContext): Parameters<typeof createSpread>[1] {
  return { setSpread: (spread) => store.update((state) => withDepth(state, { spread })), announce };
}

function tableActions({ store, change, complain }: ViewContext): Parameters<typeof createDepthTable>[0] {
  return {
    focus: (key) => store.update((state) => ({ ...state, focused: key })),
    remove: (key) => change((state) => removeCurve(state, key)),
    toggleHidden: (key) => change((state) => changeCurve(state, key, (curve) => ({ ...curve, hidden: !curve.hidden }))),
    setInitialisation(key, choice) {
      const curve = store.get().curves.find((candidate) => candidate.key === key);
      if (curve && choice.kind === 'edge' && !edgeOf(curve)) complain('No weights and biases keep both the signal and the gradient of this function.');
      else change((state) => withInitialisation(state, key, choice));
    },
    complain,
  };
}

function withInitialisation(state: LabState, key: number, choice: InitialisationChoice): LabState {
  return withDepth(state, { initialisations: { ...state.depth.initialisations, [key]: choice } });
}

function plotActions(store: ViewContext['store'], announce: ViewContext['announce'], copy: () => void): DepthPlotActions {
  const point = (layer: number | undefined) => store.update((state) => (state.depth.layer === layer ? state : withDepth(state, { layer })));
  const say = () => announce(spoken(store.get()));
  const step = (to: (layer: number, layers: number) => number) => {
    const state = store.get();
    const layers = layersOf(state);
    point(Math.min(layers, Math.max(1, to(state.depth.layer ?? 1, layers))));
    say();
  };
  return {
    point, step,
    focusNext(direction) {
      store.update((state) => focusNext(state, direction));
      say();
    },
    toggleTable: () => store.update(withTable),
    copyImage: copy,
  };
}

/** `Layer 31. GELU signal 0.20, gradient 1.2 × 10⁻⁵, Stable.` */
function spoken(state: LabState): string {
  const focused = focusedRow(state);
  const rows = [...visibleRows(state)].sort((a, b) => Number(b === focused) - Number(a === focused));
  const { layer = 1 } = state.depth;
  return `Layer ${layer}. ${rows.map((row) => spokenRow(row, layer)).join(' ')}`;
}

function spokenRow(row: DepthRow, layer: number): string {
  const sizes = `signal ${sizeText(row.signal[layer - 1] ?? NaN)}, gradient ${sizeText(row.gradient[layer - 1] ?? NaN)}`;
  return `${titleOf(row)}: ${sizes}, ${factorText(row.gradientPerLayer)} per layer. ${verdictWords(row.verdict, row.signal).verdict}.`;
}
