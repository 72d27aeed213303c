/** Which model ends with a use, and what it is called where it is made. */
import { nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Facts, Model } from './facts';
import { endingsOf, partsOf } from './questions';
import { isUse } from './stack';

export function modelsEndingWith(tree: SyntaxTree, { models }: Facts, usage: Usage): readonly Model[] {
  return models.filter(({ output }) => partsOf(output).flatMap((part) => endingsOf(part))
    .some((ending) => ending !== undefined && isUse(tree, ending, usage)));
}

/** `generator = Sequential(…)`, `self.actor = nn.Sequential(…)` */
export function nameGiven(tree: SyntaxTree, made: Node): string {
  return nameOf(tree, targetGiven(tree, made));
}

/** What a value is assigned to; `NONE` where it goes anywhere else. */
export function targetGiven(tree: SyntaxTree, value: Node): Node {
  const assignment = tree.parent(value);
  const target = tree.kind(assignment) === Kind.Assign ? tree.firstChild(assignment) : NONE;
  return target === value ? NONE : target;
}
