/** The outline of a file's models that `outline` prints. */
import { isFailure, type Failure } from '../documents/failure';
import { followModels } from '../models/followModels';
import { outlineOf, outlineText } from '../models/outline';
import { namesOf } from '../python/names';
import { parse } from '../python/parse';
import { analyze, optionsOf } from '../usages/analyze';
import { attempt, readText } from './read';

/** A file may build models without any activation, so it is read whatever it says. */
export async function outline(path: string): Promise<string | Failure> {
  const text = await readText(path);
  const analysis = isFailure(text) ? text : analyze(text, { path });
  if (isFailure(analysis)) return { reason: `${path}: ${analysis.reason}` };
  const { document, usages, tree = parse(document.text, optionsOf(document)) } = analysis;
  const items = attempt(() => outlineOf(tree, followModels({ tree, names: analysis.names ?? namesOf(tree), usages })));
  if (isFailure(items)) return { reason: `${path}: ${items.reason}` };
  return items.length === 0 ? `No model is built in ${path}.\n` : outlineText(items);
}
