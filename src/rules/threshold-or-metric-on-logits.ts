import { replaced } from '../documents/edit';
import type { Application, LossUse } from '../models/facts';
import { constantArgument, endingsOf, givesRawScores, lastOperation, originOf, shortName } from '../models/questions';
import { numberOf, type Value } from '../models/values';
import { NONE, type Node } from '../python/syntax';
import { isOfLabels, ofCompiledMetrics, ofScikitLearn } from './metricsOnLogits';
import { defineRule, type Finding, type RuleFile } from './rule';
import { bareName, comparedInCallees, halfOf, isSameVariable, isVariable, scoresIn } from './scoresAsWritten';

export const thresholdOrMetricOnLogits = defineRule({
  id: 'threshold-or-metric-on-logits',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'The raw scores of a model that is trained with a loss on logits are compared with 0.5, rounded, or given to a metric that does so or takes probabilities.',
    why: 'The threshold 0.5 is meant for probabilities. For a raw score it means p > sigmoid(0.5) = 0.622: whatever lies between 0.5 and 0.622 is called negative. A probability '
      + 'of 0.5 is the score 0.',
    bad: `from torch import nn

model = nn.Sequential(nn.Linear(64, 1))
criterion = nn.BCEWithLogitsLoss()


def evaluate(x, y):
    scores = model(x)
    loss = criterion(scores, y)
    return loss, (scores > 0.5).float()
`,
    good: `from torch import nn

model = nn.Sequential(nn.Linear(64, 1))
criterion = nn.BCEWithLogitsLoss()


def evaluate(x, y):
    scores = model(x)
    loss = criterion(scores, y)
    return loss, (scores > 0).float()
`,
    whenNot: 'After a sigmoid 0.5 is right. A threshold of 0, or one that is a variable, may be chosen for scores. The metrics of torchmetrics apply the sigmoid themselves '
      + 'where scores leave [0, 1].',
    references: [
      { title: 'Confirmed as a mistake in an evaluation', url: 'https://github.com/monologg/GoEmotions-pytorch/issues/5' },
      { title: 'A missing sigmoid before a threshold', url: 'https://github.com/autrainer/autrainer/pull/22' },
    ],
  },
  *check(file) {
    const onScores = file.facts.losses.filter(({ expects }) => expects === 'logits');
    if (onScores.length === 0) return;
    yield* ofCompiledMetrics(file, onScores);
    const trained = onScores.filter(isOfLabels);
    if (trained.length === 0) return;
    const layers = layersTrained(trained);
    yield* ofFollowed(file, layers);
    yield* ofScikitLearn(file, layers);
    yield* ofVariables(file, trained);
    yield* ofPredictions(file, trained);
  },
});

function layersTrained(trained: readonly LossUse[]): ReadonlyMap<Node, LossUse> {
  const layers = new Map<Node, LossUse>();
  for (const use of trained) {
    for (const ending of endingsOf(use.input, { selections: true })) if (ending) layers.set(originOf(ending), use);
  }
  return layers;
}

/** Scores that were followed to the layer that a loss trains. */
function* ofFollowed(file: RuleFile, layers: ReadonlyMap<Node, LossUse>): Iterable<Finding> {
  for (const application of file.facts.applications) {
    const [input] = application.inputs;
    if (input === undefined || !(isRounding(application) || isThreshold(application))) continue;
    const last = lastOperation(input, { selections: true });
    const use = last && givesRawScores(last) ? layers.get(originOf(last)) : undefined;
    if (use) yield findingAt(file, application.node, use, halfOf(file.tree, application.node));
  }
}

function isRounding({ kind, name }: Application): boolean {
  return kind === 'decision' && shortName(name) === 'round';
}

function isThreshold(application: Application): boolean {
  if (application.kind !== 'comparison' || !/^(>=?|<=?|g[te]|l[te]|(greater|less)(_equal)?)$/.test(shortName(application.name))) return false;
  return (numberOf(application.inputs[1]) ?? constantArgument(application, 'other') ?? constantArgument(application, 'y')) === 0.5;
}

function findingAt(file: RuleFile, node: Node, { loss, node: use }: LossUse, half: Node): Finding {
  const { tree } = file;
  return {
    span: file.spanOf(node),
    message: 'These are raw scores: 0.5 is a threshold for probabilities and means p > 0.622 here. Compare with 0, or apply the sigmoid before.',
    related: [{ span: file.spanOf(use), message: `${shortName(loss.name)} takes them as logits` }],
    fix: half === NONE ? undefined : { title: 'Compare with 0', edits: [replaced(tree.start(half), tree.end(half), '0')] },
  };
}

/** A variable that a loss takes as logits and that is given its value once, whatever model that comes from. */
function* ofVariables(file: RuleFile, trained: readonly LossUse[]): Iterable<Finding> {
  const { tree, names } = file;
  const uses = trained.filter(({ via, input, inputNode }) => via === 'call' && input.kind === 'unknown' && isVariable(file, bareName(tree, inputNode)));
  if (uses.length === 0) return;
  for (let node = 1; node <= tree.root; node++) {
    const scores = scoresIn(file, node);
    const name = scores === NONE ? NONE : bareName(tree, scores);
    const use = name ? uses.find(({ inputNode }) => isSameVariable(names, bareName(tree, inputNode), name)) : undefined;
    if (use) yield findingAt(file, node, use, halfOf(tree, node));
  }
  const usedBy = (name: Node): LossUse | undefined => uses.find(({ inputNode }) => isSameVariable(names, bareName(tree, inputNode), name));
  for (const [node, scores] of comparedInCallees(file, (name) => usedBy(name) !== undefined)) {
    const use = usedBy(scores);
    if (use) yield findingAt(file, node, use, halfOf(tree, node));
  }
}

/** `model.predict(x) > 0.5`, at once or by way of a variable that is given nothing else. */
function* ofPredictions(file: RuleFile, trained: readonly LossUse[]): Iterable<Finding> {
  const { tree, names, facts } = file;
  const predicted = new Map<Node, LossUse>();
  for (const { name, receiver, node } of facts.methodCalls) {
    const use = /^predict(_on_batch)?$/.test(name) ? rawlyTrained(trained, receiver) : undefined;
    if (use) predicted.set(node, use);
  }
  if (predicted.size === 0) return;
  for (let node = 1; node <= tree.root; node++) {
    const scores = scoresIn(file, node);
    if (scores === NONE) continue;
    const use = predicted.get(scores) ?? predicted.get(names.valueOf(bareName(tree, scores)));
    if (use) yield findingAt(file, node, use, halfOf(tree, node));
  }
}

/** The loss that a model was compiled with, where it is the only one and takes what the model gives as raw scores. */
function rawlyTrained(trained: readonly LossUse[], model: Value): LossUse | undefined {
  const use = trained.find((each) => each.model === model);
  return use && endingsOf(use.input).every((ending) => ending !== undefined && givesRawScores(ending)) ? use : undefined;
}
