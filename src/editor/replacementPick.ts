/** "Replace with Another Activation…": a pick of those that can take the place, each with the code that it would become. */
import * as vscode from 'vscode';
import { activations } from '../activations/catalogue';
import { replaceInCode, replacementOf } from './change';
import { madeUnknown, makerIn, nameAt } from './maker';
import type { FoundUsage } from './origin';

interface Item extends vscode.QuickPickItem {
  readonly activation: string;
}

export async function replaceWithPicked(found: FoundUsage): Promise<void> {
  const maker = makerIn(found);
  if (maker === undefined) return void vscode.window.showInformationMessage(madeUnknown(found));
  const items = itemsFor(maker);
  const name = nameAt(found);
  if (items.length === 0) return void vscode.window.showInformationMessage(vscode.l10n.t('No other activation can take the place of {0} by itself.', name));
  const placeHolder = vscode.l10n.t('Which activation shall take the place of {0}?', name);
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked === undefined) return;
  const failure = await replaceInCode(found, { activation: picked.activation, parameters: {} }, false);
  if (failure !== undefined) void vscode.window.showInformationMessage(failure);
}

function itemsFor(found: FoundUsage): Item[] {
  return activations.flatMap(({ id, name }): Item[] => {
    const replacement = id === found.usage.activation ? undefined : replacementOf(found, { activation: id, parameters: {} });
    return replacement === undefined ? [] : [{ label: name, description: replacement.code, activation: id }];
  });
}
