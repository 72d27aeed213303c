/** Matrix products: what a layer computes where it is written by hand. */
import { callArguments, calleeOf, callOf, nameOf, operatorOf } from '../../python/parts';
import { Kind, Operator, type Node, type SyntaxTree } from '../../python/syntax';

const functions = /^(matmul|dot|linear|mm|einsum|bmm)$/;

export function isMatrixFunction(tree: SyntaxTree, callee: Node): boolean {
  return functions.test(nameOf(tree, callee));
}

/** Whether what a call bounds is one product with its bias, and goes into the next: `np.maximum(0, x.dot(W1) + b1).dot(W2)`. */
export function isBetweenProducts(tree: SyntaxTree, bounded: Node): boolean {
  return tree.kind(bounded) === Kind.Call && operandsOf(tree, bounded).some((operand) => isAffine(tree, operand)) && goesIntoProduct(tree, bounded);
}

/** What a call computes of: its arguments, and what the method that is called belongs to. */
export function operandsOf(tree: SyntaxTree, call: Node): readonly Node[] {
  return [...callArguments(tree, call).map(({ value }) => value), tree.firstChild(calleeOf(tree, call))];
}

/** The variable of a layer that is scaled by a factor, as dropout does: `h` of `h = np.maximum(0, x @ w + b) * p`. */
export function scaledInto(tree: SyntaxTree, bounded: Node): string {
  const product = tree.parent(bounded);
  const statement = tree.parent(product);
  const isScaled = isOperation(tree, product, Operator.Multiply) && tree.kind(statement) === Kind.Assign && tree.kind(bounded) === Kind.Call;
  return isScaled && operandsOf(tree, bounded).some((operand) => isBiasedProduct(tree, operand)) ? nameOf(tree, tree.firstChild(statement)) : '';
}

/** `x @ w + b` */
export function isBiasedProduct(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.BinOp && operatorOf(tree, node) === Operator.Add && isAffine(tree, node);
}

function isAffine(tree: SyntaxTree, node: Node): boolean {
  if (tree.kind(node) === Kind.BinOp && operatorOf(tree, node) === Operator.Add) return tree.children(node).some((part) => isAffine(tree, part));
  return isProduct(tree, node);
}

function isProduct(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  return (kind === Kind.BinOp && operatorOf(tree, node) === Operator.MatrixMultiply) || (kind === Kind.Call && isMatrixFunction(tree, calleeOf(tree, node)));
}

/** `w * a + (1 - w) * b`: a share of one value, beside which the rest of another stands, is a mixture of both. */
export function isShare(tree: SyntaxTree, product: Node): boolean {
  const sum = tree.parent(product);
  if (!isOperation(tree, product, Operator.Multiply) || !isOperation(tree, sum, Operator.Add)) return false;
  const [left, right] = tree.children(sum);
  const other = left === product ? right : left;
  return other !== undefined && isOperation(tree, other, Operator.Multiply) && tree.children(other).some((rest) => tree.children(product).some((share) => isRestOf(tree, rest, share)));
}

/** `1 - w` */
function isRestOf(tree: SyntaxTree, rest: Node, share: Node): boolean {
  if (!isOperation(tree, rest, Operator.Subtract)) return false;
  const [whole, part] = tree.children(rest);
  return whole !== undefined && part !== undefined && Number(tree.textOf(whole)) === 1 && tree.textOf(part) === tree.textOf(share);
}

function isOperation(tree: SyntaxTree, node: Node, operator: Operator): boolean {
  return tree.kind(node) === Kind.BinOp && operatorOf(tree, node) === operator;
}

function goesIntoProduct(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return isProduct(tree, tree.kind(parent) === Kind.Attribute ? callOf(tree, parent) : parent);
}
