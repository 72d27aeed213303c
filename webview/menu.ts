/** A small menu below the control that opened it, by keyboard and pointer. */
import { append, element, onClick } from './dom';

export interface MenuItem {
  readonly text: string;
  /** Absent where nothing is chosen but something is done. */
  readonly checked?: boolean;
  /** True where a new group of items begins. */
  readonly separated?: boolean;
  readonly act: () => void;
}

export interface MenuSpec {
  readonly label: string;
  /** A line above the choices that is read, not chosen. */
  readonly note?: string;
  readonly items: readonly MenuItem[];
}

let closeOpenMenu: (() => void) | undefined;

export function openMenu(anchor: HTMLElement, spec: MenuSpec): void {
  const reopened = anchor.getAttribute('aria-expanded') === 'true';
  closeOpenMenu?.();
  if (reopened) return;
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': spec.label });
  const note = spec.note && element('div', { class: 'menu-note', role: 'presentation' }, spec.note);
  append(menu, [note || undefined, ...spec.items.flatMap((item) => [item.separated === true && separator(), itemOf(item, () => close(true))])]);
  const close = (refocus: boolean) => {
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    closeOpenMenu = undefined;
    if (refocus) anchor.focus();
  };
  const outside = (event: Event) => {
    if (event.target instanceof Node && !menu.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  menu.addEventListener('keydown', (event) => moveInside(menu, event, () => close(true)));
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close(false);
  });
  document.addEventListener('pointerdown', outside, true);
  closeOpenMenu = () => close(false);
  anchor.setAttribute('aria-expanded', 'true');
  show(menu, anchor);
}

function separator(): HTMLElement {
  return element('div', { class: 'menu-separator', role: 'separator' });
}

function itemOf({ text, checked, act }: MenuItem, close: () => void): HTMLElement {
  const state = checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': String(checked) };
  const item = element('button', { type: 'button', class: 'menu-item', tabindex: '-1', ...state }, text);
  return onClick(item, () => {
    close();
    act();
  });
}

/** Below the anchor, moved left where it would leave the page. */
function show(menu: HTMLElement, anchor: HTMLElement): void {
  document.body.append(menu);
  const { left, bottom } = anchor.getBoundingClientRect();
  const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
  menu.style.top = `${bottom + 4 + scrollY}px`;
  const first = menu.querySelector<HTMLElement>('[aria-checked="true"]') ?? menu.querySelector<HTMLElement>('.menu-item');
  first?.focus();
}

function moveInside(menu: HTMLElement, event: KeyboardEvent, close: () => void): void {
  const items = [...menu.querySelectorAll<HTMLElement>('.menu-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const target = targets[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (target !== undefined) items[(target + items.length) % items.length]?.focus();
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}
