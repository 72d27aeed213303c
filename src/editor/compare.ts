/** "Compare All Activations in This File": its different functions over each other in the Lab. */
import * as vscode from 'vscode';
import { titleOf } from '../explanations/answer';
import { comparableIn, distinctIn, type Distinct } from '../inventory/comparable';
import type { Usage } from '../usages/usage';
import type { Lab } from './lab';
import type { InFile } from './plotPick';

/** There are five series that can be told apart. */
const most = 5;

export async function compareInFile({ analysis, near }: InFile, lab: Lab): Promise<void> {
  const all = comparableIn(analysis.usages);
  const chosen = all.length > most ? await choose(all) : all;
  if (chosen === undefined) return;
  const [first, ...others] = withFirst(chosen, analysis.usages.find(({ expression }) => expression.start <= near && near <= expression.end));
  if (first === undefined) return;
  lab.compare(analysis, first.usage, others.map(({ usage, parameters }) => ({ activation: usage.activation, parameters })));
}

/** The one at the cursor is the one that the Lab speaks of. */
function withFirst(chosen: readonly Distinct[], here: Usage | undefined): Distinct[] {
  const [same] = here === undefined ? [] : distinctIn([here]);
  const at = same && chosen.find((each) => each.meaning === same.meaning);
  return same === undefined || at === undefined ? [...chosen] : [same, ...chosen.filter((each) => each !== at)];
}

interface Item extends vscode.QuickPickItem {
  readonly distinct: Distinct;
}

/** More than the Lab shows cannot be taken: which of them were left out would be a guess. */
function choose(all: readonly Distinct[]): Promise<readonly Distinct[] | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.canSelectMany = true;
  pick.placeholder = vscode.l10n.t('The file has {0} different functions; the Lab shows {1} of them at once', all.length, most);
  pick.items = all.map((distinct) => ({ label: titleOf(distinct.usage), description: String(distinct.count), distinct }));
  pick.selectedItems = pick.items.slice(0, most);
  pick.title = titleWith(most);
  pick.onDidChangeSelection(({ length }) => {
    pick.title = titleWith(length);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      if (pick.selectedItems.length > most) return;
      resolve(pick.selectedItems.length === 0 ? undefined : pick.selectedItems.map(({ distinct }) => distinct));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function titleWith(chosen: number): string {
  return chosen <= most
    ? vscode.l10n.t('Compare All Activations in This File')
    : vscode.l10n.t('Compare at Most {0} Activations ({1} Are Chosen)', most, chosen);
}
