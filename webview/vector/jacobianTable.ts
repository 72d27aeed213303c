/** How each input moves each output: a heat map that is a table of numbers with their signs. */
import { formatRounded, formatValue } from '../../src/pictures/numbers';
import { niceStep } from '../../src/pictures/ranges';
import { contrast, mix, toCss, type Colour } from '../colour';
import { element, setText } from '../dom';
import type { Theme } from '../theme';
import { entryName, isDistribution, temperatureSymbol, type Shown } from './shown';

interface JacobianPart {
  readonly element: HTMLElement;
  update(shown: Shown, theme: Theme): void;
}

const fullest = 0.78;
const black: Colour = { r: 0, g: 0, b: 0, alpha: 1 };
const white: Colour = { r: 255, g: 255, b: 255, alpha: 1 };

export function createJacobian(shown: Shown): JacobianPart {
  const formula = element('p', { class: 'jacobian-formula' });
  const cells = shown.jacobian.map((row) => row.map(() => element('td')));
  const [low, bar, high] = [element('span'), element('span', { class: 'heat-bar' }), element('span')];
  const legend = element('div', { class: 'heat-legend', 'aria-hidden': 'true' }, low, bar, high);
  const note = element('p', { class: 'note' });
  return {
    element: element('section', { class: 'jacobian-part' }, element('h2', {}, titleOf(shown)), formula, element('div', { class: 'jacobian-host' }, tableOf(shown, cells)), legend, note),
    update(now, theme) {
      const scale = scaleOf(now);
      setText(formula, formulaOf(now));
      setText(note, noteOf(now));
      now.jacobian.forEach((row, i) => row.forEach((entry, j) => paint(cells[i]?.[j], entry, scale, theme)));
      setText(low, signed(-scale));
      setText(high, signed(scale));
      legend.hidden = theme.highContrast;
      bar.style.background = ramp(theme);
    },
  };
}

function titleOf({ form }: Shown): string {
  return isDistribution(form) ? `How each logit moves each ${form === 'probabilities' ? 'probability' : 'log-probability'}` : 'How each input moves each output';
}

function tableOf(shown: Shown, cells: readonly (readonly HTMLElement[])[]): HTMLElement {
  const inputs = shown.entries.map((_, j) => element('th', { scope: 'col' }, ...headOf(shown, 'z', j)));
  const rows = cells.map((row, i) => element('tr', {}, element('th', { scope: 'row' }, ...outputHead(shown, i)), ...row));
  return element('table', { class: 'jacobian', 'aria-label': `Jacobian of ${shown.activation.name}` },
    element('thead', {}, element('tr', {}, element('td', {}), ...inputs)), element('tbody', {}, ...rows));
}

function headOf(shown: Shown, letter: string, index: number): (Node | string)[] {
  const name = entryName(shown, index);
  return name.startsWith('z') && name.length === 2 ? [letter === 'z' ? name : name.replace('z', letter)] : [element('i', { class: 'math' }, letter), ` ${name}`];
}

function outputHead(shown: Shown, index: number): (Node | string)[] {
  const { form, entries } = shown;
  if (form === 'number') return ['f'];
  if (form === 'pairs') return [`${index < entries.length ? 'first' : 'second'} ${entryName(shown, index % entries.length)}`];
  return form === 'log-probabilities' ? ['ln ', ...headOf(shown, 'p', index)] : headOf(shown, form === 'probabilities' ? 'p' : 'f', index);
}

/** The formula of the catalogue in the letters of this view. */
function formulaOf(shown: Shown): string {
  const output = shown.form === 'probabilities' ? 'p' : 'f';
  const plain = shown.activation.gradient.plain.replace(/(?<![A-Za-z])x(?![A-Za-z])/g, 'z').replace(/(?<![A-Za-z])f(?![A-Za-z])/g, output);
  return shown.temperatureParameter || shown.temperature === 1 ? plain : `${plain}; at z/${temperatureSymbol(shown)}, and divided by ${temperatureSymbol(shown)}`;
}

/** What fills a cell: the greatest entry there can be, where that is known, so that colours do not shift under a moving hand. */
function scaleOf({ traits, temperature, jacobian }: Shown): number {
  if (traits.productSign !== 0) return 0.25 / temperature;
  const largest = Math.max(...jacobian.flat().map(Math.abs).filter(Number.isFinite), 0);
  return largest <= (1 + 1e-9) / temperature ? 1 / temperature : niceStep(largest);
}

function noteOf(shown: Shown): string {
  const { traits, form } = shown;
  if (form === 'number') return 'The row is what flows back to each piece.';
  const sums = traits.keepsSum && traits.ignoresShift ? 'Each row and column sums to 0: what one class gains, the others lose.'
    : traits.keepsSum ? 'Each column sums to 0: what one class gains, the others lose.'
      : traits.ignoresShift ? 'Each row sums to 0: adding the same number to every logit changes nothing.' : '';
  const shift = traits.ignoresShift || form === 'pairs' ? '' : 'The rows do not sum to 0: adding the same number to every input changes the result.';
  const bound = traits.productSign !== 0 && traits.takesTemperature
    ? `At ${temperatureSymbol(shown)} = ${formatRounded(shown.temperature, 3)} no entry can exceed ${formatRounded(0.25 / shown.temperature, 3)}.` : '';
  return [sums, shift, bound].filter(Boolean).join(' ');
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${formatRounded(value, 3)}`;
}

function paint(cell: HTMLElement | undefined, entry: number, scale: number, theme: Theme): void {
  if (!cell) return;
  setText(cell, `${entry > 0 ? '+' : ''}${formatValue(entry)}`);
  const ground = groundOf(entry, scale, theme);
  cell.style.backgroundColor = toCss(ground);
  cell.style.color = toCss(contrast(black, ground) > contrast(white, ground) ? black : white);
}

/** High contrast has no tinted fills; the sign that is printed says all. */
function groundOf(entry: number, scale: number, { heat, highContrast }: Theme): Colour {
  const share = Number.isFinite(entry) && !highContrast ? Math.min(1, Math.abs(entry) / scale) : 0;
  return mix(entry < 0 ? heat.negative : heat.positive, heat.background, fullest * share);
}

function ramp({ heat }: Theme): string {
  const colours = [mix(heat.negative, heat.background, fullest), heat.background, mix(heat.positive, heat.background, fullest)];
  return `linear-gradient(to right, ${colours.map(toCss).join(', ')})`;
}
