/** The tabs of the views: one stop of the keyboard, with the arrows between them. What has no room is left to a menu, as in VS Code's own panels. */
import { element, onClick } from './dom';

export interface Tab {
  readonly id: string;
  readonly title: string;
}

interface Tabs {
  readonly element: HTMLElement;
  update(tabs: readonly Tab[], selected: string | undefined): void;
  /** Those that have no room, in their order. */
  hidden(): readonly Tab[];
}

export function createTabs(choose: (id: string) => void): Tabs {
  const host = element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Views' });
  let shown: readonly Tab[] = [];
  let said = '';
  host.addEventListener('keydown', (event) => moveBetween(host, event));
  new ResizeObserver(() => fit(host)).observe(host);
  return {
    element: host,
    update(tabs, selected) {
      const next = JSON.stringify([tabs, selected]);
      if (next === said) return;
      [shown, said] = [tabs, next];
      const hadFocus = host.contains(document.activeElement);
      host.replaceChildren(...tabs.map((tab) => tabButton(tab, tab.id === selected, choose)));
      fit(host);
      if (hadFocus) host.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    },
    hidden: () => shown.filter((_, i) => host.children[i]?.hasAttribute('hidden')),
  };
}

/** From the last on, until the rest has room; the one that is shown stays. */
function fit(host: HTMLElement): void {
  const tabs = [...host.children].filter((tab) => tab instanceof HTMLElement);
  for (const tab of tabs) tab.hidden = false;
  const dispensable = tabs.filter((tab) => tab.getAttribute('aria-selected') !== 'true').reverse();
  for (const tab of dispensable) {
    if (host.scrollWidth <= host.clientWidth) return;
    tab.hidden = true;
  }
}

function tabButton({ id, title }: Tab, isSelected: boolean, choose: (id: string) => void): HTMLElement {
  return onClick(element('button', {
    type: 'button', class: 'tab', role: 'tab', 'aria-selected': String(isSelected), 'aria-controls': 'view', tabindex: isSelected ? '0' : '-1',
  }, title), () => choose(id));
}

function moveBetween(host: HTMLElement, event: KeyboardEvent): void {
  const all = [...host.querySelectorAll<HTMLElement>('[role="tab"]:not([hidden])')];
  const at = all.findIndex((tab) => tab === document.activeElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  const tab = all[next % all.length];
  tab?.focus();
  tab?.click();
}
