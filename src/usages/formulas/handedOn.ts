/** Functions that do nothing but hand what they are given to another. */
import { bodyOf, callArguments, calleeOf, isDocstring, nameOf, type Argument, type Parameter } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';

interface HandedOn {
  /** `NONE` where anything else is done. */
  readonly callee: Node;
  /** How many inputs are handed on; those behind them are not used. */
  readonly passed: number;
}

const nothing: HandedOn = { callee: NONE, passed: 0 };

/** The function that gets the inputs of another, in any order, and no more: `return bias_gelu(bias, x)`. */
export function handedOn(tree: SyntaxTree, callable: Node, inputs: readonly Parameter[]): HandedOn {
  const [last = NONE, ...others] = bodyOf(tree, callable).filter((statement) => !isDocstring(tree, tree.firstChild(statement)) && !isKeptForLater(tree, statement));
  const call = others.length === 0 && tree.kind(last) === Kind.Return ? tree.firstChild(last) : NONE;
  if (tree.kind(call) !== Kind.Call) return nothing;
  const passed = callArguments(tree, call).filter((argument) => !saysAxis(argument));
  const isPassed = ({ name }: Parameter): boolean => passed.some(({ value }) => tree.kind(value) === Kind.Name && nameOf(tree, value) === name);
  const isAll = passed.length > 0 && passed.length <= inputs.length && inputs.slice(0, passed.length).every(isPassed);
  return isAll ? { callee: calleeOf(tree, call), passed: passed.length } : nothing;
}

/** `ctx.save_for_backward(x)`, `ctx.alpha = alpha` */
function isKeptForLater(tree: SyntaxTree, statement: Node): boolean {
  const first = tree.firstChild(statement);
  const kept = tree.kind(statement) === Kind.Assign ? first : tree.kind(first) === Kind.Call ? calleeOf(tree, first) : NONE;
  return tree.kind(kept) === Kind.Attribute && tree.textOf(tree.firstChild(kept)) === 'ctx';
}

/** Along which axis the halves lie: `F.glu(x, dim=self.dim)`. */
function saysAxis({ keyword }: Argument): boolean {
  return keyword === 'dim' || keyword === 'axis';
}
