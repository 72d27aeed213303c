/** The page of a rule as a read-only document, shown in the editor's own preview of markdown. */
import * as vscode from 'vscode';

const scheme = 'activation-lens';

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  /** Opens the page beside the editor. */
  async show(rule: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${rule}.md`, query: JSON.stringify({ rule }) });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const [{ findRule }, { rulePage }] = await Promise.all([import('../rules/catalogue'), import('../rules/page')]);
    const rule = findRule(ruleIn(query));
    return rule === undefined ? vscode.l10n.t('There is no rule of this name.') : rulePage(rule);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

/** An address can be typed or restored from an older version, so nothing in it is believed. */
function ruleIn(query: string): string {
  try {
    const read: unknown = JSON.parse(query);
    return typeof read === 'object' && read !== null && 'rule' in read && typeof read.rule === 'string' ? read.rule : '';
  } catch {
    return '';
  }
}
