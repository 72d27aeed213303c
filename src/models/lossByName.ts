/**
 * What the loss of a file takes from the model. A file whose losses disagree says nothing: which of them the model
 * is trained with is not followed here.
 */
import { callArguments, calleeOf, isDefinition, nameOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import { callsIn, type NamedCall } from './region';
import type { Fact, LossInput, Task } from './situation';
import { findLoss, findLossString } from './vocabulary/lookup';
import { words, type LossKind, type LossTask } from './vocabulary/vocabulary';

/** What an output is for, by the loss that receives it. */
export const tasks: Readonly<Partial<Record<LossTask, Task>>> = {
  binary: 'binary', 'multi-class': 'multi-class', 'multi-label': 'multi-label', regression: 'regression', counts: 'positive-regression',
};

/** Losses that are told by their last name, by where the vocabularies have them. Others share theirs with what is no loss, as `poisson`. */
const unmistakable = {
  'torch.nn': 'CrossEntropyLoss NLLLoss BCEWithLogitsLoss BCELoss MultiLabelSoftMarginLoss MSELoss L1Loss SmoothL1Loss HuberLoss',
  'torch.nn.functional': 'cross_entropy nll_loss binary_cross_entropy_with_logits mse_loss l1_loss smooth_l1_loss huber_loss',
  'tf.nn': 'softmax_cross_entropy_with_logits sparse_softmax_cross_entropy_with_logits sigmoid_cross_entropy_with_logits',
  optax: 'softmax_cross_entropy softmax_cross_entropy_with_integer_labels sigmoid_binary_cross_entropy',
  'keras.losses': 'SparseCategoricalCrossentropy CategoricalCrossentropy BinaryCrossentropy MeanSquaredError MeanAbsoluteError',
};
const qualified: ReadonlyMap<string, string> = new Map(
  Object.entries(unmistakable).flatMap(([module, names]) => words(names).map((name) => [name, `${module}.${name}`])),
);

export interface LossFacts {
  readonly task?: Fact<Task>;
  readonly lossInput?: Fact<LossInput>;
}

export function lossByName(tree: SyntaxTree): LossFacts {
  const own = ownFunctions(tree);
  const found = callsIn(tree, tree.root).filter(({ name, node }) => !(own.has(name) && isByOwnName(tree, node))).flatMap((call) => lossesOfCall(tree, call));
  const [first] = found;
  if (first === undefined) return {};
  const agreesOn = (key: 'task' | 'input') => found.every((loss) => loss[key] === first[key]);
  const fact = <T extends string>(value: T): Fact<T> => ({ value, sureness: 'likely', evidence: first.evidence });
  return {
    ...(agreesOn('task') && { task: fact(first.task) }),
    ...(agreesOn('input') && { lossInput: fact(first.input) }),
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
  readonly task: Task;
  readonly input: LossInput;
  readonly evidence: { readonly offset: number; readonly text: string };
}

function lossesOfCall(tree: SyntaxTree, { name, node }: NamedCall): FoundLoss[] {
  const loss = findLoss((name === 'compile' ? compiledWith(tree, node) : qualified.get(name)) ?? '');
  const [task, input] = loss ? [tasks[loss.task], inputOf(tree, loss, node)] : [];
  return task && input ? [{ task, input, evidence: { offset: tree.start(node), text: name } }] : [];
}

/** The losses of Keras take probabilities unless `from_logits=True`; as a string they always do. */
function inputOf(tree: SyntaxTree, { expects, fromLogits }: LossKind, call: Node): LossInput | undefined {
  const argument = fromLogits === undefined ? undefined : callArguments(tree, call).find(({ keyword }) => keyword === fromLogits);
  if (argument === undefined) return expects;
  const written = literalValue(tree, argument.value);
  if (typeof written !== 'boolean') return undefined;
  return written ? 'logits' : expects;
}

/** `model.compile(loss="mse")` */
function compiledWith(tree: SyntaxTree, call: Node): string | undefined {
  const argument = callArguments(tree, call).find(({ keyword }) => keyword === 'loss');
  const written = argument && literalValue(tree, argument.value);
  return typeof written === 'string' ? findLossString(written) : undefined;
}
