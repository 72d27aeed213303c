/** What was found in an earlier version, where it is in a later one. */
import type { Matching } from '../../python/matching';
import type { FormulasWithin } from '../formulas/countedOnce';
import type { Span, Usage } from '../usage';

type Moved = Matching['moved'];

export function movedUsages(usages: readonly Usage[], moved: Moved): readonly Usage[] {
  return usages.some((usage) => isMoved(usage, moved)) ? usages.map((usage) => movedUsage(usage, moved)) : usages;
}

export function movedFormulas(within: FormulasWithin, moved: Moved): FormulasWithin {
  const { formulas, uses, followed, carried } = within;
  if (formulas.length + uses.length + followed.length === 0) return within;
  const node = (old: number): number => (old >= moved.fromNode ? old + moved.byNode : old);
  return {
    formulas: formulas.map((formula) => ({ node: node(formula.node), usage: movedUsage(formula.usage, moved) })),
    uses: movedUsages(uses, moved),
    followed: followed.map(node),
    carried,
  };
}

function isMoved({ span, expression, parameters }: Usage, { fromOffset }: Moved): boolean {
  return span.end >= fromOffset || expression.end >= fromOffset || parameters.some((parameter) => parameter.span !== undefined && parameter.span.end >= fromOffset);
}

function movedUsage(usage: Usage, moved: Moved): Usage {
  const { span, expression, parameters } = usage;
  if (!isMoved(usage, moved)) return usage;
  const elsewhere = movedSpan(span, moved);
  return {
    ...usage,
    parameters: parameters.map((parameter) => (parameter.span === undefined ? parameter : { ...parameter, span: movedSpan(parameter.span, moved) })),
    span: elsewhere,
    expression: expression === span ? elsewhere : movedSpan(expression, moved),
  };
}

function movedSpan({ start, end }: Span, { fromOffset, byOffset }: Moved): Span {
  return start >= fromOffset ? { start: start + byOffset, end: end + byOffset } : { start, end };
}
