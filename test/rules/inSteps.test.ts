import { expect, test } from 'vitest';
import type { Facts } from '../../src/models/facts';
import { followingModels } from '../../src/models/followModels';
import type { Steps } from '../../src/usages/inSteps';
import { checkAnalysis, checkingAnalysis, type Checked, type Followed } from '../../src/rules/check';
import { rules } from '../../src/rules/catalogue';
import { analyze } from '../../src/usages/analyze';

/** An analysis of which values are followed in steps, as the editor does. */
function read(text: string): Followed {
  const analysis = analyze(text);
  if (!('names' in analysis) || analysis.tree === undefined || analysis.names === undefined) throw new Error('not read');
  const { tree, names, usages } = analysis;
  let facts: Facts | undefined;
  return {
    ...analysis,
    facts: () => facts,
    *following() {
      facts = yield* followingModels({ tree, names, usages });
    },
  };
}

/** One step of each in turn, with how many there were. */
function inTurn<T>(works: readonly Steps<T>[]): { readonly results: readonly T[]; readonly steps: number } {
  const results = new Map<Steps<T>, T>();
  let steps = 0;
  while (results.size < works.length) {
    for (const work of works.filter((each) => !results.has(each))) {
      const { done, value } = work.next();
      steps++;
      if (done === true) results.set(work, value);
    }
  }
  return { results: works.flatMap((work) => results.get(work) ?? []), steps };
}

test('several texts that are checked in turn have the findings that each has alone', () => {
  const texts = rules.flatMap(({ documentation: { bad, good } }) => [bad, good]).filter((text) => /relu|softmax|sigmoid/i.test(text));
  const alone = texts.map((text) => checkAnalysis(read(text), { preset: 'teaching' }));
  const { results, steps } = inTurn<Checked>(texts.map((text) => checkingAnalysis(read(text), { preset: 'teaching' })));
  expect(results).toEqual(alone);
  expect(alone.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(20);
  // Each rule is a step of its own, and following the values of a text is more than one.
  expect(steps).toBeGreaterThan(texts.length * (rules.length + 2));
});
