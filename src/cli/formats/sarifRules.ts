/** What SARIF says of the rules themselves, so that a viewer can explain a result. */
import { rulePage } from '../../rules/page';
import type { Rule } from '../../rules/rule';

export const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
/** As code scanning sorts them. */
const precisions = { certain: 'very-high', likely: 'high', hint: 'medium' } as const;

export function ruleDescriptor(rule: Rule): object {
  const { what, why, whenNot } = rule.documentation;
  return {
    id: rule.id,
    shortDescription: { text: withoutBackticks(what) },
    fullDescription: { text: withoutBackticks(why) },
    help: { text: withoutBackticks(`${what} ${why} When not: ${whenNot}`), markdown: rulePage(rule) },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { precision: precisions[rule.confidence], tags: ['machine-learning'] },
  };
}

function withoutBackticks(text: string): string {
  return text.replaceAll('`', '');
}
