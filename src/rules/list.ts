/** All rules as a table of Markdown, as one page, and what is said of one in a line. */
import { rules } from './catalogue';
import { rulePage } from './page';
import type { Rule } from './rule';

/** `linkTo` says where the page of a rule is. */
export function ruleTable(linkTo?: (id: string) => string): string {
  const rows = rules.map(({ id, severity, confidence, fixable, documentation }) => {
    const name = linkTo === undefined ? `\`${id}\`` : `[\`${id}\`](${linkTo(id)})`;
    return `| ${[name, documentation.what.replaceAll('|', '\\|'), severity, confidence, fixable].join(' | ')} |\n`;
  });
  return `| Rule | What it finds | Severity | Confidence | Fix |\n|---|---|---|---|---|\n${rows.join('')}`;
}

/** Everything that is known of every rule. */
export function allRulesPage(): string {
  return `# Rules\n\n${ruleTable((id) => `#${id}`)}\n${rules.map((rule) => `${lowered(rulePage(rule))}\n`).join('\n')}`;
}

/** Headings one level further down; in code a `#` begins a comment. */
function lowered(page: string): string {
  return page.replace(/^```[^]*?^```|^#/gm, (found) => (found === '#' ? '##' : found));
}

const fixes = { always: 'with a fix', sometimes: 'with a fix where a small edit is enough', never: 'without a fix' } as const;

/** `error · certain · with a fix`. */
export function ruleFacts({ severity, confidence, fixable }: Rule): string {
  return [severity, ...(confidence === severity ? [] : [confidence]), fixes[fixable]].join(' · ');
}
