import { expect, test } from 'vitest';
import { rules } from '../../src/rules/catalogue';
import { allRulesPage, ruleTable } from '../../src/rules/list';

const page = allRulesPage();

test.each(rules.map((rule) => [rule.id, rule] as const))('%s has its row and its part of the page', (id, { documentation }) => {
  expect(ruleTable()).toContain(`| \`${id}\` | `);
  expect(page).toContain(`| [\`${id}\`](#${id}) | `);
  expect(page).toContain(`\n## ${id}\n\n${documentation.what}\n`);
  for (const code of [documentation.bad, documentation.good]) expect(page).toContain(`\n\`\`\`python\n${code}\`\`\`\n`);
});

test('the page has one title, and comments in code are none', () => {
  const withoutCode = page.replace(/^```[^]*?^```/gm, '');
  expect(withoutCode.match(/^# .*$/gm)).toEqual(['# Rules']);
  expect(withoutCode.match(/^## .*$/gm)).toEqual(rules.map(({ id }) => `## ${id}`));
});
