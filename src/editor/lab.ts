/** The panels of the Lab beside the editor: one that is free to show what is asked for next, and those that were pinned. */
import * as vscode from 'vscode';
import type { ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { readLink } from '../protocol/link';
import type { LabSubject } from '../protocol/messages';
import type { Usage } from '../usages/usage';
import type { Analysis } from './analysis';
import { labPath } from './labOutput';
import { createPanel } from './labPanel';
import { LabSession, type LabContext, type SessionEvents } from './labSession';
import { subjectOfActivation, subjectOfSetting, type Focus } from './labSubject';
import type { OwnExpression } from './ownExpression';

/** For the buttons in a panel's title. */
const pinnedKey = 'activationLens.labPinned';

export class Lab implements vscode.Disposable, vscode.WebviewPanelSerializer, vscode.UriHandler {
  private readonly sessions = new Set<LabSession>();
  private readonly events: SessionEvents = {
    onPin: (session) => this.keepOneFree(session),
    onActivity: (session) => this.showPinned(session),
    onClose: (session) => this.sessions.delete(session),
  };

  constructor(private readonly context: LabContext) {}

  /** Shows a use in the code, and goes on with the cursor if the person wants that. */
  showUsage(analysis: Analysis, usage: Usage, focus?: Focus): void {
    if (analysis.isConfiguration) this.inFront().showAlone(subjectOfSetting(analysis, usage, focus));
    else this.inFront().showUsage(analysis, usage, focus);
  }

  /** Shows a use with other functions over it. */
  compare(analysis: Analysis, usage: Usage, companions: LabSubject['curves']): void {
    if (!analysis.isConfiguration) return this.inFront().compare(analysis, usage, companions);
    const subject = subjectOfSetting(analysis, usage);
    this.inFront().showAlone({ ...subject, curves: [...subject.curves, ...companions] });
  }

  /** Shows a function that stands in no code. */
  showActivation(activation: string, focus?: Focus, parameters: ParameterValues = {}): void {
    this.inFront().showAlone(subjectOfActivation(activation, false, focus, parameters));
  }

  /** Shows a function that was selected in the code. */
  showExpression(analysis: Analysis, own: OwnExpression): void {
    this.inFront().showExpression(analysis, own);
  }

  /** Pins or frees the panel that has the focus, else the one that is free. */
  pin(pinned: boolean): void {
    const session = [...this.sessions].find(({ panel }) => panel.active) ?? this.free();
    session?.pin(pinned);
  }

  /** A link to a view. It comes from anywhere, so it is read as text and refused in words where it is none. */
  handleUri({ path, query }: vscode.Uri): void {
    const linked = path === labPath ? readLink(query) : { problem: vscode.l10n.t('Activation Lens has no page {0}.', path) };
    if ('problem' in linked) return this.refuse(linked.problem);
    const unknown = linked.curves.find(({ activation, expression }) => expression === undefined && findActivation(activation) === undefined);
    if (unknown !== undefined) return this.refuse(vscode.l10n.t('There is no function called “{0}” in the catalogue.', unknown.activation));
    this.inFront().showLinked({ curves: linked.curves, situation: { constraints: [] }, following: false }, query);
  }

  /** VS Code gives back the panels that were open before a reload, each when it is first seen. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const isTaken = this.free() !== undefined;
    // A page that kept nothing is given back too, and has to load.
    const session = this.adopt(panel, state ?? {});
    if (isTaken) session.pin(true);
    this.showPinned(session);
    return Promise.resolve();
  }

  dispose(): void {
    for (const session of this.sessions) session.stopWatching();
  }

  private inFront(): LabSession {
    const free = this.free();
    free?.reveal();
    return free ?? this.adopt(createPanel([...this.sessions].at(-1)?.panel.viewColumn));
  }

  private free(): LabSession | undefined {
    return [...this.sessions].find(({ pinned }) => !pinned);
  }

  private adopt(panel: vscode.WebviewPanel, state?: unknown): LabSession {
    const session = new LabSession(panel, this.context, this.events, state);
    this.sessions.add(session);
    return session;
  }

  /** Of two that are free, the one that was freed last shows what comes next. */
  private keepOneFree(changed: LabSession): void {
    if (!changed.pinned) [...this.sessions].find((session) => session !== changed && !session.pinned)?.pin(true);
    this.showPinned(changed);
  }

  private showPinned({ panel, pinned }: LabSession): void {
    if (panel.active) void vscode.commands.executeCommand('setContext', pinnedKey, pinned);
  }

  private refuse(problem: string): void {
    void vscode.window.showWarningMessage(vscode.l10n.t('This link cannot be opened. {0}', problem));
  }
}
