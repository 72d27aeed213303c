/** Whether evidence applies to a situation, and how specific it is to it. */
import type { Conditions } from './evidence/evidence';
import type { Fact, Situation } from '../models/situation';

/** How much a met condition says about this place; a constraint is what the person asked for. */
const weights = { framework: 1, role: 1, normalisation: 1, depth: 1, lossInput: 2, architecture: 2, task: 2, constraint: 3 };

/**
 * The fit of evidence: the weights of its conditions, all of which are met, or undefined where one is not. A
 * condition on something unknown is not met.
 */
export function fitOf(when: Conditions, situation: Situation): number | undefined {
  const checks: readonly (readonly [number, boolean | undefined])[] = [
    [weights.framework, meets(when.framework, situation.framework)],
    [weights.role, meets(when.role, situation.role)],
    [weights.architecture, meets(when.architecture, situation.architecture)],
    [weights.task, meets(when.task, situation.task)],
    [weights.lossInput, meets(when.lossInput, situation.lossInput)],
    [weights.normalisation, meets(when.normalisation, situation.normalisation)],
    [weights.constraint, hasConstraint(when, situation)],
    [weights.depth, isDeepEnough(when, situation)],
  ];
  if (checks.some(([, met]) => met === false)) return undefined;
  return checks.reduce((sum, [weight, met]) => sum + (met ? weight : 0), 0);
}

/** An exception holds when all its conditions are met. */
export function isExcepted(unless: Conditions | undefined, situation: Situation): boolean {
  return unless !== undefined && fitOf(unless, situation) !== undefined;
}

function meets(wanted: readonly string[] | undefined, fact: Fact<string> | undefined): boolean | undefined {
  if (wanted === undefined) return undefined;
  return fact !== undefined && wanted.includes(fact.value);
}

function hasConstraint({ constraint }: Conditions, situation: Situation): boolean | undefined {
  if (constraint === undefined) return undefined;
  return situation.constraints.some(({ value }) => value === constraint);
}

function isDeepEnough({ depthAtLeast }: Conditions, { depth }: Situation): boolean | undefined {
  if (depthAtLeast === undefined) return undefined;
  return depth !== undefined && depth.value >= depthAtLeast;
}
