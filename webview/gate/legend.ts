/** Which colour is which value: a bar from the least to the greatest, with the values of the lines under it. */
import { formatNumber } from '../../src/pictures/numbers';
import { shadeOf, type Surface } from '../../src/pictures/surface';
import { mix, toCss } from '../colour';
import { element } from '../dom';
import type { Theme } from '../theme';
import { fullest } from './ground';

export interface Legend {
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
      ticks.replaceChildren(...surface.contours.map(({ level }) => tick(level, surface.most)));
    },
  };
}

function tick(level: number, most: number): HTMLElement {
  const node = element('span', {}, formatNumber(level));
  node.style.left = `${50 + 50 * shadeOf(level, most)}%`;
  return node;
}
