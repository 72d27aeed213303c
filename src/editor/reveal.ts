/** Shows places of the code: in the editor that has them already, else in the first group, never in place of the Lab. */
import * as vscode from 'vscode';
import { isPython, isRead, notebookOf, type Location } from './source';

export async function reveal({ document, range }: Location, preserveFocus = false): Promise<void> {
  const options = { viewColumn: columnOf(document), selection: range, preserveFocus };
  if (notebookOf(document) === undefined) await vscode.window.showTextDocument(document, options);
  // VS Code's own command knows the places within cells, which its notebook editor does not let us select.
  else await vscode.commands.executeCommand('vscode.open', document.uri, options);
}

/** An edit is only made where the person sees it, and the focus stays where it is. */
export async function bringIntoView({ document, range }: Location): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (shown !== undefined) return shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const notebook = notebookOf(document);
  if (notebook === undefined) await vscode.window.showTextDocument(document, { viewColumn: columnOf(document), selection: range, preserveFocus: true });
  else await bringCellIntoView(notebook, document);
}

/** While the Lab has the focus no editor is active, so the Python that is in view counts. */
export function pythonEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isPython(active.document)) return active;
  return vscode.window.visibleTextEditors.find(({ document }) => isPython(document));
}

/** A Python cell of the notebook that has the focus, seen or not: it stands for all of them. */
export function cellInFocus(): vscode.TextDocument | undefined {
  return vscode.window.activeNotebookEditor?.notebook.getCells().map(({ document }) => document).find(isPython);
}

/** The Python in view as a whole, be it a notebook that is scrolled to cells without any. */
export function pythonInView(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  return active !== undefined && isPython(active) ? active : cellInFocus() ?? pythonEditor()?.document;
}

/** What commands are about: the text that has the focus, where activations are looked for in it, else what is in view. */
export function editorInView(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isRead(active.document)) return active;
  return pythonEditor() ?? vscode.window.visibleTextEditors.find(({ document }) => isRead(document));
}

/** A document that no editor holds is opened again, unless it is gone. */
export async function openAgain(uri: vscode.Uri): Promise<void> {
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  if (isOpen || uri.scheme === 'vscode-notebook-cell') return;
  await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
}

async function bringCellIntoView(notebook: vscode.NotebookDocument, cell: vscode.TextDocument): Promise<void> {
  const index = notebook.getCells().findIndex(({ document }) => document === cell);
  const selection = new vscode.NotebookRange(index, index + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { viewColumn: notebookColumnOf(notebook), selections: [selection], preserveFocus: true });
  editor.revealRange(selection, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}

function notebookColumnOf(notebook: vscode.NotebookDocument): vscode.ViewColumn {
  return vscode.window.visibleNotebookEditors.find((editor) => editor.notebook === notebook)?.viewColumn ?? vscode.ViewColumn.One;
}

/** Where a document or its notebook is seen. */
export function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const notebook = notebookOf(document);
  if (notebook !== undefined) return notebookColumnOf(notebook);
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ?? vscode.ViewColumn.One;
}
