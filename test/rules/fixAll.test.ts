import { describe, expect, test } from 'vitest';
import { inserted } from '../../src/documents/edit';
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

describe('a fix', () => {
  test('that would break the code is left', () => {
    expect(fixAll({ text: 'x\n' }, wanting('f(:\n'))).toEqual({ reason: 'The fixed code would not parse.' });
  });

  test('that is never enough is not repeated for ever', () => {
    expect(fixAll({ text: 'x\n' }, wanting('y\n'))).toEqual({ document: { text: `${'y\n'.repeat(10)}x\n` }, count: 10 });
    expect(fixAll({ text: 'x\n' }, wanting(''))).toMatchObject({ count: 0 });
  });

  test('ends its lines as the text does', () => {
    expect(fixAll({ text: 'x\r\n' }, wanting('y\n'))).toMatchObject({ document: { text: `${'y\r\n'.repeat(10)}x\r\n` } });
  });
});
