/** The state a page kept before a reload. A state of another version, or one that was damaged, is dropped as a whole. */
import { isLabSubject, isParameterValues, isSituation } from '../src/protocol/guards';
import { isDepthSettings } from './depth/settings';
import { allSeries } from '../src/pictures/series';
import { isAxes } from './curves/plotState';
import { isDrawable, stateOf, type LabState, type NewCurve, type ViewId } from './state';

type Test = (value: unknown) => boolean;

const isNumber: Test = Number.isFinite;
const isFlag: Test = (value) => typeof value === 'boolean';
const optional = (test: Test): Test => (value) => value === undefined || test(value);
const bagOf = (tests: Readonly<Record<string, Test>>): Test => (value) => typeof value === 'object' && value !== null
  && Object.entries(tests).every(([name, test]) => test((value as Readonly<Record<string, unknown>>)[name]));
const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.length > 0 && value.every(test);

const isCurve: Test = (value) => isCurveBag(value) && isDrawable(value as NewCurve);
const isCurveBag = bagOf({
  key: isNumber, activation: (id) => typeof id === 'string', expression: optional((text) => typeof text === 'string'),
  parameters: isParameterValues, original: isParameterValues,
  series: (series) => allSeries.some((known) => known === series), inCode: isFlag, hidden: isFlag,
});

const isRange = bagOf({ min: isNumber, max: isNumber });
const isVectorSettings = bagOf({
  logits: listOf(isNumber), target: isNumber, temperature: isNumber, pieces: listOf(bagOf({ weight: isNumber, bias: isNumber })), x: isNumber,
});
const isPlotSettings = bagOf({ axes: isAxes, difference: isFlag });
const isGateSettings = bagOf({ a: isNumber, b: isNumber, pinned: isFlag, extent: optional(bagOf({ a: isRange, b: isRange })) });

const viewIds: Readonly<Record<ViewId, true>> = { curves: true, vector: true, gate: true, depth: true, understand: true };

const fields: Readonly<Record<keyof LabState, Test>> = {
  subject: isLabSubject, view: (id) => typeof id === 'string' && id in viewIds, curves: listOf(isCurve), focused: isNumber,
  shown: bagOf({ output: isFlag, gradient: isFlag, curvature: isFlag }),
  inputs: optional(bagOf({ mean: isNumber, deviation: isNumber })),
  threshold: isNumber, crosshair: optional(isNumber), pinned: isFlag,
  range: optional(isRange),
  tableView: isFlag, situation: isSituation, plot: isPlotSettings, vector: isVectorSettings, gate: isGateSettings, following: isFlag, allOptions: isFlag,
  depth: isDepthSettings,
};

const isLabState = bagOf(fields) as (value: unknown) => value is LabState;

/** JSON leaves out what is undefined: inputs that are missing were switched off. */
export function restored(stored: unknown): LabState | undefined {
  return isLabState(stored) ? { ...stateOf(stored.subject), ...stored, inputs: stored.inputs } : undefined;
}
