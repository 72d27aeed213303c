/** What a policy ends with: a distribution over actions, or an action within bounds. */
import { isDefinition, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { actsInEnvironment } from './architecture';
import { modelsEndingWith, nameGiven } from './endings';
import type { Facts } from './facts';
import { nearest } from './region';
import type { Situation } from './situation';

const acting = /polic|actor/i;
/** Nothing that judges, and no factory. */
const otherwise = /factor(y|ies)|extractor|refactor|contractor|discriminator|loss/i;
const drawing = /\b(Categorical|OneHotCategorical|choice|multinomial|categorical)\(/;

export function endOfPolicy(tree: SyntaxTree, usage: Usage, node: Node, facts: Facts): Pick<Situation, 'role' | 'task'> | undefined {
  if (usage.activation !== 'softmax' && usage.activation !== 'tanh') return undefined;
  const models = modelsEndingWith(tree, facts, usage);
  const definition = nearest(tree, node, (kind, at) => isDefinition(kind) && isPolicy(nameOf(tree, at)));
  const named = models.find((model) => isPolicy(nameGiven(tree, model.node)));
  const isDrawn = usage.activation === 'softmax' && actsInEnvironment(tree) && drawing.test(tree.text);
  const [last] = models;
  if (last === undefined || (definition === NONE && named === undefined && !isDrawn)) return undefined;
  const evidence = definition === NONE ? { offset: tree.start((named ?? last).node), text: (named ?? last).name } : { offset: tree.start(definition), text: nameOf(tree, definition) };
  return { role: { value: 'output', sureness: 'likely', evidence }, task: { value: 'control', sureness: 'likely', evidence } };
}

const policy = /polic|^pi(_|$)/i;

/** `value = (policy * q).sum(-1)`: under a distribution over actions a mean is taken, and nothing is attended to. */
export function isOfPolicy(tree: SyntaxTree, node: Node): boolean {
  const assignment = nearest(tree, node, (kind) => kind === Kind.Assign);
  return assignment !== NONE && policy.test(nameOf(tree, tree.firstChild(assignment)));
}

function isPolicy(name: string): boolean {
  return acting.test(name) && !otherwise.test(name);
}
