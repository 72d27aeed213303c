/**
 * The Lab beside the editor: one panel, which shows a function by name or the use at a place in the code, goes with the
 * cursor while it follows, and puts what the person chooses into the text.
 */
import * as vscode from 'vscode';
import type { Choice } from '../advice/phrases';
import type { ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { citations } from '../activations/citations';
import { isLabSubject } from '../protocol/guards';
import type { LabSubject, ToHost, ToLab } from '../protocol/messages';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { usageAtCursor } from './atCursor';
import { insertInCode, replaceInCode } from './change';
import { createPanel, LabPanel } from './labPanel';
import { subjectOf, subjectOfActivation, type Focus } from './labSubject';
import type { Log } from './log';
import { originOf, shifted, usageAtOrigin, type FoundUsage, type Origin } from './origin';
import { openAgain, reveal } from './reveal';

/** Long enough to pass over a moving cursor or typing, short enough to seem at once. */
const pause = 150;
const memory = 'activationLens.lab';

export interface LabContext {
  readonly extension: vscode.Uri;
  readonly memory: vscode.Memento;
  readonly analyses: Analyses;
  readonly log: Log;
  /** Asks for a function to add to the plot. */
  readonly pickActivation: () => Promise<string | undefined>;
}

export class Lab implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private open: LabPanel | undefined;
  private subject: LabSubject | undefined;
  private origin: Origin | undefined;
  /** Drawn with the use in the code, to be compared with it. */
  private companions: LabSubject['curves'] = [];
  private following = true;
  private watching: vscode.Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: LabContext) {}

  /** Shows a use in the code, and goes on with the cursor if the person wants that. */
  showUsage(analysis: Analysis, usage: Usage, focus?: Focus): void {
    this.following = this.open === undefined ? followsByDefault() : this.following;
    this.origin = originOf(analysis, usage);
    this.companions = [];
    this.show(subjectOf(analysis, usage, this.following, focus));
  }

  /** Shows a use with other functions over it; the cursor then does not take them away. */
  compare(analysis: Analysis, usage: Usage, companions: LabSubject['curves']): void {
    this.following = false;
    this.origin = originOf(analysis, usage);
    this.companions = companions;
    this.show(this.subjectAt({ analysis, usage }));
  }

  /** Shows a function that stands in no code; the cursor then does not take it away. */
  showActivation(activation: string, focus?: Focus, parameters: ParameterValues = {}): void {
    this.following = false;
    this.origin = undefined;
    this.companions = [];
    this.show(subjectOfActivation(activation, this.following, focus, parameters));
  }

  /** VS Code gives back the panel that was open before a reload. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.open !== undefined) {
      panel.dispose();
      return Promise.resolve();
    }
    const stored: unknown = typeof state === 'object' && state !== null && 'subject' in state ? state.subject : undefined;
    this.subject = isLabSubject(stored) ? stored : undefined;
    this.following = this.subject?.following ?? followsByDefault();
    this.companions = this.subject?.usage === undefined ? [] : this.subject.curves.slice(1);
    this.origin = this.context.memory.get<Origin>(memory);
    this.adopt(panel);
    return Promise.resolve();
  }

  /** The panel stays: VS Code gives it back after a reload. */
  dispose(): void {
    this.forget();
  }

  private show(subject: LabSubject): void {
    this.subject = subject;
    if (this.open === undefined) this.adopt(createPanel());
    else revealBeside(this.open.panel);
    this.tell(subject);
    void this.context.memory.update(memory, this.origin);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.open = new LabPanel(panel, this.context.extension, (message) => this.receive(message), () => this.forget());
    this.watching = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(() => this.catchUpSoon()),
      vscode.workspace.onDidChangeTextDocument((event) => this.track(event)),
    );
  }

  private forget(): void {
    this.watching?.dispose();
    clearTimeout(this.timer);
    this.open = undefined;
    this.origin = undefined;
  }

  private tell(subject: LabSubject): void {
    this.subject = subject;
    const name = findActivation(subject.curves[0]?.activation ?? '')?.name;
    if (this.open !== undefined && name !== undefined) this.open.panel.title = vscode.l10n.t('{0} in the Lab', name);
    this.post({ type: 'subjectChanged', subject });
  }

  private post(message: ToLab): void {
    this.open?.post(message);
  }

  private receive(message: ToHost): void {
    this.answer(message).catch((error: unknown) => this.context.log.error(`Cannot do ${message.type}`, error));
  }

  private async answer(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.greet();
      case 'reveal':
        return this.reveal();
      case 'apply':
        return this.apply(message, message.preview);
      case 'pickCurve':
        return this.addCurve();
      case 'follow':
        return this.setFollowing(message.following);
      case 'openCitation':
        return openCitation(message.key);
      case 'copied':
        vscode.window.setStatusBarMessage(message.what === 'image' ? vscode.l10n.t('Plot copied') : vscode.l10n.t('Table copied'), 2000);
    }
  }

  /** The page has loaded, for the first time or anew: it is told all there is. */
  private async greet(): Promise<void> {
    const found = await this.findUsage();
    if (found !== undefined) this.tell(this.subjectAt(found, this.subject?.focus));
    else if (this.subject !== undefined) this.tell(this.subject);
  }

  private async addCurve(): Promise<void> {
    const activation = await this.context.pickActivation();
    if (activation !== undefined) this.post({ type: 'curveAdded', activation, parameters: {} });
  }

  private setFollowing(following: boolean): void {
    this.following = following;
    if (following) this.companions = [];
    if (this.subject !== undefined) this.subject = { ...this.subject, following };
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
    if (this.open?.panel.visible !== true) return;
    const found = (this.following ? usageAtCursor(this.context.analyses) : undefined) ?? (this.origin && usageAtOrigin(this.context.analyses, this.origin));
    if (found === undefined) return;
    this.origin = originOf(found.analysis, found.usage);
    this.tellIfNew(this.subjectAt(found));
    void this.context.memory.update(memory, this.origin);
  }

  private track({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.origin === undefined || contentChanges.length === 0 || document.uri.toString() !== this.origin.uri) return;
    this.origin = shifted(this.origin, contentChanges);
    this.catchUpSoon();
  }

  private tellIfNew(subject: LabSubject): void {
    const essence = ({ focus: _, ...rest }: LabSubject): string => JSON.stringify(rest);
    if (this.subject === undefined || essence(subject) !== essence(this.subject)) this.tell(subject);
  }

  private async findUsage(): Promise<FoundUsage | undefined> {
    if (this.origin === undefined) return undefined;
    await openAgain(vscode.Uri.parse(this.origin.uri));
    return usageAtOrigin(this.context.analyses, this.origin);
  }

  private async reveal(): Promise<void> {
    const found = await this.findUsage();
    const location = found?.analysis.locationOf(found.usage.span);
    if (location === undefined) this.fail(vscode.l10n.t('This function is no longer in the code.'));
    else await reveal(location);
  }

  private async apply(choice: Choice, preview: boolean): Promise<void> {
    const failure = this.origin === undefined
      ? await insertInCode(this.context.analyses, choice, preview)
      : await this.replace(choice, preview);
    if (failure !== undefined) this.fail(failure);
  }

  private async replace(choice: Choice, preview: boolean): Promise<string | undefined> {
    const found = await this.findUsage();
    if (found === undefined) return vscode.l10n.t('This function is no longer in the code, so nothing was replaced.');
    return replaceInCode(found, choice, preview);
  }

  private fail(message: string): void {
    this.post({ type: 'failed', message });
  }
}

function followsByDefault(): boolean {
  return vscode.workspace.getConfiguration('activationLens').get('lab.followCursor', true);
}

async function openCitation(key: string): Promise<void> {
  const citation = Object.entries(citations).find(([candidate]) => candidate === key)?.[1];
  if (citation?.url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(citation.url));
}

/** Brings the panel to the front where it stands, but never over the code: a Lab opened by name may share its column. */
function revealBeside(panel: vscode.WebviewPanel): void {
  const coversCode = !panel.visible && panel.viewColumn === vscode.window.activeTextEditor?.viewColumn;
  panel.reveal(coversCode ? vscode.ViewColumn.Beside : undefined, true);
}
