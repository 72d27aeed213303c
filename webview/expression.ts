/** Reads what a person types for a number: `-0.752`, `sqrt(2)`, `2pi/3`, `1e-3`, and `0,5`, where no function takes two. Never evaluates code. */
import { derivativeAt } from '../src/expressions/differentiate';
import { parseConstant } from '../src/expressions/parse';

/** The value, or nothing where the text is no expression or its value is not finite. */
export function evaluateExpression(text: string): number | undefined {
  const parsed = parseConstant(text.toLowerCase().replace(/,/g, '.'));
  const value = 'problem' in parsed ? NaN : derivativeAt(parsed.expression, NaN, 0);
  return Number.isFinite(value) ? value : undefined;
}
