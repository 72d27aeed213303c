/** A native range in the theme's colours: thin track, a tick at the default, and keys as the Lab promises them. */
import { element, setAttributes } from './dom';
import type { Series } from '../src/pictures/series';

interface SliderSpec {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly tick: number;
  /** Colour belongs to functions; without a series the slider is grey. */
  readonly series?: Series;
  readonly onInput: (value: number) => void;
}

export interface Slider {
  readonly element: HTMLElement;
  set(value: number, spoken: string): void;
}

export function slider({ label, min, max, step, tick, series, onInput }: SliderSpec): Slider {
  const input = element('input', {
    type: 'range', min: String(min), max: String(max), step: String(step), 'aria-label': label,
    class: `slider${series ? ` series-${series}` : ''}`,
  });
  const host = element('span', { class: 'slider-host' }, element('span', { class: 'slider-tick', 'aria-hidden': 'true' }), input);
  const share = (value: number) => String(Math.min(1, Math.max(0, (value - min) / (max - min || 1))));
  host.style.setProperty('--tick', share(tick));
  input.addEventListener('input', () => onInput(Number(input.value)));
  input.addEventListener('keydown', (event) => {
    const value = valueAfter(event.key, Number(input.value), { step, tick });
    if (value === undefined) return;
    event.preventDefault();
    onInput(Math.min(max, Math.max(min, value)));
  });
  return {
    element: host,
    set(value, spoken) {
      if (Number(input.value) !== value) input.value = String(value);
      if (host.style.getPropertyValue('--value') !== share(value)) host.style.setProperty('--value', share(value));
      setAttributes(input, { 'aria-valuetext': spoken });
    },
  };
}

/** Native ranges page by a tenth of their width; here it is ten steps. */
function valueAfter(key: string, value: number, { step, tick }: { step: number; tick: number }): number | undefined {
  const round = (next: number) => Number(next.toPrecision(12));
  if (key === 'PageUp') return round(value + 10 * step);
  if (key === 'PageDown') return round(value - 10 * step);
  return key === 'Backspace' ? tick : undefined;
}
