/** What an assignment binds: variables and attributes, each with its own value where the text pairs them. */
import { stringValue } from '../../python/literals';
import { assignedValue, assignmentOf, calleeOf, isDefinition, isRow, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { textAround } from './textAround';

/** Nobody unpacks deeper. */
const deepest = 8;

/** The Names and Attributes of a target. */
export function namedTargets(tree: SyntaxTree, target: Node): Node[] {
  return pairedTargets(tree, target, NONE).map(({ target: named }) => named);
}

/** Whether what is given a value is a variable, as no attribute and nothing in the body of a class is. */
export function isVariable(tree: SyntaxTree, target: Node): boolean {
  if (tree.kind(target) === Kind.Attribute || tree.kind(target) === Kind.KeywordArgument) return false;
  let around = tree.parent(target);
  while (around !== NONE && !isDefinition(tree.kind(around)) && tree.kind(around) !== Kind.Lambda) around = tree.parent(around);
  return tree.kind(around) !== Kind.ClassDef;
}

interface Bound {
  readonly target: Node;
  /** `NONE` where no single expression is the value. */
  readonly value: Node;
}

/** `a, self.b = x, y` binds each to its own value. */
function pairedTargets(tree: SyntaxTree, target: Node, value: Node, depth = 0): Bound[] {
  switch (tree.kind(target)) {
    case Kind.Name:
    case Kind.Attribute:
      return [{ target, value }];
    case Kind.Tuple:
    case Kind.List: {
      if (depth > deepest) return [];
      const targets = tree.children(target);
      const values = isRow(tree, value) ? tree.children(value) : [];
      const paired = values.length === targets.length && ![...targets, ...values].some((node) => tree.kind(node) === Kind.Starred);
      return targets.flatMap((part, place) => pairedTargets(tree, part, paired ? values[place] ?? NONE : NONE, depth + 1));
    }
    case Kind.Starred:
      return depth > deepest ? [] : pairedTargets(tree, tree.firstChild(target), NONE, depth + 1);
    default:
      return [];
  }
}

/** What an assignment or a definition binds. An annotation without a value binds nothing. */
export function boundBy(tree: SyntaxTree, node: Node): readonly Bound[] {
  switch (tree.kind(node)) {
    case Kind.Assign:
    case Kind.AnnAssign: {
      const value = assignedValue(tree, node);
      return value === NONE ? [] : (assignmentOf(tree, node)?.targets ?? []).flatMap((target) => pairedTargets(tree, target, value));
    }
    case Kind.AugAssign:
      return [{ target: tree.firstChild(node), value: NONE }];
    case Kind.Call: {
      const added = addedBy(tree, node);
      return added ? [{ target: added.name, value: added.value }] : [];
    }
    default:
      return [{ target: node, value: node }];
  }
}

/** The name of what is bound, which may be the text by which an attribute is added. */
export function targetName(tree: SyntaxTree, target: Node): string {
  return isText(tree, target) ? namedByText(tree, target) ?? '' : nameOf(tree, target);
}

/** Whether an attribute is added by an expression that is its name. */
export function isText(tree: SyntaxTree, target: Node): boolean {
  return texts.includes(tree.kind(target));
}

const texts: readonly Kind[] = [Kind.String, Kind.FString, Kind.BinOp, Kind.Call];

/** The name that a text gives an attribute; of attributes that are counted, `f"relu{i}"`, one name for all of them, which no other has. */
export function namedByText(tree: SyntaxTree, text: Node): string | undefined {
  if (tree.kind(text) === Kind.String) return stringValue(tree, text);
  const around = isText(tree, text) ? textAround(tree, text) : undefined;
  return around && /[a-z]/i.test(around.before) ? `${around.before}*${around.after}` : undefined;
}

/** An attribute that a call gives to an object by a text. */
interface Added {
  readonly object: Node;
  readonly name: Node;
  readonly value: Node;
}

/** `self.add_module("act", nn.ReLU())`, `setattr(self, "act", nn.ReLU())`, `setattr(self, f"act{i}", nn.ReLU())` */
export function addedBy(tree: SyntaxTree, call: Node): Added | undefined {
  const callee = calleeOf(tree, call);
  const isMethod = tree.kind(callee) === Kind.Attribute;
  if (!(isMethod ? addingMethods : addingFunctions).has(nameOf(tree, callee))) return undefined;
  const object = isMethod ? tree.firstChild(callee) : tree.nextSibling(callee);
  const name = tree.nextSibling(isMethod ? callee : object);
  const value = name === NONE ? NONE : tree.nextSibling(name);
  const isPlain = value !== NONE && tree.nextSibling(value) === NONE && namedByText(tree, name) !== undefined;
  return isPlain ? { object, name, value } : undefined;
}

const addingMethods: ReadonlySet<string> = new Set(['add_module', 'register_module']);
const addingFunctions: ReadonlySet<string> = new Set(['setattr']);
