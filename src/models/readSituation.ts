/**
 * What a file shows of the place an activation stands in. Layers and losses are not followed from call to call
 * here: what is not plain to see stays unknown.
 */
import { frameworks } from '../frameworks/catalogue';
import type { SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { architectureOf, normalisationOf } from './architecture';
import { constraintsOf } from './constraints';
import { depthOf } from './depth';
import { lossOf } from './losses';
import { modelAround, nodeAt } from './region';
import { roleOf } from './role';
import type { Fact, Situation } from './situation';

/** `usages` are all uses of the same text, which tell how deep the function is stacked. */
export function readSituation(tree: SyntaxTree, usage: Usage, usages: readonly Usage[]): Situation {
  const node = nodeAt(tree, usage.span);
  const model = modelAround(tree, node);
  const role = roleOf(tree, usage, node);
  return {
    ...known('framework', frameworkOf(usage)),
    ...known('role', role),
    ...known('architecture', architectureOf(tree, model)),
    ...(role?.value === 'output' ? lossOf(tree) : {}),
    ...known('normalisation', normalisationOf(tree, model)),
    ...known('depth', depthOf(tree, usage, node, usages)),
    constraints: constraintsOf(tree, usage.framework, model),
  };
}

function frameworkOf({ framework, certainty }: Usage): Fact<string> {
  const name = frameworks.find(({ id }) => id === framework)?.name ?? framework;
  return { value: name, sureness: certainty === 'resolved' ? 'read' : 'likely' };
}

function known<K extends string, T>(key: K, fact: T | undefined): { [P in K]?: T } {
  return fact === undefined ? {} : ({ [key]: fact } as { [P in K]: T });
}
