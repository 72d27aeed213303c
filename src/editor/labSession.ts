/**
 * One panel of the Lab: shows a function by name or the use at a place in the code, goes with the cursor while it follows, and
 * puts what the person chooses into the text.
 */
import * as vscode from 'vscode';
import type { Choice } from '../advice/phrases';
import { findActivation } from '../activations/catalogue';
import type { LabSubject, ToHost, ToLab } from '../protocol/messages';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { usageAtCursor } from './atCursor';
import { insertInCode, replaceInCode } from './change';
import type { Formulas } from './formulas';
import type { LabMemory, LabPlace } from './labMemory';
import { copyLink, exportFile, openCitation, tellCopied } from './labOutput';
import { LabPanel } from './labPanel';
import { storedSubject, subjectOf, withoutFocus, type Focus } from './labSubject';
import type { Log } from './log';
import { originOf, shifted, usageAtOrigin, type FoundUsage, type Origin } from './origin';
import { isOwnExpression, replaceExpression, revealExpression, subjectOfExpression, type OwnExpression } from './ownExpression';
import { openAgain, reveal } from './reveal';
import { explain } from './understanding';

/** Long enough to pass over a moving cursor or typing, short enough to seem at once. */
const pause = 150;

export interface LabContext {
  readonly extension: vscode.Uri;
  /** Of the extension itself, as links name it. */
  readonly id: string;
  readonly memory: LabMemory;
  readonly analyses: Analyses;
  readonly log: Log;
  readonly formulas: Formulas;
  /** Asks for a function to add to the plot. */
  readonly pickActivation: () => Promise<string | undefined>;
}

/** What the Lab hears of a panel. */
export interface SessionEvents {
  readonly onPin: (session: LabSession) => void;
  readonly onActivity: (session: LabSession) => void;
  readonly onClose: (session: LabSession) => void;
}

export class LabSession {
  private readonly labPanel: LabPanel;
  private readonly id: string;
  private subject: LabSubject | undefined;
  private origin: Origin | undefined;
  /** What was selected in the code, where that is no known activation. */
  private own: OwnExpression | undefined;
  /** Drawn with the use in the code, to be compared with it. */
  private companions: LabSubject['curves'] = [];
  private following = followsByDefault();
  private isPinned = false;
  /** A hidden page is taken down, and loads anew when it is seen again. */
  private isReady = false;
  /** The view of a link, told once the page is ready for it. */
  private linked: string | undefined;
  private readonly watching: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly panel: vscode.WebviewPanel, private readonly context: LabContext, private readonly events: SessionEvents, state?: unknown) {
    const stored = storedSubject(state);
    this.subject = stored;
    this.id = stored?.panel ?? newId();
    this.isPinned = stored?.pinned ?? false;
    this.following = stored?.following ?? this.following;
    this.companions = stored?.usage === undefined ? [] : stored.curves.slice(1);
    this.keep(context.memory.recall(this.id));
    this.watching = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.catchUpSoon()),
      vscode.workspace.onDidChangeTextDocument((event) => this.track(event)),
      panel.onDidChangeViewState(() => this.noteActivity()),
    );
    this.labPanel = new LabPanel(panel, context.extension, (message) => this.receive(message), () => this.close());
    if (state !== undefined) this.labPanel.load(stored);
  }

  get pinned(): boolean {
    return this.isPinned;
  }

  showUsage(analysis: Analysis, usage: Usage, focus?: Focus): void {
    this.place(originOf(analysis, usage), []);
    this.tell(subjectOf(analysis, usage, this.following, focus));
  }

  /** With other functions over it; the cursor then does not take them away. */
  compare(analysis: Analysis, usage: Usage, companions: LabSubject['curves']): void {
    this.following = false;
    this.place(originOf(analysis, usage), companions);
    this.tell(this.subjectAt({ analysis, usage }));
  }

  /** What stands in no code that is followed; the cursor then does not take it away. */
  showAlone(subject: LabSubject, own?: OwnExpression): void {
    this.following = false;
    this.place(own, []);
    this.tell(subject);
  }

  /** A function that was selected in the code. */
  showExpression(analysis: Analysis, own: OwnExpression): void {
    this.showAlone(subjectOfExpression(analysis, own), own);
  }

  /** Functions as a link has them, then the view of them that it says. */
  showLinked(subject: LabSubject, query: string): void {
    this.showAlone(subject);
    if (this.isReady) this.post({ type: 'linked', query });
    else this.linked = query;
  }

  /** Brings the panel to the front where it stands, but never over the code: a Lab opened by name may share its column. */
  reveal(): void {
    const coversCode = !this.panel.visible && this.panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
    this.panel.reveal(coversCode ? vscode.ViewColumn.Beside : undefined, true);
  }

  /** A pinned panel keeps what it shows; a free one shows what is asked for next. */
  pin(pinned: boolean): void {
    if (pinned === this.isPinned) return;
    this.isPinned = pinned;
    if (pinned) this.following = false;
    if (this.subject !== undefined) this.tell({ ...this.subject, following: this.following });
    this.events.onPin(this);
  }

  /** The panel stays: VS Code gives it back after a reload. */
  stopWatching(): void {
    this.watching.dispose();
    clearTimeout(this.timer);
  }

  private noteActivity(): void {
    this.isReady &&= this.panel.visible;
    this.events.onActivity(this);
  }

  private close(): void {
    this.stopWatching();
    this.origin = undefined;
    this.context.memory.forget(this.id);
    this.events.onClose(this);
  }

  private place(place: LabPlace | undefined, companions: LabSubject['curves']): void {
    this.keep(place);
    this.companions = companions;
    this.context.memory.remember(this.id, place);
  }

  private keep(place: LabPlace | undefined): void {
    const isOwn = place !== undefined && isOwnExpression(place);
    this.own = isOwn ? place : undefined;
    this.origin = isOwn ? undefined : place;
  }

  private tell(subject: LabSubject): void {
    this.subject = { ...subject, pinned: this.isPinned, panel: this.id };
    this.entitle(subject.curves.flatMap(({ activation, expression }) => findActivation(activation)?.name ?? expression?.slice(0, 24) ?? []));
    this.labPanel.show(this.subject);
    // Where to look is for this once: not for when the panel is pinned, or seen again.
    if (this.isReady) this.subject = withoutFocus(this.subject);
  }

  private entitle(functions: readonly string[]): void {
    const [first, second, ...others] = new Set(functions);
    if (first === undefined) return;
    const shown = second === undefined ? first
      : others.length === 0 ? vscode.l10n.t('{0} and {1}', first, second) : vscode.l10n.t('{0} and {1} more', first, others.length + 1);
    this.panel.title = this.isPinned ? vscode.l10n.t('{0} in the Lab (pinned)', shown) : vscode.l10n.t('{0} in the Lab', shown);
  }

  private post(message: ToLab): void {
    this.labPanel.post(message);
  }

  private receive(message: ToHost): void {
    this.answer(message).catch((error: unknown) => this.context.log.error(`Cannot do ${message.type}`, error));
  }

  private async answer(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready': return this.greet();
      case 'reveal': return this.revealCode();
      case 'apply': return this.failIf(await this.apply(message, message.preview));
      case 'insert': return this.failIf(await insertInCode(this.context.analyses, message, false));
      case 'pickCurve': return this.addCurve();
      case 'follow': return this.setFollowing(message.following);
      case 'pin': return this.pin(message.pinned);
      case 'showing': return this.entitle(message.functions);
      case 'understand': return explain(message, this.context.formulas, (reply) => this.post(reply));
      case 'openCitation': return openCitation(message.key);
      case 'copied': return tellCopied(message.what);
      case 'copyLink': return copyLink(message.query, this.context.id);
      case 'export': return this.failIf(await exportFile(message));
    }
  }

  /** The page has loaded, for the first time or anew: it is told all there is. */
  private async greet(): Promise<void> {
    this.isReady = true;
    const found = await this.findUsage();
    if (found !== undefined) this.tell(this.subjectAt(found, this.subject?.focus));
    else if (this.subject !== undefined) this.tell(this.subject);
    if (this.linked !== undefined) this.post({ type: 'linked', query: this.linked });
    this.linked = undefined;
  }

  private async addCurve(): Promise<void> {
    const activation = await this.context.pickActivation();
    if (activation !== undefined) this.post({ type: 'curveAdded', activation, parameters: {} });
  }

  /** A panel that follows is free. */
  private setFollowing(following: boolean): void {
    this.following = following;
    if (following) this.companions = [];
    if (this.subject !== undefined) this.subject = { ...this.subject, following };
    if (following) this.pin(false);
    this.catchUp();
  }

  private subjectAt({ analysis, usage }: FoundUsage, focus?: Focus): LabSubject {
    const subject = subjectOf(analysis, usage, this.following, focus);
    return { ...subject, curves: [...subject.curves, ...this.companions] };
  }

  private catchUpSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.context.log.attempt('Cannot follow the code', () => this.catchUp()), pause);
  }

  /** To the use at the cursor, else to what has become of the one that is shown; while that is half typed the Lab keeps it. */
  private catchUp(): void {
    if (!this.panel.visible) return;
    const found = (this.following ? usageAtCursor(this.context.analyses) : undefined) ?? (this.origin && usageAtOrigin(this.context.analyses, this.origin));
    if (found === undefined) return;
    this.place(originOf(found.analysis, found.usage), this.companions);
    this.tellIfNew(this.subjectAt(found));
  }

  private track({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.origin === undefined || contentChanges.length === 0 || document.uri.toString() !== this.origin.uri) return;
    this.origin = shifted(this.origin, contentChanges);
    this.catchUpSoon();
  }

  private tellIfNew(subject: LabSubject): void {
    const essence = ({ pinned: _, panel: __, ...rest }: LabSubject): string => JSON.stringify(withoutFocus(rest));
    if (this.subject === undefined || essence(subject) !== essence(this.subject)) this.tell(subject);
  }

  private async findUsage(): Promise<FoundUsage | undefined> {
    if (this.origin === undefined) return undefined;
    await openAgain(vscode.Uri.parse(this.origin.uri));
    return usageAtOrigin(this.context.analyses, this.origin);
  }

  private async revealCode(): Promise<void> {
    if (this.own !== undefined) return this.failIf(await revealExpression(this.context.analyses, this.own));
    const found = await this.findUsage();
    const location = found?.analysis.locationOf(found.usage.span);
    if (location === undefined) this.failIf(vscode.l10n.t('This function is no longer in the code.'));
    else await reveal(location);
  }

  private apply(choice: Choice, preview: boolean): Promise<string | undefined> {
    if (this.own !== undefined) return replaceExpression(this.context.analyses, this.own, choice, preview);
    if (this.subject?.usage?.activation === '') return Promise.resolve(vscode.l10n.t('Select the expression again: the place that it came from is not known any more.'));
    return this.origin === undefined ? insertInCode(this.context.analyses, choice, preview) : this.replace(choice, preview);
  }

  private async replace(choice: Choice, preview: boolean): Promise<string | undefined> {
    const found = await this.findUsage();
    if (found === undefined) return vscode.l10n.t('This function is no longer in the code, so nothing was replaced.');
    return replaceInCode(found, choice, preview);
  }

  private failIf(problem: string | undefined): void {
    if (problem !== undefined) this.post({ type: 'failed', message: problem });
  }
}

function followsByDefault(): boolean {
  return vscode.workspace.getConfiguration('activationLens').get('lab.followCursor', true);
}

/** Only to tell panels of one window apart. */
function newId(): string {
  return Math.random().toString(36).slice(2, 10);
}
