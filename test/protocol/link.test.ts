/** A view survives its link; what is no link is refused in words, and never by an error. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkQuery, readLink, type LinkedView, type LinkValue } from '../../src/protocol/link';

const word = fc.stringMatching(/^[A-Za-z]\w{0,8}$/).filter((name) => !['__proto__', 'constructor', 'prototype', 'f'].includes(name));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
/** Half a surrogate pair cannot stand in an address. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
const scalar = fc.oneof(number, fc.boolean(), fc.constant(null), fc.string({ unit: 'binary' }).filter((text) => isWellFormed(text)), fc.constantFrom('none', 'true', '1', "'", '~[]', ',', '%', 'a=b', '−0.5', ''));
const value: fc.Arbitrary<LinkValue> = fc.letrec<{ value: LinkValue }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', maxDepth: 4 }, scalar, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.oneof(word, fc.constantFrom('a.b', '')), tie('value'), { maxKeys: 4 })),
})).value;
const own = fc.string().filter((text) => isWellFormed(text)).map((expression) => ({ activation: '', parameters: {}, expression }));
const known = fc.record({
  activation: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  parameters: fc.dictionary(word, fc.oneof(number, fc.string().filter((text) => isWellFormed(text))), { maxKeys: 3 }),
});
const curve = fc.oneof({ weight: 4, arbitrary: known }, own);
const view: fc.Arbitrary<LinkedView> = fc.record({ curves: fc.array(curve, { minLength: 1, maxLength: 5 }), fields: fc.dictionary(word, value, { maxKeys: 6 }) });
/** Dictionaries of the generator have no prototype, which equality takes for a difference. */
const plain = (linked: unknown): unknown => JSON.parse(JSON.stringify(linked));

test('a view survives its link', () => {
  fc.assert(fc.property(view, (linked) => {
    const query = linkQuery(linked);
    fc.pre(query.length <= 8000);
    expect(plain(readLink(query))).toEqual(plain(linked));
  }), { numRuns: 500 });
});

test('a link survives what mail programs and terminals make of it: every sign escaped', () => {
  fc.assert(fc.property(view, (linked) => {
    const query = linkQuery(linked);
    const escaped = query.split('&').map((pair) => pair.split('=')).map(([name = '', ...rest]) => `${name}=${rest.join('=').replace(/[:,~=]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`).join('&');
    fc.pre(escaped.length <= 8000);
    expect(readLink(escaped)).toEqual(readLink(query));
  }));
});

test('is short and readable', () => {
  expect(linkQuery({
    curves: [{ activation: 'gelu', parameters: {} }, { activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } }, { activation: '', parameters: {}, expression: 'x * exp(-x^2)' }],
    fields: { range: { min: -5, max: 3.5 }, shown: { curvature: true }, inputs: null, logits: [1.8, 0.9, 0.68], view: 'curves', threshold: 1e-7 },
  })).toBe('f=gelu&f=leaky-relu:negativeSlope=0.2&f==x%20*%20exp(-x%5E2)&range.min=-5&range.max=3.5&shown.curvature=true&inputs=none&logits=1.8,0.9,0.68,&view=curves&threshold=1e-7');
});

describe('is refused in words', () => {
  test.each([
    ['', 'The link names no function.'], ['view=curves', 'The link names no function.'], ['f=', '“” is no function with its parameters.'],
    ['f=gelu:alpha', '“gelu:alpha” is no function with its parameters.'], ['f=gelu:alpha=NaN.', '“gelu:alpha=NaN.” is no function with its parameters.'],
    ['f=<script>', '“<script>” is no function with its parameters.'], ['f=gelu&range.min=1e999', '“range.min” in the link cannot be read.'],
    ['f=gelu&__proto__.polluted=true', '“__proto__.polluted” in the link cannot be read.'], ['f=gelu&a.constructor=1', '“a.constructor” in the link cannot be read.'],
    ['f=gelu&a=~{"__proto__":{"polluted":true}}', '“a” in the link cannot be read.'], ['f=gelu&a=~{', '“a” in the link cannot be read.'],
    ['f=gelu&a=1&a=2', '“a” in the link cannot be read.'], ['f=gelu&a=1&a.b=2', '“a.b” in the link cannot be read.'], ['f=gelu&a.b=2&a=1', '“a” in the link cannot be read.'],
    ['f=gelu&a=%E0%A4%A', 'A part of the link cannot be decoded.'], ['f=gelu&a.b.c.d.e.f.g.h=1', '“a.b.c.d.e.f.g.h” in the link cannot be read.'],
    [`f=gelu&a=${'x'.repeat(8000)}`, 'The link is too long.'], [`f=gelu&${'a=1&'.repeat(300)}`, 'The link says too much.'],
  ])('%s', (query, problem) => expect(readLink(query)).toEqual({ problem }));
});

test('noise is a view or refused, and never an error', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `f=gelu&${text}`)), (query) => {
    const read = readLink(query);
    if ('problem' in read) expect(read.problem).toMatch(/\.$/);
    else expect(plain(readLink(linkQuery(read)))).toEqual(plain(read));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }), { numRuns: 1000 });
});
