import { describe, expect, test } from 'vitest';
import { applyEdits, inserted, replaced, type Edit } from '../../src/documents/edit';
import { parse } from '../../src/python/parse';
import { rules } from '../../src/rules/catalogue';
import type { ShownFinding } from '../../src/rules/check';
import { fixesTogether } from '../../src/rules/fixes';
import { ignoreEdit } from '../../src/rules/ignoring';
import { rulePage } from '../../src/rules/page';
import { checked } from './check';

function finding(edits: readonly Edit[] | undefined): ShownFinding {
  return {
    rule: 'r', severity: 'warning', confidence: 'certain', message: '', span: { start: 0, end: 0 }, related: [],
    fix: edits === undefined ? null : { title: 'Fix', edits },
  };
}

describe('fixes together', () => {
  const text = 'import a\nb c d\n';
  const anImport = inserted(9, 'import z\n');
  test.each([
    { what: 'go side by side', all: [[replaced(9, 10, 'B')], [replaced(13, 14, 'D')]], fixed: 2, after: 'import a\nB c D\n' },
    { what: 'add an import once', all: [[anImport, replaced(9, 10, 'B')], [anImport, replaced(13, 14, 'D')]], fixed: 2, after: 'import a\nimport z\nB c D\n' },
    { what: 'leave out what another one changes', all: [[replaced(9, 12, 'B')], [replaced(11, 14, 'D')]], fixed: 1, after: 'import a\nB d\n' },
    { what: 'pass over what has none', all: [undefined, [replaced(9, 10, 'B')]], fixed: 1, after: 'import a\nB c d\n' },
  ])('$what', ({ all, fixed, after }) => {
    const together = fixesTogether(all.map(finding));
    expect(together.fixed.length).toBe(fixed);
    expect(applyEdits(text, together.edits)).toBe(after);
  });
});

/** The text after ignoring a rule at the bar. */
function ignored(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edit = ignoreEdit(parse(text), { start: at, end: at }, 'rule');
  return edit && applyEdits(text, [edit]);
}

describe('ignoring a rule puts a comment', () => {
  test.each([
    { where: 'at the end of the line', before: 'x\ny = |f(x)\nz\n', after: 'x\ny = f(x)  # activation-lens: ignore[rule]\nz\n' },
    { where: 'at the end of a text without a line end', before: 'y = |f(x)', after: 'y = f(x)  # activation-lens: ignore[rule]' },
    { where: 'before a Windows line end', before: 'y = |f(x)\r\nz\r\n', after: 'y = f(x)  # activation-lens: ignore[rule]\r\nz\r\n' },
    { where: 'behind another comment', before: 'y = |f(x)  # why\n', after: 'y = f(x)  # why  # activation-lens: ignore[rule]\n' },
    { where: 'into the brackets of its own', before: 'y = |f(x)  # activation-lens: ignore[other]\n', after: 'y = f(x)  # activation-lens: ignore[other, rule]\n' },
    { where: 'inside the brackets of a call', before: 'y = f(\n    |a,\n    b,\n)\n', after: 'y = f(\n    a,  # activation-lens: ignore[rule]\n    b,\n)\n' },
    { where: 'behind the string that the line begins', before: 'y = |f("""a\nb""")\n', after: 'y = f("""a\nb""")  # activation-lens: ignore[rule]\n' },
    { where: 'behind the line that the backslash continues', before: 'y = |f(x) + \\\n    1\n', after: 'y = f(x) + \\\n    1  # activation-lens: ignore[rule]\n' },
    { where: 'nowhere where none may stand', before: 'if |f(x) and \\\n  y:\n    pass\n', after: undefined },
  ])('$where', ({ before, after }) => expect(ignored(before)).toBe(after));

  test.each(rules.map((rule) => [rule.id, rule] as const))('that silences %s', (id, { documentation: { bad } }) => {
    const edits = checked(bad).findings.map(({ span }) => ignoreEdit(parse(bad), span, id));
    expect(checked(applyEdits(bad, edits.flatMap((edit) => edit ?? []))).findings).toEqual([]);
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s says all that its file says', (id, rule) => {
  const page = rulePage(rule);
  const { what, why, bad, good, whenNot, references } = rule.documentation;
  for (const text of [id, what, why, bad.trimEnd(), good.trimEnd(), whenNot, ...references.map(({ url }) => url)]) expect(page).toContain(text);
});
