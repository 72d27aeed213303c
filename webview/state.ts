/** What the Lab shows and what the person changed: plain data, so that it survives a reload as it is. */
import { defaultsOf, type Activation, type ParameterValue, type ParameterValues } from '../src/activations/activation';
import { findActivation } from '../src/activations/catalogue';
import { parseExpression } from '../src/expressions/parse';
import type { Situation } from '../src/models/situation';
import { gateSections } from '../src/pictures/panelCurve';
import type { Range } from '../src/pictures/ranges';
import { allSeries, type Series } from '../src/pictures/series';
import type { Gaussian } from '../src/propagation/gaussian';
import type { LabSubject } from '../src/protocol/messages';
import { plotDefaults, type PlotSettings } from './curves/plotState';
import { depthChanges, initialDepth, withoutCurve, type DepthSettings } from './depth/settings';
import { gateDefaults, type GateSettings } from './gate/gateState';
import { memo } from './memo';
import { vectorDefaults, type VectorSettings } from './vector/vectorState';

/** One function on the plot. */
export interface Curve {
  /** Its identity while it is shown; series can be taken over by another curve, keys cannot. */
  readonly key: number;
  /** Empty for a function of the person's own, which `expression` says. */
  readonly activation: string;
  /** A function of x as it was typed or selected in the code, in the place of one of the catalogue. */
  readonly expression?: string;
  /** With `b`, the other half of the input, for gates. */
  readonly parameters: ParameterValues;
  /** What the code says, or the defaults it was added with. */
  readonly original: ParameterValues;
  readonly series: Series;
  readonly inCode: boolean;
  readonly hidden: boolean;
}

/** The tabs; which of them there are depends on what is shown. */
export type ViewId = 'curves' | 'vector' | 'gate' | 'depth' | 'understand';

export interface LabState {
  readonly subject: LabSubject;
  /** What the person chose to look at; another is shown while this one has nothing to show. */
  readonly view: ViewId;
  readonly curves: readonly Curve[];
  /** The key of the curve that zones and readouts speak of. */
  readonly focused: number;
  readonly shown: { readonly output: boolean; readonly gradient: boolean; readonly curvature: boolean };
  /** Absent when the person switched the inputs off. */
  readonly inputs: Gaussian | undefined;
  /** A gradient smaller than this counts as saturated. */
  readonly threshold: number;
  readonly crosshair: number | undefined;
  readonly pinned: boolean;
  /** Absent while the range follows the functions. */
  readonly range: Range | undefined;
  readonly tableView: boolean;
  /** The situation as read, with the person's corrections. */
  readonly situation: Situation;
  readonly plot: PlotSettings;
  readonly vector: VectorSettings;
  readonly gate: GateSettings;
  readonly depth: DepthSettings;
  readonly following: boolean;
  readonly allOptions: boolean;
}

export const mostCurves = allSeries.length;

export const emptySubject: LabSubject = { curves: [], situation: { constraints: [] }, following: true };

/** The state that says exactly what the code says. */
export function stateOf(subject: LabSubject): LabState {
  const curves = curvesOf(subject);
  return {
    subject, curves,
    view: 'curves',
    focused: curves[0]?.key ?? 0,
    shown: { output: true, gradient: true, curvature: false },
    inputs: { mean: 0, deviation: 1 },
    threshold: 0.05,
    crosshair: undefined, pinned: false, range: undefined, tableView: false,
    situation: subject.situation,
    plot: plotDefaults, vector: vectorDefaults, gate: gateDefaults, depth: initialDepth,
    following: subject.following,
    allOptions: false,
  };
}

function curvesOf(subject: LabSubject): Curve[] {
  const known = subject.curves.filter(isDrawable).slice(0, mostCurves);
  const drawn = known.map((curve, index) => newCurve(curve, index, subject.usage !== undefined && index === 0));
  const [only] = drawn;
  return only && drawn.length === 1 && kindOf(only) === 'gate' ? sectionsOf(only) : drawn;
}

/** A gate alone is shown as sections at several values of its other half. */
function sectionsOf(curve: Curve): Curve[] {
  return gateSections.map((b, index) => ({
    ...newCurve({ ...curve, parameters: { ...curve.parameters, b } }, index, curve.inCode && index === 0),
  }));
}

export type NewCurve = LabSubject['curves'][number];

/** Whether there is anything to draw: a stored expression may be damaged, and an id of another version unknown. */
export function isDrawable({ activation, expression }: NewCurve): boolean {
  return expression === undefined ? findActivation(activation) !== undefined : 'expression' in parseExpression(expression);
}

function newCurve({ activation, expression, parameters }: NewCurve, index: number, inCode: boolean): Curve {
  const complete = completed(findActivation(activation), parameters);
  return {
    key: index + 1, activation, ...(expression === undefined ? {} : { expression }), parameters: complete, original: complete,
    series: allSeries[index] ?? 5, inCode, hidden: false,
  };
}

function completed(activation: Activation | undefined, parameters: ParameterValues): ParameterValues {
  if (!activation) return parameters;
  const known = Object.entries(parameters).filter(([name]) => name in activation.parameters || name === 'b');
  const section = activation.kind === 'gate' ? { b: 1 } : {};
  return { ...section, ...defaultsOf(activation), ...Object.fromEntries(known) };
}

export function kindOf(curve: Curve): Activation['kind'] | undefined {
  return findActivation(curve.activation)?.kind;
}

export function addCurve(state: LabState, added: NewCurve): LabState {
  const series = allSeries.find((candidate) => state.curves.every((curve) => curve.series !== candidate));
  if (series === undefined) return state;
  const key = 1 + Math.max(0, ...state.curves.map((curve) => curve.key));
  const curve = { ...newCurve(added, 0, false), key, series };
  return { ...state, curves: [...state.curves, curve], focused: state.curves.length === 0 ? key : state.focused };
}

export function removeCurve(state: LabState, key: number): LabState {
  const curves = state.curves.filter((curve) => curve.key !== key);
  const focused = state.focused === key ? (curves[0]?.key ?? 0) : state.focused;
  return { ...state, curves, focused, depth: withoutCurve(state.depth, key) };
}

export function changeCurve(state: LabState, key: number, change: (curve: Curve) => Curve): LabState {
  return { ...state, curves: state.curves.map((curve) => (curve.key === key ? change(curve) : curve)) };
}

export function setParameter(state: LabState, key: number, name: string, value: ParameterValue): LabState {
  return changeCurve(state, key, (curve) => ({ ...curve, parameters: { ...curve.parameters, [name]: value } }));
}

/** The next function up or down the table, for the arrow keys. */
export function focusNext(state: LabState, step: 1 | -1): LabState {
  const visible = state.curves.filter((curve) => !curve.hidden);
  const at = visible.findIndex((curve) => curve.key === state.focused);
  const next = visible[(at + step + visible.length) % visible.length];
  return next ? { ...state, focused: next.key } : state;
}

/** Whether Reset would change anything. */
export function differsFromCode(state: LabState): boolean {
  return essence(state) !== essenceOfCode(state.subject);
}

/** Asked in every frame. */
const essenceOfCode = memo((subject: LabSubject) => essence(stateOf(subject)));

function essence({ curves, shown, inputs, threshold, range, plot, situation, vector, gate, depth }: LabState): string {
  return JSON.stringify([curves.map(({ key: _, ...rest }) => rest), shown, inputs, threshold, range, plot, situation, { ...vector, x: 0 }, gate.extent, depthChanges(depth)]);
}

/** The subject the code gives now, with what the person did kept where the code did not change. */
export function withSubject(state: LabState | undefined, { focus, ...subject }: LabSubject): LabState {
  const same = state && spoken(state.subject) === spoken(subject);
  const shown = same ? { ...state, subject, following: subject.following } : { ...stateOf(subject), view: state?.view ?? 'curves' };
  return lookingAt(shown, focus);
}

/** The view that was asked for; to plot takes one from reading, and leaves the plots as they are. */
function lookingAt(state: LabState, focus: LabSubject['focus']): LabState {
  if (focus === 'understand') return { ...state, view: 'understand', focused: state.curves[0]?.key ?? state.focused };
  return focus === 'plot' && state.view === 'understand' ? { ...state, view: 'curves' } : state;
}

/** What a subject says of functions and code, without what it says of the panel. */
function spoken({ following: _, pinned: __, panel: ___, ...said }: LabSubject): string {
  return JSON.stringify(said);
}
