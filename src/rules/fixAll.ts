/** Fixes everything in a document that has a fix. */
import { editedDocument, type Edit } from '../documents/edit';
import type { Document } from '../documents/document';
import type { Failure } from '../documents/failure';
import { parse } from '../python/parse';
import { analyzeDocument, optionsOf } from '../usages/analyze';
import { checkAnalysis, type ShownFinding } from './check';
import { fixesTogether } from './fixes';
import type { RuleSettings } from './settings';
import { errorsIn } from './steady';

export interface FixedDocument {
  readonly document: Document;
  /** How many findings were fixed. */
  readonly count: number;
}

export type FindingsIn = (document: Document) => readonly ShownFinding[];

export function findingsBy(settings: RuleSettings): FindingsIn {
  return (document) => checkAnalysis(analyzeDocument(document), settings).findings;
}

/** A fix may show a finding that has a fix in turn. What goes on for longer goes in circles. */
const mostRounds = 10;

/** Fixes that touch each other follow one after the other. Code that would parse worse than before is a reason to leave all as it is. */
export function fixAll(original: Document, findingsIn: FindingsIn): FixedDocument | Failure {
  const errors = errorsOf(original);
  let fixed: FixedDocument = { document: original, count: 0 };
  for (let round = 0; round < mostRounds; round++) {
    const { document, count } = fixed;
    const together = fixesTogether(findingsIn(document));
    if (together.edits.length === 0) return fixed;
    const next = editedDocument(document, together.edits.map((edit) => endingLines(edit, document.text)));
    if (next === undefined) return { reason: 'A fix would change more than one cell.' };
    if (next.text === document.text) return fixed;
    if (errorsOf(next) > errors) return { reason: 'The fixed code would not parse.' };
    fixed = { document: next, count: count + together.fixed.length };
  }
  return fixed;
}

/** New lines end as those of the text do. */
function endingLines({ span, newText }: Edit, text: string): Edit {
  const ending = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { span, newText: newText.replace(/\r\n|\r|\n/g, ending) };
}

function errorsOf(document: Document): number {
  return errorsIn(parse(document.text, optionsOf(document)));
}
