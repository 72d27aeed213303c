/** The row above the plot: which derivatives are shown and how, what counts as saturated, and how close one looks. */
import { formatRounded } from '../../src/pictures/numbers';
import { button, dropdown, textField, type TextFieldControl } from '../controls';
import { element, onClick, setAttributes } from '../dom';
import { panels, type Panel } from './drawn';
import { evaluateExpression } from '../expression';
import { axesChoices, isAxes, type Axes } from './plotState';
import type { LabState } from '../state';

interface ToolActions {
  toggle(panel: Panel): void;
  toggleDifference(): void;
  setAxes(axes: Axes): void;
  setThreshold(threshold: number): void;
  zoom(factor: number): void;
  fit(): void;
  complain(problem: string): void;
}

interface Tools {
  readonly element: HTMLElement;
  update(state: LabState): void;
}

const panelWords: Readonly<Record<Panel, readonly [string, string]>> = {
  output: ['f', 'Output f'], gradient: ['f′', 'Gradient f′'], curvature: ['f″', 'Curvature f″'],
};

export function createTools(actions: ToolActions): Tools {
  const toggles = createToggles(actions);
  const difference = differenceToggle(actions);
  const axes = dropdown({
    label: 'Scale of the vertical axes',
    options: Object.entries(axesChoices).map(([value, text]) => ({ value, text })),
    onChange: (value) => { if (isAxes(value)) actions.setAxes(value); },
  });
  const threshold = thresholdField(actions);
  const zoom = zoomButtons(actions);
  const host = element('div', { class: 'tools', role: 'group', 'aria-label': 'Plot' },
    toggles.element, difference.element,
    element('span', { class: 'tool-group axes' }, element('i', { class: 'math' }, 'y'), axes.element),
    element('span', { class: 'tool-group saturation' }, element('span', {}, 'Saturated when ', element('i', { class: 'math' }, '|f′|'), ' <'), threshold.element),
    zoom.element);
  return {
    element: host,
    update(state) {
      toggles.update(state);
      difference.update(state);
      axes.setValue(state.plot.axes);
      threshold.setValue(formatRounded(state.threshold, 9));
      zoom.update(state);
    },
  };
}

function differenceToggle({ toggleDifference }: ToolActions): Tools {
  const node = onClick(element('button', {
    type: 'button', class: 'toggle difference', 'aria-label': 'Differences from the function in the code',
  }, 'Δ'), toggleDifference);
  return {
    element: node,
    update({ plot, curves }) {
      const [reference] = curves;
      const isAlone = curves.filter(({ hidden }) => !hidden).length < 2;
      setAttributes(node, {
        'aria-pressed': String(plot.difference && !isAlone), disabled: isAlone,
        title: isAlone ? 'Differences need a second function' : `Show each function less ${reference?.inCode ? 'the one in the code' : 'the first'} (D)`,
      });
    },
  };
}

const zoomPerPress = 1.5;

function zoomButtons({ zoom, fit }: ToolActions): Tools {
  const out = button({ label: 'Zoom out', icon: 'minus', appearance: 'icon', title: 'Zoom out (−)', onPress: () => zoom(zoomPerPress) });
  const closer = button({ label: 'Zoom in', icon: 'add', appearance: 'icon', title: 'Zoom in (+), or Ctrl and the wheel', onPress: () => zoom(1 / zoomPerPress) });
  const whole = button({ label: 'Fit', icon: 'fit', appearance: 'icon', title: 'Fit the range to the functions (0)', onPress: fit });
  return {
    element: element('span', { class: 'zoom', role: 'group', 'aria-label': 'Range' }, out.element, closer.element, whole.element),
    update: ({ range }) => whole.setEnabled(range !== undefined),
  };
}

/** One stop of the Tab key; arrows move between the three. */
function createToggles(actions: ToolActions): Tools {
  const buttons = panels.map((panel) => {
    const [symbol, label] = panelWords[panel];
    const node = element('button', { type: 'button', class: 'toggle math', 'aria-label': label, tabindex: panel === 'output' ? '0' : '-1' }, symbol);
    return onClick(node, () => actions.toggle(panel));
  });
  const host = element('div', { class: 'toggles', role: 'group', 'aria-label': 'Panels' }, ...buttons);
  host.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = buttons.findIndex((node) => node === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const node of buttons) node.tabIndex = node === next ? 0 : -1;
    next?.focus();
  });
  return {
    element: host,
    update: ({ shown }) => panels.forEach((panel, i) => {
      const node = buttons[i];
      if (node) setAttributes(node, { 'aria-pressed': String(shown[panel]) });
    }),
  };
}

function thresholdField({ setThreshold, complain }: ToolActions): TextFieldControl {
  return textField({
    label: 'Saturated when the absolute gradient is less than', className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || value <= 0 || value >= 1) return `The threshold must lie between 0 and 1; “${text}” does not.`;
      setThreshold(value);
      return undefined;
    },
    onInvalid: complain,
  });
}
