/** Names that are an activation: `nn.GELU()`, `F.relu(x)`, and the same without a call, as in `act_layer=nn.GELU`. */
import type { Found } from '../frameworks/lookup';
import { callArguments, calleeOf, callOf, nameOf, nameRange } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { wordsOf } from '../python/words';
import { isOfField } from './fields';
import { boundBy } from './holding/bound';
import { eitherWay } from './holding/held';
import { foundAt, isHandWritten } from './holding/holding';
import { meaningOf } from './parameters';
import { isImported, isBuiltIn, spanOf, type Reading } from './reading';
import { applications, saysOneActivation } from './tellingNames';
import type { Usage } from './usage';

/** The usage that a Name or Attribute is. */
export function findReference(reading: Reading, node: Node): Usage | undefined {
  const { tree, locals } = reading;
  if (locals.known[node] !== 1 && locals.aliases[node] !== 1 && !(tree.kind(node) === Kind.Name && locals.called.has(wordsOf(tree).at(node)))) return undefined;
  const isOwner = tree.kind(tree.parent(node)) === Kind.Attribute;
  if ((isOwner && !isAppliedByClass(reading, node)) || isTarget(tree, node)) return undefined;
  const found = foundAt(reading, node) ?? eitherWay(reading, node)?.found;
  if (isOwner && found?.isInferred !== true) return undefined;
  return found === undefined || isAnnotation(tree, node) || isCompared(reading, node) || isOfField(tree, callOf(tree, node), found) ? undefined : usageOf(reading, node, found);
}

/** `Sigmoid.forward(z)`, of a class of the project that is never made, `SiluFunction.apply`, or of a module for each; and what is handed on so: `Net(activation=Sigmoid.function)`. */
function isAppliedByClass(reading: Reading, node: Node): boolean {
  const { tree } = reading;
  const method = tree.parent(node);
  const isClass = /^[A-Z]/.test(nameOf(tree, node)) || (nameOf(tree, method) === 'apply' && isImported(reading, node));
  const isApplied = applications.has(nameOf(tree, method)) || (isClass && nameOf(tree, method) === 'apply');
  return isApplied && (isClass || saysOneActivation(nameOf(tree, node))) && (callOf(tree, method) !== NONE || isHandedOn(tree, method));
}

function isHandedOn(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return givers.includes(tree.kind(parent)) || (takers.includes(tree.kind(parent)) && tree.firstChild(parent) !== node);
}

const givers: readonly Kind[] = [Kind.KeywordArgument, Kind.Parameter];
const takers: readonly Kind[] = [Kind.Assign, Kind.DictEntry, Kind.Call];

function usageOf(reading: Reading, node: Node, found: Found): Usage | undefined {
  const { tree, names } = reading;
  const call = callOf(tree, node);
  const meaning = meaningOf(reading, found.symbol, call ? callArguments(tree, call) : boundBy(reading, node, found.symbol));
  const span = nameRange(tree, node);
  if (meaning === undefined || span === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: found.symbol.form,
    certainty: isHandWritten(found) ? 'hand-written' : meaning.certain && found.isInferred !== true && found.framework.isAccessory !== true ? 'resolved' : 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call || node),
    scope: names.scopePath(node),
  };
}

/** Whether a name stands where things are shown or told apart: `isinstance(m, nn.ReLU)`, `act is F.relu`, `{nn.ReLU: count}`, `case nn.ReLU():`. */
export function isCompared(reading: Reading, node: Node): boolean {
  const { tree } = reading;
  const { parent, child } = climb(tree, node, [Kind.Tuple, Kind.List, Kind.Set, Kind.BinOp]);
  switch (tree.kind(parent)) {
    case Kind.Compare:
    case Kind.Comparison:
    case Kind.MatchClass:
    case Kind.MatchValue:
    case Kind.ExceptClause:
      return true;
    case Kind.DictEntry:
      return tree.firstChild(parent) === child;
    case Kind.Subscript:
      return tree.firstChild(parent) !== child;
    case Kind.Call:
      return tree.firstChild(parent) !== child && ['isinstance', 'issubclass', 'str', 'repr', 'print'].some((name) => isBuiltIn(reading, calleeOf(tree, parent), name));
    default:
      return false;
  }
}

/** Nobody writes deeper; without a limit, deep nesting with a name at every level would cost the square of its depth. */
const deepest = 64;

/** The nearest node around `node` that is not of `kinds`, and the child of it on the way. */
function climb(tree: SyntaxTree, node: Node, kinds: readonly Kind[]): { parent: Node; child: Node } {
  let child = node;
  let parent = tree.parent(node);
  for (let level = 0; level < deepest && kinds.includes(tree.kind(parent)); level++) {
    child = parent;
    parent = tree.parent(parent);
  }
  return { parent, child };
}

/** Whether a name is bound here, not used: the left side of an assignment. */
export function isTarget(tree: SyntaxTree, node: Node): boolean {
  const { parent, child } = climb(tree, node, [Kind.Tuple, Kind.List, Kind.Starred]);
  switch (tree.kind(parent)) {
    case Kind.Assign:
      return tree.lastChild(parent) !== child;
    case Kind.AnnAssign:
    case Kind.NamedExpr:
      return tree.firstChild(parent) === child;
    case Kind.Delete:
      return true;
    default:
      return false;
  }
}

/** Whether an expression says of which type something is. */
export function isAnnotation(tree: SyntaxTree, node: Node): boolean {
  const { parent, child } = climb(tree, node, [Kind.Subscript, Kind.Tuple, Kind.List, Kind.BinOp]);
  return tree.kind(parent) === Kind.Annotation
    || (tree.kind(parent) === Kind.AnnAssign && tree.nextSibling(tree.firstChild(parent)) === child);
}
