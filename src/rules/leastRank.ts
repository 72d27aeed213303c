/** How many axes a value has at least, as it is told by what was done to it. */
import { shortName } from '../models/questions';
import type { Application } from '../models/facts';
import { numberOf, type Value } from '../models/values';
import { Kind, type SyntaxTree } from '../python/syntax';

/** How many a product of two values has. */
export function leastRankOfProduct(tree: SyntaxTree, { inputs }: Application): number {
  return Math.max(0, ...inputs.map((input) => leastRank(tree, input, 0)));
}

const mostSteps = 8;
const keepsAxes: readonly string[] = ['arithmetic', 'mask', 'clamp', 'dropout', 'linear', 'normalisation', 'activation'];

function leastRank(tree: SyntaxTree, value: Value | undefined, depth: number): number {
  if (value?.kind !== 'tensor') return 0;
  const { source, rank } = value;
  if (rank !== undefined || source === undefined || depth > mostSteps) return rank ?? 0;
  if (source.kind === 'product') return leastRankOfProduct(tree, source);
  const before = leastRank(tree, source.inputs[0], depth + 1);
  if (source.kind === 'selection') return Math.max(0, before - axesTaken(tree, source));
  if (/(^|\.)(transpose|permute|swapaxes)$/.test(source.name)) return Math.max(before, ...axesNamed(source).map((axis) => axis + 1));
  return keepsAxes.includes(source.kind) || /(^|\.)contiguous$/.test(source.name) ? before : 0;
}

function axesNamed({ arguments: written }: Application): readonly number[] {
  return [...written].filter(([name]) => name !== 'input').map(([, { value }]) => numberOf(value) ?? -1);
}

/** `x[0]` and `a, b = x` take the first axis, `x.unbind(0)` takes one before its parts are picked, and `x.chunk(2)` keeps all. */
function axesTaken(tree: SyntaxTree, { name, node, inputs: [input] }: Application): number {
  if (/^(unbind|chunk|split|tensor_split)$/.test(shortName(name))) return shortName(name) === 'unbind' ? 1 : 0;
  if (name !== '[]') return Infinity;
  const from = input?.kind === 'tensor' ? input.source : undefined;
  if (from?.kind === 'selection' && from.name !== '[]') return 0;
  const isPicked = tree.kind(node) !== Kind.Subscript || tree.kind(tree.lastChild(node)) === Kind.Number;
  return isPicked ? 1 : Infinity;
}
