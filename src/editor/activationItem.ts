/** How a branch or a use looks in the Activations view. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import type { ActivationBranch, FileBranch, Grouping, Leaf, Node } from '../inventory/outline';
import { languageOf } from '../reports/language';
import type { Certainty } from '../usages/usage';
import { iconOf } from './activationIcons';
import { lineIn, rangeOf } from './place';
import { columnOf } from './reveal';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function itemOf(node: Node, grouping: Grouping): vscode.TreeItem {
  const item = draft(node, grouping);
  item.id = `${grouping} ${node.key}`;
  item.contextValue = node.kind;
  return item;
}

function draft(node: Node, grouping: Grouping): vscode.TreeItem {
  switch (node.kind) {
    case 'activation':
      return activationItem(node);
    case 'file':
      return fileItem(node);
    case 'use':
      return grouping === 'file' ? namedItem(node) : codeItem(node);
  }
}

function activationItem({ activation, name, count }: ActivationBranch): vscode.TreeItem {
  const item = new vscode.TreeItem(name, Collapsed);
  item.description = String(count);
  item.iconPath = iconOf(activation);
  item.tooltip = findActivation(activation)?.summary ?? name;
  // A screen reader would read the tooltip in place of the name.
  item.accessibilityInformation = { label: `${name}, ${count}` };
  return item;
}

/** With the icon, the colour and the badge that the Explorer gives the file. */
function fileItem({ uri, count, parent }: FileBranch): vscode.TreeItem {
  const resource = vscode.Uri.parse(uri);
  const item = new vscode.TreeItem(resource, parent === undefined ? Collapsed : Expanded);
  const path = vscode.workspace.asRelativePath(resource);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  item.description = folder === '' ? String(count) : `${count} · ${folder}`;
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

/** Below its file: what it is, with its parameters. The line comes first, since a narrow view cuts the end off. */
function namedItem(leaf: Leaf): vscode.TreeItem {
  const { use } = leaf;
  const place = use.scope === '' ? lineIn(use.start) : vscode.l10n.t('{0} in {1}', lineIn(use.start), use.scope);
  return useItem(new vscode.TreeItem(use.title, None), leaf, place, iconOf(use.activation));
}

/** Below its activation the line says more than the name once again. */
function codeItem(leaf: Leaf): vscode.TreeItem {
  const { text, from, to } = leaf.use.line;
  return useItem(new vscode.TreeItem({ label: text, highlights: [[from, to]] }, None), leaf, lineIn(leaf.use.start));
}

function useItem(item: vscode.TreeItem, leaf: Leaf, place: string, icon?: ReturnType<typeof iconOf>): vscode.TreeItem {
  const { use } = leaf;
  item.description = use.certainty === 'resolved' ? place : `${place}, ${certaintyWord(use.certainty)}`;
  item.tooltip = tooltipOf(leaf);
  item.command = openCommand(leaf);
  item.accessibilityInformation = { label: `${use.title}, ${place}, ${use.line.text}` };
  if (icon !== undefined) item.iconPath = icon;
  return item;
}

/** VS Code's own command shows a preview at a click and keeps it at a double click; it knows the cells of open notebooks alone. */
function openCommand(leaf: Leaf): vscode.Command {
  const title = vscode.l10n.t('Open');
  const { cell } = leaf.use.start;
  const document = cell === undefined ? undefined : openCell(leaf.uri, cell);
  if (cell !== undefined && document === undefined) return { command: 'activationLens.openUse', title, arguments: [leaf] };
  const options: vscode.TextDocumentShowOptions = { selection: rangeOf(leaf.use), preview: true, ...(document ? { viewColumn: columnOf(document) } : {}) };
  return { command: 'vscode.open', title, arguments: [document?.uri ?? vscode.Uri.parse(leaf.uri), options] };
}

function openCell(uri: string, cell: number): vscode.TextDocument | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === uri);
  return notebook?.getCells()[cell]?.document;
}

function tooltipOf({ use, uri }: Leaf): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${[use.title, ...(use.library === '' ? [] : [use.library])].join(' · ')}\n`);
  tooltip.appendCodeblock(use.line.text, languageOf(uri));
  if (use.certainty !== 'resolved') tooltip.appendMarkdown(certaintySentence(use.certainty));
  return tooltip;
}

export function certaintyWord(certainty: Certainty): string {
  switch (certainty) {
    case 'resolved': return vscode.l10n.t('resolved');
    case 'inferred': return vscode.l10n.t('inferred');
    case 'hand-written': return vscode.l10n.t('written by hand');
  }
}

export function certaintySentence(certainty: Certainty): string {
  switch (certainty) {
    case 'resolved': return vscode.l10n.t('Known through imports, or the library that a setting names.');
    case 'inferred': return vscode.l10n.t('Inferred from a method, a string or a setting.');
    case 'hand-written': return vscode.l10n.t('A formula, or a class or function of the file itself.');
  }
}
