/** The uses in one file, in its order: to go to one, or to open it in the Lab. */
import * as vscode from 'vscode';
import { titleOf } from '../explanations/answer';
import type { Usage } from '../usages/usage';
import type { InFile } from './plotPick';
import { placeInFile } from './plotPick';

interface Item extends vscode.QuickPickItem {
  readonly usage: Usage;
}

export interface PickedUse {
  readonly usage: Usage;
  readonly inLab: boolean;
}

export function pickUseInFile(inFile: InFile): Promise<PickedUse | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const openInLab: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('graph-line'), tooltip: vscode.l10n.t('Open Activation in Lab') };
  pick.title = vscode.l10n.t('Activations in This File');
  pick.placeholder = vscode.l10n.t('Go to a use');
  pick.matchOnDescription = true;
  pick.items = inFile.analysis.usages.map((usage) => ({
    label: titleOf(usage), description: placeInFile(inFile.analysis, usage), buttons: [openInLab], usage,
  }));
  pick.activeItems = nearest(pick.items, inFile.near);
  return new Promise((resolve) => {
    const answer = (item: Item | undefined, inLab: boolean): void => {
      resolve(item && { usage: item.usage, inLab });
      pick.hide();
    };
    pick.onDidAccept(() => answer(pick.selectedItems[0], false));
    pick.onDidTriggerItemButton(({ item }) => answer(item, true));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function nearest(items: readonly Item[], offset: number): Item[] {
  const distance = ({ usage: { span } }: Item): number => Math.max(span.start - offset, offset - span.end, 0);
  return [...items].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}
