import type { Model } from '../models/facts';
import { activationsInRow } from '../models/questions';
import { isTestFile, placeOf } from './places';
import { defineRule, type RuleFile } from './rule';

const manyLayers = 4;
const steepest = 0.25;

export const sigmoidHiddenDeep = defineRule({
  id: 'sigmoid-hidden-deep',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'Four or more hidden layers in a row have sigmoids, with no normalisation and no way around them.',
    why: 'The slope of a sigmoid is at most 0.25. Going back through four of them, the slopes alone multiply a gradient by at most 0.0039, through ten by at most 9.5e-7, '
      + 'so that the first layers hardly learn.',
    bad: `from torch import nn

model = nn.Sequential(
    nn.Linear(64, 32), nn.Sigmoid(),
    nn.Linear(32, 32), nn.Sigmoid(),
    nn.Linear(32, 32), nn.Sigmoid(),
    nn.Linear(32, 32), nn.Sigmoid(),
    nn.Linear(32, 10),
)
`,
    good: `from torch import nn

model = nn.Sequential(
    nn.Linear(64, 32), nn.ReLU(),
    nn.Linear(32, 32), nn.ReLU(),
    nn.Linear(32, 32), nn.ReLU(),
    nn.Linear(32, 32), nn.ReLU(),
    nn.Linear(32, 10),
)
`,
    whenNot: 'Gates, attention and outputs are not hidden layers. Boltzmann machines and old autoencoders have sigmoids by their definition, and solvers of differential '
      + 'equations may want something smooth, for which tanh is steeper.',
    references: [
      { title: 'Understanding the difficulty of training deep feedforward neural networks', url: 'https://proceedings.mlr.press/v9/glorot10a.html' },
    ],
  },
  *check(file) {
    for (const model of file.facts.models) {
      const row = longestRow(model);
      const first = row.at(-1);
      if (first === undefined || row.length < manyLayers || isTestFile(file) || isMeantSo(file, model, row.map(({ node }) => node))) continue;
      yield {
        span: placeOf(file, first),
        message: `The first of ${row.length} hidden sigmoids in a row. Their slopes are at most 0.25 and alone multiply the gradient by at most ${(steepest ** row.length).toPrecision(2)}.`,
        related: row.slice(0, -1).reverse().map((next) => ({ span: placeOf(file, next), message: 'A sigmoid after it' })),
      };
    }
  },
});

function longestRow({ applications }: Model): ReturnType<typeof activationsInRow> {
  const rows = applications.map((application) => activationsInRow(application, (id) => id === 'sigmoid'));
  return rows.reduce((longest, row) => (row.length > longest.length ? row : longest), []);
}

const meant = /auto_?enc|encoder|boltzmann|\brbm|dbn|belief|pinn|\bpde/i;

function isMeantSo({ names }: RuleFile, { name, node }: Model, nodes: readonly number[]): boolean {
  return [name, ...[node, ...nodes].map((at) => names.scopePath(at))].some((text) => meant.test(text));
}
