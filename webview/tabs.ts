/** The tabs of the views: one stop of the keyboard, with the arrows between them. */
import { element, onClick } from './dom';

export interface Tab {
  readonly id: string;
  readonly title: string;
}

export interface Tabs {
  readonly element: HTMLElement;
  update(tabs: readonly Tab[], selected: string | undefined): void;
}

export function createTabs(choose: (id: string) => void): Tabs {
  const host = element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Views' });
  let shown = '';
  host.addEventListener('keydown', (event) => moveBetween(host, event));
  return {
    element: host,
    update(tabs, selected) {
      const next = JSON.stringify([tabs, selected]);
      if (next === shown) return;
      shown = next;
      const hadFocus = host.contains(document.activeElement);
      host.replaceChildren(...tabs.map((tab) => tabButton(tab, tab.id === selected, choose)));
      const selectedTab = host.querySelector<HTMLElement>('[aria-selected="true"]');
      if (hadFocus) selectedTab?.focus();
      // Where not all tabs have room, the one that is shown does.
      if (selectedTab) host.scrollLeft = Math.max(0, selectedTab.offsetLeft + selectedTab.offsetWidth - host.offsetLeft - host.clientWidth);
    },
  };
}

function tabButton({ id, title }: Tab, isSelected: boolean, choose: (id: string) => void): HTMLElement {
  return onClick(element('button', {
    type: 'button', class: 'tab', role: 'tab', 'aria-selected': String(isSelected), 'aria-controls': 'view', tabindex: isSelected ? '0' : '-1',
  }, title), () => choose(id));
}

function moveBetween(host: HTMLElement, event: KeyboardEvent): void {
  const all = [...host.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = all.findIndex((tab) => tab === document.activeElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  const tab = all[next % all.length];
  tab?.focus();
  tab?.click();
}
