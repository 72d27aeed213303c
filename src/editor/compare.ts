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

async function choose(all: readonly Distinct[]): Promise<readonly Distinct[] | undefined> {
  const items = all.map((distinct, index) => (
    { label: titleOf(distinct.usage), description: String(distinct.count), picked: index < most, distinct }
  ));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Compare All Activations in This File'),
    placeHolder: vscode.l10n.t('The file has {0} different functions; the Lab shows {1} of them at once', all.length, most),
  });
  return picked === undefined || picked.length === 0 ? undefined : picked.slice(0, most).map(({ distinct }) => distinct);
}
