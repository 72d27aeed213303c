/**
 * The deterministic engine of advice: from what is known of a place to options, best first.
 *
 * Rank is fit, then evidence, then size of the change. What stands in the code comes first among equals, since
 * not changing it costs nothing; nothing is recommended against which an objection applies.
 */
import { findActivation } from '../activations/catalogue';
import type { Situation } from '../models/situation';
import { fitOf, isExcepted } from './conditions';
import type { Objection, Support } from './evidence/evidence';
import { objections } from './evidence/objections';
import { supports } from './evidence/supports';
import type { Advice, Change, Current, Recommendation, Strength } from './recommendation';

const strengthWords: Readonly<Record<Strength, string>> = {
  A: 'replicated', B: 'one controlled study', C: 'common practice', F: 'contradicted',
};
const strengthOrder: readonly Strength[] = ['A', 'B', 'C', 'F'];
const changeOrder: readonly Change[] = ['none', 'name', 'layer'];
/** Few enough to read; the Lab folds what lies beyond the third. */
const mostOptions = 5;

/** Ranks what fits a place. Without `current` it advises for a place that has no activation yet. */
export function recommend(situation: Situation, current?: Current): Advice {
  const against = objections.filter((objection) => applies(objection, situation));
  const options = rankedSupports(situation, against, current).map((support) => toRecommendation(support, situation, current));
  const objection = current && against.find(({ activations }) => activations.includes(current.activation));
  return {
    ...headlineOf(options, objection, situation, current),
    options: options.slice(0, mostOptions),
    folklore: folkloreOf(objection, current),
  };
}

function applies(evidence: Support | Objection, situation: Situation): boolean {
  return fitOf(evidence.when, situation) !== undefined && !isExcepted(evidence.unless, situation);
}

function rankedSupports(situation: Situation, against: readonly Objection[], current: Current | undefined): Support[] {
  const objectionable = new Set(against.flatMap(({ activations }) => activations));
  const best = new Map<string, Support>();
  for (const support of supports.filter((candidate) => applies(candidate, situation) && !isForOthers(candidate, current))) {
    if (objectionable.has(support.activation) || findActivation(support.activation) === undefined) continue;
    const rival = best.get(support.activation);
    if (rival !== undefined && !isBetter(support, rival, situation)) continue;
    // Among equals, what stands first in the evidence comes first.
    best.delete(support.activation);
    best.set(support.activation, support);
  }
  const rank = rankWithin(situation, current);
  return [...best.values()].sort((a, b) => rank(b) - rank(a));
}

function isForOthers({ notFor = [], onlyFor }: Support, current: Current | undefined): boolean {
  if (onlyFor !== undefined && (current === undefined || !onlyFor.includes(current.activation))) return true;
  return current !== undefined && notFor.includes(current.activation);
}

function isBetter(a: Support, b: Support, situation: Situation): boolean {
  const rank = rankWithin(situation, undefined);
  return rank(a) > rank(b);
}

/** One number whose digits are fit, in which what speaks of the very function counts too, then strength, then smallness of change; JavaScript's sort keeps ties in order. */
function rankWithin(situation: Situation, current: Current | undefined): (support: Support) => number {
  return (support) => {
    const isKept = support.activation === current?.activation;
    const fit = (fitOf(support.when, situation) ?? 0) + (isKept ? 0.5 : 0) + (support.onlyFor ? 0.25 : 0);
    return fit * 100 - strengthOrder.indexOf(support.strength) * 10 - changeOrder.indexOf(support.change);
  };
}

function toRecommendation(support: Support, situation: Situation, current: Current | undefined): Recommendation {
  const isKept = support.activation === current?.activation;
  const name = nameOf(support.activation);
  return {
    id: support.id,
    activation: support.activation,
    parameters: isKept ? current.parameters : (support.parameters ?? {}),
    title: isKept ? ['Keep', name, ...(support.kept === undefined ? [] : [support.kept])].join(' ') : (support.title ?? name),
    reason: typeof support.reason === 'string' ? support.reason : support.reason(situation),
    strength: support.strength,
    strengthWord: strengthWords[support.strength],
    citations: support.citations,
    change: isKept ? 'none' : support.change,
  };
}

function headlineOf(
  options: readonly Recommendation[],
  objection: Objection | undefined,
  situation: Situation,
  current: Current | undefined,
): Pick<Advice, 'headline' | 'explanation'> {
  const [first] = options;
  if (first === undefined) return nothingToSuggest(situation, objection);
  if (current === undefined) return { headline: `Start with ${first.title}.`, explanation: first.reason };
  if (first.change === 'none') return { headline: `${first.title}.`, explanation: strongestChange(options, current) };
  const name = nameOf(current.activation);
  if (objection === undefined) {
    return { headline: `No evidence on record speaks against ${name} here.`, explanation: 'The options are what evidence or practice supports in this place.' };
  }
  return { headline: objection.remedy?.(name, first.title, situation) ?? replacementHeadline(name, first), explanation: reasonOf(objection, situation) };
}

function replacementHeadline(name: string, first: Recommendation): string {
  return first.activation === 'identity' ? `Remove ${name}.` : `Replace ${name} with ${first.title}.`;
}

/** What is replicated was compared with some functions, and is no evidence against others. */
function strongestChange(options: readonly Recommendation[], { activation }: Current): string {
  const isOver = (id: string): boolean => supports.find((support) => support.id === id)?.over?.includes(activation) ?? true;
  const strong = options.find(({ id, change, strength }) => change !== 'none' && strength === 'A' && isOver(id));
  return strong ? `The change with the strongest evidence here: ${strong.title}.` : 'No change here has replicated evidence.';
}

function nothingToSuggest(situation: Situation, objection: Objection | undefined): Pick<Advice, 'headline' | 'explanation'> {
  const missing = situation.role === undefined ? 'which layer this is' : 'the task or the kind of network';
  const explanation = objection ? reasonOf(objection, situation) : `Advice needs to know ${missing}. Set it above.`;
  return { headline: 'Nothing to suggest here.', explanation };
}

function folkloreOf(objection: Objection | undefined, current: Current | undefined): Recommendation[] {
  if (objection?.folklore === undefined || current === undefined) return [];
  return [{
    id: `${objection.id}-folklore`,
    activation: current.activation,
    parameters: current.parameters,
    title: objection.folklore.title,
    reason: objection.folklore.reason,
    strength: 'F',
    strengthWord: strengthWords.F,
    citations: objection.citations,
    change: 'none',
  }];
}

function reasonOf({ reason }: Objection, situation: Situation): string {
  return typeof reason === 'string' ? reason : reason(situation);
}

function nameOf(id: string): string {
  return findActivation(id)?.name ?? id;
}
