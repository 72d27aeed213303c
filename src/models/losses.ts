/**
 * What the loss of a file takes from the model. A file whose losses disagree says nothing: which of them the model
 * is trained with is not followed here.
 */
import { callArguments, calleeOf, isDefinition, nameOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import { callsIn, type NamedCall } from './region';
import type { Fact, LossInput, Task } from './situation';

interface Loss {
  readonly task: Task;
  readonly input: LossInput;
}

const logits = (task: Task): Loss => ({ task, input: 'logits' });
const probabilities = (task: Task): Loss => ({ task, input: 'probabilities' });
const values = (task: Task): Loss => ({ task, input: 'values' });

/** Losses of PyTorch, optax and TensorFlow that always take the same thing. */
const byName: Readonly<Record<string, Loss>> = {
  CrossEntropyLoss: logits('multi-class'),
  cross_entropy: logits('multi-class'),
  softmax_cross_entropy: logits('multi-class'),
  softmax_cross_entropy_with_integer_labels: logits('multi-class'),
  softmax_cross_entropy_with_logits: logits('multi-class'),
  sparse_softmax_cross_entropy_with_logits: logits('multi-class'),
  NLLLoss: { task: 'multi-class', input: 'log-probabilities' },
  nll_loss: { task: 'multi-class', input: 'log-probabilities' },
  BCEWithLogitsLoss: logits('binary'),
  binary_cross_entropy_with_logits: logits('binary'),
  sigmoid_binary_cross_entropy: logits('binary'),
  sigmoid_cross_entropy_with_logits: logits('binary'),
  BCELoss: probabilities('binary'),
  MultiLabelSoftMarginLoss: logits('multi-label'),
  MSELoss: values('regression'),
  mse_loss: values('regression'),
  L1Loss: values('regression'),
  l1_loss: values('regression'),
  SmoothL1Loss: values('regression'),
  smooth_l1_loss: values('regression'),
  HuberLoss: values('regression'),
  huber_loss: values('regression'),
  MeanSquaredError: values('regression'),
  MeanAbsoluteError: values('regression'),
};

/** Keras losses that take probabilities unless `from_logits=True`; as a string they always do. */
const kerasTasks: Readonly<Record<string, Task>> = {
  SparseCategoricalCrossentropy: 'multi-class',
  CategoricalCrossentropy: 'multi-class',
  BinaryCrossentropy: 'binary',
};

const kerasStrings: Readonly<Record<string, Loss>> = {
  sparse_categorical_crossentropy: probabilities('multi-class'),
  categorical_crossentropy: probabilities('multi-class'),
  binary_crossentropy: probabilities('binary'),
  mse: values('regression'),
  mean_squared_error: values('regression'),
  mae: values('regression'),
  mean_absolute_error: values('regression'),
};

export interface LossFacts {
  readonly task?: Fact<Task>;
  readonly lossInput?: Fact<LossInput>;
}

export function lossOf(tree: SyntaxTree): LossFacts {
  const own = ownFunctions(tree);
  const found = callsIn(tree, tree.root).filter(({ name, node }) => !(own.has(name) && isByOwnName(tree, node))).flatMap((call) => lossesOfCall(tree, call));
  const [first] = found;
  if (first === undefined) return {};
  const agreesOn = (key: keyof Loss) => found.every(({ loss }) => loss[key] === first.loss[key]);
  const fact = <T extends string>(value: T): Fact<T> => ({ value, sureness: 'likely', evidence: first.evidence });
  return {
    ...(agreesOn('task') && { task: fact(first.loss.task) }),
    ...(agreesOn('input') && { lossInput: fact(first.loss.input) }),
  };
}

/** What a file writes under the name of a loss may take something else than that. */
function ownFunctions(tree: SyntaxTree): ReadonlySet<string> {
  const names = new Set<string>();
  for (let node = 1; node <= tree.root; node++) if (isDefinition(tree.kind(node))) names.add(nameOf(tree, node));
  return names;
}

/** `cross_entropy(…)` or `self.cross_entropy(…)`, and not `F.cross_entropy(…)`. */
function isByOwnName(tree: SyntaxTree, call: Node): boolean {
  const callee = calleeOf(tree, call);
  return tree.kind(callee) === Kind.Name || (tree.kind(callee) === Kind.Attribute && /^(self|cls)$/.test(tree.textOf(tree.firstChild(callee))));
}

interface FoundLoss {
  readonly loss: Loss;
  readonly evidence: { readonly offset: number; readonly text: string };
}

function lossesOfCall(tree: SyntaxTree, { name, node }: NamedCall): FoundLoss[] {
  const loss = Object.hasOwn(byName, name) ? byName[name] : (kerasLoss(tree, name, node) ?? compiledLoss(tree, name, node));
  return loss ? [{ loss, evidence: { offset: tree.start(node), text: name } }] : [];
}

function kerasLoss(tree: SyntaxTree, name: string, call: Node): Loss | undefined {
  const task = Object.hasOwn(kerasTasks, name) ? kerasTasks[name] : undefined;
  if (task === undefined) return undefined;
  const fromLogits = callArguments(tree, call).find(({ keyword }) => keyword === 'from_logits');
  if (fromLogits === undefined) return probabilities(task);
  const written = literalValue(tree, fromLogits.value);
  if (typeof written !== 'boolean') return undefined;
  return written ? logits(task) : probabilities(task);
}

/** `model.compile(loss="mse")` */
function compiledLoss(tree: SyntaxTree, name: string, call: Node): Loss | undefined {
  if (name !== 'compile') return undefined;
  const argument = callArguments(tree, call).find(({ keyword }) => keyword === 'loss');
  if (argument === undefined || tree.kind(argument.value) !== Kind.String) return undefined;
  const written = literalValue(tree, argument.value);
  return typeof written === 'string' && Object.hasOwn(kerasStrings, written) ? kerasStrings[written] : undefined;
}
