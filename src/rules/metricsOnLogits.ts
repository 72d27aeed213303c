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

interface Metric {
  readonly node: Node;
  /** As a string names it, or by its class. */
  readonly text: string | undefined;
  readonly name: string | undefined;
}

function* ofMetric(file: RuleFile, { output }: Compilation, use: LossUse, node: Node): Iterable<Finding> {
  const metric = { node, text: stringOf(file, node), name: classOf(file, node) };
  const related = [{ span: file.spanOf(use.node), message: 'The loss takes them as logits' }];
  for (const found of [ofCrossEntropy(file, metric), ofThresholds(file, use, metric), ofNamedAccuracy(file, output, use, metric)]) {
    if (found) yield { ...found, related };
  }
}

function stringOf({ tree }: RuleFile, node: Node): string | undefined {
  const value = tree.kind(node) === Kind.String ? literalValue(tree, node) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The class of a metric that is made with nothing but names for what it is told, so that what is not named is as Keras has it. */
function classOf({ tree, names }: RuleFile, node: Node): string | undefined {
  if (tree.kind(node) !== Kind.Call || callArguments(tree, node).some(({ stars, keyword }) => stars > 0 || keyword === undefined || toldOfScores.test(keyword))) return undefined;
  return /(?:^|\.)keras\.(?:metrics|losses)\.(\w+)$/.exec(names.qualifiedName(calleeOf(tree, node)) ?? '')?.[1];
}

const toldOfScores = /^(from_logits|thresholds?)$/;
const crossEntropy = /^(?:Binary|(?:Sparse)?Categorical)Crossentropy$/;

/** What is measured has to be told of the scores as the loss is. */
function ofCrossEntropy(file: RuleFile, { node, name, text }: Metric): Finding | undefined {
  const message = 'takes probabilities unless it is told otherwise, but these are raw scores, as the loss is told.';
  if (text !== undefined && /^(binary|(sparse_)?categorical)_crossentropy$/.test(text)) {
    return { span: placeOfValue(file, node), confidence: 'likely', message: `As a metric ${text} ${message} Use its class with from_logits=True.` };
  }
  return name !== undefined && crossEntropy.test(name) ? toldOf(file, node, `${name} ${message} Pass from_logits=True.`) : undefined;
}

function toldOf(file: RuleFile, node: Node, message: string): Finding {
  const { tree } = file;
  const fix = { title: 'Pass from_logits=True', edits: addArgument(tree, node, 'from_logits=True') };
  return { span: placeOfValue(file, calleeOf(tree, node)), confidence: 'likely', message, fix };
}

/** Metrics that compare with 0.5, or with thresholds between 0 and 1. */
function ofThresholds(file: RuleFile, use: LossUse, { node, name }: Metric): Finding | undefined {
  if (name === undefined || !isOfLabels(use)) return undefined;
  if (name === 'AUC') return toldOf(file, node, 'The thresholds of AUC lie between 0 and 1, but these are raw scores. Pass from_logits=True.');
  if (!/^(BinaryAccuracy|Precision|Recall|(True|False)(Positives|Negatives))$/.test(name)) return undefined;
  const isAccuracy = name === 'BinaryAccuracy';
  return {
    span: placeOfValue(file, calleeOf(file.tree, node)), confidence: 'likely',
    message: `${name} takes whatever is above 0.5 for positive, but these are raw scores, of which 0 is the middle.${isAccuracy ? ' Pass threshold=0.' : ' It takes probabilities: end the model with sigmoid.'}`,
    fix: isAccuracy ? { title: 'Pass threshold=0', edits: addArgument(file.tree, node, 'threshold=0') } : undefined,
  };
}

function ofNamedAccuracy(file: RuleFile, output: Value, use: LossUse, { node, text }: Metric): Finding | undefined {
  const isOfOneUnit = output.kind === 'tensor' && output.features?.size === 1;
  if (!isOfLabels(use) || !(text === 'binary_accuracy' || ((text === 'accuracy' || text === 'acc') && isOfOneUnit))) return undefined;
  return {
    span: placeOfValue(file, node), confidence: text === 'binary_accuracy' ? 'likely' : 'hint',
    message: `${text} takes whatever is above 0.5 for positive, but these are raw scores, of which 0 is the middle. Use BinaryAccuracy(threshold=0).`,
  };
}

/** Each unit says yes or no. */
export function isOfLabels({ loss }: LossUse): boolean {
  return loss.loss.task === 'binary' || loss.loss.task === 'multi-label';
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
