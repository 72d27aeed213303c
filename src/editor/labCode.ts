/** The place in the code that a panel of the Lab shows: kept in step with the text, shown in it, and changed there. */
import * as vscode from 'vscode';
import type { Choice } from '../advice/phrases';
import type { Analyses } from './analysis';
import { insertInCode, replaceInCode } from './change';
import type { LabMemory, LabPlace } from './labMemory';
import { shifted, usageAtOrigin, type FoundUsage, type Origin } from './origin';
import { isOwnExpression, replaceExpression, revealExpression, type OwnExpression } from './ownExpression';
import { openAgain, reveal } from './reveal';

/** Each answers in words why it did nothing, or `undefined`. */
export class LabCode {
  private origin: Origin | undefined;
  /** What was selected in the code, where that is no known activation. */
  private own: OwnExpression | undefined;

  constructor(private readonly analyses: Analyses, private readonly memory: LabMemory, private readonly panel: string) {
    this.keep(memory.recall(panel));
  }

  place(place: LabPlace | undefined): void {
    this.keep(place);
    this.memory.remember(this.panel, place);
  }

  forget(): void {
    this.origin = undefined;
    this.memory.forget(this.panel);
  }

  /** Whether a change of a text may have moved the place. */
  track({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    if (this.origin === undefined || contentChanges.length === 0 || document.uri.toString() !== this.origin.uri) return false;
    this.origin = shifted(this.origin, contentChanges);
    return true;
  }

  /** The use that stands there, in a document that is open. */
  get usage(): FoundUsage | undefined {
    return this.origin && usageAtOrigin(this.analyses, this.origin);
  }

  async find(): Promise<FoundUsage | undefined> {
    if (this.origin === undefined) return undefined;
    await openAgain(vscode.Uri.parse(this.origin.uri));
    return this.usage;
  }

  async reveal(): Promise<string | undefined> {
    if (this.own !== undefined) return revealExpression(this.analyses, this.own);
    const found = await this.find();
    const location = found?.analysis.locationOf(found.usage.span);
    if (location === undefined) return vscode.l10n.t('This function is no longer in the code.');
    await reveal(location);
    return undefined;
  }

  async apply(choice: Choice, preview: boolean, isOfExpression: boolean): Promise<string | undefined> {
    if (this.own !== undefined) return replaceExpression(this.analyses, this.own, choice, preview);
    if (isOfExpression) return vscode.l10n.t('Select the expression again: the place that it came from is not known any more.');
    if (this.origin === undefined) return insertInCode(this.analyses, choice, preview);
    const found = await this.find();
    return found === undefined ? vscode.l10n.t('This function is no longer in the code, so nothing was replaced.') : replaceInCode(found, choice, preview);
  }

  private keep(place: LabPlace | undefined): void {
    const isOwn = place !== undefined && isOwnExpression(place);
    this.own = isOwn ? place : undefined;
    this.origin = isOwn ? undefined : place;
  }
}
