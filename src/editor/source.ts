/** A text of Python as the editor holds it: one file, or the Python cells of a notebook, which share their names. */
import * as vscode from 'vscode';
import { joinCells, maximumLength, type Document } from '../documents/document';
import type { ConfigurationLanguage } from '../usages/configuration/analyzeConfiguration';
import type { Span } from '../usages/usage';

export interface Source {
  /** The file, or the notebook that the cells are in. */
  readonly uri: vscode.Uri;
  readonly parts: readonly vscode.TextDocument[];
  /** Of the parts, when they were looked at. */
  readonly versions: readonly number[];
}

/** A stretch of one file or cell. */
export interface Location {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

/** In UTF-16 code units: a larger text is data, and reading it would be felt. */
export const largestText = 4 * 1024 * 1024;

/** In bytes: of a notebook only its code counts, which is known once it is read; most of a large one is pictures. */
export function mostBytesOf(uri: vscode.Uri): number {
  return isNotebookFile(uri) ? maximumLength : largestText;
}

export function isNotebookFile(uri: vscode.Uri): boolean {
  return uri.path.toLowerCase().endsWith('.ipynb');
}

export function isPython(document: vscode.TextDocument): boolean {
  return document.languageId === 'python';
}

/** Undefined for what is no configuration that can be read. */
export function configurationLanguageOf({ languageId, uri }: vscode.TextDocument): ConfigurationLanguage | undefined {
  switch (languageId) {
    case 'json':
    case 'jsonc': return 'json';
    case 'yaml': return 'yaml';
    case 'toml': return 'toml';
    case 'plaintext': return uri.path.endsWith('.toml') ? 'toml' : undefined;
    default: return undefined;
  }
}

/** Whether activations are looked for in a document. */
export function isRead(document: vscode.TextDocument): boolean {
  return isPython(document) || configurationLanguageOf(document) !== undefined;
}

/** Undefined for what is no Python. */
export function sourceOf(document: vscode.TextDocument): Source | undefined {
  if (!isPython(document)) return undefined;
  const notebook = notebookOf(document);
  const parts = notebook === undefined ? [document] : pythonCells(notebook);
  return { uri: notebook?.uri ?? document.uri, parts, versions: parts.map(({ version }) => version) };
}

export function notebookOf(cell: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (cell.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some(({ document }) => document === cell));
}

/** As the notebook counts its cells, those of text included. */
export function cellIndexOf(cell: vscode.TextDocument): number | undefined {
  return notebookOf(cell)?.getCells().findIndex(({ document }) => document === cell);
}

function pythonCells(notebook: vscode.NotebookDocument): vscode.TextDocument[] {
  return notebook.getCells().map(({ document }) => document).filter(isPython);
}

/** Cells come, go and change places; a document that was closed and opened again counts its versions from the start. */
export function isSame(a: Source, b: Source): boolean {
  return a.parts.length === b.parts.length && a.parts.every((part, i) => part === b.parts[i] && a.versions[i] === b.versions[i]);
}

/** The whole text; its cells are numbered as the parts are. */
export function readSource({ parts }: Source): Document {
  const texts = parts.map((part) => part.getText());
  return isNotebook(parts) ? joinCells(texts.map((text, index) => ({ index, text }))) : { text: texts[0] ?? '' };
}

function isNotebook(parts: readonly vscode.TextDocument[]): boolean {
  return parts[0]?.uri.scheme === 'vscode-notebook-cell';
}

/** Where a place of a part is in the whole text. */
export function offsetIn({ parts }: Source, document: Document, part: vscode.TextDocument, offset: number): number {
  return (document.cells?.[parts.indexOf(part)]?.start ?? 0) + offset;
}

/** Where a stretch of the whole text is in the editor; undefined if it reaches over the end of a cell. */
export function locationOf({ parts }: Source, document: Document, { start, end }: Span): Location | undefined {
  const cell = document.cells?.find((candidate) => candidate.start <= start && end <= candidate.end);
  if (document.cells !== undefined && cell === undefined) return undefined;
  const part = parts[cell?.index ?? 0];
  if (part === undefined) return undefined;
  const before = cell?.start ?? 0;
  return { document: part, range: new vscode.Range(part.positionAt(start - before), part.positionAt(end - before)) };
}

/** The document of a file; of a notebook one of its cells, which stands for all. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === key);
  if (notebook !== undefined) return notebook.getCells().map(({ document }) => document).find(isPython);
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key && isRead(document) && !document.isClosed);
}
