/** Arrays and tensors whose numbers stand in the text: `torch.tensor([2.0])`, or a variable that is given one. */
import type { Binding } from '../python/scopes';
import { literalValue } from '../python/literals';
import { callArguments, calleeOf, isRow, nameOf } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { RuleFile } from './rule';

type Text = Pick<RuleFile, 'tree' | 'names'>;

const making = /^(tensor|as_tensor|FloatTensor|Tensor|constant|convert_to_tensor|array|asarray|to_tensor)$/;
const mostNumbers = 1000;

/** The numbers of an expression, if all of them are written; undefined where one is not. */
export function numbersWritten(text: Text, node: Node, depth = 0): readonly number[] | undefined {
  const { tree } = text;
  const kind = tree.kind(node);
  if (depth > 6) return undefined;
  if (isRow(tree, node)) return numbersOfItems(text, tree.children(node), depth);
  if (kind === Kind.Call) return numbersOfCall(text, node, depth);
  if (kind === Kind.Name) return numbersOfName(text, node, depth);
  const value = literalValue(tree, node);
  return typeof value === 'number' ? [value] : undefined;
}

/** What is trained does not stay as it is written. */
function numbersOfCall(text: Text, node: Node, depth: number): readonly number[] | undefined {
  const [first, ...others] = callArguments(text.tree, node);
  const isMade = making.test(nameOf(text.tree, calleeOf(text.tree, node))) && others.every(({ keyword }) => keyword !== 'requires_grad');
  return isMade && first ? numbersWritten(text, first.value, depth + 1) : undefined;
}

function numbersOfItems(text: Text, items: readonly Node[], depth: number): readonly number[] | undefined {
  const found = items.length > mostNumbers ? [undefined] : items.map((item) => numbersWritten(text, item, depth + 1));
  return found.every((numbers) => numbers !== undefined) ? found.flat() : undefined;
}

/** A variable that is given numbers once, and perhaps made an array of itself: `y = np.asarray(y)`. */
function numbersOfName(text: Text, node: Node, depth: number): readonly number[] | undefined {
  const { tree, names } = text;
  const bindings = names.bindingsOf(node).filter((binding) => !isMadeOfItself(tree, binding, nameOf(tree, node)));
  const [binding, ...others] = bindings;
  return binding?.role === 'value' && others.length === 0 ? numbersWritten(text, binding.value, depth + 1) : undefined;
}

function isMadeOfItself(tree: SyntaxTree, { role, value }: Binding, name: string): boolean {
  if (role !== 'value' || tree.kind(value) !== Kind.Call || !making.test(nameOf(tree, calleeOf(tree, value)))) return false;
  const [first] = callArguments(tree, value);
  return first !== undefined && tree.kind(first.value) === Kind.Name && nameOf(tree, first.value) === name;
}
