/** The page of an activation or of a rule, by any of its names. */
import type { Failure } from '../documents/failure';
import { findRule, rules } from '../rules/catalogue';
import { listed } from './listed';
import { findExplained } from './lookup';
import { explainPage } from './page';
import { explainRule } from './rulePage';
import type { Terminal } from './terminal';

export function explain(name: string, terminal: Terminal): string | Failure {
  const rule = findRule(name);
  if (rule !== undefined) return explainRule(rule, terminal);
  const found = findExplained(name);
  if (!('suggestions' in found)) return explainPage(found, terminal);
  if (found.isAmbiguous) return { reason: `'${name}' is short for ${listed(found.suggestions, 'or')}: say which.` };
  const names = [...found.suggestions, ...rules.filter(({ id }) => id.includes(name)).map(({ id }) => id)];
  const hint = names.length === 0 ? 'activation-lens --help says what explain takes.' : `Did you mean ${listed(names, 'or')}?`;
  return { reason: `There is no activation or rule '${name}'. ${hint}` };
}
