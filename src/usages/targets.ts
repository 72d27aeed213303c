/** What an assignment binds: variables and attributes, each with its own value where the text pairs them. */
import { assignedValue, assignmentOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

/** Nobody unpacks deeper. */
const deepest = 8;

/** The Names and Attributes of a target. */
export function namedTargets(tree: SyntaxTree, target: Node): Node[] {
  return pairedTargets(tree, target, NONE).map(({ target: named }) => named);
}

export interface Bound {
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
    default:
      return [{ target: node, value: node }];
  }
}

function isRow(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.Tuple || tree.kind(node) === Kind.List;
}
