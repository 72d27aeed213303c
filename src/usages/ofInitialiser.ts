/** Whether a function is only named for an initialiser of weights, or for a layer that hands it on to one: it is not applied there. */
import type { Usage } from './usage';

const told = /(?:calculate_gain\(\s*|(?:calculate_gain|kaiming_|Kaiming|He(?:Normal|Uniform))\w*\([^()]*\bnonlinearity\s*=\s*|\b\w*init_gain\s*=\s*)$/;

export function isOfInitialiser({ expression }: Usage, text: string): boolean {
  return told.test(text.slice(Math.max(0, expression.start - 200), expression.start));
}
