/** The Understand view: all there is to say of one function, to be read from top to bottom with notes in the margin. */
import { findActivation } from '../../src/activations/catalogue';
import { answerAt } from '../../src/activations/domain';
import type { Understanding } from '../../src/protocol/messages';
import { dropdown } from '../controls';
import { element, refill, setAttributes } from '../dom';
import type { Curve, LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import { sectionOf, inline } from './blocks';
import { formulaOf } from './formula';
import { createSmallPlot } from './smallPlot';

export const understandView: ViewKind = {
  id: 'understand',
  title: () => 'Understand',
  fits: (state) => readOf(state) !== undefined,
  canTabulate: false,
  heading(state) {
    const curve = readOf(state);
    const activation = curve && findActivation(curve.activation);
    return activation && curve
      ? { headline: `${activation.name} ${answerAt(activation, curve.parameters)}`, explanation: activation.summary }
      : { headline: '', explanation: '' };
  },
  create: createUnderstandView,
};

/** The function that is read about: the focused one, else the first that the catalogue knows. */
function readOf({ curves, focused }: LabState): Curve | undefined {
  const known = curves.filter(({ activation }) => findActivation(activation) !== undefined);
  return known.find(({ key }) => key === focused) ?? known[0];
}

/** A page is asked for once a slider rests. */
const pause = 150;

function createUnderstandView(context: ViewContext): LabView {
  const pick = element('div', { class: 'understand-pick' });
  const formulas = element('div', { class: 'formulas' });
  const symbols = notes();
  const seen = notes();
  const plot = createSmallPlot();
  const sections = element('div', { class: 'understand-sections' });
  const host = element('section', { class: 'understand', 'aria-label': 'Understand' },
    pick, row([formulas], symbols), row([plot.element], seen), sections);
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (curve: Curve): void => {
    const key = keyOf(curve.activation, curve);
    if (key === asked) return;
    const isOther = !asked.startsWith(`${curve.activation} `);
    asked = key;
    if (isOther) clear(curve);
    clearTimeout(timer);
    timer = setTimeout(() => context.post({ type: 'understand', activation: curve.activation, parameters: parametersOf(curve) }), isOther ? 0 : pause);
  };
  const clear = (curve: Curve): void => {
    const activation = findActivation(curve.activation);
    refill(formulas, activation ? [activation.formula, activation.gradient].map(({ plain }) => formulaOf({ plain })) : []);
    for (const part of [symbols, seen, sections]) part.replaceChildren();
  };
  return {
    element: host,
    update(state: LabState, _previous, theme: Theme) {
      const curve = readOf(state);
      if (!curve) return;
      showPick(pick, state, curve, context);
      plot.update(curve, theme);
      ask(curve);
    },
    understood(understanding: Understanding) {
      if (!asked.startsWith(`${understanding.activation} `)) return;
      refill(formulas, understanding.formulas.map(formulaOf));
      refill(symbols, understanding.symbols.map(note));
      refill(seen, understanding.seen.map(note));
      refill(sections, understanding.sections.map((section) => {
        const { heading, parts } = sectionOf(section, (key) => context.post({ type: 'openCitation', key }));
        const beside = notes();
        beside.append(...section.notes.map(note));
        return row([heading, ...parts], beside);
      }));
    },
  };
}

function keyOf(id: string, curve: Curve): string {
  return `${id} ${JSON.stringify(parametersOf(curve))}`;
}

/** Without the half of a gate that the plot holds still. */
function parametersOf({ activation, parameters }: Curve): Curve['parameters'] {
  const known = findActivation(activation)?.parameters ?? {};
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name in known));
}

function row(main: readonly Node[], beside: HTMLElement): HTMLElement {
  return element('div', { class: 'understand-row' }, element('div', { class: 'understand-main' }, ...main), beside);
}

function notes(): HTMLElement {
  return element('div', { class: 'margin-notes', role: 'note' });
}

function note(text: string): HTMLElement {
  return element('p', {}, ...inline(text));
}

/** Which of the functions on the plot is read about, where there are several. */
function showPick(host: HTMLElement, state: LabState, curve: Curve, { store }: ViewContext): void {
  const known = state.curves.filter(({ activation }) => findActivation(activation) !== undefined);
  const identity = JSON.stringify(known.map(({ key, activation }) => [key, activation]));
  host.hidden = known.length < 2;
  if (host.dataset['identity'] !== identity) {
    host.dataset['identity'] = identity;
    const list = dropdown({
      label: 'Function to read about',
      options: known.map(({ key, activation }) => ({ value: String(key), text: findActivation(activation)?.name ?? activation })),
      onChange: (value) => store.update((current) => ({ ...current, focused: Number(value) })),
    });
    host.replaceChildren(list.element);
    setAttributes(list.element, { class: 'understand-list' });
  }
  const shown = host.querySelector<HTMLElement & { value: string }>('vscode-dropdown');
  if (shown && shown.value !== String(curve.key)) shown.value = String(curve.key);
}
