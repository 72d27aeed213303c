/** What the commands about rules and findings do. */
import * as vscode from 'vscode';
import { rules } from '../rules/catalogue';
import type { RulePages } from './rulePages';
import type { WorkspaceFixes } from './workspaceFixes';

export class RuleCommands {
  constructor(private readonly pages: RulePages, private readonly fixes: WorkspaceFixes) {}

  /** The page of the rule that a link names, or that the person picks. */
  async explain(argument?: unknown): Promise<void> {
    const rule = idOf(argument) ?? await pickRule(vscode.l10n.t('Which rule do you want to read about?'));
    if (rule !== undefined) await this.pages.show(rule);
  }

  async fixInWorkspace(argument?: unknown): Promise<void> {
    const rule = idOf(argument) ?? await pickRule(vscode.l10n.t('Which rule shall be fixed in the whole workspace?'));
    if (rule !== undefined) await this.fixes.fix(rule);
  }
}

/** Commands are open to everybody. */
function idOf(argument: unknown): string | undefined {
  return rules.find(({ id }) => id === argument)?.id;
}

async function pickRule(placeHolder: string): Promise<string | undefined> {
  const items = rules.map(({ id, documentation }): vscode.QuickPickItem => ({ label: id, detail: documentation.what }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
}
