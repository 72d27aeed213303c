/** The bar on top: the views' tabs, and what can be done with the view as a whole. */
import { button } from './controls';
import { element, setAttributes } from './dom';
import type { MenuItem } from './menu';
import { createTabs, type Tab } from './tabs';

interface BarActions {
  reset(): void;
  toggleTable(): void;
  copy(): void;
  /** What else there is, below the button that asks for it. */
  more(anchor: HTMLElement): void;
  showView(id: string): void;
}

interface BarModel {
  readonly tabs: readonly Tab[];
  readonly view: string | undefined;
  readonly canReset: boolean;
  readonly canTabulate: boolean;
  readonly canCopy: boolean;
  readonly tableView: boolean;
}

export interface Bar {
  readonly element: HTMLElement;
  update(model: BarModel): void;
  /** The views whose tabs have no room. */
  hiddenTabs(): MenuItem[];
  /** The actions that it has no room to show. */
  hiddenItems(): MenuItem[];
  /** Shows for a moment that the copy was made. */
  confirmCopy(): void;
}

const confirmation = 1600;

export function createBar(actions: BarActions): Bar {
  const reset = button({ label: 'Reset to the code', icon: 'reset', appearance: 'icon', title: 'Reset to what the code says', onPress: actions.reset });
  const table = button({ label: 'Table view', icon: 'table', appearance: 'icon', title: 'Table view (T in the plot)', onPress: actions.toggleTable });
  const copy = button({ label: 'Copy', icon: 'copy', appearance: 'icon', title: 'Copy', onPress: actions.copy });
  const more = button({ label: 'More actions', icon: 'more', appearance: 'icon', title: 'More actions', onPress: () => actions.more(more.element) });
  setAttributes(more.element, { 'aria-haspopup': 'menu', 'aria-expanded': 'false', class: 'more' });
  const tabs = createTabs(actions.showView);
  const host = element('header', { class: 'bar' },
    tabs.element,
    element('div', { class: 'bar-actions', role: 'toolbar', 'aria-label': 'View' }, reset.element, table.element, copy.element, more.element));
  let shown: BarModel | undefined;
  return {
    element: host,
    update(model) {
      shown = model;
      tabs.update(model.tabs, model.view);
      reset.setEnabled(model.canReset);
      setAttributes(reset.element, { hidden: model.view === undefined });
      table.setPressed(model.tableView);
      setAttributes(table.element, { hidden: !model.canTabulate });
      const words = model.tableView ? 'Copy table' : 'Copy image';
      setAttributes(copy.element, { 'aria-label': words, title: model.tableView ? 'Copy the table as TSV' : 'Copy image as PNG (C in the plot)', hidden: !model.canCopy });
      setAttributes(more.element, { hidden: model.view === undefined });
    },
    hiddenTabs: () => tabs.hidden().map(({ id, title }) => ({ text: title, act: () => actions.showView(id) })),
    hiddenItems() {
      const isShown = reset.element.offsetParent !== null;
      if (isShown || !shown) return [];
      return [
        ...(shown.canReset ? [{ text: 'Reset to the code', act: actions.reset }] : []),
        ...(shown.canTabulate ? [{ text: shown.tableView ? 'Show the plot' : 'Show the table', act: actions.toggleTable }] : []),
        ...(shown.canCopy ? [{ text: shown.tableView ? 'Copy table' : 'Copy image', act: actions.copy }] : []),
      ];
    },
    confirmCopy() {
      copy.setIcon('copied');
      setTimeout(() => copy.setIcon('copy'), confirmation);
    },
  };
}
