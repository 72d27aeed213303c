/** What was read from the code, one chip a fact; its outline says how sure that is, and a click corrects it. */
import type { Constraint, Fact, Situation, Sureness } from '../src/models/situation';
import { element, onClick } from './dom';
import { icon, type IconName } from './icons';
import { openMenu, type MenuItem } from './menu';
import {
  constraintWords, corrected, factOf, surenessWords, topicOrder, topics, withConstraint, withoutConstraint, wordsOf, type Topic,
} from './words';

interface Chips {
  readonly element: HTMLElement;
  update(situation: Situation): void;
}

const icons: Readonly<Record<Sureness, IconName>> = { read: 'check', likely: 'likely', guess: 'guess', corrected: 'person' };
/** What is worth asking for when the code does not tell. */
const askedFor: readonly Topic[] = ['architecture', 'role', 'task'];
const depths: readonly number[] = [2, 6, 12, 24, 50];

type Correct = (situation: Situation) => void;

export function createChips(correct: Correct): Chips {
  const list = element('div', { class: 'chips', role: 'group', 'aria-label': 'What is known of this layer' });
  const hint = element('p', { class: 'hint' });
  return {
    element: element('div', {}, list, hint),
    update(situation) {
      const focused = document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement.dataset['topic'] : undefined;
      list.replaceChildren(...chipsOf(situation, correct));
      hint.textContent = hasFacts(situation) ? 'Solid: read from your code. Dashed: likely. Dotted: a guess. Click one to correct it.' : 'Say what you know of your layer.';
      if (focused) list.querySelector<HTMLElement>(`[data-topic="${focused}"]`)?.focus();
    },
  };
}

function hasFacts(situation: Situation): boolean {
  return situation.constraints.length > 0 || topicOrder.some((topic) => factOf(situation, topic));
}

function chipsOf(situation: Situation, correct: Correct): HTMLElement[] {
  const known = topicOrder.flatMap((topic) => {
    const fact = factOf(situation, topic);
    return fact ? [chip(topic, wordsOf(topic, fact.value), fact, () => topicMenu(topic, fact, situation, correct))] : [];
  });
  const constraints = situation.constraints.map((fact) => chip(fact.value, constraintWords[fact.value], fact, () => constraintMenu(fact, situation, correct)));
  const missing = askedFor.filter((topic) => !factOf(situation, topic)).map((topic) => missingChip(topic, situation, correct));
  return [...known, ...constraints, ...missing, moreChip(situation, correct)];
}

interface Menu {
  readonly note: string;
  readonly items: readonly MenuItem[];
}

function chip(topic: string, words: string, { sureness }: Fact, menu: () => Menu): HTMLElement {
  const node = element('button', {
    type: 'button', class: `chip ${sureness}`, 'data-topic': topic, 'aria-haspopup': 'menu', 'aria-expanded': 'false',
    'aria-label': `${words}, ${surenessWords[sureness]}`,
  }, icon(icons[sureness]), words);
  return opening(node, words, menu);
}

function missingChip(topic: Topic, situation: Situation, correct: Correct): HTMLElement {
  const { name } = topics[topic];
  const node = element('button', {
    type: 'button', class: 'chip missing', 'data-topic': topic, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': `${name} unknown. Set it.`,
  }, icon('add'), name.toLowerCase());
  return opening(node, name, () => topicMenu(topic, undefined, situation, correct));
}

/** Constraints are never read from a function call alone, so a person can always add one. */
function moreChip(situation: Situation, correct: Correct): HTMLElement {
  const node = element('button', {
    type: 'button', class: 'chip missing', 'data-topic': 'constraint', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': 'Add a constraint',
  }, icon('add'), 'constraint');
  const free = (Object.keys(constraintWords) as Constraint[]).filter((name) => situation.constraints.every(({ value }) => value !== name));
  return opening(node, 'Constraint', () => ({
    note: '', items: free.map((name) => ({ text: constraintWords[name], checked: false, act: () => correct(withConstraint(situation, name)) })),
  }));
}

function opening(node: HTMLButtonElement, label: string, menu: () => Menu): HTMLElement {
  return onClick(node, () => openMenu(node, { label, ...menu() }));
}

function topicMenu(topic: Topic, fact: Fact | undefined, situation: Situation, correct: Correct): Menu {
  const values: readonly (string | number)[] = topic === 'depth'
    ? [...new Set([...depths, ...(fact ? [Number(fact.value)] : [])])].sort((a, b) => a - b)
    : Object.keys(topics[topic].values);
  const items = values.map((value) => ({
    text: wordsOf(topic, value), checked: fact?.value === value, act: () => correct(corrected(situation, topic, value)),
  }));
  const unsure = { text: 'Not sure', checked: fact === undefined, act: () => correct(corrected(situation, topic, undefined)) };
  return { note: noteOf(fact), items: [...items, unsure] };
}

function constraintMenu(fact: Fact<Constraint>, situation: Situation, correct: Correct): Menu {
  return {
    note: noteOf(fact),
    items: [
      { text: constraintWords[fact.value], checked: true, act: () => correct(withConstraint(situation, fact.value)) },
      { text: 'Does not apply', checked: false, act: () => correct(withoutConstraint(situation, fact.value)) },
    ],
  };
}

function noteOf(fact: Fact | undefined): string {
  if (!fact) return 'Not in the code';
  const from = fact.evidence ? `, from ${fact.evidence.text}` : '';
  return `${surenessWords[fact.sureness][0]?.toUpperCase() ?? ''}${surenessWords[fact.sureness].slice(1)}${from}`;
}
