/** What follows from the numbers: entropy, the loss of the target and its gradient, or the sum of what is no probability. */
import { entropy, lossGradient } from '../../src/activations/probabilities';
import { formatValue } from '../../src/pictures/numbers';
import { element, refill } from '../dom';
import { entryName, hasExponentialRatio, inputsAt, isDistribution, probabilitiesOf, temperatureSymbol, type Shown } from './shown';

interface Facts {
  readonly element: HTMLElement;
  update(shown: Shown): void;
}

interface Fact {
  readonly name: string;
  readonly numbers: readonly number[];
  /** What the number is out of. */
  readonly of?: string;
}

export function createFacts(): Facts {
  const host = element('dl', { class: 'facts' });
  return {
    element: host,
    update: (shown) => refill(host, factsOf(shown).map(({ name, numbers, of }) => element('div', {},
      element('dt', {}, name), element('dd', {}, element('b', {}, numbers.map((number) => formatValue(number)).join('  ')), of && ` ${of}`)))),
  };
}

export function factsOf(shown: Shown): Fact[] {
  if (isDistribution(shown.form)) return distributionFacts(shown);
  const { form, outputs, entries } = shown;
  if (form === 'number') return [{ name: 'Output', numbers: outputs }, { name: 'Largest piece', numbers: [Math.max(...entries)] }];
  const sum = outputs.reduce((total, output) => total + output, 0);
  return [
    { name: 'Sum', numbers: [sum], ...(form === 'shares' ? { of: 'of at most 1' } : {}) },
    { name: 'Largest', numbers: [Math.max(...outputs)] },
  ];
}

function distributionFacts(shown: Shown): Fact[] {
  const p = probabilitiesOf(shown);
  return [
    { name: 'Entropy', numbers: [entropy(p)], of: `of ${formatValue(Math.log(p.length))} nats` },
    { name: 'Largest', numbers: [Math.max(...p)] },
    { name: `Loss if target is ${entryName(shown, shown.target)}`, numbers: [lossOf(shown)] },
    { name: `Loss gradient${gradientFormula(shown)}`, numbers: gradientOf(shown) },
  ];
}

/** The cross-entropy of the target. */
export function lossOf({ logarithms, target }: Shown): number {
  return -(logarithms[target] ?? NaN) + 0;
}

/** With respect to the logits as they are set, before a temperature divides them. */
function gradientOf(shown: Shown): number[] {
  const { x, p } = inputsAt(shown, shown.temperature, shown.entries);
  const scale = shown.temperatureParameter ? 1 : shown.temperature;
  return lossGradient(shown.activation, x, p, shown.target).map((each) => each / scale);
}

function gradientFormula(shown: Shown): string {
  const sign = shown.form === 'log-probabilities' ? 1 : hasExponentialRatio(shown) ? shown.traits.productSign : 0;
  if (sign === 0) return '';
  const difference = sign > 0 ? 'p − y' : 'y − p';
  return ` ${shown.temperature === 1 ? difference : `(${difference}) / ${temperatureSymbol(shown)}`}`;
}
