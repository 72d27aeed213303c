/** Which colour is which value: a bar from the least to the greatest, with the values of the lines under it. */
import { formatNumber } from '../../src/pictures/numbers';
import { shadeOf, type Surface } from '../../src/pictures/surface';
import { textWidth } from '../../src/pictures/svg';
import { mix, toCss } from '../colour';
import { element } from '../dom';
import type { Theme } from '../theme';
import { fullest } from './ground';

interface Legend {
  readonly element: HTMLElement;
  update(surface: Surface, theme: Theme): void;
}

export function createLegend(): Legend {
  const bar = element('span', { class: 'heat-bar' });
  const ticks = element('span', { class: 'heat-ticks' });
  const host = element('div', { class: 'gate-legend', 'aria-hidden': 'true' }, bar, ticks);
  return {
    element: host,
    update(surface, theme) {
      host.hidden = theme.highContrast;
      const { heat } = theme;
      bar.style.background = `linear-gradient(to right, ${[mix(heat.negative, heat.background, fullest), heat.background, mix(heat.positive, heat.background, fullest)].map(toCss).join(', ')})`;
      const width = bar.clientWidth || widest;
      const marks = surface.contours.map(({ level }) => ({ text: formatNumber(level), x: width * (0.5 + 0.5 * shadeOf(level, surface.most)) }));
      ticks.replaceChildren(...clearOfEachOther(marks).map(({ text, x }) => tick(text, x / width)));
    },
  };
}

/** Where nothing is laid out yet, all have room. */
const widest = 1000;
const tickSize = 11;

/** Those that leave room between each other, outward from the middle, where 0 is. */
export function clearOfEachOther<T extends { readonly text: string; readonly x: number }>(marks: readonly T[]): T[] {
  const middle = marks.findIndex(({ text }) => text === '0');
  const outward = (side: readonly T[]): T[] => side.reduce<T[]>((kept, mark) => (hasRoom(kept.at(-1), mark) ? [...kept, mark] : kept), []);
  const [left, right] = [outward(marks.slice(0, middle + 1).reverse()), outward(marks.slice(Math.max(0, middle)))];
  return [...left.slice(1).reverse(), ...right];
}

function hasRoom<T extends { readonly text: string; readonly x: number }>(last: T | undefined, mark: T): boolean {
  return last === undefined || Math.abs(mark.x - last.x) >= (textWidth(last.text, tickSize) + textWidth(mark.text, tickSize)) / 2 + 8;
}

function tick(text: string, share: number): HTMLElement {
  const node = element('span', {}, text);
  node.style.left = `${100 * share}%`;
  return node;
}
