/** From a use in a list to its place in the editor. */
import * as vscode from 'vscode';
import type { Leaf } from '../inventory/outline';
import type { Use } from '../inventory/use';
import type { Location } from './source';

export type PlacedUse = Pick<Leaf, 'uri' | 'use'>;

/** Undefined where the file is gone, or has no such cell any more. */
export async function openPlace({ uri, use }: PlacedUse): Promise<Location | undefined> {
  const document = await documentOf(vscode.Uri.parse(uri), use.start.cell).then((opened) => opened, () => undefined);
  return document && { document, range: document.validateRange(rangeOf(use)) };
}

export function rangeOf({ start, end }: Use): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** `line 42`, and in a notebook with its cell. */
export function lineIn({ cell, line }: { readonly cell?: number | undefined; readonly line: number }): string {
  return cell === undefined ? vscode.l10n.t('line {0}', line + 1) : vscode.l10n.t('cell {0}, line {1}', cell + 1, line + 1);
}

async function documentOf(uri: vscode.Uri, cell: number | undefined): Promise<vscode.TextDocument | undefined> {
  if (cell === undefined) return vscode.workspace.openTextDocument(uri);
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  return notebook.getCells()[cell]?.document;
}

/** Commands are open to everybody, so an argument is believed only if it has the shape of what the view gives. */
export function isPlacedUse(argument: unknown): argument is PlacedUse {
  return isRecord(argument) && typeof argument['uri'] === 'string' && isRecord(argument['use'])
    && isPosition(argument['use']['start']) && isPosition(argument['use']['end']) && typeof argument['use']['activation'] === 'string';
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
