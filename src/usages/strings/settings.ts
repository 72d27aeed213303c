/** The name under which a target keeps what it is given. */
import { stringValue } from '../../python/literals';
import { nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

/** The name in `act = …`, `self.act = …`, `act.type = …` and `acts[-1] = …`, the key in `config["act"] = …`. */
export function settingOf(tree: SyntaxTree, target: Node): string {
  if (tree.kind(target) === Kind.Attribute && kinds.test(nameOf(tree, target))) return `${nameOf(tree, tree.firstChild(target)).toLowerCase()}_type`;
  if (tree.kind(target) !== Kind.Subscript) return nameOf(tree, target);
  const key = tree.lastChild(target);
  return indices.includes(tree.kind(key)) ? nameOf(tree, tree.firstChild(target)) : stringValue(tree, key) ?? '';
}

/** What says which one is meant of what an object is of: `_C.MODEL.ACT.TYPE = "relu"`. */
const kinds = /^(type|TYPE|NAME)$/;

const indices: readonly Kind[] = [Kind.Number, Kind.UnaryOp];
