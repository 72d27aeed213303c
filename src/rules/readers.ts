/** What reads the result of an activation beside the loss that it is wrong for. */
import type { Application } from '../models/facts';
import { consumersOf, shortName } from '../models/questions';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Edit } from '../documents/edit';
import { isSameText, removal } from './places';
import type { RuleFile } from './rule';

/** The edits that take away an activation before a loss, where nobody else takes what is left for probabilities. */
export function removalBeforeLoss(file: RuleFile, application: Application): readonly Edit[] | undefined {
  return isReadAsProbability(file, application) ? undefined : removal(file, application);
}

/** Told by what was followed, and by what stands anywhere, since what a model predicts is often read where it was not followed. */
function isReadAsProbability({ facts, text, tree }: RuleFile, application: Application): boolean {
  if (isCalledProbability(tree, application.node)) return true;
  if ((application.activation?.id === 'sigmoid' ? thresholds : confidences).test(text)) return true;
  return facts.applications.some((other) => isSameText(other, application) && readersOf(other).some((reader) => !keepsToOrder(reader)));
}

/** `prob = self.sigmoid(scores)`, which a function may return under that name. */
function isCalledProbability(tree: SyntaxTree, node: Node): boolean {
  const statement = tree.parent(node);
  return tree.kind(statement) === Kind.Assign && tree.lastChild(statement) === node && /prob/i.test(tree.textOf(tree.firstChild(statement)));
}

const thresholds = /[<>]=?\s*0?\.\d|\b(?:round|rint|Threshold)\s*\(|\bthreshold/;
/** The largest as a share of 100, or under such a name: how sure a prediction is. */
const confidences = /max\([^()\n]*\)\s*\*\s*100|100\.?0?\s*\*\s*[\w.]*max\(|\b\w*(?:conf|prob|score|sure|certain|percent)\w*\s*=[^=\n]*\bmax\(/i;

/** Looked for behind what picks some of the values. */
function readersOf(application: Application, depth = 0): readonly Application[] {
  return consumersOf(application).flatMap((reader) => (reader.kind === 'selection' && depth < 8 ? readersOf(reader, depth + 1) : [reader]));
}

/** What only asks which is the largest gives the same for scores. Along an axis `max` says that too, and is hardly asked for anything else. */
function keepsToOrder({ kind, name, arguments: written }: Application): boolean {
  if (kind === 'reduction') return shortName(name) === 'max' && (written.has('dim') || written.has('axis'));
  return kind === 'decision' && shortName(name) !== 'round';
}
