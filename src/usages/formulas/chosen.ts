/** What a branch is taken for: `relu` of `elif kind == "relu": out = np.maximum(0, z)`, of `case "relu":`, of `if act is Act.RELU:`. */
import { stringValue } from '../../python/literals';
import { nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';

/** A formula deeper inside a branch is chosen by something nearer. */
const deepest = 12;
/** Nobody compares with more at once. */
const longestTest = 24;

/** The texts and members of enumerations that the branch around a formula is taken for; none where the test says that it is not so. */
export function chosenFor(tree: SyntaxTree, node: Node): readonly string[] {
  let child = node;
  for (let level = 0; level < deepest && child; level++) {
    const parent = tree.parent(child);
    switch (tree.kind(parent)) {
      case Kind.If:
      case Kind.ElifClause:
      case Kind.IfExp: {
        const test = testOf(tree, parent, child);
        if (test !== NONE) return comparedWith(tree, test);
        break;
      }
      case Kind.Case:
        return comparedWith(tree, tree.firstChild(parent));
      case Kind.FunctionDef:
      case Kind.ClassDef:
        return none;
    }
    child = parent;
  }
  return none;
}

const none: readonly string[] = [];

/** The test under which a part of a statement or choice stands. */
function testOf(tree: SyntaxTree, choice: Node, part: Node): Node {
  const [first = NONE, second = NONE] = tree.children(choice);
  if (tree.kind(choice) === Kind.IfExp) return part === first ? second : NONE;
  return part === second ? first : NONE;
}

function comparedWith(tree: SyntaxTree, test: Node): readonly string[] {
  const first = tree.firstInside(test);
  if (test - first > longestTest) return none;
  const found: string[] = [];
  for (let inside = first; inside <= test; inside++) {
    if (isNegation(tree, inside)) return none;
    const text = tree.kind(inside) === Kind.Attribute ? nameOf(tree, inside) : stringValue(tree, inside);
    if (text !== undefined) found.push(text);
  }
  return found;
}

function isNegation(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  return (kind === Kind.UnaryOp || kind === Kind.Comparison) && [Operator.Not, Operator.NotEqual, Operator.NotIn, Operator.IsNot].includes(operatorOf(tree, node));
}
