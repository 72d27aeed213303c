/** The page of an activation or of a rule as a read-only document, shown in the editor's own preview of markdown. */
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

  async showRule(rule: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${rule}.md`, query: JSON.stringify({ rule }) });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    this.shown.set(uri.toString(), uri);
    const { activation: id, rule, parameters } = requestOf(uri.query);
    if (rule !== undefined) return pageOfRule(rule);
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

async function pageOfRule(id: string): Promise<string> {
  const [{ findRule }, { rulePage }] = await Promise.all([import('../rules/catalogue'), import('../rules/page')]);
  const rule = findRule(id);
  return rule === undefined ? vscode.l10n.t('There is no rule of this name.') : rulePage(rule);
}

interface Request {
  readonly activation: string;
  readonly rule?: string;
  readonly parameters: ParameterValues;
}

/** An address can be typed or restored from an older version, so nothing in it is believed. */
function requestOf(query: string): Request {
  const nothing = { activation: '', parameters: {} };
  try {
    const read: unknown = JSON.parse(query);
    if (typeof read !== 'object' || read === null) return nothing;
    if ('rule' in read && typeof read.rule === 'string') return { ...nothing, rule: read.rule };
    if (!('activation' in read) || typeof read.activation !== 'string') return nothing;
    const parameters = 'parameters' in read && typeof read.parameters === 'object' && read.parameters !== null ? read.parameters : {};
    return { activation: read.activation, parameters: numbersAndWords(parameters) };
  } catch {
    return nothing;
  }
}

function numbersAndWords(values: object): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number' || typeof value === 'string'));
}
