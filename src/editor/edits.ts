/** Edits of a whole text as VS Code applies them, file by file or cell by cell. */
import * as vscode from 'vscode';
import type { Edit } from '../documents/edit';
import type { Analysis } from './analysis';

/** Undefined where one of them would reach over the end of a cell. */
export function workspaceEdit(analysis: Analysis, edits: readonly Edit[]): vscode.WorkspaceEdit | undefined {
  const edit = new vscode.WorkspaceEdit();
  return addEdits(edit, analysis, edits) ? edit : undefined;
}

/** Whether they could all be added. */
export function addEdits(to: vscode.WorkspaceEdit, analysis: Analysis, edits: readonly Edit[], confirmation?: vscode.WorkspaceEditEntryMetadata): boolean {
  const placed = edits.map(({ span, newText }) => ({ location: analysis.locationOf(span), newText }));
  if (placed.some(({ location }) => location === undefined)) return false;
  for (const { location, newText } of placed) {
    if (location !== undefined) to.replace(location.document.uri, location.range, newText, confirmation);
  }
  return true;
}
