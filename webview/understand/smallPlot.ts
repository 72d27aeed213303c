/** The function and its gradient in one small picture, drawn as for the hover, in the colours of the theme. */
import { findActivation } from '../../src/activations/catalogue';
import { outsideDomain } from '../../src/activations/domain';
import { miniPlot } from '../../src/pictures/miniPlot';
import type { Palette } from '../../src/pictures/palette';
import { element } from '../dom';
import type { Curve } from '../state';
import type { Theme } from '../theme';

interface SmallPlot {
  readonly element: HTMLElement;
  update(curve: Curve, theme: Theme): void;
}

const widest = 620;
const height = 190;

export function createSmallPlot(): SmallPlot {
  const host = element('div', { class: 'small-plot' });
  let shown: { readonly curve: Curve; readonly theme: Theme } | undefined;
  let drawn = '';
  const draw = (): void => {
    const activation = shown && findActivation(shown.curve.activation);
    const width = Math.min(widest, Math.floor(host.clientWidth));
    if (!shown || !activation || width < 100) return;
    if (outsideDomain(activation, shown.curve.parameters)) {
      host.replaceChildren();
      drawn = '';
      return;
    }
    const { svg, alt } = miniPlot(activation, shown.curve.parameters, paletteOf(shown.theme, shown.curve), { width, height });
    if (svg === drawn) return;
    drawn = svg;
    const picture = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', alt);
    host.replaceChildren(picture);
  };
  new ResizeObserver(draw).observe(host);
  return {
    element: host,
    update(curve, theme) {
      shown = { curve, theme };
      draw();
    },
  };
}

function paletteOf(theme: Theme, { series }: Curve): Palette {
  const own = theme.series[series];
  return {
    curve: own.output, slope: own.derivative, second: theme.series[series === 2 ? 3 : 2].output, text: theme.foreground, quiet: theme.secondary,
    background: theme.background, gridOpacity: theme.highContrast ? 0.2 : 0.08, axisOpacity: theme.highContrast ? 0.9 : 0.34, plates: theme.highContrast,
  };
}
