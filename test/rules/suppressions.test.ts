import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { checkRules } from '../../src/rules/check';
import { newRuleFile } from '../../src/rules/file';
import type { Rule } from '../../src/rules/rule';
import type { RuleSettings } from '../../src/rules/settings';

/** A rule that finds every `bad`. */
const rule: Rule = {
  id: 'rule-of-test', severity: 'warning', confidence: 'likely', fixable: 'never',
  documentation: { what: '', why: '', bad: '', good: '', whenNot: '', references: [] },
  *check({ text }) {
    for (const { index } of text.matchAll(/bad/g)) yield { span: { start: index, end: index + 3 }, message: 'bad' };
  },
};
const broken: Rule = { ...rule, id: 'broken', check: () => { throw new Error('mine'); } };

/** The lines on which `bad` is still found. */
function linesFound(text: string, settings?: RuleSettings, among: readonly Rule[] = [rule]): number[] {
  const tree = parse(text);
  const { findings } = checkRules(newRuleFile(tree, namesOf(tree), []), settings, among);
  return findings.map(({ span }) => text.slice(0, span.start).split('\n').length);
}

describe('comments silence', () => {
  test('a statement', () => expect(linesFound('bad\nbad  # activation-lens: ignore[rule-of-test]\nbad\n')).toEqual([1, 3]));
  test('a statement of several lines', () => expect(linesFound('x = 1\nf(\n    bad,\n    bad,  # activation-lens: ignore\n)\nbad\n')).toEqual([6]));
  test('the statement below', () => expect(linesFound('x = 1\n# activation-lens: ignore[other, rule-of-test]\nbad\nbad\n')).toEqual([4]));
  test('the block of a header', () => expect(linesFound('bad\ndef f():  # activation-lens: ignore\n    bad\n    if x:\n        bad\nbad\n')).toEqual([1, 6]));
  test('the file', () => expect(linesFound('# activation-lens: ignore[rule-of-test]\nimport torch\nbad\n')).toEqual([]));
  test('no other rule', () => expect(linesFound('x = 1\nbad  # activation-lens: ignore[other]\n')).toEqual([2]));
});

describe('settings', () => {
  test('quiet shows what is certain', () => expect(linesFound('bad\n', { preset: 'quiet' })).toEqual([]));
  test('a rule can be set by itself', () => {
    expect(linesFound('bad\n', { preset: 'quiet', severities: { 'rule-of-test': 'error' } })).toEqual([1]);
    expect(linesFound('bad\n', { severities: { 'rule-of-test': 'off' } })).toEqual([]);
  });
});

test('a rule that throws costs no other', () => {
  const tree = parse('bad\n');
  const { findings, failures } = checkRules(newRuleFile(tree, namesOf(tree), []), {}, [broken, rule]);
  expect(findings.map(({ rule: id }) => id)).toEqual(['rule-of-test']);
  expect(failures).toEqual([{ rule: 'broken', reason: 'mine' }]);
});
