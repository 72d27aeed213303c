/** Keeps the Problems of open Python up to date. Nothing else of the extension is loaded until there is some. */
import * as vscode from 'vscode';
import { isPython, notebookOf } from './source';

/** After the last letter, in milliseconds: long enough to finish a word. */
const pause = 300;

export interface Diagnoser {
  /** All parts of the text that a document is or belongs to, with what is to be said of them. */
  readonly diagnose: (document: vscode.TextDocument) => Promise<readonly [vscode.Uri, vscode.Diagnostic[]][]>;
  /** When a file of the project has changed what is to be said. */
  readonly onDidChangeProject: vscode.Event<void>;
}

export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('activationLens');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];
  private diagnoser: Promise<Diagnoser> | undefined;

  constructor(private readonly load: () => Promise<Diagnoser>) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.updateSoon(document, 0)),
      vscode.workspace.onDidSaveTextDocument((document) => this.updateSoon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.updateSoon(document, pause);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        const [cell] = contentChanges.length > 0 ? notebook.getCells().map(({ document }) => document).filter(isPython) : [];
        if (cell !== undefined) this.updateSoon(cell, pause);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (['diagnostics', 'rules'].some((name) => event.affectsConfiguration(`activationLens.${name}`))) this.updateAll();
      }),
    ];
    this.updateAll();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.collection.dispose();
  }

  private updateAll(): void {
    for (const document of vscode.workspace.textDocuments) this.updateSoon(document, 0);
  }

  /** A notebook once, however many of its cells ask for it. */
  private updateSoon(document: vscode.TextDocument, delay: number): void {
    if (!isWanted(document)) return;
    const key = (notebookOf(document)?.uri ?? document.uri).toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => {
      this.timers.delete(key);
      void this.update(document);
    }, delay));
  }

  /** What has changed meanwhile is on its way to be updated again. */
  private async update(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const diagnosed = document.isClosed ? [] : await (await this.loaded()).diagnose(document);
    if (document.isClosed || document.version !== version) return;
    for (const [uri, diagnostics] of diagnosed) this.collection.set(uri, diagnostics);
  }

  private loaded(): Promise<Diagnoser> {
    return (this.diagnoser ??= this.load().then((diagnoser) => {
      this.subscriptions.push(diagnoser.onDidChangeProject(() => this.updateAll()));
      return diagnoser;
    }));
  }
}

/** What only shows another state of a file, as Git or the preview of a refactoring does, is stored nowhere or cannot be written to. */
function isWanted(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const isOwn = scheme === 'untitled' || scheme === 'vscode-notebook-cell' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
  return isPython(document) && !document.isClosed && isOwn;
}
