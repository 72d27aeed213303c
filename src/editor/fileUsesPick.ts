/** The uses in one file, in its order: to go to one, or to open it in the Lab. */
import * as vscode from 'vscode';
import { titleOf } from '../explanations/answer';
import type { Usage } from '../usages/usage';
import { byDistance, placeInFile, type InFile } from './plotPick';

interface Item extends vscode.QuickPickItem {
  readonly usage: Usage;
}

interface PickedUse {
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
  const [nearest] = byDistance(inFile);
  pick.activeItems = pick.items.filter(({ usage }) => usage === nearest);
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
