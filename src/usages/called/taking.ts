/** What a function or class leaves to its callers: parameters and fields that are called as an activation is and have none of their own. */
import { assignedValue, callOf, classWith, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Noted } from '../locals/locals';

const called = /(^|_)(act(iv(ation)?)?|non_?lin(ear(ity)?)?)(_?(fn|func|function|f|layer|class|cls))?\d?$/i;

export function isCalledActivation(name: string): boolean {
  return called.test(name);
}

/** Whether a Parameter of a function, or what a class only annotates, has no value, or `None`. */
export function isLeftToCallers(tree: SyntaxTree, node: Node): boolean {
  if (tree.kind(node) === Kind.AnnAssign) return assignedValue(tree, node) === NONE && tree.kind(tree.firstChild(node)) === Kind.Name && classWith(tree, node) !== NONE;
  return [Kind.Identifier, Kind.Annotation, Kind.NoneLiteral].includes(tree.kind(tree.lastChild(node))) && tree.kind(tree.parent(tree.parent(node))) === Kind.FunctionDef;
}

/** The function or method that is called, or the class that is made, to give a parameter or a field its value; `NONE` for a method that is decorated. */
export function calledFor(tree: SyntaxTree, taking: Node): Node {
  if (tree.kind(taking) === Kind.AnnAssign) return classWith(tree, taking);
  const definition = tree.parent(tree.parent(taking));
  const isDecorated = tree.kind(tree.parent(definition)) === Kind.Decorated;
  const owner = classWith(tree, isDecorated ? tree.parent(definition) : definition);
  if (owner !== NONE && nameOf(tree, definition) === '__init__') return owner;
  return owner === NONE || !isDecorated ? definition : NONE;
}

/** The names of what a statement defines that leaves an activation to its callers. */
export function takersIn(tree: SyntaxTree, { first, portion }: Noted): readonly string[] {
  return portion.taking.map((taking) => calledFor(tree, first + taking)).filter((definition) => definition !== NONE).map((definition) => nameOf(tree, definition));
}

/** The Names that are called or derived from within a statement, and the Attributes that are called, by what they are. */
export function calledWithin(tree: SyntaxTree, { first, portion }: Noted, root: Node): ReadonlyMap<string, readonly number[]> {
  return (portion.called ??= readCalled(tree, first, root));
}

function readCalled(tree: SyntaxTree, first: Node, root: Node): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let node = first; node <= root; node++) {
    if (!isCalled(tree, node)) continue;
    const known = found.get(nameOf(tree, node));
    if (known) known.push(node - first);
    else found.set(nameOf(tree, node), [node - first]);
  }
  return found;
}

function isCalled(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  return (kind === Kind.Name || kind === Kind.Attribute) && (callOf(tree, node) !== NONE || (kind === Kind.Name && tree.kind(tree.parent(node)) === Kind.Bases));
}
