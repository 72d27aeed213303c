/** What the generator of an adversarial pair ends with: its images, whatever judges them. */
import { isDefinition, nameOf } from '../python/parts';
import { NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Application, Facts } from './facts';
import { modelsEndingWith, nameGiven } from './endings';
import { consumersOf } from './questions';
import { nearest } from './region';
import { isUse } from './stack';
import type { Fact, Situation } from './situation';
import type { Run } from './values';

type Evidence = NonNullable<Fact['evidence']>;

const generating = /(^|_)generator|Generator|^G$|^G_?net$/;
/** What makes samples or text, and what a generator is trained by. */
const otherwise = /data|batch|image_?data|train|loss|sequence|text|token|sample|anchor|discriminator/i;
const adversary = /discriminator|critic|adversarial|\bgan\b/i;

export function endOfGenerator(tree: SyntaxTree, usage: Usage, node: Node, facts: Facts): Pick<Situation, 'role' | 'task'> | undefined {
  if ((usage.activation !== 'tanh' && usage.activation !== 'sigmoid') || !adversary.test(tree.text)) return undefined;
  const evidence = evidenceIn(tree, usage, node, facts) ?? evidenceByName(tree, usage, facts);
  return evidence && { role: { value: 'output', sureness: 'likely', evidence }, task: { value: 'generation', sureness: 'likely', evidence } };
}

/** The class or function around. */
function evidenceIn(tree: SyntaxTree, usage: Usage, node: Node, { applications }: Facts): Evidence | undefined {
  const definition = nearest(tree, node, (kind, at) => isDefinition(kind) && isGenerator(nameOf(tree, at)));
  const own = applications.filter((application) => isUse(tree, application, usage));
  if (definition === NONE || own.length === 0 || !own.every((application) => isLast(tree, application, definition))) return undefined;
  return { offset: tree.start(definition), text: nameOf(tree, definition) };
}

function evidenceByName(tree: SyntaxTree, usage: Usage, facts: Facts): Evidence | undefined {
  const named = modelsEndingWith(tree, facts, usage).find((model) => isGenerator(nameGiven(tree, model.node)));
  return named && { offset: tree.start(named.node), text: nameGiven(tree, named.node) };
}

function isGenerator(name: string): boolean {
  return generating.test(name) && !otherwise.test(name);
}

/** Whether nothing within the same call of the definition reads what it gives. */
function isLast(tree: SyntaxTree, application: Application, definition: Node): boolean {
  const call = runsOf(application.run).filter(({ node }) => tree.start(node) >= tree.start(definition) && tree.end(node) <= tree.end(definition)).at(-1);
  return call !== undefined && consumersOf(application).every(({ run }) => !runsOf(run).includes(call));
}

function runsOf(run: Run): readonly Run[] {
  const runs: Run[] = [];
  for (let at: Run | undefined = run; at; at = at.parent) runs.push(at);
  return runs;
}
