/** Where the activation of a later call is made: `nn.ELU()` for the `self.elu(x)` of another method. */
import { nameRange } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { valueOfAttribute } from './holding/attributes';
import type { Reading } from './reading';
import type { Span, Usage } from './usage';

/** Nobody hands an activation on more often. */
const deepest = 8;

/** The use itself where it is no later call; undefined where more than one place of the file may have made what is called, or a caller. */
export function makerOf(reading: Reading, usages: readonly Usage[], later: Usage): Usage | undefined {
  if (later.form !== 'instance') return later;
  const { tree } = reading;
  let value = valueOf(reading, named(tree, later.span));
  for (let level = 0; level < deepest && value !== NONE; level++) {
    const [maker, other] = usages.filter(({ span }) => tree.start(value) <= span.start && span.end <= tree.end(value));
    if (other !== undefined || (maker !== undefined && maker.activation !== later.activation)) return undefined;
    const name = maker === undefined ? value : named(tree, maker.span);
    const next = valueOf(reading, name);
    if (maker !== undefined && next === NONE) return isGiven(reading, name) || isLessSure(later, maker) ? undefined : maker;
    value = next;
  }
  return undefined;
}

/** The only value of a name or of an attribute of `self`. */
function valueOf(reading: Reading, node: Node): Node {
  switch (reading.tree.kind(node)) {
    case Kind.Name: return reading.names.valueOf(node);
    case Kind.Attribute: return valueOfAttribute(reading, node);
    default: return NONE;
  }
}

/** Whether a name stands for what callers pass. */
function isGiven({ tree, names }: Reading, name: Node): boolean {
  return names.bindingsOf(name).some(({ node }) => tree.kind(node) === Kind.Parameter);
}

/** On a way that is less sure than its beginning, a condition or a default is passed. */
function isLessSure(later: Usage, maker: Usage): boolean {
  return later.certainty !== maker.certainty && maker.certainty === 'resolved';
}

/** The Name or Attribute whose name stands at a place. */
export function named(tree: SyntaxTree, span: Span): Node {
  for (let node: Node = 1; node <= tree.root; node++) {
    const mayBe = tree.end(node) === span.end && (tree.kind(node) === Kind.Name || tree.kind(node) === Kind.Attribute);
    if (mayBe && nameRange(tree, node)?.start === span.start) return node;
  }
  return NONE;
}
