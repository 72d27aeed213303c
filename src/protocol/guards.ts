/**
 * What a message must look like before either side acts on it. A webview is a browser page and the host may be
 * of another version, so nothing is believed by its type alone.
 */
import type { ParameterValues } from '../activations/activation';
import { longestExpression } from '../expressions/expression';
import type { Architecture, Constraint, LossInput, Normalisation, Role, Situation, Sureness, Task } from '../models/situation';
import type { Copied, ExportFormat, LabModel, LabSubject, LabUsage, ToHost, ToLab } from './messages';
import { isUnderstanding } from './understandingGuard';

type Bag = Readonly<Record<string, unknown>>;
type Guard<T> = (value: unknown) => value is T;

/** The words a field may hold: written as a record, so that a word added to the type is missed by the compiler, not by us. */
const surenesses: Record<Sureness, true> = { read: true, likely: true, guess: true, corrected: true };
const roles: Record<Role, true> = { hidden: true, output: true, gate: true, attention: true };
const architectures: Record<Architecture, true> = {
  mlp: true, cnn: true, transformer: true, rnn: true, gan: true, gnn: true, implicit: true, autoencoder: true, reinforcement: true, 'off-policy': true,
};
const tasks: Record<Task, true> = {
  binary: true, 'multi-class': true, 'multi-label': true, regression: true, 'positive-regression': true,
  'bounded-regression': true, 'language-modelling': true, segmentation: true, generation: true, control: true,
};
const lossInputs: Record<LossInput, true> = { logits: true, probabilities: true, 'log-probabilities': true, values: true, elsewhere: true, beside: true };
const constraints: Record<Constraint, true> = {
  int8: true, mobile: true, float16: true, bfloat16: true, sparsity: true, 'second-derivative': true, 'input-derivative': true, 'cudnn-rnn': true,
};
const normalisations: Record<Normalisation, true> = { batch: true, layer: true, group: true, none: true };

const focuses: Record<NonNullable<LabSubject['focus']>, true> = { plot: true, recommendations: true, understand: true };
const startNames: Record<NonNullable<NonNullable<LabModel['start']>['name']>, true> = { he: true, xavier: true, lecun: true };
const copied: Record<Copied, true> = { image: true, table: true, value: true, formula: true, code: true };
const exportFormats: Record<ExportFormat, true> = { png: true, svg: true, csv: true };

/** Beyond what any export of the Lab weighs, and what a title or a link may hold. */
const heaviestExport = 30_000_000;
const longestLink = 8000;
const longestName = 80;
const mostFunctions = 20;

export function isToHost(message: unknown): message is ToHost {
  if (!isBag(message)) return false;
  switch (message['type']) {
    case 'ready':
    case 'reveal':
    case 'pickCurve':
    case 'stay':
      return true;
    case 'apply':
      return isChoice(message) && isFlag(message['preview']);
    case 'understand':
    case 'insert':
      return isChoice(message);
    case 'follow':
      return isFlag(message['following']);
    case 'openCitation':
      return isText(message['key']);
    case 'pin':
      return isFlag(message['pinned']);
    case 'showing':
      return listOf(isShort(longestName))(message['functions']) && Array.isArray(message['functions']) && message['functions'].length <= mostFunctions;
    case 'copied':
      return oneOf(copied)(message['what']);
    case 'copyLink':
      return isShort(longestLink)(message['query']);
    case 'export':
      return isExport(message);
    default:
      return false;
  }
}

function isChoice(message: Bag): boolean {
  return isText(message['activation']) && isParameterValues(message['parameters']);
}

export function isToLab(message: unknown): message is ToLab {
  if (!isBag(message)) return false;
  switch (message['type']) {
    case 'subjectChanged':
      return isLabSubject(message['subject']);
    case 'curveAdded':
      return isCurve(message);
    case 'linked':
      return isShort(longestLink)(message['query']);
    case 'understood':
      return isUnderstanding(message['understanding']);
    case 'failed':
      return isText(message['message']);
    default:
      return false;
  }
}

export function isLabSubject(value: unknown): value is LabSubject {
  return isBag(value)
    && optional(isLabUsage)(value['usage'])
    && optional(isText)(value['place'])
    && listOf(isCurve)(value['curves'])
    && isSituation(value['situation'])
    && optional(isLabModel)(value['model'])
    && isFlag(value['following'])
    && optional(isFlag)(value['pinned'])
    && optional(isShort(longestName))(value['panel'])
    && optional(oneOf(focuses))(value['focus']);
}

export function isSituation(value: unknown): value is Situation {
  return isBag(value)
    && optional(factOf(isText))(value['framework'])
    && optional(factOf(oneOf(roles)))(value['role'])
    && optional(factOf(oneOf(architectures)))(value['architecture'])
    && optional(factOf(oneOf(tasks)))(value['task'])
    && optional(factOf(oneOf(lossInputs)))(value['lossInput'])
    && optional(factOf(oneOf(normalisations)))(value['normalisation'])
    && optional(factOf(isFiniteNumber))(value['depth'])
    && listOf(factOf(oneOf(constraints)))(value['constraints']);
}

/** Parameters are numbers and words; a NaN or an infinity is no parameter. */
export function isParameterValues(value: unknown): value is ParameterValues {
  return isBag(value) && Object.values(value).every((entry) => isText(entry) || isFiniteNumber(entry));
}

function isLabUsage(value: unknown): value is LabUsage {
  return isBag(value)
    && isText(value['activation'])
    && isParameterValues(value['parameters'])
    && listOf(isText)(value['assumed'])
    && isText(value['framework'])
    && isText(value['code'])
    && isText(value['place'])
    && optional(isText)(value['madeAt']);
}

function isLabModel(value: unknown): value is LabModel {
  return isBag(value)
    && optional(isText)(value['name'])
    && isCount(value['layers'])
    && listOf(isCountedActivation)(value['activations'])
    && (value['width'] === undefined || isCount(value['width']))
    && optional(isStart)(value['start'])
    && isText(value['file']);
}

function isStart(value: unknown): value is NonNullable<LabModel['start']> {
  return isBag(value) && isFiniteNumber(value['gain']) && value['gain'] > 0 && optional(oneOf(startNames))(value['name']) && isText(value['code']);
}

function isCountedActivation(value: unknown): value is LabModel['activations'][number] {
  return isBag(value) && isText(value['activation']) && isCount(value['count']);
}

function isCurve(value: unknown): value is LabSubject['curves'][number] {
  return isBag(value) && isText(value['activation']) && isParameterValues(value['parameters'])
    && (value['expression'] === undefined || isExpression(value['expression']));
}

function isExpression(value: unknown): value is string {
  return isText(value) && value.length <= longestExpression;
}

function factOf(isValue: Guard<unknown>): Guard<unknown> {
  return (value): value is unknown => isBag(value)
    && isValue(value['value'])
    && oneOf(surenesses)(value['sureness'])
    && optional(isEvidence)(value['evidence']);
}

function isEvidence(value: unknown): value is { offset: number; text: string } {
  return isBag(value) && isFiniteNumber(value['offset']) && isText(value['text']);
}

/** The name becomes one of a file, so it is a word; a picture is base64 and begins as PNG files do. */
function isExport({ format, name, data }: Bag): boolean {
  return oneOf(exportFormats)(format) && isText(name) && /^[\w-]{1,80}$/.test(name) && isShort(heaviestExport)(data)
    && (format !== 'png' || /^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/.test(data));
}

function isShort(longest: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longest;
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}

function oneOf(words: Readonly<Record<string, true>>): Guard<string> {
  return (value): value is string => typeof value === 'string' && Object.hasOwn(words, value);
}

function optional(isValue: Guard<unknown>): Guard<unknown> {
  return (value): value is unknown => value === undefined || isValue(value);
}

function listOf(isItem: Guard<unknown>): Guard<readonly unknown[]> {
  return (value): value is readonly unknown[] => Array.isArray(value) && value.every((item) => isItem(item));
}
