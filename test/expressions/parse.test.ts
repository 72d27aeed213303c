import { describe, expect, test } from 'vitest';
import { derivativeAt } from '../../src/expressions/differentiate';
import { longestExpression } from '../../src/expressions/expression';
import { parseConstant, parseExpression } from '../../src/expressions/parse';

function valueOf(text: string, x: number): number {
  const parsed = parseExpression(text);
  if ('problem' in parsed) throw new Error(parsed.problem.words);
  return derivativeAt(parsed.expression, x, 0);
}

describe('is read as it is meant', () => {
  test.each([
    ['-x^2', 3, -9], ['2^-x', 1, 0.5], ['2**3**x', 2, 512], ['-2**x', 2, -4], ['2x', 5, 10], ['2(1 + x)', 3, 8], ['x(x + 1)', 3, 12], ['1/2x', 4, 2], ['3x²', 2, 12], ['4 × 10⁻⁶x', 1e6, 4], ['x¹⁰', 2, 1024], ['10⁶x', 1, 1e6],
    ['6÷x·2', 3, 4], ['x − 1', 3, 2], ['1_000*x', 2, 2000], ['1e-3x', 1000, 1], ['.5x', 2, 1], ['x*pi', 1, Math.PI], ['π x', 1, Math.PI], ['e**x', 1, Math.E],
    ['x if x > 0 else 0.1*x', -2, -0.2], ['1 if x < -1 else 2 if x < 1 else 3', 0, 2], ['(0 < x < 1)*x', 0.5, 0.5], ['(0 < x < 1)*x', 1, 0], ['(x > 0 and x < 2)*1', 1, 1],
    ['not x > 0', -1, 1], ['(x > 1) | (x < -1)', -2, 1], ['where(x ≥ 1, x, 0)', 1, 1],
    ['torch.nn.functional.leaky_relu(x, 0.2)', -1, -0.2], ['F.leaky_relu(x, negative_slope=0.2)', -1, -0.2], ['LeakyReLU(x)', -1, -0.01], ['x.clamp(min=0, max=6)', 7, 6],
    ['x.sigmoid()', 0, 0.5], ['(x + 1).relu_()', -3, 0], ['torch.relu(x.float())', 2, 2], ['np.where(x > 0, x, 0)', -1, 0], ['tf.nn.softplus(x)', 0, Math.LN2],
    ['jnp.logaddexp(x, 0)', 0, Math.LN2], ['max(x, 1, 2, 3)', 0, 3], ['heaviside(x, 0.5)', 0, 0.5], ['log2(x)', 8, 3], ['cbrt(x)', -8, -2], ['x*Φ(x)', 0, 0], ['elu(x, alpha=2)', -800, -2],
    ['f(t) = t*tanh(t)', 0, 0], ['y = x + 1', 1, 2], ['lambda z: z * 2', 4, 8], ['return x * 3', 2, 6], ['torch.mul(x, 2)', 4, 8], ['x.pow(2)', 3, 9], ['relu(x, inplace=True)', 3, 3],
    ['round(x)', 2.5, 2], ['hypot(x, 3)', 4, 5], ['softplus(x, beta=2)', 0, Math.LN2 / 2],
  ])('%s at %d', (text, x, wanted) => expect(valueOf(text, x)).toBeCloseTo(wanted, 12));
});

describe('is refused in words, at a place', () => {
  test.each([
    ['sin', 'Expected a bracket after sin.', 0, 3],
    ['2*sin + x', 'Expected a bracket after sin.', 2, 5],
    ['x*', 'Expected a number, x or a function after *.', 2, 2],
    ['x*/2', '“/” stands where a number, x or a function should be.', 2, 3],
    ['(x + 1', 'This bracket is not closed.', 0, 1],
    ['x + 1)', 'This bracket closes nothing.', 5, 6],
    ['sin(x', 'This bracket is not closed.', 3, 4],
    ['sin(x; 2)', '“;” is not understood.', 5, 6],
    ['y + x', 'y is neither x nor a known constant.', 0, 1],
    ['sigmiod(x)', 'There is no function called sigmiod. Do you mean sigmoid?', 0, 7],
    ['softmax(x)', 'Softmax takes a whole vector, and a curve is of one number.', 0, 7],
    ['swiglu(x)', 'SwiGLU takes two inputs, and a curve is of one.', 0, 6],
    ['where(x > 0, x)', 'where takes three arguments: a condition, the value where it holds, and the value where it does not.', 0, 5],
    ['tanh(x, 2)', 'tanh takes one argument.', 8, 9],
    ['elu(x, x)', 'This parameter of elu has to be a number.', 7, 8],
    ['gelu(x, approximate="tanh")', 'gelu takes no argument called approximate.', 20, 26],
    ['tanh("x")', 'A text is no number, so tanh cannot take it.', 5, 8],
    ['x if x > 0', 'Expected else, with the value where the condition does not hold.', 10, 10],
    ['x = = 2', '“=” stands where a number, x or a function should be.', 4, 5],
    ['1 + 2', 'There is no x in it, so it is no function.', 0, 5],
    ['', 'Type a function of x, such as x*sigmoid(x).', 0, 0],
    ['1 2 x', '“2” stands where the expression should be at its end.', 2, 3],
    ['import os', 'import is neither x nor a known constant.', 0, 6],
    ['__import__("os").system("ls")', 'There is no function called __import__.', 0, 10],
    [`${'('.repeat(300)}x`, 'This is nested too deeply.', 40, 41],
    ['x'.repeat(longestExpression + 1), `An expression may have ${longestExpression} characters, and this has ${longestExpression + 1}.`, 0, longestExpression + 1],
  ])('%s', (text, words, start, end) => {
    const parsed = parseExpression(text);
    expect('problem' in parsed && parsed.problem).toEqual({ words, start, end });
  });
});

test('no text makes it throw', () => {
  const pieces = ['x', '(', ')', '1', '*', '**', 'sin', 'where', ',', '=', '.', '"a"', 'if', 'else', '<', 'not', '²', '-', '🙂', '\n', 'lambda', ':', 'e', '0'];
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + Math.floor(12 * random()) }, () => pieces[Math.floor(random() * pieces.length)]).join(random() < 0.5 ? '' : ' ');
    const parsed = parseExpression(text);
    if ('problem' in parsed) expect(parsed.problem.words).toMatch(/\.$|\?$/);
    else expect(derivativeAt(parsed.expression, 0.5, 2)).toBeTypeOf('number');
  }
});

test.each([['sqrt(2)', Math.SQRT2], ['2pi/3', (2 * Math.PI) / 3], ['-0.752', -0.752], ['pi(2)', 2 * Math.PI]])('a number: %s', (text, wanted) => {
  const parsed = parseConstant(text);
  expect('expression' in parsed && derivativeAt(parsed.expression, NaN, 0)).toBeCloseTo(wanted, 12);
});
