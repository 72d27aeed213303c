/** The Lab: puts its parts together, and turns what the person does into state and messages. */
import { recommend } from '../src/advice/recommend';
import type { Advice } from '../src/advice/recommendation';
import { findActivation } from '../src/activations/catalogue';
import type { ToLab } from '../src/protocol/messages';
import { createBar } from './bar';
import { createCurvesView } from './curvesView';
import { element, linkButton } from './dom';
import { createHead } from './head';
import { headingOf } from './headline';
import type { Host } from './host';
import { icon } from './icons';
import { createAnnouncer } from './live';
import { createRecommendations } from './recommendations';
import {
  addCurve, differsFromCode, kindOf, mostCurves, setParameter, stateOf, withSubject, type LabState,
} from './state';
import { createStore } from './store';
import { readTheme, watchTheme } from './theme';
import { createVectorView } from './vectorView';

export interface Lab {
  receive(message: ToLab): void;
}

export function createLab(root: HTMLElement, host: Host, initial: LabState): Lab {
  let theme = readTheme();
  let beforeReset: LabState | undefined;
  const announcer = createAnnouncer();
  const store = createStore(initial, { frame: drawFrame, settled });
  const complain = (problem: string) => { head.notice(problem); };
  /** A change by hand: the Lab no longer runs after the cursor. */
  const change = (next: (state: LabState) => LabState) => {
    head.notice('');
    store.update((state) => pinned(next(state), host));
  };

  const bar = createBar({ reset, toggleTable: () => store.update((state) => ({ ...state, tableView: !state.tableView })), copy: () => void copy() });
  const head = createHead({
    reveal: () => host.post({ type: 'reveal' }),
    follow: (following) => {
      host.post({ type: 'follow', following });
      store.update((state) => ({ ...state, following }));
    },
    pickCurve,
    editParameter: (name) => curves.editParameter(store.get().curves[0]?.key ?? 0, name),
  });
  const curves = createCurvesView({ store, change, complain, announce: announcer.announce, copyImage: () => void copy() });
  const vector = createVectorView({
    setLogits: (logits) => change((state) => ({ ...state, logits })),
    setParameter: (key, name, value) => change((state) => setParameter(state, key, name, value)),
    complain,
  });
  const side = createRecommendations({
    correct: (situation) => change((state) => ({ ...state, situation })),
    apply: (activation, parameters, preview) => host.post({ type: 'apply', activation, parameters, preview }),
    compare: add,
    openCitation: (key) => host.post({ type: 'openCitation', key }),
    showAll: (allOptions) => store.update((state) => ({ ...state, allOptions })),
  });
  const addFunction = linkButton('Add function', pickCurve, { class: 'link add' });
  addFunction.prepend(icon('add'));
  const view = element('div', { class: 'view' }, curves.element, addFunction);
  const columns = element('div', { class: 'columns' }, view, side.element);
  root.replaceChildren(bar.element, element('main', { class: 'lab' }, head.element, columns), announcer.element);
  root.addEventListener('keydown', undo);
  watchTheme(() => {
    theme = readTheme();
    store.redraw();
    showText(store.get());
  });
  store.redraw();
  showText(initial);

  function drawFrame(state: LabState, previous: LabState | undefined): void {
    const [first] = state.curves;
    const isVector = first !== undefined && kindOf(first) === 'vector';
    columns.hidden = first === undefined;
    addFunction.hidden = isVector;
    const shown = isVector ? vector.element : curves.element;
    if (view.firstChild !== shown) view.replaceChildren(shown, addFunction);
    bar.update({
      view: isVector ? (findActivation(first.activation)?.name ?? '') : 'Curves',
      canReset: differsFromCode(state), canTabulate: !isVector && first !== undefined, tableView: state.tableView,
    });
    if (isVector) vector.update(state, first, theme);
    else if (first) curves.update(state, previous, theme);
  }

  function settled(state: LabState): void {
    host.save(state);
    showText(state);
  }

  function showText(state: LabState): void {
    const advice = adviceOf(state);
    head.update(state, headingOf(state, advice));
    side.update({
      advice, situation: state.situation, hasUsage: state.subject.usage !== undefined, allOptions: state.allOptions,
      plotted: new Set(state.curves.map((curve) => curve.activation)),
    });
  }

  function pickCurve(): void {
    if (store.get().curves.length >= mostCurves) complain(`${mostCurves} functions are as many as can be told apart. Remove one first.`);
    else host.post({ type: 'pickCurve' });
  }

  function add(activation: string, parameters: LabState['curves'][number]['parameters']): void {
    const kind = findActivation(activation)?.kind;
    if (kind === undefined) complain(`There is no function called “${activation}” in the catalogue.`);
    else if (store.get().curves.length >= mostCurves) complain(`${mostCurves} functions are as many as can be told apart. Remove one first.`);
    else if (store.get().curves.length === 0) change((state) => ({ ...stateOf({ ...state.subject, curves: [{ activation, parameters }] }), following: state.following }));
    else if (kind === 'vector') complain(`${findActivation(activation)?.name ?? activation} takes a whole vector and has no curve to compare.`);
    else change((state) => addCurve(state, activation, parameters));
  }

  function reset(): void {
    beforeReset = store.get();
    store.update((state) => ({ ...stateOf(state.subject), tableView: state.tableView, following: state.following }));
    announcer.announce('Reset to what the code says. Undo takes it back.');
  }

  /** One step back from Reset; text fields keep their own undo. */
  function undo(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || !beforeReset || (event.target instanceof Element && event.target.localName === 'vscode-text-field')) return;
    const restored = beforeReset;
    beforeReset = undefined;
    event.preventDefault();
    store.update(() => restored);
  }

  async function copy(): Promise<void> {
    const what = store.get().tableView ? 'table' : 'image';
    if (await curves.copy(store.get(), theme)) {
      bar.confirmCopy();
      announcer.announce(what === 'image' ? 'Image copied.' : 'Table copied.');
      host.post({ type: 'copied', what });
    } else complain(`The ${what} could not be copied: the clipboard is not open to this view. Click into the Lab and try again.`);
  }

  return {
    receive(message) {
      if (message.type === 'failed') complain(message.message);
      else if (message.type === 'curveAdded') add(message.activation, message.parameters);
      else {
        beforeReset = undefined;
        store.update((state) => withSubject(state, message.subject));
        showText(store.get());
        if (message.subject.focus === 'recommendations') side.focus();
      }
    },
  };
}

function pinned(state: LabState, host: Host): LabState {
  if (!state.following || !state.subject.usage) return state;
  host.post({ type: 'follow', following: false });
  return { ...state, following: false };
}

function adviceOf({ situation, subject }: LabState): Advice {
  const { usage } = subject;
  return usage ? recommend(situation, { activation: usage.activation, parameters: usage.parameters }) : recommend(situation);
}
