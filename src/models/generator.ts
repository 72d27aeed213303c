/** What the generator of an adversarial pair ends with: its images, whatever judges them. */
import { isDefinition, nameOf } from '../python/parts';
import { NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Application, Facts } from './facts';
import { consumersOf } from './questions';
import { nearest } from './region';
import { isOf } from './stack';
import type { Situation } from './situation';
import type { Run } from './values';

const generating = /(^|_)generator|Generator|^G$|^G_?net$/;
/** What makes samples or text, and what a generator is trained by. */
const otherwise = /data|batch|image_?data|train|loss|sequence|text|token|sample|anchor|discriminator/i;
const adversary = /discriminator|critic|adversarial|\bgan\b/i;

export function endOfGenerator(tree: SyntaxTree, usage: Usage, node: Node, { applications }: Facts): Pick<Situation, 'role' | 'task'> | undefined {
  if (usage.activation !== 'tanh' && usage.activation !== 'sigmoid') return undefined;
  const definition = nearest(tree, node, (kind, at) => isDefinition(kind) && generating.test(nameOf(tree, at)) && !otherwise.test(nameOf(tree, at)));
  if (definition === NONE || !adversary.test(tree.text)) return undefined;
  const own = applications.filter((application) => application.activation?.id === usage.activation && isOf(tree, application, usage));
  if (own.length === 0 || !own.every((application) => isLast(tree, application, definition))) return undefined;
  const evidence = { offset: tree.start(definition), text: nameOf(tree, definition) };
  return { role: { value: 'output', sureness: 'likely', evidence }, task: { value: 'generation', sureness: 'likely', evidence } };
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
