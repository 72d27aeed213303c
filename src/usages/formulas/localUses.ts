/** Uses of what the file itself defines: `Swish()`, `gelu(h)`, `SwishFunction.apply(x)`, `self.sigmoid(z)`. */
import { callArguments, calleeOf, nameOf, nameRange } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { meaningOf } from '../parameters';
import { isAnnotation, isTarget } from '../references';
import { spanOf, type Reading } from '../reading';
import type { Usage } from '../usage';
import { classAround, isOwnAttribute } from './bindings';
import { ownSymbol, ownSymbolsOf } from './ownSymbols';

/** The use that a Name, or an Attribute of `self`, is. */
export function findLocalUse(reading: Reading, node: Node): Usage | undefined {
  const { tree } = reading;
  const definition = definitionAt(reading, node);
  if (definition === NONE || !isUse(tree, node, definition)) return undefined;
  const parent = tree.parent(node);
  const applied = tree.kind(parent) === Kind.Attribute && nameOf(tree, parent) === 'apply' ? parent : NONE;
  if (tree.kind(parent) === Kind.Attribute && !applied) return undefined;
  const found = ownSymbol(reading, definition);
  const span = nameRange(tree, node);
  if (found === undefined || span === undefined) return undefined;
  const call = callOf(tree, applied || node);
  const meaning = meaningOf(reading, found.symbol, call && !applied ? callArguments(tree, call) : []);
  return meaning?.certain === true ? {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: nameOf(tree, node),
    form: found.symbol.form === 'module' && !applied ? 'module' : 'function',
    certainty: 'hand-written',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call || applied || node),
    scope: reading.names.scopePath(node),
  } : undefined;
}

function definitionAt(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  if (tree.kind(node) === Kind.Attribute) {
    if (!isOwnAttribute(tree, node)) return NONE;
    const { methods } = ownSymbolsOf(reading).definitions.bindings;
    return methods.get(classAround(tree, names, node))?.get(nameOf(tree, node)) ?? NONE;
  }
  const value = names.definitionOf(node) || names.valueOf(node);
  const kind = tree.kind(value);
  return kind === Kind.FunctionDef || kind === Kind.ClassDef || kind === Kind.Lambda ? value : NONE;
}

function isUse(tree: SyntaxTree, node: Node, definition: Node): boolean {
  return !isWithin(tree, node, definition) && !isTarget(tree, node) && !isAnnotation(tree, node) && !isOfSuper(tree, node);
}

function isWithin(tree: SyntaxTree, node: Node, definition: Node): boolean {
  return node >= tree.firstInside(definition) && node <= definition;
}

/** `super(Swish, self)` is no use. */
function isOfSuper(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && tree.textOf(calleeOf(tree, parent)) === 'super';
}

function callOf(tree: SyntaxTree, callee: Node): Node {
  const parent = tree.parent(callee);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === callee ? parent : NONE;
}
