/** Which model ends with a use, and what it is called where it is made. */
import { nameOf } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Facts, Model } from './facts';
import { endingsOf, partsOf } from './questions';
import { isOf } from './stack';

export function modelsEndingWith(tree: SyntaxTree, { models }: Facts, usage: Usage): readonly Model[] {
  return models.filter(({ output }) => partsOf(output).flatMap((part) => endingsOf(part))
    .some((ending) => ending?.activation?.id === usage.activation && isOf(tree, ending, usage)));
}

/** `generator = Sequential(…)`, `self.actor = nn.Sequential(…)` */
export function nameGiven(tree: SyntaxTree, made: Node): string {
  const assignment = tree.parent(made);
  const target = tree.kind(assignment) === Kind.Assign ? tree.firstChild(assignment) : undefined;
  return target !== undefined && target !== made ? nameOf(tree, target) : '';
}
