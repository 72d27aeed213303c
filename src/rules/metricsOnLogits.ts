/** Metrics that take probabilities where they are given the raw scores of a model. */
import type { Compilation, LibraryCall, LossUse } from '../models/facts';
import { endingsOf, givesRawScores, lastOperation, originOf, shortName } from '../models/questions';
import type { Value } from '../models/values';
import { literalValue } from '../python/literals';
import { callArguments, calleeOf } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { addArgument, placeOfValue } from './places';
import type { Finding, RuleFile } from './rule';

/** `compile(loss=BinaryCrossentropy(from_logits=True), metrics=[…])` */
export function* ofCompiledMetrics(file: RuleFile, trained: readonly LossUse[]): Iterable<Finding> {
  for (const compilation of file.facts.compilations) {
    const use = trained.find(({ via, node }) => via === 'compile' && isInside(file, node, compilation.node));
    const metrics = compilation.arguments.get('metrics');
    if (use === undefined || metrics === undefined || !endsWithRawScores(compilation.output)) continue;
    const { tree, names } = file;
    const list = tree.kind(metrics.node) === Kind.Name ? names.valueOf(metrics.node) : metrics.node;
    const written = tree.kind(list) === Kind.List ? tree.children(list) : [metrics.node];
    for (const metric of written) yield* ofMetric(file, compilation, use, metric);
  }
}

function isInside({ tree }: RuleFile, inner: Node, outer: Node): boolean {
  return tree.start(outer) <= tree.start(inner) && tree.end(inner) <= tree.end(outer);
}

function endsWithRawScores(output: Value): boolean {
  return endingsOf(output).every((ending) => ending !== undefined && givesRawScores(ending));
}

function* ofMetric(file: RuleFile, { output }: Compilation, use: LossUse, metric: Node): Iterable<Finding> {
  const { tree } = file;
  const related = [{ span: file.spanOf(use.node), message: 'The loss takes them as logits' }];
  const text = tree.kind(metric) === Kind.String ? literalValue(tree, metric) : undefined;
  const isOfOneUnit = output.kind === 'tensor' && output.features?.size === 1;
  if (text === 'binary_accuracy' || ((text === 'accuracy' || text === 'acc') && isOfOneUnit)) {
    yield {
      span: placeOfValue(file, metric), related, confidence: text === 'binary_accuracy' ? 'likely' : 'hint',
      message: `${text} takes whatever is above 0.5 for positive, but these are raw scores, of which 0 is the middle. Use BinaryAccuracy(threshold=0).`,
    };
  }
  const name = tree.kind(metric) === Kind.Call ? /(?:^|\.)keras\.metrics\.(BinaryAccuracy|Precision|Recall)$/.exec(file.names.qualifiedName(calleeOf(tree, metric)) ?? '')?.[1] : undefined;
  if (name === undefined || callArguments(tree, metric).some(({ stars, keyword }) => stars > 0 || keyword === undefined || /^thresholds?$/.test(keyword))) return;
  const isAccuracy = name === 'BinaryAccuracy';
  yield {
    span: placeOfValue(file, calleeOf(tree, metric)), related, confidence: 'likely',
    message: `${name} takes whatever is above 0.5 for positive, but these are raw scores, of which 0 is the middle.${isAccuracy ? ' Pass threshold=0.' : ' It takes probabilities: end the model with sigmoid.'}`,
    fix: isAccuracy ? { title: 'Pass threshold=0', edits: addArgument(tree, metric, 'threshold=0') } : undefined,
  };
}

const ofProbabilities = /^sklearn\.metrics\.(log_loss|brier_score_loss)$/;

/** `log_loss(y, scores)`, where the scores were followed to a layer that a loss trains. */
export function* ofScikitLearn(file: RuleFile, layers: ReadonlyMap<Node, LossUse>): Iterable<Finding> {
  for (const call of file.facts.libraryCalls) {
    const use = ofProbabilities.test(call.name) ? layers.get(lastLayer(call) ?? 0) : undefined;
    if (use === undefined) continue;
    yield {
      span: file.spanOf(call.node), related: [{ span: file.spanOf(use.node), message: `${shortName(use.loss.name)} takes them as logits` }],
      message: `${shortName(call.name)} takes probabilities, but these are raw scores. Apply the sigmoid before.`,
    };
  }
}

function lastLayer({ arguments: written }: LibraryCall): Node | undefined {
  const scores = written.get('1') ?? written.get('y_pred') ?? written.get('y_prob') ?? written.get('y_proba');
  const last = scores && lastOperation(scores.value, { selections: true });
  return last && givesRawScores(last) ? originOf(last) : undefined;
}
