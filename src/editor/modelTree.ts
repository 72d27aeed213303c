/** The Model view: what the models of the file in view are made of. Nothing is followed while nobody looks at it. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { outlineOf, type OutlineItem } from '../models/outline';
import type { Role } from '../models/situation';
import { iconOf } from './activationIcons';
import type { Analyses, Analysis } from './analysis';
import type { Log } from './log';
import { columnOf, pythonInView } from './reveal';
import { Slices } from './slices';
import { notebookOf, sourceOf } from './source';

/** After the last letter, in milliseconds. */
const pause = 400;
/** VS Code asks for everything below what is open, seen or not, so that the models of a long file are closed. */
const mostOpen = 200;

interface ModelNode {
  readonly item: OutlineItem;
  readonly analysis: Analysis;
  readonly parent: ModelNode | undefined;
}

export class ModelTree implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly slices = new Slices();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  private outlined: { readonly analysis: Analysis; readonly nodes: ModelNode[]; readonly isLong: boolean } | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly analyses: Analyses, private readonly log: Log) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.redrawSoon()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.redrawSoon()),
      vscode.window.onDidChangeTextEditorViewColumn(() => this.redrawSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isShown(document)) this.redrawSoon();
      }),
    );
  }

  async getChildren(node?: ModelNode): Promise<ModelNode[]> {
    if (node !== undefined) return node.item.items.map((item) => ({ item, analysis: node.analysis, parent: node }));
    const document = pythonInView();
    const analysis = document && await this.analyses.inSlices(document);
    return analysis === undefined ? [] : this.modelsIn(analysis);
  }

  getTreeItem({ item, analysis }: ModelNode): vscode.TreeItem {
    return treeItemOf(item, analysis, this.outlined?.isLong === true);
  }

  getParent({ parent }: ModelNode): ModelNode | undefined {
    return parent;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  /** A text without any word of machine learning is not read for this. Values are followed in slices; should that fail, it is said below. */
  private async modelsIn(analysis: Analysis): Promise<ModelNode[]> {
    if (this.outlined?.analysis === analysis) return this.outlined.nodes;
    await this.slices.through(analysis.read.following()).catch(() => undefined);
    const items = this.log.attempt('Cannot follow the models', () => analysis.facts && outlineOf(analysis.tree, analysis.facts)) ?? [];
    const nodes = items.map((item) => ({ item, analysis, parent: undefined }));
    this.outlined = { analysis, nodes, isLong: items.reduce((sum, item) => sum + 1 + item.items.length, 0) > mostOpen };
    return nodes;
  }

  private redrawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), pause);
  }
}

/** VS Code's own command leaves the focus in the view at a click, and gives it to the code at a double click and Enter, as its Outline does. */
function openCommand({ span: { start } }: OutlineItem, analysis: Analysis): vscode.Command | undefined {
  const location = analysis.locationOf({ start, end: start });
  if (location === undefined) return undefined;
  const options: vscode.TextDocumentShowOptions = { selection: location.range, viewColumn: columnOf(location.document) };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [location.document.uri, options] };
}

/** The file in view, or a cell of the same notebook. */
function isShown(document: vscode.TextDocument): boolean {
  const shown = pythonInView();
  if (shown === undefined || sourceOf(document) === undefined) return false;
  return shown === document || (notebookOf(document) !== undefined && notebookOf(document) === notebookOf(shown));
}

function treeItemOf(item: OutlineItem, analysis: Analysis, isLong: boolean): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const name = item.kind === 'activation' ? findActivation(item.name)?.name ?? item.name : item.name;
  const entry = new vscode.TreeItem(name, item.items.length === 0 ? None : isLong ? Collapsed : Expanded);
  const details = [item.detail, item.role === undefined ? '' : roleWord(item.role)].filter((detail) => detail !== '');
  entry.description = details.join(', ');
  entry.iconPath = item.kind === 'activation' ? iconOf(item.name) : new vscode.ThemeIcon(icons[item.kind]);
  entry.tooltip = new vscode.MarkdownString().appendCodeblock(firstLine(analysis, item), 'python');
  entry.accessibilityInformation = { label: [name, ...details].join(', ') };
  const command = openCommand(item, analysis);
  if (command !== undefined) entry.command = command;
  return entry;
}

const icons = { model: 'symbol-class', layer: 'layers', loss: 'target' } as const;

function firstLine({ document }: Analysis, { span }: OutlineItem): string {
  return document.text.slice(span.start, span.end).split('\n')[0] ?? '';
}

function roleWord(role: Role): string {
  switch (role) {
    case 'hidden': return vscode.l10n.t('hidden');
    case 'gate': return vscode.l10n.t('gate');
    case 'attention': return vscode.l10n.t('attention');
    case 'output': return vscode.l10n.t('output');
  }
}
