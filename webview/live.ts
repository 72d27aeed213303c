/** One polite live region. It speaks after the last of a row of steps, not at each of them. */
import { element } from './dom';

export interface Announcer {
  readonly element: HTMLElement;
  announce(text: string): void;
}

const pause = 250;

export function createAnnouncer(): Announcer {
  const region = element('div', { class: 'visually-hidden', 'aria-live': 'polite', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element: region,
    announce(text) {
      clearTimeout(timer);
      timer = setTimeout(() => { region.textContent = text; }, pause);
    },
  };
}
