/** The activations of the file in view, in the status bar. Nothing else of the extension is loaded until such a file is in view. */
import * as vscode from 'vscode';
import { mayConfigureActivations } from '../usages/configuration/prefilter';
import type { FileSummary } from './fileSummary';
import { cellInFocus } from './reveal';
import { configurationLanguageOf, isPython, largestText } from './source';

/** Long enough that whoever pages through files or types is not kept busy. */
const pause = 400;

export class StatusBar implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly summarise: (document: vscode.TextDocument) => Promise<FileSummary | undefined>) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.updateSoon()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.updateSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === shownDocument()) this.updateSoon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('activationLens.statusBar')) this.updateSoon();
      }),
    );
    this.updateSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
    this.item?.dispose();
  }

  private updateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), pause);
  }

  private async update(): Promise<void> {
    const document = shownDocument();
    const summary = document && isWanted(document) ? await this.summarise(document) : undefined;
    if (document !== shownDocument()) return;
    if (summary === undefined) this.item?.hide();
    else this.show(summary);
  }

  private show({ text, tooltip, spoken }: FileSummary): void {
    this.item ??= createItem();
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: spoken, role: 'button' };
    this.item.show();
  }
}

function createItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('activationLens.file', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Activations in This File');
  item.command = 'activationLens.goToUse';
  return item;
}

/** While no cell has the focus, one in Python stands for its notebook. */
function shownDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document ?? cellInFocus();
}

function isWanted(document: vscode.TextDocument): boolean {
  return (isPython(document) || mayConfigure(document)) && vscode.workspace.getConfiguration('activationLens', document).get('statusBar.enabled', true);
}

/** Asked here, since for most configurations nothing has to be loaded. */
function mayConfigure(document: vscode.TextDocument): boolean {
  if (configurationLanguageOf(document) === undefined) return false;
  const text = document.getText();
  return text.length <= largestText && mayConfigureActivations(text);
}
