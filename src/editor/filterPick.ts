/** What the Activations view shall show: activations and certainties, all of which are ticked where nothing is left out. */
import * as vscode from 'vscode';
import { isFiltering, noFilter, type Filter } from '../inventory/filter';
import { activationBranches, type Inventory } from '../inventory/outline';
import type { Certainty } from '../usages/usage';
import { certaintySentence, certaintyWord } from './activationItem';

interface Item extends vscode.QuickPickItem {
  readonly activation?: string;
  readonly certainty?: Certainty;
}

const certainties: readonly Certainty[] = ['resolved', 'inferred', 'hand-written'];

/** Undefined where the person changed their mind. */
export async function pickFilter(inventory: Inventory, filter: Filter): Promise<Filter | undefined> {
  const items = itemsFor(inventory, filter);
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Filter Activations'),
    placeHolder: vscode.l10n.t('Choose what the view shows'),
    matchOnDescription: true,
  });
  return picked && filterOf(items, picked);
}

function itemsFor(inventory: Inventory, filter: Filter): Item[] {
  const activations = activationBranches(inventory, noFilter).map(({ activation, name, count }): Item => ({
    label: name, description: String(count), activation, picked: filter.activations?.has(activation) !== false,
  }));
  return [
    separator(vscode.l10n.t('certainty')),
    ...certainties.map((certainty): Item => ({
      label: certaintyLabel(certainty), description: certaintySentence(certainty), certainty,
      picked: filter.certainties?.has(certainty) !== false,
    })),
    separator(vscode.l10n.t('activations')),
    ...activations,
  ];
}

/** A kind of which everything or nothing is ticked is not filtered by. */
function filterOf(items: readonly Item[], picked: readonly Item[]): Filter {
  const activations = chosen(items, picked, ({ activation }) => activation);
  const certain = chosen(items, picked, ({ certainty }) => certainty);
  const filter = { ...(activations ? { activations } : {}), ...(certain ? { certainties: certain } : {}) };
  return isFiltering(filter) ? filter : noFilter;
}

function chosen<T>(items: readonly Item[], picked: readonly Item[], valueOf: (item: Item) => T | undefined): Set<T> | undefined {
  const values = (from: readonly Item[]): Set<T> => new Set(from.flatMap((item) => valueOf(item) ?? []));
  const [all, some] = [values(items), values(picked)];
  return some.size === 0 || some.size === all.size ? undefined : some;
}

function certaintyLabel(certainty: Certainty): string {
  const word = certaintyWord(certainty);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
