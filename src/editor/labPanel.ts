/** The webview panel that holds the Lab: its page, its policy, and the messages once it is ready for them. */
import * as vscode from 'vscode';
import { isToHost } from '../protocol/guards';
import { labHtml } from '../protocol/labPage';
import type { LabSubject, ToHost, ToLab } from '../protocol/messages';
import { labViewType } from './viewIds';

export class LabPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private isLoaded = false;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly extension: vscode.Uri,
    receive: (message: ToHost) => void,
    forget: () => void,
  ) {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')],
    };
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
    this.subscriptions.push(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isToHost(message)) receive(message);
      }),
      panel.onDidDispose(() => {
        this.dispose();
        forget();
      }),
    );
  }

  /** Loads the page, once, with what it shows first: it hears no message before it has run. */
  load(subject: LabSubject | undefined): void {
    if (!this.isLoaded) this.panel.webview.html = pageOf(this.panel.webview, this.extension, subject);
    this.isLoaded = true;
  }

  show(subject: LabSubject): void {
    if (this.isLoaded) this.post({ type: 'subjectChanged', subject });
    else this.load(subject);
  }

  post(message: ToLab): void {
    void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
  }
}

/** Beside the code, or among the other panels of the Lab. */
export function createPanel(column = vscode.ViewColumn.Beside): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    labViewType,
    'Activation Lens',
    { viewColumn: column, preserveFocus: true },
  );
}

function pageOf(webview: vscode.Webview, extension: vscode.Uri, subject: LabSubject | undefined): string {
  const bundle = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', file)).toString();
  return labHtml({
    nonce: nonce(),
    cspSource: webview.cspSource,
    scriptUri: bundle('main.js'),
    styleUri: bundle('style.css'),
    workerUri: bundle('simulationWorker.js'),
    title: vscode.l10n.t('Activation Lens'),
    subject,
  });
}

/** `crypto` is a global of browsers alone in the oldest hosts; a nonce has only to be new for each page. */
function nonce(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
