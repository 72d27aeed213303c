/** The panel beside the plot: what is known of the place, what fits it, how sure that is, and the way to apply it. */
import { citations, type CitationKey } from '../src/activations/citations';
import { findActivation } from '../src/activations/catalogue';
import type { Advice, Recommendation, Strength } from '../src/advice/recommendation';
import type { Situation } from '../src/models/situation';
import type { ParameterValues } from '../src/activations/activation';
import { createChips } from './chips';
import { button } from './controls';
import { element, linkButton, onClick, refill, setText, type Child } from './dom';
import { icon } from './icons';

interface RecommendationActions {
  correct(situation: Situation): void;
  apply(activation: string, parameters: ParameterValues, preview: boolean): void;
  compare(activation: string, parameters: ParameterValues): void;
  openCitation(key: CitationKey): void;
  showAll(all: boolean): void;
}

interface RecommendationModel {
  readonly advice: Advice;
  readonly situation: Situation;
  /** False when the Lab was opened by name: then an option is inserted, not put in the place of another. */
  readonly hasUsage: boolean;
  /** A gate halves its input, which a function of one number in its place would not. */
  readonly isGate: boolean;
  /** Where the change is made, where that is not the line that is shown: `line 12`. */
  readonly madeAt: string | undefined;
  readonly allOptions: boolean;
  /** Ids of the functions on the plot, which need no comparing any more; absent where there is no plot. */
  readonly plotted: ReadonlySet<string> | undefined;
}

export interface Recommendations {
  readonly element: HTMLElement;
  update(model: RecommendationModel): void;
  focus(): void;
}

const shownAtFirst = 3;

const strengthMeanings: Readonly<Record<Strength, string>> = {
  A: 'replicated', B: 'one controlled study', C: 'common practice', F: 'folklore, contradicted or untested',
};

export function createRecommendations(actions: RecommendationActions): Recommendations {
  const title = element('h2', { tabindex: '-1' });
  const chips = createChips(actions.correct);
  const list = element('div', { class: 'options' });
  const host = element('aside', { class: 'side', 'aria-label': 'Recommendations' }, title, chips.element, list);
  const ranking = createRanking();
  let rendered = '';
  return {
    element: host,
    update(model) {
      setText(title, model.hasUsage ? 'For this layer' : 'For your layer');
      chips.update(model.situation);
      const text = JSON.stringify([model.advice, model.hasUsage, model.isGate, model.madeAt, model.allOptions, [...model.plotted ?? []], model.plotted === undefined]);
      if (text === rendered) return;
      rendered = text;
      refill(list, optionsOf(model, actions, ranking));
    },
    focus() {
      host.scrollIntoView({ block: 'nearest' });
      title.focus();
    },
  };
}

function optionsOf(model: RecommendationModel, actions: RecommendationActions, ranking: () => HTMLElement): Node[] {
  const { advice, allOptions } = model;
  if (advice.options.length === 0) {
    return [element('div', { class: 'option' }, element('h3', {}, 'Nothing to suggest here'), element('p', { class: 'reason' }, advice.explanation)), ranking()];
  }
  const shown = allOptions ? advice.options : advice.options.slice(0, shownAtFirst);
  const items = shown.map((option, index) => element('li', { class: 'option' }, element('span', { class: 'rank', 'aria-hidden': 'true' }, String(index + 1)), ...optionParts(option, model, actions)));
  const folklore = allOptions && advice.folklore.length > 0 ? folkloreOf(model, actions) : [];
  return [element('ol', { class: 'option-list' }, ...items), ...folklore, footer(model, actions, ranking())];
}

function folkloreOf(model: RecommendationModel, actions: RecommendationActions): Node[] {
  const items = model.advice.folklore.map((option) => element('li', { class: 'option folklore' }, icon('refused'), ...optionParts(option, model, actions, true)));
  return [element('h2', { class: 'folklore-title' }, 'Folklore, not recommended'), element('ul', { class: 'option-list' }, ...items)];
}

function optionParts(option: Recommendation, model: RecommendationModel, actions: RecommendationActions, isFolklore = false): Child[] {
  const sources = option.citations.map((key) => citationLink(key, actions));
  const compare = compareLink(option, model, actions);
  const apply = isFolklore || model.isGate || !isOneEdit(option) ? undefined : applyButton(option, model, actions);
  return [
    element('div', { class: 'option-head' }, element('h3', {}, option.title), badge(option)),
    element('p', { class: 'reason' }, option.reason),
    element('div', { class: 'option-foot' }, element('div', { class: 'sources' }, ...sources, compare), apply),
  ];
}

/** A gate needs a second branch and its weights, which no edit of this one call can add. */
function isOneEdit({ change, activation }: Recommendation): boolean {
  return change !== 'none' && findActivation(activation)?.kind !== 'gate';
}

function badge({ strength, strengthWord }: Recommendation): HTMLElement {
  return element('span', { class: 'strength' },
    element('span', { 'aria-hidden': 'true' }, strengthWord),
    element('span', { class: `letter letter-${strength}`, role: 'img', 'aria-label': `Evidence ${strength}, ${strengthWord}` }, strength));
}

function citationLink(key: CitationKey, { openCitation }: RecommendationActions): HTMLElement {
  const { short, title } = citations[key];
  return linkButton(short, () => openCitation(key), { title });
}

/** Puts the option on the plot beside what is there; only functions of one number fit there. */
function compareLink(option: Recommendation, { plotted }: RecommendationModel, actions: RecommendationActions): Child {
  const kind = findActivation(option.activation)?.kind;
  if (!plotted || plotted.has(option.activation) || kind === undefined || kind === 'vector') return undefined;
  return linkButton('Compare', () => actions.compare(option.activation, option.parameters), { class: 'link quiet', 'aria-label': `Compare ${option.title} on the plot` });
}

function applyButton(option: Recommendation, { hasUsage, madeAt }: RecommendationModel, { apply }: RecommendationActions): HTMLElement {
  const preview = option.change === 'layer';
  const verb = hasUsage ? 'Apply' : 'Insert';
  return button({
    label: preview ? `${verb}…` : verb, spoken: `${verb} ${option.title}`, appearance: 'secondary',
    title: tipOf(preview, madeAt),
    onPress: () => apply(option.activation, option.parameters, preview),
  }).element;
}

function tipOf(preview: boolean, madeAt: string | undefined): string {
  const where = madeAt === undefined ? '' : ` in ${madeAt}, where the layer is made`;
  return preview ? `Opens a preview of the change${where}` : `One edit${where}, which Undo takes back`;
}

function footer({ advice, allOptions }: RecommendationModel, actions: RecommendationActions, ranking: HTMLElement): HTMLElement {
  const hidden = Math.max(0, advice.options.length - shownAtFirst);
  const parts = [hidden > 0 ? `${hidden} more` : '', advice.folklore.length > 0 ? `${advice.folklore.length} folklore` : ''].filter(Boolean);
  const more = parts.length > 0
    ? linkButton(allOptions ? 'Show fewer' : parts.join(', '), () => actions.showAll(!allOptions), { 'aria-expanded': String(allOptions), 'data-control': 'more' })
    : undefined;
  return element('div', { class: 'side-foot' }, more, ranking);
}

/** What was opened stays open when the options around it are others. */
function createRanking(): () => HTMLElement {
  let isOpen = false;
  return () => ranking(isOpen, (opened) => { isOpen = opened; });
}

function ranking(isOpen: boolean, opened: (isOpen: boolean) => void): HTMLElement {
  const legend = (Object.keys(strengthMeanings) as Strength[]).map((strength) => element('div', { class: 'legend-row' },
    element('dt', { class: `letter letter-${strength}` }, strength), element('dd', {}, strengthMeanings[strength])));
  const panel = element('div', { class: 'ranking', hidden: !isOpen },
    element('p', {}, 'Options are ranked by how well they fit this layer, then by evidence, then by the size of the change. What stands in the code comes first among equals.'),
    element('dl', { class: 'legend' }, ...legend));
  const toggle = element('button', { type: 'button', class: 'link', 'aria-expanded': String(isOpen), 'data-control': 'ranking' }, 'How options are ranked');
  onClick(toggle, () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
    opened(!panel.hidden);
  });
  return element('div', { class: 'ranking-host' }, toggle, panel);
}
