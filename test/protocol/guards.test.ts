/** What crosses between host and Lab is believed only when every field is of its kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLabSubject, isParameterValues, isSituation, isToHost, isToLab } from '../../src/protocol/guards';
import type { LabSubject, ToHost, ToLab } from '../../src/protocol/messages';

const subject: LabSubject = {
  usage: { activation: 'gelu', parameters: {}, assumed: [], framework: 'pytorch', code: 'self.act(x)', place: 'model.py:42', madeAt: 'line 12' },
  curves: [{ activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } }],
  situation: {
    framework: { value: 'pytorch', sureness: 'read', evidence: { offset: 3, text: 'import torch' } }, role: { value: 'hidden', sureness: 'likely' },
    architecture: { value: 'cnn', sureness: 'guess' }, task: { value: 'binary', sureness: 'corrected' }, lossInput: { value: 'logits', sureness: 'read' },
    normalisation: { value: 'none', sureness: 'read' }, depth: { value: 12, sureness: 'likely' }, constraints: [{ value: 'int8', sureness: 'read' }],
  },
  following: true,
  pinned: true,
  panel: 'k3f9',
  place: 'model.yaml:7 in model.act_cfg',
  focus: 'plot',
};

const toHost: readonly ToHost[] = [
  { type: 'ready' }, { type: 'reveal' }, { type: 'pickCurve' }, { type: 'stay' }, { type: 'follow', following: false }, { type: 'openCitation', key: 'he2015' },
  { type: 'apply', activation: 'relu', parameters: {}, preview: true }, { type: 'copied', what: 'image' }, { type: 'copied', what: 'table' },
  { type: 'insert', activation: 'relu', parameters: {} }, { type: 'pin', pinned: true }, { type: 'showing', functions: ['GELU', 'SiLU'] }, { type: 'copyLink', query: 'f=gelu' },
  { type: 'export', format: 'svg', name: 'gelu-silu', data: '<svg/>' }, { type: 'export', format: 'png', name: 'gelu', data: 'iVBORw0KGgoAAAA=' },
];
const toLab: readonly ToLab[] = [
  { type: 'subjectChanged', subject }, { type: 'curveAdded', activation: 'elu', parameters: { alpha: 1, variant: 'a' } }, { type: 'failed', message: '' }, { type: 'linked', query: 'f=gelu' },
];

type Path = readonly (string | number)[];

/** Every place of a value, the value itself left out. */
function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...value as object }) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('messages of the protocol pass', () => {
  test.each(toHost.map((message) => [message.type, message] as const))('to the host: %s', (_, message) => expect(isToHost(message)).toBe(true));
  test.each(toLab.map((message) => [message.type, message] as const))('to the Lab: %s', (_, message) => expect(isToLab(message)).toBe(true));
});

describe('a message with any one field of another kind is refused', () => {
  const damaged = (message: unknown) => pathsOf(message).flatMap((path) => [Symbol.iterator, null, NaN, () => 1].map((by) => [path.join('.'), replaced(message, path, by)] as const));
  test.each(toHost.flatMap(damaged))('to the host: %s', (_, message) => expect(isToHost(message)).toBe(false));
  test.each(toLab.flatMap(damaged))('to the Lab: %s', (_, message) => expect(isToLab(message)).toBe(false));
});

describe('what would be too much for the host, or a file of another kind', () => {
  test.each([
    [{ type: 'export', format: 'svg', name: '../../etc/passwd', data: '' }], [{ type: 'export', format: 'svg', name: 'a.svg', data: '' }], [{ type: 'export', format: 'exe', name: 'a', data: '' }],
    [{ type: 'export', format: 'png', name: 'a', data: '<svg/>' }], [{ type: 'export', format: 'csv', name: 'a', data: 'x'.repeat(30_000_001) }], [{ type: 'copyLink', query: 'x'.repeat(8001) }],
    [{ type: 'showing', functions: Array.from({ length: 21 }, () => 'GELU') }], [{ type: 'showing', functions: ['x'.repeat(81)] }], [{ type: 'copied', what: 'everything' }],
  ])('%#', (message) => expect(isToHost(message)).toBe(false));
});

describe('values that are near but not of the protocol', () => {
  test.each([
    [{ role: { value: 'toString', sureness: 'read' }, constraints: [] }], [{ role: { value: 'hidden', sureness: 'sure' }, constraints: [] }],
    [{ depth: { value: '12', sureness: 'read' }, constraints: [] }], [{ depth: { value: Infinity, sureness: 'read' }, constraints: [] }], [{}],
  ])('situation %o', (situation) => expect(isSituation(situation)).toBe(false));

  test.each([[{ alpha: NaN }], [{ alpha: Infinity }], [{ alpha: [1] }], [[]], [null], ['alpha']])('parameters %o', (values) => expect(isParameterValues(values)).toBe(false));

  test('a subject without its curves', () => expect(isLabSubject({ ...subject, curves: undefined })).toBe(false));
});

test('nothing at all makes a guard throw, and noise does not pass', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (noise) => {
    expect(isToHost(noise)).toBe(false);
    expect(isToLab(noise)).toBe(false);
  }));
});
