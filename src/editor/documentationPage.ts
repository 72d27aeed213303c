/** The page of an activation as a read-only document, shown in the editor's own preview of markdown. */
import * as vscode from 'vscode';
import { defaultsOf } from '../activations/activation';
import type { ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { pageOf } from '../explanations/page';
import { palettes } from '../pictures/palette';
import type { Formulas } from './formulas';
import type { Log } from './log';
import { themeKind } from './theme';

const scheme = 'activation-lens';

export class DocumentationPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly shown = new Map<string, vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly formulas: Formulas, private readonly log: Log) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.window.onDidChangeActiveColorTheme(() => this.shown.forEach((uri) => this.changed.fire(uri))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
    );
  }

  /** Opens the page beside the editor, with the values of one call where there is one. */
  async show(activation: string, parameters: ParameterValues = {}): Promise<void> {
    const name = findActivation(activation)?.name;
    if (name === undefined) return;
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md`, query: JSON.stringify({ activation, parameters }) });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.shown.set(uri.toString(), uri);
    const { activation: id, parameters } = requestOf(uri.query);
    const activation = findActivation(id);
    if (!activation) return vscode.l10n.t('There is no activation of this name.');
    const formulas = await this.formulas.of(id);
    const look = { palette: palettes[themeKind()], ...(formulas ? { formulas } : {}) };
    const values = { ...defaultsOf(activation), ...parameters };
    return this.log.attempt(`Cannot write the page of ${id}`, () => pageOf(activation, values, look)) ?? activation.summary;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** An address can be typed or restored from an older version, so nothing in it is believed. */
function requestOf(query: string): { activation: string; parameters: ParameterValues } {
  const nothing = { activation: '', parameters: {} };
  try {
    const read: unknown = JSON.parse(query);
    if (typeof read !== 'object' || read === null || !('activation' in read) || typeof read.activation !== 'string') return nothing;
    const parameters = 'parameters' in read && typeof read.parameters === 'object' && read.parameters !== null ? read.parameters : {};
    return { activation: read.activation, parameters: numbersAndWords(parameters) };
  } catch {
    return nothing;
  }
}

function numbersAndWords(values: object): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number' || typeof value === 'string'));
}
