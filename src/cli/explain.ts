/** The page of an activation or of a rule, by any of its names. */
import type { Failure } from '../documents/failure';
import { findRule, rules } from '../rules/catalogue';
import { findExplained } from './lookup';
import { explainPage } from './page';
import { explainRule } from './rulePage';
import type { Terminal } from './terminal';

export function explain(name: string, terminal: Terminal): string | Failure {
  const rule = findRule(name);
  if (rule !== undefined) return explainRule(rule, terminal);
  const found = findExplained(name);
  if (!('suggestions' in found)) return explainPage(found, terminal);
  if (found.isAmbiguous) return { reason: `'${name}' is short for ${found.suggestions.join(' or ')}: say which.` };
  const names = [...found.suggestions, ...rules.filter(({ id }) => id.includes(name)).map(({ id }) => id)].join(' or ');
  const hint = names === '' ? 'activation-lens --help says what explain takes.' : `Did you mean ${names}?`;
  return { reason: `There is no activation or rule '${name}'. ${hint}` };
}
