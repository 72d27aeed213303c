/** What a person sets a rule to, checked against the rules that there are. */
import { findRule } from './catalogue';
import { choices, type Choice } from './settings';

/** A rule's id with what it is set to, or what is wrong with either. */
export function choiceOf(rule: string, text: string | undefined): readonly [string, Choice] | string {
  if (findRule(rule) === undefined) return `There is no rule '${rule}'.`;
  const choice = choices.find((each) => each === text);
  return choice === undefined ? `${rule} must be one of ${choices.join(', ')}.` : [rule, choice];
}
