import type { Application, LossUse } from '../models/facts';
import { lastActivations, rangeOf, shortName } from '../models/questions';
import { callArguments } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { placeOf, removal } from './places';
import { defineRule, type RuleFile } from './rule';
import { hasStandardisedTargets, mayScaleTargets } from './targets';
import { numbersWritten } from './writtenNumbers';

/** Data sets whose targets are numbers far outside [−1, 1]: prices, a measure of a disease, a sum of normal features. */
const unbounded: Readonly<Record<string, string>> = {
  'sklearn.datasets.load_boston': 'from 5 to 50',
  'sklearn.datasets.load_diabetes': 'from 25 to 346',
  'sklearn.datasets.fetch_california_housing': 'from 0.15 to 5',
  'sklearn.datasets.make_regression': 'in the hundreds, positive and negative',
  'keras.datasets.boston_housing.load_data': 'from 5 to 50',
  'keras.datasets.california_housing.load_data': 'from 25,000 to 500,000',
};

export const boundedRegressionOutput = defineRule({
  id: 'bounded-regression-output',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A model of regression ends in sigmoid or tanh, but its targets are not bounded so.',
    why: 'A sigmoid cannot say more than 1. For a target of 20 the squared error stays at (20 − 1)² = 361 or above, and the nearer the output comes to 1, the smaller is '
      + 'its slope y (1 − y): every prediction ends at the same value.',
    bad: `from keras import Sequential, datasets, layers

(x, y), _ = datasets.boston_housing.load_data()
model = Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y)
`,
    good: `from keras import Sequential, datasets, layers

(x, y), _ = datasets.boston_housing.load_data()
model = Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y)
`,
    whenNot: 'Where the targets are scaled to the range of the output, or nothing shows what they are, it is right or unknown, and nothing is said.',
    references: [
      { title: 'Keras: regression losses', url: 'https://keras.io/api/losses/regression_losses/' },
      { title: 'scikit-learn: the California housing data', url: 'https://scikit-learn.org/stable/modules/generated/sklearn.datasets.fetch_california_housing.html' },
    ],
  },
  *check(file) {
    const losses = file.facts.losses.filter(({ loss }) => loss.loss.task === 'regression');
    const targets = losses.length > 0 ? unboundedTargets(file) : undefined;
    for (const use of losses) {
      for (const last of lastActivations(use.input, ['sigmoid', 'tanh', 'hard-sigmoid', 'hard-tanh', 'softmax'])) {
        const reason = targets ? `This output cannot go above 1, but the targets of ${targets.name} are ${targets.values}.` : beyondStandardised(file, last) ?? beyondRange(file, use, last);
        if (reason === undefined) continue;
        const edits = removal(file, last);
        yield {
          span: placeOf(file, last),
          message: `${reason} A regression ends without an activation.`,
          related: relatedOf(file, use),
          fix: edits && { title: `Remove the ${last.activation?.id ?? 'activation'}`, edits },
        };
      }
    }
  },
});

function beyondStandardised(file: RuleFile, { activation }: Application): string | undefined {
  const range = activation && rangeOf(activation);
  if (range === undefined || !hasStandardisedTargets(file)) return undefined;
  return `This output lies between ${range.from} and ${range.to}, but StandardScaler gives targets of mean 0 and standard deviation 1.`;
}

/** Targets that are written as numbers, of which one lies outside of what the function gives. */
function beyondRange(file: RuleFile, use: LossUse, { activation }: Application): string | undefined {
  const range = activation && rangeOf(activation);
  const target = range && targetOf(file, use);
  const numbers = target === undefined ? undefined : numbersWritten(file, target);
  if (range === undefined || numbers === undefined || numbers.every((number) => number >= range.from && number <= range.to)) return undefined;
  return `This output lies between ${range.from} and ${range.to}, but the targets that are written here go from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`;
}

/** What the output is compared with: the second argument of the loss, or of `fit`. */
function targetOf({ tree, facts }: RuleFile, { via, loss: { loss }, node, model }: LossUse): Node | undefined {
  if (via === 'call') {
    const given = tree.kind(node) === Kind.Call ? callArguments(tree, node) : [];
    return (given.find(({ keyword }) => keyword === loss.target) ?? given.filter(({ keyword }) => keyword === undefined)[loss.parameters.indexOf(loss.target)])?.value;
  }
  const fits = facts.methodCalls.filter(({ name, receiver }) => name === 'fit' && receiver === model);
  const [only] = fits;
  return only && fits.length === 1 ? (only.arguments.get('1') ?? only.arguments.get('y'))?.node : undefined;
}

function relatedOf(file: RuleFile, use: LossUse) {
  return [{ span: file.spanOf(use.node), message: 'The loss that receives it' }];
}

/** What the one data set of the file gives as targets, as far as nothing scales them. */
function unboundedTargets({ facts, text }: RuleFile): { readonly name: string; readonly values: string } | undefined {
  if (!facts.isComplete || mayScaleTargets(text)) return undefined;
  const loads = facts.libraryCalls.filter(({ name }) => /^(sklearn|keras)\.datasets\.|^torchvision\.datasets\.|\.read_\w+$/.test(name));
  const [first] = loads;
  const values = first && Object.hasOwn(unbounded, first.name) ? unbounded[first.name] : undefined;
  return first && values !== undefined && loads.every(({ name }) => name === first.name) ? { name: shortName(first.name.replace(/\.load_data$/, '')), values } : undefined;
}
