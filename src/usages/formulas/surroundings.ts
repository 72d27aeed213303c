import { literalValue } from '../../python/literals';
import { nameOf, parametersOf } from '../../python/parts';
import { Kind } from '../../python/syntax';
import { areBranches } from './branches';
import type { Workshop } from './callees';
import { isWeight } from './learned';
import type { Surroundings } from './leaves';
import type { Leaf } from './steps';

export function surroundingsOf(workshop: Workshop): Surroundings {
  return {
    tree: workshop.reading.tree,
    areBranches: (a, b) => areBranches(workshop, a, b),
    defaultOf: (leaf) => defaultOf(workshop, leaf),
    isLearned: ({ node }) => isWeight(workshop, node),
  };
}

function defaultOf({ reading: { tree, names } }: Workshop, { node, key }: Leaf): number | undefined {
  const around = names.enclosingDefinition(node);
  if (tree.kind(node) !== Kind.Name || key !== nameOf(tree, node) || tree.kind(around) !== Kind.FunctionDef) return undefined;
  const parameter = parametersOf(tree, around).find(({ name }) => name === key);
  const value = parameter?.default ? literalValue(tree, parameter.default) : undefined;
  return typeof value === 'number' ? value : undefined;
}
