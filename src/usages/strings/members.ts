/** Members of an enumeration of activations, `ActivationType.GELU`, which say what a string of their name would. */
import { nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { telling } from '../tellingNames';

/** What people call such an enumeration. */
const enumerations = /^_*(\w*(Activation|Non_?[lL]inearit(y|ies))(s|Fn|Func|Function|Type|Name|Kind|Enum|Choices?|Options?)?|Act(s|Fn|Func|Type|Enum)?)$/;

/** The name that a member has as a string: `leaky_relu` for `Activation.LEAKY_RELU` and `Activation.leaky_relu.value`; nothing for another Attribute. */
export function memberName(tree: SyntaxTree, node: Node): string | undefined {
  return nameOfMember(tree, memberIn(tree, node));
}

/** The member that is asked for its `value` or `name`, or what is given. */
export function memberIn(tree: SyntaxTree, node: Node): Node {
  return tree.kind(node) === Kind.Attribute && /^(value|name)$/.test(nameOf(tree, node)) ? tree.firstChild(node) : node;
}

function nameOfMember(tree: SyntaxTree, node: Node): string | undefined {
  const first = tree.kind(node) === Kind.Attribute ? tree.firstChild(node) : node;
  if (first === node || (tree.kind(first) !== Kind.Name && tree.kind(first) !== Kind.Attribute)) return undefined;
  const name = nameOf(tree, node);
  if (!isCapital(nameOf(tree, first)) || !enumerations.test(nameOf(tree, first)) || !(telling.test(name) || /^(linear|identity)$/i.test(name))) return undefined;
  return name === name.toUpperCase() ? name.toLowerCase() : name;
}

function isCapital(name: string): boolean {
  const code = name.charCodeAt(0);
  return code >= 0x41 && code <= 0x5a;
}
