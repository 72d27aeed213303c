/** What a loss that applies softmax itself makes of probabilities: live, with the floor that it cannot fall below. */
import { logarithms, lossFloor, probabilityCeiling, softmaxAgain } from '../../src/activations/probabilities';
import { formatNumber, formatValue } from '../../src/pictures/numbers';
import { ticksIn } from '../../src/pictures/ranges';
import { sampleTogether } from '../../src/pictures/vectorSampling';
import { element, refill, setText } from '../dom';
import { icon } from '../icons';
import { createLinePlot } from '../linePlot/linePlot';
import type { Axis, LinePlotModel } from '../linePlot/linePlotModel';
import type { LabState } from '../state';
import type { Theme } from '../theme';
import type { VectorActions } from './actions';
import { lossOf } from './facts';
import { formatLogit } from './heading';
import { entryName, inputsAt, outputsAt, probabilitiesOf, quotedName, type Shown } from './shown';

interface TwicePart {
  /** What it means, in words. */
  readonly words: HTMLElement;
  /** The loss as the model grows sure, and its floor for more classes. */
  readonly losses: HTMLElement;
  update(shown: Shown, state: LabState, theme: Theme): void;
}

const furtherCounts: readonly number[] = [10, 100, 1000];

const adviceFor: Readonly<Record<string, string>> = {
  pytorch: 'nn.CrossEntropyLoss expects logits: give it those.',
  keras: 'CategoricalCrossentropy takes probabilities, unless from_logits=True: then give it logits.',
  tensorflow: 'tf.nn.softmax_cross_entropy_with_logits expects logits: give it those.',
  jax: 'optax.softmax_cross_entropy expects logits: give it those.',
  flax: 'optax.softmax_cross_entropy expects logits: give it those.',
};

export function createTwice(shown: Shown, actions: VectorActions): TwicePart {
  const words = element('p', {});
  const advice = element('p', { class: 'note' });
  const title = element('h2', {});
  const body = element('tbody');
  const table = element('table', { class: 'floors' },
    element('thead', {}, element('tr', {}, ...['Classes', 'Greatest probability', 'Lowest loss'].map((text) => element('th', { scope: 'col' }, text)))), body);
  let plotted: LabState | undefined;
  const move = (value: number) => {
    const target = plotted?.vector.target ?? 0;
    actions.setEntry(Math.min(Math.max(0, target), shown.entries.length - 1), Number(value.toFixed(2)) + 0);
  };
  const plot = createLinePlot('small', {
    moveTo: move,
    step: (strides) => move(nowOf(plotted, shown) + 0.1 * strides),
    jumpToEdge: (edge) => move(lossAxis(nowOf(plotted, shown))[edge]),
  });
  return {
    words: element('section', { class: 'twice' }, element('h2', {}, icon('warning'), wordsFor(shown).title), words, advice),
    losses: element('section', { class: 'loss-part' }, title, element('div', { class: 'columns-of-two' }, plot.element, table)),
    update(now, state, theme) {
      plotted = state;
      setText(words, twiceWords(now));
      setText(title, `The loss of ${entryName(now, now.target)}, ${wordsFor(now).both}`);
      setText(advice, adviceFor[String(state.situation.framework?.value)] ?? 'Give a loss that expects logits the logits.');
      refill(body, [now.entries.length, ...furtherCounts].map((count) => element('tr', {},
        element('th', { scope: 'row' }, String(count)), element('td', {}, formatValue(probabilityCeiling(count))), element('td', {}, formatValue(lossFloor(count))))));
      plot.update(lossModel(now, theme, { width: plot.element.clientWidth || 300, height: 120 }));
    },
  };
}

/** Softmax after softmax is softmax twice; after another function it is one too many all the same. */
function wordsFor({ activation }: Shown) {
  return activation.id === 'softmax'
    ? { title: 'Softmax twice', applies: 'applies softmax again', both: 'with softmax once and twice', once: 'softmax once', twice: 'softmax twice' }
    : { title: 'Softmax on probabilities', applies: 'applies softmax to these', both: 'as it is and through softmax', once: 'as it is', twice: 'through softmax' };
}

function nowOf(state: LabState | undefined, { entries }: Shown): number {
  const target = Math.min(state?.vector.target ?? 0, entries.length - 1);
  return state?.vector.logits[target] ?? 0;
}

function twiceWords(shown: Shown): string {
  const p = probabilitiesOf(shown);
  const { target } = shown;
  const count = p.length;
  const [own, again] = [p[target] ?? NaN, softmaxAgain(p)[target] ?? NaN];
  const moves = again < own ? 'falls' : again > own ? 'rises' : 'stays';
  return `If the loss ${wordsFor(shown).applies}, ${quotedName(shown, target)} ${moves} from ${formatValue(own)} to ${formatValue(again)} `
    + `and its loss is ${formatValue(-Math.log(again) + 0)} instead of ${formatValue(lossOf(shown))}. However sure the model is, `
    + `the loss does not fall below ln(1 + ${count - 1}/e) = ${formatValue(lossFloor(count))}.`;
}

/** The loss of the target over its own logit, when softmax is applied once and when it is applied twice. */
function lossModel(shown: Shown, theme: Theme, { width, height }: { readonly width: number; readonly height: number }): LinePlotModel {
  const { target, entries } = shown;
  const now = entries[target] ?? NaN;
  const axis = lossAxis(now);
  const floor = lossFloor(entries.length);
  const losses = (logit: number) => lossesAt(shown, logit);
  const top = Math.max(1, Math.ceil(Math.max(lossesAt(shown, -2)[1] ?? 1, floor) * 1.3 * 2) / 2);
  const points = sampleTogether((share) => losses(axis.min + share * (axis.max - axis.min)), { width, perUnit: height / top, kinks: [] });
  const name = entryName(shown, target);
  const [once = NaN, twice = NaN] = losses(now);
  const line = (index: number) => points.map(({ share, values }) => ({ x: axis.min + share * (axis.max - axis.min), y: Math.min(values[index] ?? NaN, 8 * top) }));
  return {
    x: axis, y: { min: 0, max: top, ticks: ticksIn({ min: 0, max: top }, height, 30) }, theme,
    lines: [
      { label: wordsFor(shown).twice, colour: theme.foreground, dash: [9, 4], width: 2.1, points: line(1), at: twice },
      { label: wordsFor(shown).once, colour: theme.secondary, dash: [], width: 2.1, points: line(0), at: once },
    ],
    guides: [{ y: floor, label: `floor ${formatValue(floor)}` }],
    ends: {}, crosshair: now, flag: `z ${name} = ${formatLogit(now)}`,
    spoken: `Loss of ${name} over its logit: applied once it falls to 0, applied twice not below ${formatValue(floor)}. At ${formatNumber(now)} it is ${formatValue(once)} and ${formatValue(twice)}.`,
  };
}

function lossAxis(now: number): Axis {
  const range = { min: Math.min(-2, Math.floor(now)), max: Math.max(10, Math.ceil(now)) };
  return { ...range, ticks: ticksIn(range, 7, 1) };
}

function lossesAt(shown: Shown, logit: number): [number, number] {
  const entries = shown.entries.map((entry, i) => (i === shown.target ? logit : entry));
  const { x, p } = inputsAt(shown, shown.temperature, entries);
  const once = -(logarithms(shown.activation, x, p)[shown.target] ?? NaN);
  const again = softmaxAgain(outputsAt(shown, shown.temperature, entries))[shown.target] ?? NaN;
  return [once, -Math.log(again)];
}
