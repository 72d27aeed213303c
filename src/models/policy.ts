/** What a policy ends with: a distribution over actions, or an action within bounds. */
import { isDefinition, nameOf } from '../python/parts';
import { NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { actsInEnvironment } from './architecture';
import type { Facts } from './facts';
import { endingsOf, partsOf } from './questions';
import { nearest } from './region';
import { isOf } from './stack';
import type { Situation } from './situation';

const acting = /polic|actor/i;
/** Nothing that judges, and no factory. */
const otherwise = /factor(y|ies)|extractor|refactor|contractor|discriminator|loss/i;
const drawing = /\b(Categorical|OneHotCategorical|choice|multinomial|categorical)\(/;

export function endOfPolicy(tree: SyntaxTree, usage: Usage, node: Node, { models }: Facts): Pick<Situation, 'role' | 'task'> | undefined {
  if (usage.activation !== 'softmax' && usage.activation !== 'tanh') return undefined;
  const last = models.find(({ output }) => partsOf(output).flatMap((part) => endingsOf(part)).some((ending) => ending?.activation?.id === usage.activation && isOf(tree, ending, usage)));
  const definition = nearest(tree, node, (kind, at) => isDefinition(kind) && acting.test(nameOf(tree, at)) && !otherwise.test(nameOf(tree, at)));
  const isPolicy = definition !== NONE || (usage.activation === 'softmax' && actsInEnvironment(tree) && drawing.test(tree.text));
  if (last === undefined || !isPolicy) return undefined;
  const at = definition === NONE ? last.node : definition;
  const evidence = { offset: tree.start(at), text: definition === NONE ? last.name : nameOf(tree, definition) };
  return { role: { value: 'output', sureness: 'likely', evidence }, task: { value: 'control', sureness: 'likely', evidence } };
}
