/** The Lab: puts its parts together, and turns what the person does into state and messages. */
import type { ParameterValues } from '../src/activations/activation';
import { findActivation } from '../src/activations/catalogue';
import { recommend } from '../src/advice/recommend';
import type { Advice } from '../src/advice/recommendation';
import type { LabSubject, ToLab } from '../src/protocol/messages';
import { createBar, type Bar } from './bar';
import { ownName } from './curves/ownFunction';
import { createOwnFunctionAdder } from './curves/ownFunctionAdder';
import { element, linkButton, setAttributes } from './dom';
import { createHead, type Head } from './head';
import { headingOf } from './headline';
import type { Host } from './host';
import { icon } from './icons';
import { shownBy } from './linked';
import { createAnnouncer, type Announcer } from './live';
import { openMenu, type MenuSpec } from './menu';
import { moreMenu } from './more';
import { createRecommendations, type Recommendations } from './recommendations';
import { addCurve, differsFromCode, kindOf, mostCurves, stateOf, withSubject, type LabState } from './state';
import { createStore, type Store } from './store';
import { readTheme, watchTheme, type Theme } from './theme';
import type { LabView, ViewKind } from './view';
import { viewOf, views, viewsOf } from './views';

export class Lab {
  private theme: Theme;
  private readonly store: Store<LabState>;
  private readonly announcer: Announcer = createAnnouncer();
  private readonly bar: Bar;
  private readonly head: Head;
  private readonly views = new Map<ViewKind, LabView>();
  private readonly side: Recommendations;
  private readonly view = element('div', { class: 'view', id: 'view', role: 'tabpanel' });
  private readonly viewAside = element('div', { class: 'view-aside' });
  private readonly columns: HTMLElement;
  private readonly addFunction: HTMLElement;
  /** What the panel's title says. */
  private told: readonly string[] = [];
  /** What Undo brings back after a reset. */
  private beforeReset: LabState | undefined;

  constructor(root: HTMLElement, private readonly host: Host, initial: LabState) {
    this.theme = readTheme();
    this.store = createStore(initial, {
      frame: (state, previous) => this.drawFrame(state, previous),
      settled: (state) => {
        host.save(state);
        this.tellShown(state);
        this.showText(state);
      },
    });
    this.bar = createBar({
      reset: () => this.reset(), toggleTable: () => this.toggleTable(), copy: () => void this.copy(), showView: (id) => this.showView(id),
      more: (anchor) => openMenu(anchor, this.moreMenu()),
    });
    this.head = this.createHead();
    this.side = this.createSide();
    this.addFunction = this.createAdders();
    this.columns = element('div', { class: 'columns' }, this.view, element('div', { class: 'beside' }, this.viewAside, this.side.element));
    root.replaceChildren(this.bar.element, element('main', { class: 'lab' }, this.head.element, this.columns), this.announcer.element);
    root.addEventListener('keydown', (event) => this.undo(event));
    watchTheme(() => this.readThemeAgain());
    this.store.redraw();
    this.showText(initial);
    // A window may be loaded anew before anything changes.
    host.save(initial);
  }

  receive(message: ToLab): void {
    switch (message.type) {
      case 'failed':
        return this.head.notice(message.message);
      case 'linked':
        return this.showLink(message.query);
      case 'curveAdded':
        return this.add(message.activation, message.parameters);
      case 'understood':
        return this.views.forEach((parts) => parts.understood?.(message.understanding));
      case 'subjectChanged':
        this.beforeReset = undefined;
        this.showSubject(message.subject);
    }
  }

  private showSubject(subject: LabSubject): void {
    const shown = this.store.get().curves;
    this.store.update((state) => withSubject(state, subject));
    // What could not be done was about the functions that were shown before.
    if (this.store.get().curves !== shown) this.head.notice('');
    this.showText(this.store.get());
    // An empty Lab shows its columns in the next frame only, and what is hidden takes no focus.
    if (subject.focus === 'recommendations') requestAnimationFrame(() => this.side.focus());
  }

  /** The host has checked the link already; a link of another version may say more than this one knows. */
  private showLink(query: string): void {
    const shown = shownBy(query, this.store.get().subject);
    if (!shown) return;
    this.store.update(() => shown.state);
    const { refused } = shown;
    this.head.notice(refused.length === 0 ? '' : `The link also says ${refused.map((name) => `“${name}”`).join(', ')}, which this Lab does not understand.`);
    this.showText(shown.state);
  }

  private moreMenu(): MenuSpec {
    const state = this.store.get();
    const view = viewOf(state);
    return moreMenu({
      state, theme: this.theme, parts: view && this.partsOf(view), hiddenTabs: this.bar.hiddenTabs(), barItems: this.bar.hiddenItems(),
      post: (message) => this.host.post(message), complain: (problem) => this.head.notice(problem), announce: (text) => this.announcer.announce(text),
      pin: (pinned) => this.host.post({ type: 'pin', pinned }),
    });
  }

  private createHead(): Head {
    return createHead({
      reveal: () => this.host.post({ type: 'reveal' }),
      follow: (following) => {
        this.host.post({ type: 'follow', following });
        this.store.update((state) => ({ ...state, following }));
      },
      pickCurve: () => this.pickCurve(),
      editParameter: (name) => this.editParameter(name),
    });
  }

  private createAdders(): HTMLElement {
    const known = linkButton('Add function', () => this.pickCurve(), { class: 'link add' });
    known.prepend(icon('add'));
    const own = createOwnFunctionAdder((expression) => {
      const hasRoom = this.hasRoom();
      if (hasRoom) this.change((state) => addCurve(state, { activation: '', expression, parameters: {} }));
      return hasRoom;
    });
    return element('div', { class: 'adders' }, known, own.element);
  }

  /** The view's parts, made when it is first shown. */
  private partsOf(view: ViewKind): LabView {
    const made = this.views.get(view) ?? view.create({
      store: this.store,
      post: (message) => this.host.post(message),
      change: (next) => this.change(next),
      complain: (problem) => this.head.notice(problem),
      announce: (text) => this.announcer.announce(text),
      copy: () => void this.copy(),
      pickCurve: () => this.pickCurve(),
    });
    this.views.set(view, made);
    return made;
  }

  /** What is looked at is no change of what the code says: the Lab goes on following. */
  private showView(id: string): void {
    const view = views.find((candidate) => candidate.id === id);
    if (view) this.store.update((state) => ({ ...state, view: view.id }));
  }

  private createSide(): Recommendations {
    return createRecommendations({
      correct: (situation) => this.change((state) => ({ ...state, situation })),
      apply: (activation, parameters, preview) => this.host.post({ type: 'apply', activation, parameters, preview }),
      compare: (activation, parameters) => this.add(activation, parameters),
      openCitation: (key) => this.host.post({ type: 'openCitation', key }),
      showAll: (allOptions) => this.store.update((state) => ({ ...state, allOptions })),
    });
  }

  /** A change by hand: the Lab no longer runs after the cursor. */
  private change(next: (state: LabState) => LabState): void {
    this.head.notice('');
    const { following } = this.store.get();
    if (following) this.host.post({ type: 'stay' });
    this.store.update((state) => ({ ...next(state), following: false }));
  }

  private editParameter(name: string): void {
    const view = viewOf(this.store.get());
    if (view) this.partsOf(view).editParameter?.(this.store.get().curves[0]?.key ?? 0, name);
  }

  private drawFrame(state: LabState, previous: LabState | undefined): void {
    const view = viewOf(state);
    const parts = view && this.partsOf(view);
    setAttributes(this.columns, { hidden: view === undefined, 'data-view': view?.id });
    setAttributes(this.addFunction, { hidden: view?.id !== 'curves' && view?.id !== 'depth' });
    if (parts && this.view.firstChild !== parts.element) {
      this.view.replaceChildren(parts.element, this.addFunction);
      this.viewAside.replaceChildren(...(parts.aside ? [parts.aside] : []));
    }
    setAttributes(this.view, { 'aria-label': view?.title(state) ?? '' });
    this.bar.update({
      tabs: viewsOf(state).map((each) => ({ id: each.id, title: each.title(state) })), view: view?.id,
      canReset: differsFromCode(state), canTabulate: view?.canTabulate ?? false, canCopy: parts?.copy !== undefined, tableView: state.tableView,
    });
    const isNew = previous === undefined || viewOf(previous) !== view;
    parts?.update(state, isNew ? undefined : previous, this.theme);
  }

  private showText(state: LabState): void {
    const advice = adviceOf(state);
    this.head.update(state, viewOf(state)?.heading?.(state) ?? headingOf(state, advice));
    this.side.update({
      advice, situation: state.situation, hasUsage: state.subject.usage !== undefined, madeAt: state.subject.usage?.madeAt, isGate: findActivation(state.subject.usage?.activation ?? '')?.kind === 'gate', allOptions: state.allOptions,
      plotted: isVectorView(state) ? undefined : new Set(state.curves.map((curve) => curve.activation)),
    });
  }

  /** The panel's title says what it shows. */
  private tellShown({ curves }: LabState): void {
    const functions = [...new Set(curves.map(nameOf))];
    if (functions.join() === this.told.join()) return;
    this.told = functions;
    this.host.post({ type: 'showing', functions });
  }

  private readThemeAgain(): void {
    this.theme = readTheme();
    this.store.redraw();
  }

  private pickCurve(): void {
    if (this.hasRoom()) this.host.post({ type: 'pickCurve' });
  }

  private hasRoom(): boolean {
    const hasRoom = this.store.get().curves.length < mostCurves;
    if (!hasRoom) this.head.notice(`${mostCurves} functions are as many as can be told apart. Remove one first.`);
    return hasRoom;
  }

  private add(id: string, parameters: ParameterValues): void {
    const activation = findActivation(id);
    const isFirst = this.store.get().curves.length === 0;
    if (!activation) this.head.notice(`There is no function called “${id}” in the catalogue.`);
    else if (isFirst) this.change((state) => stateOf({ ...state.subject, curves: [{ activation: id, parameters }] }));
    else if (isVectorView(this.store.get())) this.head.notice(`What is shown takes a whole vector and has no curve to compare ${activation.name} with.`);
    else if (activation.kind === 'vector') this.head.notice(`${activation.name} takes a whole vector and has no curve to compare.`);
    else if (this.hasRoom()) this.change((state) => addCurve(state, { activation: id, parameters }));
  }

  private reset(): void {
    this.beforeReset = this.store.get();
    this.head.notice('');
    this.store.update((state) => ({ ...stateOf(state.subject), view: state.view, tableView: state.tableView, following: state.following }));
    this.announcer.announce('Reset to what the code says. Undo takes it back.');
  }

  /** One step back from Reset; text fields keep their own undo. */
  private undo(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    const isTyping = event.target instanceof Element && event.target.localName === 'vscode-text-field';
    if (!isUndo || isTyping || !this.beforeReset) return;
    const restored = this.beforeReset;
    this.beforeReset = undefined;
    event.preventDefault();
    this.store.update(() => restored);
  }

  private toggleTable(): void {
    this.store.update((state) => ({ ...state, tableView: !state.tableView }));
  }

  private async copy(): Promise<void> {
    const state = this.store.get();
    const view = viewOf(state);
    const what = view?.canTabulate === true && state.tableView ? 'table' : 'image';
    if (view === undefined || !await this.partsOf(view).copy?.(state, this.theme)) {
      this.head.notice(`The ${what} could not be copied: the clipboard is not open to this view. Click into the Lab and try again.`);
      return;
    }
    this.bar.confirmCopy();
    this.announcer.announce(what === 'image' ? 'Image copied.' : 'Table copied.');
    this.host.post({ type: 'copied', what });
  }
}

function nameOf({ activation, expression = '' }: LabState['curves'][number]): string {
  return findActivation(activation)?.name ?? ownName(expression);
}

function isVectorView({ curves: [first] }: LabState): boolean {
  return first !== undefined && kindOf(first) === 'vector';
}

function adviceOf({ situation, subject }: LabState): Advice {
  const { usage } = subject;
  return usage ? recommend(situation, { activation: usage.activation, parameters: usage.parameters }) : recommend(situation);
}
