import { describe, expect, test } from 'vitest';
import { inserted, replaced } from '../../src/documents/edit';
import { readDocument } from '../../src/documents/document';
import { isFailure } from '../../src/documents/failure';
import { rules } from '../../src/rules/catalogue';
import { findingsBy, fixAll, type FindingsIn } from '../../src/rules/fixAll';
import type { RuleSettings } from '../../src/rules/settings';

/** `after` is null where nothing is to change. */
function check(before: string, after: string | null, count: number, settings: RuleSettings = {}, path = 'a.py'): void {
  const document = readDocument(before, path);
  const fixed = isFailure(document) ? document : fixAll(document, findingsBy(settings));
  expect(isFailure(fixed) ? fixed : { text: fixed.document.text, count: fixed.count }).toEqual({ text: after ?? before, count });
}

const head = 'import torch.nn.functional as F\n';
const softmax = { preset: 'teaching' } as const;

describe('everything that has a fix is fixed', () => {
  test('at once where fixes lie apart', () => {
    check(`${head}a = F.softmax(x)\nb = F.log_softmax(y)\n`, `${head}a = F.softmax(x, dim=-1)\nb = F.log_softmax(y, dim=-1)\n`, 2, softmax);
  });

  test('and nothing else', () => {
    check(`${head}a = F.softmax(x, dim=1)\n`, null, 0);
    check(`${head}a = F.softmax(x)\n`, null, 0, { severities: { 'softmax-dim-missing': 'off' } });
    check(`${head}a = F.softmax(x)  # activation-lens: ignore\n`, null, 0);
    check('', null, 0);
  });

  test('in code that is broken elsewhere, too', () => {
    check(`${head}a = F.softmax(x)\ndef f(:\n`, `${head}a = F.softmax(x, dim=-1)\ndef f(:\n`, 1);
  });

  test.each(rules.filter(({ fixable }) => fixable !== 'never').map((rule) => [rule.id, rule] as const))('and lines end as they did: %s', (id, { documentation: { bad } }) => {
    const settings = { preset: 'quiet', severities: { [id]: 'warning' } } as const;
    const unix = fixAll({ text: bad }, findingsBy(settings));
    if (isFailure(unix)) throw new Error(unix.reason);
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    check(windows(bad), windows(unix.document.text), unix.count, settings);
    expect(unix.count).toBeGreaterThan(0);
  });

  test('in the cells of a notebook', () => {
    const cells = [head, 'a = F.softmax(x)', '%time F.softmax(y)'].map((source) => ({ cell_type: 'code', source }));
    const document = readDocument(JSON.stringify({ cells }), 'a.ipynb');
    const fixed = isFailure(document) ? document : fixAll(document, findingsBy(softmax));
    expect(isFailure(fixed) ? [] : fixed.document.text.split('\n').slice(0, 3)).toEqual([head.trim(), '', 'a = F.softmax(x, dim=-1)']);
  });
});

/** A rule that always wants something put before the text. */
const wanting = (newText: string): FindingsIn => () => [{
  rule: 'r', severity: 'warning', confidence: 'certain', message: '', span: { start: 0, end: 0 }, related: [],
  fix: { title: 'Fix', edits: [inserted(0, newText)] },
}];

/** Rules that replace the first place of a pattern each; what is the same at the ends of a place stays. */
const replacing = (...all: readonly (readonly [pattern: RegExp, to: (found: string) => string])[]): FindingsIn => ({ text }) => all.flatMap(([pattern, to], place) => {
  const found = pattern.exec(text);
  if (found === null) return [];
  const [start, end] = [found.index, found.index + found[0].length];
  const newText = to(found[0]);
  const cut = found[0].endsWith(`${newText})`) ? [replaced(start, start + 2, ''), replaced(end - 1, end, '')] : [replaced(start, end, newText)];
  return [{ rule: `r${place}`, severity: 'warning', confidence: 'certain', message: '', span: { start, end }, related: [], fix: { title: 'Fix', edits: cut } }];
});

describe('a fix', () => {
  test('that would break the code is left', () => {
    expect(fixAll({ text: 'x\n' }, wanting('f(:\n'))).toEqual({ reason: 'The fixed code would not parse.' });
  });

  test('that is never enough is made once', () => {
    expect(fixAll({ text: 'x\n' }, wanting('y\n'))).toEqual({ document: { text: 'y\nx\n' }, count: 1 });
    expect(fixAll({ text: 'x\n' }, wanting(''))).toMatchObject({ count: 0 });
    expect(fixAll({ text: 'a(x)\n' }, replacing([/\w+\(.*\)/, (call) => `b(${call})`]))).toMatchObject({ document: { text: 'b(a(x))\n' }, count: 1 });
  });

  test('that another one undoes is made once', () => {
    const circle = replacing([/relu/, () => 'gelu'], [/gelu/, () => 'relu']);
    expect(fixAll({ text: 'y = relu(x)\n' }, circle)).toMatchObject({ document: { text: 'y = relu(x)\n' }, count: 2 });
  });

  test('of what lies within another follows it, as often as there is one', () => {
    const three = (last: string): string => `from torch import nn\nnet = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), ${last}nn.Linear(4, 2))\n`;
    check(three('nn.ReLU(), nn.ReLU(), nn.ReLU(), '), three(''), 3, softmax);
    const unwrapping = replacing([/f\(.*\)/, (call) => call.slice(2, -1)]);
    expect(fixAll({ text: `y = ${'f('.repeat(30)}x${')'.repeat(30)}\n` }, unwrapping)).toMatchObject({ document: { text: 'y = x\n' }, count: 30 });
  });

  test('ends its lines as the text does', () => {
    expect(fixAll({ text: 'x\r\n' }, wanting('y\n'))).toMatchObject({ document: { text: 'y\r\nx\r\n' } });
  });
});
