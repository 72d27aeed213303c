/** Functions of the person's own, read from what was typed. */
import { differentiable, type Differentiable } from '../../src/expressions/differentiate';
import { parseExpression } from '../../src/expressions/parse';

const remembered = new Map<string, Differentiable | undefined>();

/** Read once: a table row, the plot and its labels ask for the same one. */
export function functionOf(text: string): Differentiable | undefined {
  if (!remembered.has(text)) {
    const parsed = parseExpression(text);
    if (remembered.size > 40) remembered.clear();
    remembered.set(text, 'problem' in parsed ? undefined : differentiable(parsed.expression));
  }
  return remembered.get(text);
}

/** As much of the expression as a label on a curve has room for. */
export function ownName(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= 18 ? line : `${line.slice(0, 17)}…`;
}
