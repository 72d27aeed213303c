/** The Curves view: tools, plot and table over the same functions, drawn anew in the frame of every change. */
import { formatRounded, formatValue } from '../../src/pictures/numbers';
import type { Scale, ScaleKind } from '../../src/pictures/scales';
import { copyPicture, copyText, largePicture } from '../copy';
import { element, setAttributes } from '../dom';
import { createLeisure } from '../leisure';
import { differenceHeading, farthest, lessReference, referenceOf } from './compared';
import { panels, type Panel } from './drawn';
import { csvOf, svgOf } from './exported';
import { featureWords, featuresOf, zonesOf } from './features';
import { createFunctionTable, type TableModel } from './functionTable';
import { createInputs } from './inputs';
import { createPlot } from './plot/chart';
import { listenToPlotKeys, listenToPointer, type PlotActions } from './plot/gestures';
import type { PlotModel } from './plot/model';
import { scaleKindOf } from './plotState';
import { heightsOf, shifted, zoomed } from './ranges';
import { formatPosition, readout } from './readout';
import type { Heading } from '../headline';
import { addCurve, changeCurve, focusNext, kindOf, removeCurve, setParameter, type LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import { allDrawn, crosshairOf, featureAt, focusedOf, rangeOf, shownOf, valueAtCrosshair, visible } from './shown';
import { createTools } from './tools';
import { tsvOf, valueTable } from './valueTable';

export const curvesView: ViewKind = {
  id: 'curves',
  title: () => 'Curves',
  fits: ({ curves: [first] }) => first !== undefined && kindOf(first) !== 'vector',
  canTabulate: true,
  heading: headingOfDifference,
  create: createCurvesView,
};

/** In difference mode the answer is how far the functions are apart. */
function headingOfDifference(state: LabState): Heading | undefined {
  const reference = referenceOf(state, visible(state));
  const focused = focusedOf(state);
  const drawn = focused && visible(state).find(({ curve }) => curve === focused.curve);
  return reference && drawn && differenceHeading(drawn, reference, rangeOf(state), state.inputs);
}

const snapDistance = 6;

function createCurvesView(context: ViewContext): LabView {
  const { store } = context;
  const canvas = element('canvas', { role: 'img', tabindex: '0', 'aria-describedby': 'functions' });
  const plotHost = element('div', { class: 'plot' }, canvas);
  const values = element('div', { class: 'values-host', hidden: true });
  const tools = createTools(toolActions(context));
  const inputs = createInputs({ setInputs: (chosen) => context.change((state) => ({ ...state, inputs: chosen })), complain: context.complain });
  const table = createFunctionTable(tableActions(context));
  const plot = createPlot(canvas, () => store.redraw());
  const actions = plotActions(context);
  const atLeisure = createLeisure();
  listenToPointer(canvas, plot.chart, actions);
  listenToPlotKeys(canvas, actions);
  values.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey) actions.toggleTable();
  });
  if (document.fonts.status === 'loading') void document.fonts.ready.then(() => store.redraw());
  return {
    element: element('section', { class: 'curves', 'aria-label': 'Curves' }, tools.element, plotHost, values, inputs.element, table.element),
    update(state, previous, theme) {
      const model = modelOf(state, theme);
      setAttributes(plotHost, { hidden: state.tableView, 'data-panels': String(model.panels.length) });
      setAttributes(values, { hidden: !state.tableView });
      // Text on a canvas makes the browser settle all styles: it is drawn before anything else changes.
      if (state.tableView) values.replaceChildren(valueTable(model.drawn, state, model.x, model.variable));
      else if (previous && onlyCrosshairMoved(previous, state)) plot.moveCrosshair(model);
      else plot.update(model, previous === undefined);
      setAttributes(canvas, { 'aria-label': describe(model) });
      tools.update(state);
      const inputsModel = { inputs: state.inputs, drawn: model.focused, isDifference: model.reference !== undefined, variable: model.variable };
      const tableModel = tableModelOf(state, model);
      inputs.update(inputsModel);
      table.update(tableModel);
      atLeisure(() => {
        inputs.measure(inputsModel);
        table.measure(tableModel);
      });
      if (previous?.tableView !== undefined && previous.tableView !== state.tableView) focusView(state, canvas, values);
    },
    editParameter: table.editParameter,
    svg: (state, theme) => svgOf(modelOf(state, theme), canvas),
    png: (theme) => largePicture([canvas], theme),
    csv: (state, theme) => csvOf(modelOf(state, theme)),
    value: valueAtCrosshair,
    copy(state, theme) {
      const model = modelOf(state, theme);
      return state.tableView ? copyText(tsvOf(model.drawn, state, model.x, model.variable)) : copyPicture(canvas, theme);
    },
  };
}

function tableModelOf(state: LabState, model: PlotModel): TableModel {
  const { reference, crosshair, variable, x } = model;
  return {
    state, drawn: allDrawn(state), range: x, crosshair, variable, reference,
    shownAs: (drawn) => (reference ? lessReference(drawn, reference) : drawn),
    featureAt: (drawn) => featureAt(drawn, crosshair, state, x),
  };
}

/** The keyboard stays in the view when it changes its form. */
function focusView({ tableView }: LabState, canvas: HTMLElement, values: HTMLElement): void {
  const wasInView = document.activeElement === document.body || document.activeElement === canvas || values.contains(document.activeElement);
  if (wasInView) (tableView ? values.querySelector<HTMLElement>('.values-scroll') : canvas)?.focus();
}

function onlyCrosshairMoved(before: LabState, after: LabState): boolean {
  return (Object.keys(after) as (keyof LabState)[]).every((field) => field === 'crosshair' || field === 'pinned' || before[field] === after[field]);
}

function modelOf(state: LabState, theme: Theme): PlotModel {
  const drawn = shownOf(state);
  const reference = referenceOf(state, visible(state));
  const x = rangeOf(state);
  const focused = focusedOf(state);
  const crosshair = crosshairOf(state);
  const [first] = state.curves;
  const isAssumed = (state.subject.usage?.assumed.length ?? 0) > 0 && first?.inCode && JSON.stringify(first.parameters) === JSON.stringify(first.original);
  return {
    drawn, focused, x, crosshair, theme,
    panels: panels.filter((panel) => state.shown[panel]),
    heights: Object.fromEntries(panels.map((panel) => [panel, heightsOf(drawn, panel, x, scaleKindOf(state.plot.axes, panel), reference !== undefined)])) as Record<Panel, Scale>,
    inputs: state.inputs, threshold: state.threshold,
    kinds: Object.fromEntries(panels.map((panel) => [panel, scaleKindOf(state.plot.axes, panel)])) as Record<Panel, ScaleKind>,
    reference, farthest: reference && focused && farthest(focused, x),
    zones: focused && !reference ? zonesOf(focused, state.threshold) : [],
    pinned: state.pinned,
    feature: focused && featureAt(focused, crosshair, state, x),
    variable: drawn.some(({ otherGradient }) => otherGradient) ? 'a' : 'x',
    assumed: new Set(isAssumed && first ? [first.key] : []),
  };
}

function describe({ drawn, x, panels: shown, variable }: PlotModel): string {
  const names = { output: 'output', gradient: 'gradient', curvature: 'curvature' };
  const subject = inWords(drawn.map(({ name }) => name));
  const parts = inWords(shown.map((panel) => names[panel]));
  return `${parts[0]?.toUpperCase() ?? ''}${parts.slice(1)} of ${subject} from ${variable} = ${formatRounded(x.min, 3)} to ${formatRounded(x.max, 3)}. Values are in the table below.`;
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function toolActions({ change, complain }: ViewContext): Parameters<typeof createTools>[0] {
  return {
    toggle: (panel) => change((state) => toggled(state, panel)),
    toggleDifference: () => change(withDifference),
    setAxes: (axes) => change((state) => ({ ...state, plot: { ...state.plot, axes } })),
    zoom: (factor) => change((state) => ({ ...state, range: zoomed(rangeOf(state), factor, crosshairOf(state)) })),
    fit: () => change((state) => ({ ...state, range: undefined })),
    setThreshold: (threshold) => change((state) => ({ ...state, threshold })),
    complain,
  };
}

/** The crosshair goes where the functions are farthest apart, and back to where they are told best. */
function withDifference(state: LabState): LabState {
  return { ...state, crosshair: undefined, plot: { ...state.plot, difference: !state.plot.difference } };
}

/** One panel always stays. */
function toggled(state: LabState, panel: Panel): LabState {
  const shown = { ...state.shown, [panel]: !state.shown[panel] };
  return Object.values(shown).some(Boolean) ? { ...state, shown } : state;
}

function tableActions({ store, change, complain, post }: ViewContext): Parameters<typeof createFunctionTable>[0] {
  return {
    focus: (key) => store.update((state) => ({ ...state, focused: key })),
    restore: (key) => change((state) => changeCurve(state, key, (curve) => ({ ...curve, parameters: curve.original }))),
    remove: (key) => change((state) => removeCurve(state, key)),
    toggleHidden: (key) => change((state) => changeCurve(state, key, (curve) => ({ ...curve, hidden: !curve.hidden }))),
    setParameter: (key, name, value) => change((state) => setParameter(state, key, name, value)),
    moveTo: (x) => store.update((state) => movedTo(state, x)),
    setExpression: (key, expression) => change((state) => changeCurve(state, key, (curve) => ({ ...curve, expression }))),
    compareWith: (activation, parameters) => change((state) => addCurve(state, { activation, parameters })),
    replaceBy: (activation, parameters) => post({ type: 'apply', activation, parameters, preview: false }),
    complain,
  };
}

/** Moves the crosshair, and the range with it where it would leave the plot. */
function movedTo(state: LabState, x: number): LabState {
  const range = rangeOf(state);
  if (x >= range.min && x <= range.max) return { ...state, crosshair: x };
  const by = x < range.min ? x - range.min : x - range.max;
  const margin = 0.1 * (range.max - range.min) * Math.sign(by);
  return { ...state, crosshair: x, range: shifted(range, by + margin) };
}

function plotActions({ store, change, announce, copy, post }: ViewContext): PlotActions {
  const say = () => announce(spoken(store.get()));
  const move = (next: (state: LabState) => number) => {
    store.update((state) => movedTo(state, next(state)));
    say();
  };
  return {
    pointAt: (x, perPixel, free) => store.update((state) => (state.pinned ? state : { ...state, crosshair: snapped(state, x, perPixel, free) })),
    pin: () => store.update((state) => ({ ...state, pinned: !state.pinned })),
    leave: () => {
      if (store.get().pinned) store.update((state) => ({ ...state, pinned: false }));
      else if (store.get().subject.usage) post({ type: 'reveal' });
    },
    step: (strides) => move((state) => stepped(state, strides)),
    jumpToEdge: (edge) => move((state) => rangeOf(state)[edge]),
    jumpToFeature: (direction) => move((state) => nextFeature(state, direction)),
    focusNext: (direction) => {
      store.update((state) => focusNext(state, direction));
      say();
    },
    zoom: (factor, around) => change((state) => ({ ...state, range: zoomed(rangeOf(state), factor, around ?? crosshairOf(state)) })),
    pan: (by) => change((state) => ({ ...state, range: shifted(rangeOf(state), by) })),
    resetRange: () => change((state) => ({ ...state, range: undefined })),
    toggleDifference: () => change(withDifference),
    toggleCurvature: () => change((state) => toggled(state, 'curvature')),
    toggleTable: () => store.update((state) => ({ ...state, tableView: !state.tableView })),
    copyImage: copy,
  };
}

/** A stride is 0.1 where about eight units are in view, and keeps its length on the screen at other zooms. */
function stepped(state: LabState, strides: number): number {
  const { min, max } = rangeOf(state);
  const stride = 10 ** (Math.round(Math.log10((max - min) / 8)) - 1);
  const grain = stride / 10;
  return Number((Math.round((crosshairOf(state) + strides * stride) / grain) * grain).toPrecision(12));
}

/** To the nearest feature within reach; else to a position as fine as a pixel. */
function snapped(state: LabState, x: number, perPixel: number, free: boolean): number {
  const range = rangeOf(state);
  const features = free ? [] : shownOf(state).flatMap((drawn) => featuresOf(drawn, { range, threshold: state.threshold }));
  const nearest = features.reduce<number | undefined>((best, feature) => (best === undefined || Math.abs(feature.x - x) < Math.abs(best - x) ? feature.x : best), undefined);
  if (nearest !== undefined && Math.abs(nearest - x) <= snapDistance * perPixel) return nearest;
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(perPixel))));
  return Number(Math.min(range.max, Math.max(range.min, x)).toFixed(decimals));
}

function nextFeature(state: LabState, direction: 1 | -1): number {
  const x = crosshairOf(state);
  const range = rangeOf(state);
  const places = shownOf(state).flatMap((drawn) => featuresOf(drawn, { range, threshold: state.threshold })).map((feature) => feature.x).sort((a, b) => a - b);
  const next = direction > 0 ? places.find((place) => place > x + 1e-9) : [...places].reverse().find((place) => place < x - 1e-9);
  return next ?? x;
}

/** `x −0.75. GELU minus 0.170, gradient 0, minimum. SiLU minus 0.241, gradient 0.157.` */
function spoken(state: LabState): string {
  const x = crosshairOf(state);
  const range = rangeOf(state);
  const focused = focusedOf(state);
  const ordered = [...shownOf(state)].sort((a, b) => Number(b === focused) - Number(a === focused));
  const values = ordered.map((drawn) => {
    const feature = featureAt(drawn, x, state, range);
    const { output, gradient } = readout(drawn, x, feature);
    return `${drawn.name} ${aloud(output)}, gradient ${aloud(gradient)}${feature ? `, ${featureWords[feature.kind]}` : ''}.`;
  });
  return `x ${formatPosition(x).replace('−', 'minus ')}. ${values.join(' ')}`;
}

function aloud(value: number): string {
  return formatValue(value).replace('−', 'minus ');
}
