/** Formulas of a text by its stretches: what one is read from through a variable counts no more by itself. */
import type { Node } from '../../python/syntax';
import type { Word } from '../../python/words';
import type { Usage } from '../usage';

export interface FoundFormula {
  readonly node: Node;
  readonly usage: Usage;
}

/** What is found of formulas in a stretch of a text. */
export interface FormulasWithin {
  readonly formulas: readonly FoundFormula[];
  readonly uses: readonly Usage[];
  /** Expressions that formulas were read from through variables, and that therefore count no more by themselves. */
  readonly followed: readonly Node[];
  /** Names of the module that hold a part of a formula from here on. */
  readonly carried: readonly Word[];
}

export function countedOnce(stretches: readonly FormulasWithin[]): Usage[] {
  const followed = new Set(stretches.flatMap((stretch) => stretch.followed));
  const whole = stretches.flatMap(({ formulas }) => formulas.filter(({ node }) => !followed.has(node)).map(({ usage }) => usage));
  return [...whole, ...stretches.flatMap(({ uses }) => uses)];
}
