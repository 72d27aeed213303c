/** The page of a rule that `explain` prints, and the list of all of them. */
import { rules } from '../rules/catalogue';
import { ruleFacts, ruleTable } from '../rules/list';
import type { Rule } from '../rules/rule';
import type { RuleFormat } from './command';
import { wrap, type Terminal } from './terminal';

export function explainRule(rule: Rule, terminal: Terminal): string {
  const { width, paint } = terminal;
  const { what, why, bad, good, whenNot, references } = rule.documentation;
  const told = (title: string, text: string): string[] => [paint('bold', title), ...wrap(plain(text), width, '  ')];
  const shown = (title: string, code: string): string[] => [paint('bold', title), ...code.trimEnd().split('\n').map((line) => (line === '' ? '' : `  ${line}`))];
  const sections = [
    [paint('bold', rule.id), paint('dim', ruleFacts(rule)), ...wrap(plain(what), width)],
    told('Why', why),
    shown('Wrong', bad),
    shown('Right', good),
    told('When not', whenNot),
    [paint('bold', 'Silence it'), `  # activation-lens: ignore[${rule.id}]`],
    [paint('bold', 'References'), ...references.flatMap(({ title, url }) => [...wrap(title, width, '  '), `  ${paint('dim', url)}`])],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function ruleList(format: RuleFormat, terminal: Terminal): string {
  switch (format) {
    case 'text': return rules.map((rule) => ruleLines(rule, terminal)).join('');
    case 'markdown': return ruleTable();
    case 'json': return `${JSON.stringify(rules.map(({ id, severity, confidence, fixable, documentation }) => ({ id, severity, confidence, fixable, ...documentation })), undefined, 2)}\n`;
  }
}

function ruleLines(rule: Rule, { width, paint }: Terminal): string {
  const title = `${paint('bold', rule.id)}  ${paint('dim', ruleFacts(rule))}`;
  return `${[title, ...wrap(plain(rule.documentation.what), width, '  ')].join('\n')}\n`;
}

/** Backticks mark code where text is typeset; a terminal is code all over. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
