/** What stands between layers and is no function of hidden units: identities in the place of other layers, draws, and the parts of an activation that the file defines. */
import { bodyOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { anyOf } from '../usages/eitherOf';
import type { Usage } from '../usages/usage';
import { nearest } from './region';

/** What gives one of several, as it was drawn or is the largest, or one number for all. */
const picking: ReadonlySet<string> = new Set(['gumbel-softmax', 'hardmax', 'logsumexp']);

export function isOfNoUnits(tree: SyntaxTree, usage: Usage, node: Node): boolean {
  return picking.has(usage.activation) || isStandIn(tree, usage, node);
}

const otherName = /(^|_)(out|outputs?|final|last|masks?)_?(act|activation|non_?lin)/i;

/** `mask_act="relu"`, `output_activation="relu"`: what a parameter or argument calls otherwise is of no hidden layer. */
export function isCalledOtherwise(tree: SyntaxTree, node: Node): boolean {
  const place = nearest(tree, node, (kind) => kind === Kind.Assign || kind === Kind.KeywordArgument || kind === Kind.Parameter);
  return place !== NONE && otherName.test(nameOf(tree, tree.kind(place) === Kind.Assign ? tree.firstChild(place) : place));
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

const variants = anyOf('h hard quick fast my custom memoryefficient mod complex soft shifted squared clipped bounded learnable trainable adaptive param(etric)?');
const activations = anyOf('sigmoid swish mish gelu tanh silu (leaky|p|r)?relu6? [cs]?elu softplus softsign snake');
const ownActivation = new RegExp(`^${variants}?${activations}(implementation|function|fn|activation|layer|op)?$`, 'i');

/** A class that is called after an activation and nothing else defines one, and so does one that is derived from an activation: what is inside is a part of it. */
export function isOfOwnActivation(tree: SyntaxTree, node: Node): boolean {
  const around = nearest(tree, node, (kind) => kind === Kind.ClassDef);
  return around !== NONE && (ownActivation.test(nameOf(tree, around).replaceAll('_', '')) || isBase(tree, around, node));
}

/** `class Softsign(nn.Softsign):` */
function isBase(tree: SyntaxTree, definition: Node, node: Node): boolean {
  const [first = NONE] = bodyOf(tree, definition);
  return first !== NONE && tree.start(node) < tree.start(first);
}
