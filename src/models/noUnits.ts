/** What stands between layers and is no function of hidden units: identities in the place of other layers, draws, and the parts of an activation that the file defines. */
import { nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { nearest } from './region';

/** What gives one of several, as it was drawn or is the largest. */
const picking: ReadonlySet<string> = new Set(['gumbel-softmax', 'hardmax']);

export function isOfNoUnits(tree: SyntaxTree, usage: Usage, node: Node): boolean {
  return picking.has(usage.activation) || isStandIn(tree, usage, node) || isOfOwnActivation(tree, node);
}

const activationName = /act|non_?lin|relu|gelu|silu|swish|tanh|sigmoid|(^|_)(fn|func|f|phi|sigma)$/i;

/** `self.pool = nn.AvgPool2d(2) if stride > 1 else nn.Identity()`: a layer that does nothing is an activation only where it is called one. */
function isStandIn(tree: SyntaxTree, { activation, symbol }: Usage, node: Node): boolean {
  if (activation !== 'identity' || !/(^|\.)Identity$/.test(symbol)) return false;
  const place = nearest(tree, node, (kind) => kind === Kind.Assign || kind === Kind.KeywordArgument);
  if (place === NONE) return false;
  const target = tree.kind(place) === Kind.Assign ? tree.firstChild(place) : place;
  const name = nameOf(tree, target);
  return name !== '' && !activationName.test(name);
}

const ownActivation = /^(h|hard|quick|fast|my|custom)?(sigmoid|swish|mish|gelu|tanh|silu|relu6?|elu|selu|softplus)$/i;

/** In a class that is called after an activation and nothing else. */
function isOfOwnActivation(tree: SyntaxTree, node: Node): boolean {
  const around = nearest(tree, node, (kind) => kind === Kind.ClassDef);
  return around !== NONE && ownActivation.test(nameOf(tree, around).replaceAll('_', ''));
}
