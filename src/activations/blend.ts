/**
 * a σ(z) + b σ(-z): a number that goes from b to a as z rises.
 *
 * Written as (a - b) σ(z) + b it would lose its digits where σ(z) is close to 1 and a is small. In the form used
 * here, with e^(-|z|), only the terms of the numerator can cancel, and where they do, 32 digits leave a full double.
 */
import { add, exactly, exponential, multiply, rounded, twoSum, type DoubleDouble } from './doubleDouble';
import { timesExponential } from './exponentials';
import { negated } from './logistic';
import { line } from './pieces';

/** Beyond this size e^(-|z|) is nothing beside 1, and too small for 32 digits. */
const far = 600;

/** factor · (a σ(z) + b σ(-z)) */
export function timesBlend(factor: number, a: number, b: number, z: DoubleDouble): number {
  const [main, rest, size] = z.high < 0 ? [b, a, negated(z)] : [a, b, z];
  if (size.high > far) return line(main, factor) + timesDecay(factor * rest, size);
  const decay = timesDecay(1, size);
  const sum = sumUnlessCancelling([main, rest * decay])
    ?? rounded(add(exactly(main), multiply(exactly(rest), exponential(negated(size)))));
  return (factor * sum) / (1 + decay);
}

/** The derivative of x (a σ(z) + b σ(-z)) for z proportional to x: aσ(z) + bσ(-z) + (a - b) z σ′(z). */
export function blendSlope(a: number, b: number, z: DoubleDouble): number {
  const [main, rest, size] = z.high < 0 ? [b, a, negated(z)] : [a, b, z];
  if (size.high > far) return main + timesDecay(rest + (main - rest) * size.high, size);
  const decay = timesDecay(1, size);
  const terms = [main * (1 + decay), rest * decay * (1 + decay), (main - rest) * size.high * decay];
  const sum = sumUnlessCancelling(terms) ?? slopeNumerator(main, rest, size);
  return sum / (1 + decay) / (1 + decay);
}

function slopeNumerator(main: number, rest: number, size: DoubleDouble): number {
  const decay = exponential(negated(size));
  const blended = multiply(add(exactly(main), multiply(exactly(rest), decay)), add(exactly(1), decay));
  return rounded(add(blended, multiply(multiply(twoSum(main, -rest), size), decay)));
}

/** The sum, or undefined where too little of the terms is left in it. */
function sumUnlessCancelling(terms: readonly number[]): number | undefined {
  const [sum, size] = [terms.reduce((a, b) => a + b), terms.reduce((a, b) => a + Math.abs(b), 0)];
  return Math.abs(sum) < 0.5 * size ? undefined : sum;
}

/** factor · e^(-size) */
function timesDecay(factor: number, size: DoubleDouble): number {
  return size.high > 3000 ? 0 : timesExponential(factor * (1 - size.low), -size.high);
}
