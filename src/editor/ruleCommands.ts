/** What the commands about rules and findings do. */
import * as vscode from 'vscode';
import { rules } from '../rules/catalogue';
import type { Rule } from '../rules/rule';
import type { RulePages } from './rulePages';
import type { WorkspaceFixes } from './workspaceFixes';

export class RuleCommands {
  constructor(private readonly pages: RulePages, private readonly fixes: WorkspaceFixes) {}

  /** The page of the rule that a link names, or that the person picks. */
  async explain(argument?: unknown): Promise<void> {
    const rule = idOf(argument) ?? await pickRule(rules, vscode.l10n.t('Which rule do you want to read about?'));
    if (rule !== undefined) await this.pages.show(rule);
  }

  async fixInWorkspace(argument?: unknown): Promise<void> {
    const rule = idOf(argument) ?? await pickRule(rules.filter(isFixable), vscode.l10n.t('Which rule shall be fixed in the whole workspace?'));
    if (rule !== undefined) await this.fixes.fix(rule);
  }
}

/** Commands are open to everybody. */
function idOf(argument: unknown): string | undefined {
  return rules.find(({ id }) => id === argument)?.id;
}

function isFixable({ fixable }: Rule): boolean {
  return fixable !== 'never';
}

async function pickRule(offered: readonly Rule[], placeHolder: string): Promise<string | undefined> {
  return (await vscode.window.showQuickPick(offered.map(itemOf), { placeHolder, matchOnDetail: true }))?.label;
}

/** A list knows no Markdown. */
function itemOf({ id, documentation }: Rule): vscode.QuickPickItem {
  return { label: id, detail: documentation.what.replaceAll('`', '') };
}
