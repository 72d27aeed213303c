/** A function of a whole vector: what each entry becomes, how each input moves each output, and what a loss makes of it. */
import { findActivation } from '../../src/activations/catalogue';
import { exampleLogits } from '../../src/pictures/bars';
import { copyPicture, copyText, csvOfColumns, largePicture } from '../copy';
import { element, linkButton, setAttributes } from '../dom';
import { icon } from '../icons';
import { createLinePlot, type LinePlot } from '../linePlot/linePlot';
import { kindOf, type LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import { vectorActions, type VectorActions } from './actions';
import { createRows } from './entryRows';
import { svgOfPlot } from './exported';
import { createFacts } from './facts';
import { vectorHeading } from './heading';
import { createJacobian } from './jacobianTable';
import { numbersTable, tsvOf } from './numbersTable';
import { linePlotModel, outputPlot, plotKind, rounded, spokenValues, stepped, type PlotKind } from './outputPlot';
import { mostEntries, shownOf, type Shown } from './shown';
import { createTwice } from './twice';
import { createVectorTools } from './vectorTools';

export const vectorView: ViewKind = {
  id: 'vector',
  title: ({ curves: [first] }) => (first && kindOf(first) === 'vector' && findActivation(first.activation)?.name) || 'Softmax',
  fits: ({ curves }) => curves.length > 0,
  canTabulate: true,
  heading: vectorHeading,
  create: createVectorView,
};

/** Height of the axis and of the flag, which the lines do not get. */
const framePixels = 46;

function createVectorView(context: ViewContext): LabView {
  const actions = vectorActions(context);
  const host = element('section', { class: 'vector', 'aria-label': 'Function of a vector' });
  const aside = element('div', { class: 'vector-aside' });
  const plot = createPlot(context, actions);
  let built = '';
  let parts: Parts | undefined;
  return {
    element: host, aside,
    update(state, previous, theme) {
      const shown = shownOf(state);
      const shape = shapeOf(shown);
      if (shape !== built || !parts) {
        built = shape;
        parts = build(shown, actions, plot);
        refillKeepingFocus(host, parts.main);
        aside.replaceChildren(...parts.aside);
      }
      parts.update(shown, state, theme);
      if (previous?.tableView !== undefined && previous.tableView !== state.tableView) parts.focus(state);
    },
    editParameter: () => parts?.editTemperature(),
    svg(state, theme) {
      const size = sizeOf(plot);
      const model = linePlotModel(shownOf(state), state, theme, inner(size));
      plot.update(model);
      return svgOfPlot(plot, model, size);
    },
    png: (theme) => largePicture([plot.canvas], theme),
    csv: (state) => csvOfColumns(tsvOf(shownOf(state), state)),
    value: (state) => valueOf(shownOf(state)),
    copy: (state, theme) => (state.tableView ? copyText(tsvOf(shownOf(state), state)) : copyPicture(plot.canvas, theme)),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf({ element: { clientWidth, clientHeight } }: LinePlot): Size {
  return { width: clientWidth || 600, height: clientHeight || 250 };
}

/** What the lines get of it. */
function inner({ width, height }: Size): Size {
  return { width, height: Math.max(80, height - framePixels) };
}

/** What becomes of the target, or the one number there is. */
function valueOf({ form, outputs, target }: Shown): number | undefined {
  return outputs[form === 'number' ? 0 : target];
}

/** What the controls are made for; while it stays the same they are only set. */
function shapeOf({ curve, activation, entries }: Shown): string {
  return JSON.stringify([curve?.key, activation.id, entries.length, curve?.original]);
}

/** Where a row comes or goes, the keyboard stays at what brought it. */
function refillKeepingFocus(host: HTMLElement, nodes: readonly Node[]): void {
  const hadFocus = host.contains(document.activeElement);
  host.replaceChildren(...nodes);
  if (hadFocus) [...host.querySelectorAll<HTMLElement>('.link.add, .vector-links .link')].find((link) => !link.hidden)?.focus();
}

function createPlot({ store, announce, copy }: ViewContext, actions: VectorActions): LinePlot {
  const current = () => ({ state: store.get(), shown: shownOf(store.get()) });
  const move = (position: number) => {
    const { state, shown } = current();
    setters(actions, shown)[plotKind(shown)](rounded(outputPlot(shown, state).axis, position));
  };
  const say = () => announce(spokenValues(current().shown, store.get()));
  return createLinePlot('output', {
    moveTo: move,
    step: (strides) => {
      const { state, shown } = current();
      setters(actions, shown)[plotKind(shown)](stepped(shown, state, strides));
      say();
    },
    jumpToEdge: (edge) => {
      const { state, shown } = current();
      move(outputPlot(shown, state).axis[edge]);
      say();
    },
    toggleTable: () => store.update((state) => ({ ...state, tableView: !state.tableView })),
    copyImage: copy,
  });
}

function setters(actions: VectorActions, { target }: Shown): Readonly<Record<PlotKind, (position: number) => void>> {
  return { temperature: actions.setTemperature, entry: (position) => actions.setEntry(target, position), pieces: actions.setX };
}

interface Parts {
  readonly main: readonly Node[];
  readonly aside: readonly Node[];
  update(shown: Shown, state: LabState, theme: Theme): void;
  focus(state: LabState): void;
  editTemperature(): void;
}

function build(shown: Shown, actions: VectorActions, plot: LinePlot): Parts {
  const tools = createVectorTools(shown, actions);
  const rows = createRows(shown, actions);
  const facts = createFacts();
  const title = element('h2', { class: 'plot-title' });
  const values = element('div', { class: 'values-host', hidden: true });
  const jacobian = createJacobian(shown);
  // Log-softmax of log-probabilities is itself, so that a loss which applies it again does no harm.
  const twice = shown.form === 'probabilities' ? createTwice(shown, actions) : undefined;
  setAttributes(plot.canvas, { 'aria-describedby': 'entries' });
  values.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey) plot.canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
  });
  return {
    main: [tools.element, rows.element, linksOf(shown, actions), facts.element, title, plot.element, values, ...(twice ? [twice.losses] : [])],
    aside: [jacobian.element, ...(twice ? [twice.words] : [])],
    update(now, state, theme) {
      tools.update(now, state);
      rows.update(now, state);
      facts.update(now);
      title.textContent = outputPlot(now, state).title;
      plot.element.hidden = state.tableView;
      values.hidden = !state.tableView;
      if (state.tableView) values.replaceChildren(numbersTable(now, state));
      else plot.update(linePlotModel(now, state, theme, inner(sizeOf(plot))));
      jacobian.update(now, theme);
      twice?.update(now, state, theme);
    },
    focus({ tableView }) {
      const wasInView = document.activeElement === document.body || document.activeElement === plot.canvas || values.contains(document.activeElement);
      if (wasInView) (tableView ? values.querySelector<HTMLElement>('.values-scroll') : plot.canvas)?.focus();
    },
    editTemperature: tools.focusTemperature,
  };
}

function linksOf(shown: Shown, { add, showExample }: VectorActions): HTMLElement {
  const words = { probabilities: 'Add class', 'log-probabilities': 'Add class', number: 'Add piece', shares: 'Add entry', entries: 'Add entry', pairs: 'Add entry' };
  const link = linkButton(words[shown.form], add, { class: 'link add' });
  link.prepend(icon('add'));
  link.hidden = shown.entries.length >= mostEntries;
  const example = linkButton(`Example ${exampleLogits.join(', ')}`, showExample, { title: 'The logits of the article on activation functions' });
  example.hidden = shown.form === 'number';
  return element('div', { class: 'vector-links' }, link, example);
}
