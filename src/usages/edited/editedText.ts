/**
 * The usages of a text that is edited. After an edit only those top-level statements are looked at anew to which it may make a difference;
 * of the others is kept what was found in them, and what they were looked into for. What is given is always what a fresh analysis gives:
 * wherever that is not sure, the whole text is looked at.
 *
 *     const edited = new EditedText();
 *     edited.analyze(document);   // all of it
 *     edited.analyze(document);   // what the edit touches
 */
import type { Document } from '../../documents/document';
import { namesOf } from '../../python/names';
import { parse } from '../../python/parse';
import { reparse } from '../../python/reparse';
import { analyzeDocument, inferred, type Analysis } from '../analyze';
import { mayHoldUsages } from '../findUsages';
import { atOnce, type Steps } from '../inSteps';
import { assumedImports } from '../fragments';
import { mayUseActivations } from '../prefilter';
import { readScope } from '../scope';
import { renewedScope } from './scope';
import { readingWhole, renewing, usagesOf, type Version } from './version';

export class EditedText {
  private version: Version | undefined;

  analyze(document: Document): Analysis {
    return atOnce(this.analyzing(document));
  }

  /** The same in steps. What is asked for between them is read by itself. */
  *analyzing(document: Document): Steps<Analysis> {
    const before = this.version;
    this.version = undefined;
    const assumed = assumedImports(document.text);
    if (document.cells !== undefined || (assumed === undefined && !mayUseActivations(document.text))) return analyzeDocument(document);
    const tree = before === undefined ? parse(document.text) : reparse(before.reading.tree, document.text);
    const names = namesOf(tree, assumed);
    const scope = before === undefined ? readScope(tree.text, names) : renewedScope({ ...before.reading, scope: before.scope }, tree, names);
    if (!mayHoldUsages(scope.frameworks, names)) return { document, tree, names, usages: [] };
    const text = { tree, names, scope, assumed };
    yield;
    const version = (before && (yield* renewing(before, text))) ?? (yield* readingWhole(text));
    this.version = version;
    const usages = usagesOf(version);
    return { document, tree, names, usages: assumed ? usages.map(inferred) : usages };
  }
}
