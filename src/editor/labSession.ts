/**
 * One panel of the Lab: shows a function by name or the use at a place in the code, goes with the cursor while it follows, and
 * puts what the person chooses into the text.
 */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import type { LabSubject, ToHost, ToLab } from '../protocol/messages';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { usageAtCursor } from './atCursor';
import { insertInCode } from './change';
import type { Formulas } from './formulas';
import { LabCode } from './labCode';
import type { LabMemory, LabPlace } from './labMemory';
import { copyLink, exportFile, openCitation, tellCopied } from './labOutput';
import { LabPanel } from './labPanel';
import { storedSubject, subjectOf, withoutFocus, type Focus } from './labSubject';
import type { Log } from './log';
import { originOf, type FoundUsage } from './origin';
import { subjectOfExpression, type OwnExpression } from './ownExpression';
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
  private readonly code: LabCode;
  /** Drawn with the use in the code, to be compared with it. */
  private companions: LabSubject['curves'] = [];
  /** What the person wants of a panel that shows the code. */
  private wantsFollowing = followsByDefault();
  /** What is shown by name, compared or changed by hand stays until the code is asked for. */
  private following = this.wantsFollowing;
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
    this.code = new LabCode(context.analyses, context.memory, this.id);
    this.watching = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.catchUpSoon()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.code.track(event)) this.catchUpSoon();
      }),
      panel.onDidChangeViewState(() => this.noteActivity()),
    );
    this.labPanel = new LabPanel(panel, context.extension, (message) => this.receive(message), () => this.close());
    if (state !== undefined) this.labPanel.load(stored);
  }

  get pinned(): boolean {
    return this.isPinned;
  }

  /** Asked for in the code, so that it goes on with the cursor, unless the person does not want that. */
  showUsage(analysis: Analysis, usage: Usage, focus?: Focus): void {
    this.following = this.wantsFollowing;
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
    this.code.forget();
    this.events.onClose(this);
  }

  private place(place: LabPlace | undefined, companions: LabSubject['curves']): void {
    this.code.place(place);
    this.companions = companions;
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
      case 'reveal': return this.failIf(await this.code.reveal());
      case 'apply': return this.failIf(await this.code.apply(message, message.preview, this.subject?.usage?.activation === ''));
      case 'insert': return this.failIf(await insertInCode(this.context.analyses, message, false));
      case 'pickCurve': return this.addCurve();
      case 'follow': return this.setFollowing(message.following);
      case 'stay': return this.stay();
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
    const found = await this.code.find();
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
    this.wantsFollowing = following;
    this.following = following;
    if (following) this.companions = [];
    if (this.subject !== undefined) this.subject = { ...this.subject, following };
    if (following) this.pin(false);
    this.catchUp();
  }

  private stay(): void {
    this.following = false;
    if (this.subject !== undefined) this.subject = { ...this.subject, following: false };
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
    const found = (this.following ? usageAtCursor(this.context.analyses) : undefined) ?? this.code.usage;
    if (found === undefined) return;
    this.place(originOf(found.analysis, found.usage), this.companions);
    this.tellIfNew(this.subjectAt(found));
  }

  private tellIfNew(subject: LabSubject): void {
    const essence = ({ pinned: _, panel: __, ...rest }: LabSubject): string => JSON.stringify(withoutFocus(rest));
    if (this.subject === undefined || essence(subject) !== essence(this.subject)) this.tell(subject);
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
