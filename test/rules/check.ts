import { expect } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { findRule } from '../../src/rules/catalogue';
import { checkAnalysis, type Checked, type ShownFinding } from '../../src/rules/check';
import type { RuleSettings } from '../../src/rules/settings';
import { applyEdits } from '../../src/documents/edit';
import { analyze } from '../../src/usages/analyze';
import { withoutMarks } from '../python/marked';
import { expectMattering } from '../usages/check';

export function checked(text: string, settings: RuleSettings = { preset: 'teaching' }, path = 'a.py'): Checked {
  const analysis = analyze(text, { path });
  if (isFailure(analysis)) throw new Error(analysis.reason);
  const result = checkAnalysis(analysis, settings);
  expect(result.failures).toEqual([]);
  if (result.findings.length > 0) expectMattering(text);
  return result;
}

interface Expected {
  readonly confidence?: string;
  readonly severity?: string;
  readonly fixed?: string | null;
  readonly related?: readonly string[];
  readonly tag?: string | undefined;
  /** A part of what each says. */
  readonly message?: string;
}

/**
 * What a rule finds in a text. Marks say where: `nn.[|Softmax|](dim=1)`; without marks it must find nothing. Other rules may
 * find what they like. `expected` adds what the findings say: `confidence`, or `fixed`, the text after every fix.
 */
export function checkRule(id: string, marked: string, expected: Expected = {}): void {
  if (findRule(id) === undefined) throw new Error(`no rule ${id}`);
  const { text, places } = withoutMarks(marked);
  const findings = checked(text).findings.filter(({ rule }) => rule === id);
  expect(findings.map(({ span }) => `${span.start} ${text.slice(span.start, span.end)}`)).toEqual(places);
  if (expected.confidence !== undefined) expect(findings.map(({ confidence }) => confidence)).toEqual(findings.map(() => expected.confidence));
  if (expected.severity !== undefined) expect(findings.map(({ severity }) => severity)).toEqual(findings.map(() => expected.severity));
  for (const { message } of expected.message === undefined ? [] : findings) expect(message).toContain(expected.message);
  if ('tag' in expected) expect(findings.map(({ tag }) => tag)).toEqual(findings.map(() => expected.tag));
  if (expected.related !== undefined) expect(findings.flatMap(({ related }) => related.map(({ span }) => text.slice(span.start, span.end)))).toEqual(expected.related);
  if (expected.fixed === null) expect(findings.map(({ fix }) => fix)).toEqual(findings.map(() => null));
  else if (expected.fixed !== undefined) expect(fixed(text, findings)).toBe(expected.fixed);
}

/** The text after all fixes. */
export function fixed(text: string, findings: readonly ShownFinding[]): string {
  return applyEdits(text, findings.flatMap(({ fix }) => fix?.edits ?? []));
}
