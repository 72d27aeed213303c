/** Fixes everything in a document that has a fix. */
import { before, editedDocument, type Edit } from '../documents/edit';
import type { Document } from '../documents/document';
import type { Failure } from '../documents/failure';
import { parse } from '../python/parse';
import { analyzeDocument, optionsOf } from '../usages/analyze';
import { checkAnalysis, type ShownFinding } from './check';
import { fixesTogether } from './fixes';
import type { RuleSettings } from './settings';
import { errorsIn } from './steady';

interface FixedDocument {
  readonly document: Document;
  /** How many findings were fixed. */
  readonly count: number;
}

export type FindingsIn = (document: Document) => readonly ShownFinding[];

export function findingsBy(settings: RuleSettings): FindingsIn {
  return (document) => checkAnalysis(analyzeDocument(document), settings).findings;
}

/**
 * Fixes that touch each other follow one after the other, and a fix may show a finding that has a fix in turn. It ends, since no
 * rule fixes a place of the original text twice: a finding that is still there is one that its fix does not help, or that
 * another fix brings back. Code that would parse worse than before is a reason to leave all as it is.
 */
export function fixAll(original: Document, findingsIn: FindingsIn): FixedDocument | Failure {
  const errors = errorsOf(original);
  const done = new Set<string>();
  let rounds: readonly (readonly Edit[])[] = [];
  let fixed: FixedDocument = { document: original, count: 0 };
  for (;;) {
    const { document, count } = fixed;
    const placeOf = ({ rule, span }: ShownFinding): string => `${rule} ${Object.values(spanBefore(span, rounds)).join(' ')}`;
    const together = fixesTogether(findingsIn(document).filter((finding) => !done.has(placeOf(finding))));
    if (together.edits.length === 0) return fixed;
    const edits = together.edits.map((edit) => endingLines(edit, document.text));
    const next = editedDocument(document, edits);
    if (next === undefined) return { reason: 'A fix would change more than one cell.' };
    if (next.text === document.text) return fixed;
    if (errorsOf(next) > errors) return { reason: 'The fixed code would not parse.' };
    for (const finding of together.fixed) done.add(placeOf(finding));
    rounds = [...rounds, edits];
    fixed = { document: next, count: count + together.fixed.length };
  }
}

/** Where a span of the text after all edits was before the first. */
function spanBefore(span: Edit['span'], rounds: readonly (readonly Edit[])[]): Edit['span'] {
  return rounds.reduceRight((after, edits) => before(after, edits), span);
}

/** New lines end as those of the text do. */
function endingLines({ span, newText }: Edit, text: string): Edit {
  const ending = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return { span, newText: newText.replace(/\r\n|\r|\n/g, ending) };
}

function errorsOf(document: Document): number {
  return errorsIn(parse(document.text, optionsOf(document)));
}
