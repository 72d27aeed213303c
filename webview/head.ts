/** The answer on top of the view: where it is about, what to do, and why. */
import { findActivation } from '../src/activations/catalogue';
import { button } from './controls';
import { element, linkButton, onClick, refill, setText } from './dom';
import { assumedParameter, type Heading } from './headline';
import { icon } from './icons';
import type { LabState } from './state';
import { unbroken } from './words';

interface HeadActions {
  reveal(): void;
  follow(following: boolean): void;
  pickCurve(): void;
  /** Puts the keyboard into the field of a parameter of the function in the code. */
  editParameter(name: string): void;
}

export interface Head {
  readonly element: HTMLElement;
  update(state: LabState, heading: Heading): void;
  /** Says in place what could not be done; an empty text takes it away. */
  notice(text: string): void;
}

export function createHead(actions: HeadActions): Head {
  const source = element('div', { class: 'source' });
  const headline = element('h1', { class: 'headline' });
  const explanation = element('p', { class: 'explanation' });
  const extra = element('div', { class: 'head-extra' });
  const notice = element('p', { class: 'notice', role: 'alert' });
  return {
    element: element('div', { class: 'head' }, source, headline, explanation, extra, notice),
    update(state, heading) {
      refill(source, sourceLine(state, actions));
      setText(headline, unbroken(heading.headline));
      setText(explanation, unbroken(heading.explanation));
      refill(extra, extras(state, actions));
    },
    notice(text) {
      notice.replaceChildren(...(text ? [icon('error'), element('span', {}, text), dismissal(() => notice.replaceChildren())] : []));
      // What was asked for may stand far below.
      if (text) notice.scrollIntoView({ block: 'nearest' });
    },
  };
}

function dismissal(dismiss: () => void): HTMLElement {
  return linkButton('Dismiss', dismiss);
}

function sourceLine(state: LabState, actions: HeadActions): Node[] {
  const { subject, following } = state;
  const { usage } = subject;
  const toggle = followToggle(following, subject.pinned === true, actions);
  if (!usage) return state.curves.length === 0 ? [] : [...byName(state), toggle];
  // A narrow panel cuts the ends off, so that the tips say all of it.
  const code = onClick(element('button', { type: 'button', class: 'link code', title: `${usage.code}\nShow this line in the editor` }, usage.code), actions.reveal);
  return [icon('layer'), code, element('span', { class: 'place', title: usage.place }, usage.place), toggle];
}

function byName({ subject, curves: [curve] }: LabState): Node[] {
  const activation = curve && findActivation(curve.activation);
  if (curve?.expression !== undefined) return [formulaText(`f(x) = ${curve.expression}`)];
  return activation ? [formulaText(activation.formula.plain), originText(subject, activation.id)] : [];
}

/** What the person put in its place does not stand there. */
function originText({ place, curves: [asked] }: LabState['subject'], activation: string): HTMLElement {
  return place === undefined || asked?.activation !== activation
    ? element('span', {}, 'opened by name')
    : element('span', { class: 'place', title: place }, place);
}

function formulaText(text: string): HTMLElement {
  return element('code', { class: 'code', title: text }, text);
}

/** A panel that is not pinned may stay where it is and still be taken for what is asked for next. */
function followToggle(following: boolean, pinned: boolean, actions: HeadActions): HTMLElement {
  const { name, text, title } = following ? followed : pinned ? kept : staying;
  const toggle = element('button', { type: 'button', class: 'follow', title }, icon(name), element('span', {}, text));
  return onClick(toggle, () => actions.follow(!following));
}

const followed = { name: 'eye', text: 'Following cursor', title: 'The Lab moves with the cursor. Click to stay here.' } as const;
const staying = { name: 'eyeOff', text: 'Not following', title: 'The Lab stays here. Click to follow the cursor again.' } as const;
const kept = { name: 'pin', text: 'Pinned', title: 'The Lab is pinned. Click to follow the cursor again.' } as const;

function extras(state: LabState, actions: HeadActions): Node[] {
  if (state.curves.length === 0) return [linkButton('Explore any activation…', actions.pickCurve, { class: 'link large' })];
  const assumed = assumedParameter(state);
  if (!assumed) return [];
  const chip = element('span', { class: 'chip guess static' }, icon('guess'), `${assumed.symbol} = ${assumed.value}, assumed`);
  const set = button({ label: `Set ${assumed.symbol}…`, appearance: 'secondary', onPress: () => actions.editParameter(assumed.name) });
  return [chip, set.element];
}
