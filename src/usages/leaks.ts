/** A project's own `relu` that is told how much leaks through: `relu(x, self.leakiness)`. */
import type { FrameworkSymbol } from '../frameworks/framework';
import { literalValue } from '../python/literals';
import { callArguments, callOf, nameOf, type Argument } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

/** Whether a call asks what is taken for a plain ReLU to let something through, of which the symbol knows nothing. */
export function mayLeak(tree: SyntaxTree, node: Node, { activation, arguments: known }: FrameworkSymbol): boolean {
  const call = activation === 'relu' ? callOf(tree, node) : NONE;
  return call !== NONE && callArguments(tree, call).some((argument, place) => place > 0 && isSlope(tree, argument) && !known.some(({ name }) => name === argument.keyword));
}

function isSlope(tree: SyntaxTree, { keyword, value }: Argument): boolean {
  if (keyword !== undefined) return slope.test(keyword) && literalValue(tree, value) !== 0;
  return tree.kind(value) === Kind.Number ? literalValue(tree, value) !== 0 : slope.test(nameOf(tree, value));
}

const slope = /leak|slope|alpha/i;
