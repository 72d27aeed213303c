/** Puts a framework's own function in the place of a formula that was written by hand: `F.silu(x)` for `x * torch.sigmoid(x)`. */
import { findActivation } from '../activations/catalogue';
import { findFramework } from '../frameworks/catalogue';
import { isKnownName } from '../frameworks/lookup';
import { replaced, type Edit } from '../documents/edit';
import { namesOf, type Names } from '../python/names';
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { freshArguments } from './argumentMapping';
import { importableNames } from './importable';
import { phrasesFor } from './phrases';
import { reach } from './reach';
import { quoteOf, type Replacement } from './replacement';

/**
 * Undefined where the framework has no such function, and where it is not plain what it would be called with: a formula of
 * more than one variable, of numbers that are no literals, or of functions that are not the framework's.
 */
export function replaceFormula(tree: SyntaxTree, usage: Usage): Replacement | undefined {
  const framework = findFramework(usage.framework);
  const node = usage.form === 'formula' ? formulaAt(tree, usage) : NONE;
  if (framework === undefined || node === NONE || findActivation(usage.activation)?.kind !== 'scalar') return undefined;
  if (usage.parameters.some(({ source }) => source === 'unknown') || holdsComment(tree, node)) return undefined;
  const input = inputOf(tree, node, framework.roots);
  if (input === undefined) return undefined;
  const parameters = Object.fromEntries(usage.parameters.map(({ name, value }) => [name, value]));
  const replacements = phrasesFor(framework, { activation: usage.activation, parameters }).flatMap(({ symbol, written }): Replacement[] => {
    const others = freshArguments({ symbol, written }, quoteOf(tree));
    const isFunction = symbol.form === 'function' && !symbol.name.endsWith('_');
    const reached = isFunction ? reach(tree, tree.start(node), importableNames(framework, symbol.name)) : undefined;
    if (reached === undefined || others === undefined) return [];
    const code = `${reached.code}(${[input, ...others].join(', ')})`;
    const imports: Edit[] = reached.importEdit === undefined ? [] : [reached.importEdit];
    return [{ edits: [replaced(tree.start(node), tree.end(node), code), ...imports], code, addsImport: imports.length > 0 }];
  });
  return replacements.sort((a, b) => Number(a.addsImport) - Number(b.addsImport) || a.code.length - b.code.length)[0];
}

/** Only arithmetic and calls: what a condition picks may be a plain number, which no function of tensors takes. */
function formulaAt(tree: SyntaxTree, { expression }: Usage): Node {
  for (let node = tree.root; node > 0; node--) {
    if (tree.start(node) !== expression.start || tree.end(node) !== expression.end) continue;
    if ([Kind.BinOp, Kind.UnaryOp, Kind.Call].includes(tree.kind(node))) return node;
  }
  return NONE;
}

function holdsComment(tree: SyntaxTree, node: Node): boolean {
  return tree.comments().some(({ start, end }) => tree.start(node) < end && start < tree.end(node));
}

/** The one variable, or other expression, that a formula is made of besides numbers, as it is written. */
function inputOf(tree: SyntaxTree, node: Node, roots: readonly string[]): string | undefined {
  const names = namesOf(tree);
  const leaves = leavesIn({ tree, names, roots }, node);
  const [first] = leaves ?? [];
  return leaves !== undefined && first !== undefined && leaves.every((leaf) => leaf === first) ? first : undefined;
}

interface Place {
  readonly tree: SyntaxTree;
  readonly names: Names;
  readonly roots: readonly string[];
}

/** Undefined where something in it is not understood. */
function leavesIn(place: Place, node: Node): string[] | undefined {
  const { tree, names } = place;
  switch (tree.kind(node)) {
    case Kind.Number:
    case Kind.True:
    case Kind.False:
      return [];
    case Kind.Name:
    case Kind.Attribute:
      return names.qualifiedName(node) === undefined ? [tree.textOf(node)] : [];
    case Kind.Subscript:
      return [tree.textOf(node)];
    case Kind.Call:
      return leavesOfCall(place, node);
    case Kind.BinOp:
    case Kind.UnaryOp:
    case Kind.Compare:
    case Kind.Comparison:
      return together(tree.children(node).map((child) => leavesIn(place, child)));
    default:
      return undefined;
  }
}

function together(parts: readonly (string[] | undefined)[]): string[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** Functions that compute something of their input; what only changes its type or shape is a part of the input. */
function leavesOfCall(place: Place, call: Node): string[] | undefined {
  const { tree, names, roots } = place;
  const callee = calleeOf(tree, call);
  const name = nameOf(tree, callee);
  const qualified = names.qualifiedName(callee);
  const passed = callArguments(tree, call).map(({ value, stars }) => (stars > 0 ? undefined : leavesIn(place, value)));
  const isMethod = qualified === undefined && tree.kind(callee) === Kind.Attribute;
  const leaves = together(isMethod ? [leavesIn(place, tree.firstChild(callee)), ...passed] : passed);
  if (leaves === undefined) return undefined;
  if (leaves.length === 0 && qualified !== undefined) return [];
  const computes = isKnownName(name) || computing.has(name);
  if (!computes) return [tree.textOf(call)];
  return isMethod || (qualified !== undefined && roots.includes(qualified.split('.')[0] ?? '')) ? leaves : undefined;
}

const computing: ReadonlySet<string> = new Set([
  'exp', 'expm1', 'log', 'log1p', 'sqrt', 'square', 'abs', 'absolute', 'sign', 'tanh', 'sigmoid', 'erf', 'erfc', 'softplus', 'relu', 'relu6',
  'add', 'sub', 'subtract', 'mul', 'multiply', 'div', 'divide', 'pow', 'power', 'negative', 'neg', 'reciprocal', 'sin', 'cos', 'atan', 'arctan',
  'maximum', 'minimum', 'max', 'min', 'clip', 'clamp', 'clip_by_value', 'where', 'zeros_like', 'ones_like', 'logaddexp',
]);
