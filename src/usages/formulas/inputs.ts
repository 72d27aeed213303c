/** What the variables of a formula are: its inputs, told apart by their values, numbers that it is given, constants. */
import { nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { wordsOf } from '../../python/words';
import { eitherOf } from '../eitherOf';
import { qualifiedNames } from '../reading';
import { isOwnAttribute, reachingBinding } from './bindings';
import { firstPart, lastPart, type Workshop } from './callees';
import { constants, numericPackages } from './functions';
import { isWeight } from './learned';
import type { Leaf } from './steps';

/** The text of an expression and which bindings its names have: equal for equal values. */
export function keyOf(workshop: Workshop, node: Node): string {
  const key = workshop.keys.get(node) ?? makeKey(workshop, node);
  workshop.keys.set(node, key);
  return key;
}

function makeKey({ reading: { tree, names }, bindings }: Workshop, node: Node): string {
  const text = tree.textOf(node);
  const first = tree.firstInside(node);
  if (text.length > 240 || node - first > 60) return `#${node}`;
  let key = text.replace(/\s+/g, '');
  for (let inside = first; inside <= node; inside++) {
    if (tree.kind(inside) !== Kind.Name && !isOwnAttribute(tree, inside)) continue;
    const binding = reachingBinding(tree, names, bindings, inside);
    if (binding) key += ` ${binding.target}`;
  }
  return key;
}

export function importedConstant({ reading }: Workshop, node: Node): number | undefined {
  if (!constants.has(nameOf(reading.tree, node))) return undefined;
  for (const name of qualifiedNames(reading, node)) {
    const value = numericPackages.has(firstPart(name)) ? constants.get(lastPart(name)) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

const longestSmall = '_epsilon'.length;

/** What keeps a quotient from dividing by zero changes no formula. */
export function isSmallNumberName(name: string): boolean {
  return name.length <= longestSmall && /^_?(eps|epsilon|tiny)$/i.test(name);
}

/** A short expression that may be worth a number. */
export function isArithmetic(tree: SyntaxTree, value: Node): boolean {
  const kind = tree.kind(value);
  return kind === Kind.Number || kind === Kind.BinOp || kind === Kind.UnaryOp || kind === Kind.Call || kind === Kind.Attribute || kind === Kind.Name;
}

const parameterNames = eitherOf(
  /^(alphas?|betas?|slopes?|negative_slope|leak(iness)?|gammas?|thetas?|lamb?d?a?)$/i,
  /^(scale|tau|t|temp(erature)?|threshold|k|omega|weight|shift|scaling|[a-d]|p\d?)$/,
  /^.*_(alpha|beta|slope|scale|temp|temperature)$/,
);

/** Whether an input is a number of the function rather than what it is a function of: `self.beta`, an argument `alpha`. */
export function isParameterLike(tree: SyntaxTree, { node, key, isTrained }: Leaf): boolean {
  switch (tree.kind(node)) {
    case Kind.Attribute:
      return isOwnAttribute(tree, node) || isParameterNamed(tree, node);
    case Kind.Name:
      return isTrained || (key === nameOf(tree, node) && isParameterNamed(tree, node));
    default:
      return false;
  }
}

/** Whether a variable that is called as a parameter is one, since it holds a weight. */
export function isTrained(workshop: Workshop, node: Node): boolean {
  const { tree } = workshop.reading;
  return tree.kind(node) === Kind.Name && isParameterNamed(tree, node) && isWeight(workshop, node);
}

function isParameterNamed(tree: SyntaxTree, node: Node): boolean {
  const words = wordsOf(tree);
  return words.answersTo(isParameterName)(words.at(node));
}

function isParameterName(name: string): boolean {
  return parameterNames.test(name);
}

/** Values that no formula is a function of. */
export const noNumbers: ReadonlySet<Kind> = new Set([
  Kind.String, Kind.Concatenation, Kind.FString, Kind.List, Kind.Tuple, Kind.Dict, Kind.Set, Kind.NoneLiteral,
]);
