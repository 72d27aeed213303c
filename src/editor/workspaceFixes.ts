/** Fixes everything that one rule finds in the workspace, in VS Code's preview of all changes. Nothing is saved. */
import * as vscode from 'vscode';
import { decodeText } from '../documents/decode';
import { readDocument } from '../documents/document';
import type { Edit } from '../documents/edit';
import { isFailure } from '../documents/failure';
import { lineStartsOf, positionAt } from '../documents/lines';
import { fixesTogether } from '../rules/fixes';
import { analyzeDocument } from '../usages/analyze';
import { addEdits } from './edits';
import type { Findings } from './findings';
import { largestText, mostBytesOf, openDocument } from './source';
import { codeFiles, listFiles } from './workspaceFiles';

export class WorkspaceFixes {
  constructor(private readonly findings: Findings) {}

  async fix(rule: string): Promise<void> {
    const title = vscode.l10n.t('Looking for {0}', rule);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const edit = await vscode.window.withProgress(options, (_, token) => this.collect(rule, token));
    if (edit === undefined) return;
    if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    else void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix for {0}.', rule));
  }

  /** Undefined once the person has cancelled. */
  async collect(rule: string, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
    const edit = new vscode.WorkspaceEdit();
    const fixes = { edit, rule, confirmation: { needsConfirmation: true, label: rule } };
    for (const uri of (await listFiles(token, codeFiles)).values()) {
      if (token.isCancellationRequested) return undefined;
      const open = openDocument(uri);
      await (open === undefined ? this.addFile(fixes, uri) : this.addOpen(fixes, open));
    }
    return edit;
  }

  /** As it is typed, also where it is not saved yet. */
  private async addOpen({ edit, rule, confirmation }: Fixes, document: vscode.TextDocument): Promise<void> {
    const found = await this.findings.of(document);
    if (found === undefined) return;
    const { edits } = fixesTogether(found.findings.filter((finding) => finding.rule === rule));
    addEdits(edit, found.analysis, edits, confirmation);
  }

  /** Without opening it, which would show all its problems; only a notebook with a fix is opened, because its cells are places of their own. */
  private async addFile(fixes: Fixes, uri: vscode.Uri): Promise<void> {
    const text = await textOf(uri);
    const document = text === undefined ? undefined : readDocument(text, uri.path);
    if (text === undefined || document === undefined || isFailure(document) || document.text.length > largestText) return;
    const read = analyzeDocument(document);
    const { edits } = fixesTogether((await this.findings.inFile(uri, read)).filter(({ rule }) => rule === fixes.rule));
    if (edits.length === 0) return;
    if (document.cells === undefined) return replaceIn(fixes, uri, text, edits);
    await vscode.workspace.openNotebookDocument(uri).then(undefined, () => undefined);
    const cell = openDocument(uri);
    if (cell !== undefined) await this.addOpen(fixes, cell);
  }
}

interface Fixes {
  readonly edit: vscode.WorkspaceEdit;
  readonly rule: string;
  readonly confirmation: vscode.WorkspaceEditEntryMetadata;
}

function replaceIn({ edit, confirmation }: Fixes, uri: vscode.Uri, text: string, edits: readonly Edit[]): void {
  const lines = lineStartsOf(text);
  const position = (offset: number): vscode.Position => {
    const { line, character } = positionAt(lines, offset);
    return new vscode.Position(line, character);
  };
  for (const { span, newText } of edits) edit.replace(uri, new vscode.Range(position(span.start), position(span.end)), newText, confirmation);
}

/** As the editor counts it, which leaves out the mark that some files begin with. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    const text = size > mostBytesOf(uri) ? undefined : decodeText(await vscode.workspace.fs.readFile(uri));
    return text === undefined || isFailure(text) ? undefined : text.replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
