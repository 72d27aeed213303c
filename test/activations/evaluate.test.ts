import { describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { evaluate } from '../../src/activations/evaluate';

test.each(activations)('$id has numbers at its defaults', (activation) => {
  const evaluation = activation.kind === 'scalar' ? evaluate(activation.id, {}, 0.5) : evaluate(activation.id, {}, [0.5, -0.25]);
  expect(evaluation?.error).toBeUndefined();
  for (const numbers of [evaluation?.value, evaluation?.gradient]) expect([numbers].flat().every(Number.isFinite)).toBe(true);
});

test('a gate takes two numbers and gives two slopes', () => {
  expect(evaluate('bilinear', {}, [3, 5])).toEqual({ value: 15, gradient: [5, 3] });
});

test('a vector kind takes a cotangent, ones by default', () => {
  expect(evaluate('maxout', {}, [1, 3, 2], [7])).toEqual({ value: [3], gradient: [0, 7, 0] });
  expect(evaluate('maxout', {}, [1, 3, 2])).toEqual({ value: [3], gradient: [0, 1, 0] });
});

test('parameters that are left out have their defaults', () => {
  expect(evaluate('softmax', {}, [1, 2])).toEqual(evaluate('softmax', { temperature: 1 }, [1, 2]));
  expect(evaluate('softmax', { temperature: 2 }, [1, 2])).toEqual(evaluate('softmax', {}, [0.5, 1], [0.5, 0.5]));
});

test('an unknown id has no value', () => {
  expect(evaluate('no-such-function', {}, 1)).toBeUndefined();
  expect(evaluate('toString', {}, 1)).toBeUndefined();
});

describe('what does not fit is said', () => {
  test.each([
    [evaluate('softmax', { temprature: 2 }, [1]), "Softmax has no parameter 'temprature'; it has temperature."],
    [evaluate('softmax', { toString: 2 }, [1]), "Softmax has no parameter 'toString'; it has temperature."],
    [evaluate('glu', { beta: 2 }, [1, 2]), "GLU has no parameter 'beta'; it has none."],
    [evaluate('softmax', { temperature: 'high' }, [1]), "'temperature' of Softmax is a number."],
    [evaluate('softmax', {}, 1), 'Softmax takes an array of numbers.'],
    [evaluate('softmax', {}, [1, 2], [1]), 'The cotangent has 1 entries, but the value of Softmax has 2.'],
    [evaluate('glu', {}, [1]), 'GLU takes two numbers, [a, b].'],
    [evaluate('glu', {}, 1), 'GLU takes two numbers, [a, b].'],
  ])('%#', (evaluation, error) => {
    expect(evaluation).toEqual({ error });
  });
});
