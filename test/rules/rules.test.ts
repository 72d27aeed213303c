import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { Kind, type SyntaxTree } from '../../src/python/syntax';
import { rules } from '../../src/rules/catalogue';
import { checked, fixed } from './check';

function errorsIn(tree: SyntaxTree): number {
  return Array.from({ length: tree.root }, (_, index) => tree.kind(index + 1)).filter((kind) => kind === Kind.Error || kind === Kind.Missing).length;
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { documentation, fixable } = rule;
  const { findings } = checked(documentation.bad);

  test('its bad example gives it and nothing else', () => {
    expect(findings.map((finding) => finding.rule)).toEqual([id]);
  });

  test('its good example gives nothing', () => {
    expect(checked(documentation.good).findings).toEqual([]);
  });

  test('its fix does what it promises', () => {
    const [finding] = findings;
    if (fixable === 'always') expect(finding?.fix).not.toBeNull();
    if (fixable === 'never') expect(finding?.fix).toBeNull();
    if (!finding?.fix) return;
    const text = fixed(documentation.bad, findings);
    expect(text).toBe(documentation.good);
    expect(errorsIn(parse(text))).toBe(0);
    expect(checked(text).findings.filter((other) => other.rule === id)).toEqual([]);
  });

  test('is documented', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [documentation.what, documentation.why, documentation.whenNot]) expect(text).toMatch(/^[A-Z`'"].*\.$/s);
    expect(documentation.references.length).toBeGreaterThan(0);
    for (const { url } of documentation.references) expect(url).toMatch(/^https:\/\//);
    expect(finding(findings).message).toMatch(/^\S.*[.?]$/s);
    for (const source of [documentation.bad, documentation.good]) {
      expect(source).toMatch(/[^\n]\n$/);
      expect(errorsIn(parse(source))).toBe(0);
    }
  });
});

function finding<T>(findings: readonly T[]): T {
  const [first] = findings;
  if (first === undefined) throw new Error('no finding');
  return first;
}

test('a rule has a file of its name, and ids are unique', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
