/** The bar on top: the views' tabs, and what can be done with the view as a whole. */
import { button } from './controls';
import { element } from './dom';
import { createTabs, type Tab } from './tabs';

export interface BarActions {
  reset(): void;
  toggleTable(): void;
  copy(): void;
  showView(id: string): void;
}

export interface BarModel {
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
  /** Shows for a moment that the copy was made. */
  confirmCopy(): void;
}

const confirmation = 1600;

export function createBar(actions: BarActions): Bar {
  const reset = button({ label: 'Reset to the code', icon: 'reset', appearance: 'icon', title: 'Reset to what the code says', onPress: actions.reset });
  const table = button({ label: 'Table view', icon: 'table', appearance: 'icon', title: 'Table view (T)', onPress: actions.toggleTable });
  const copy = button({ label: 'Copy', icon: 'copy', appearance: 'icon', title: 'Copy', onPress: actions.copy });
  const tabs = createTabs(actions.showView);
  const host = element('header', { class: 'bar' },
    tabs.element,
    element('div', { class: 'bar-actions', role: 'toolbar', 'aria-label': 'View' }, reset.element, table.element, copy.element));
  return {
    element: host,
    update(model) {
      tabs.update(model.tabs, model.view);
      reset.setEnabled(model.canReset);
      table.setPressed(model.tableView);
      table.element.hidden = !model.canTabulate;
      const words = model.tableView ? 'Copy table' : 'Copy image';
      copy.element.setAttribute('aria-label', words);
      copy.element.title = model.tableView ? 'Copy the table as TSV' : 'Copy image as PNG (C)';
      copy.element.hidden = !model.canCopy;
    },
    confirmCopy() {
      copy.setIcon('copied');
      setTimeout(() => copy.setIcon('copy'), confirmation);
    },
  };
}
