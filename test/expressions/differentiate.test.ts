import { describe, expect, test } from 'vitest';
import { defaultsOf, type ParameterValues } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { differentiable, type Differentiable } from '../../src/expressions/differentiate';
import { parseExpression } from '../../src/expressions/parse';
import { numberOf, referenceFunctions } from '../activations/reference';
import { formulas } from './formulas';

function read(text: string): Differentiable {
  const parsed = parseExpression(text);
  if ('problem' in parsed) throw new Error(`${text}: ${parsed.problem.words}`);
  return differentiable(parsed.expression);
}

function scalar(id: string) {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} is no function of one number.`);
  return activation;
}

const orders = ['value', 'derivative', 'secondDerivative'] as const;

/** As close as the formula's own arithmetic lets it be: it may cancel where the catalogue does not. */
function agree(got: number, want: number, what: string): void {
  if (Object.is(got, want) || got === want) return;
  expect(Math.abs(got - want), `${what}: ${got} instead of ${want}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(want)));
}

const places = [-700, -120, -37.5, -20, -8.3, -5, -3.2, -1.7, -0.73, -0.21, -1e-5, 1e-5, 0.19, 0.62, 1.3, 2.9, 4.4, 7.7, 19, 42, 130, 700];

describe('the formula of an activation has its values and exact derivatives', () => {
  test.each(Object.entries(formulas))('%s: %s', (id, text) => {
    const activation = scalar(id);
    const p: ParameterValues = defaultsOf(activation);
    const found = read(text);
    for (const x of places) for (const order of orders) agree(found[order](x), activation[order](x, p), `${order} at ${x}`);
  });

  test.each(Object.entries(formulas))('%s turns where the catalogue says', (id, text) => {
    const activation = scalar(id);
    const { kinks, smoothness } = activation.properties(defaultsOf(activation));
    const found = read(text).kinks;
    for (const kink of kinks) expect(found.some((x) => Math.abs(x - kink) < 1e-9), `${kink} in ${found.join()}`).toBe(true);
    if (smoothness === Infinity) expect(found).toEqual([]);
  });
});

describe('against 25 digits', () => {
  const judged = referenceFunctions.filter(({ id, kind, params }) => kind === 'scalar' && id in formulas
    && Object.entries(params).every(([name, value]) => scalar(id).parameters[name]?.default === value));

  test('most formulas have a reference', () => expect(new Set(judged.map(({ id }) => id)).size).toBeGreaterThan(30));

  test.each(judged.map((each) => [each.id, each] as const))('%s', (id, reference) => {
    if (reference.kind !== 'scalar') return;
    const found = read(formulas[id] ?? '');
    for (const [at, value, , gradient, , second, , ...more] of reference.points) {
      const x = numberOf(at);
      if (!(Math.abs(x) <= 700) || more.some((part) => !Array.isArray(part))) continue;
      agree(found.value(x), numberOf(value), `f(${x})`);
      if (gradient !== null) agree(found.derivative(x), numberOf(gradient), `f′(${x})`);
      if (second !== null) agree(found.secondDerivative(x), numberOf(second), `f″(${x})`);
    }
  });
});

describe('at a kink the derivative is what PyTorch returns', () => {
  test.each([
    ['abs(x)', 0, 0], ['relu(x)', 0, 0], ['sign(x)', 0, 0], ['maximum(x, 0)', 0, 0.5], ['min(x, 2*x)', 0, 1.5], ['clip(x, -1, 1)', 1, 1], ['clamp(x, min=0)', 0, 1],
    ['where(x > 0, x, 0.1*x)', 0, 0.1], ['where(x >= 0, x, 0.1*x)', 0, 1],
  ])('%s at %d', (text, x, slope) => expect(read(text).derivative(x)).toBe(slope));
});

describe('what overflows on the way does not in the end', () => {
  test.each([
    ['exp(x)/(1 + exp(x))', 1000, [1, 0, 0]],
    ['1/(2 + exp(-3*x))', -1000, [0, 0, 0]],
    ['log(exp(x) + exp(-x))', 1000, [1000, 1, 0]],
    ['log(2 + exp(x))', 900, [900, 1, 0]],
    ['x*tanh(log(1 + exp(x)))', 5000, [5000, 1, 0]],
    ['x/cosh(x)', 800, [0, 0, 0]],
    ['sinh(x)/cosh(x)', -800, [-1, 0, 0]],
    ['exp(-exp(x))', 800, [0, 0, 0]],
    ['(exp(x) - 1)/(exp(x) + 1)', 750, [1, 0, 0]],
    ['x*exp(-x^2)', 60, [0, 0, 0]],
  ])('%s at %d', (text, x, wanted) => {
    const found = read(text);
    orders.forEach((order, place) => expect(found[order](x), order).toBeCloseTo(wanted[place] ?? NaN, 11));
  });
});

describe('kinks', () => {
  test.each([
    ['abs(x - 1.2345)', [1.2345]],
    ['max(x, x^3)', [-1, 0, 1]],
    ['where(x > 2, 5, 0)', [2]],
    ['1/x', [0]],
    ['sqrt(x)', [0]],
    ['log(x - 2)', [2]],
    ['relu(x)**4', []],
    ['max(x, x - 1)', []],
    ['floor(x/10)', [-20, -10, 0, 10, 20]],
    ['tanh(x)*3', []],
    ['np.log1p(np.exp(-np.abs(x))) + np.maximum(x, 0)', []],
    ['where(x == 1, 5, x)', [1]],
  ])('%s', (text, wanted) => {
    const found = read(text).kinks;
    expect(found.length).toBe(wanted.length);
    found.forEach((x, place) => expect(x).toBeCloseTo(wanted[place] ?? NaN, 9));
  });
});

test('a domain is kept to: what is not defined is not a number', () => {
  for (const order of orders) expect(read('log(x)')[order](-1)).toBeNaN();
  expect(read('sqrt(x)').derivative(-4)).toBeNaN();
  expect(read('1/x').value(0)).toBe(Infinity);
});
