import { expect, test } from 'vitest';
import { followModels } from '../../src/models/followModels';
import { checkAnalysis } from '../../src/rules/check';
import { newRuleFile } from '../../src/rules/file';
import { analyze } from '../../src/usages/analyze';

const text = 'import torch.nn as nn\nmodel = nn.Sequential(nn.Linear(2, 2), nn.Softmax(dim=1))\nloss = nn.CrossEntropyLoss()(model(x), y)\n';

function read() {
  const analysis = analyze(text);
  if (!('names' in analysis) || analysis.tree === undefined || analysis.names === undefined) throw new Error('not read');
  const { document, tree, names, usages } = analysis;
  return { document, tree, names, usages, facts: followModels({ tree, names, usages }) };
}

test('values that somebody else followed are not followed again', () => {
  const { tree, names, usages, facts } = read();
  expect(newRuleFile(tree, names, usages, () => facts).facts).toBe(facts);
  expect(newRuleFile(tree, names, usages, () => undefined).facts).not.toBe(facts);
});

test('rules ask for them when they want to know, and find the same', () => {
  const { facts, ...analysis } = read();
  let asked = 0;
  const followed = {
    ...analysis,
    facts: () => {
      asked++;
      return facts;
    },
  };
  expect(checkAnalysis(followed).findings).toEqual(checkAnalysis(analysis).findings);
  expect(checkAnalysis(analysis).findings.length).toBeGreaterThan(0);
  expect(asked).toBe(1);
});
