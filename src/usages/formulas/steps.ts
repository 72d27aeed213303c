/**
 * A formula as a list of steps, each made of earlier ones: what an expression computes, without how it is written.
 *
 * Equal steps are one step, so that a variable that is used twice costs nothing, and order, brackets and names are gone.
 */
import type { Node } from '../../python/syntax';

/** A number as the index of a step. */
export type StepIndex = number;

export interface Leaf {
  /** What is not looked into: `x`, `self.conv(x)`. */
  readonly node: Node;
  /** Equal for occurrences that have the same value. */
  readonly key: string;
  /** Whether it is a weight, and so no input. */
  readonly isTrained: boolean;
  /** Whether it says by its name which values count. */
  readonly isMask?: boolean;
}

export type Step =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  /** For each element by itself. */
  | { readonly kind: 'element'; readonly name: string; readonly of: readonly StepIndex[]; readonly apply: (...values: number[]) => number }
  /** A function of the whole vector: a sum, a maximum, softmax. */
  | { readonly kind: 'vector'; readonly name: string; readonly of: readonly StepIndex[]; readonly apply: (values: readonly number[]) => readonly number[] };

/** Nobody writes an activation with more; what is longer is not read to its end. */
const mostSteps = 120;
const mostLeaves = 8;

/** Thrown nowhere else: a step that cannot be made is undefined, and so is all that is made of it. */
export class Steps {
  readonly list: Step[] = [];
  private readonly known = new Map<string, StepIndex>();
  private readonly totals: boolean[] = [];
  private leaves = 0;

  number(value: number): StepIndex | undefined {
    return Number.isNaN(value) ? undefined : this.add(`${Object.is(value, -0) ? 0 : value}`, { kind: 'number', value });
  }

  leaf(leaf: Leaf): StepIndex | undefined {
    const key = `leaf ${leaf.key}`;
    if (!this.known.has(key) && ++this.leaves > mostLeaves) return undefined;
    return this.add(key, { kind: 'leaf', leaf });
  }

  element(name: string, apply: (...values: number[]) => number, ...written: readonly (StepIndex | undefined)[]): StepIndex | undefined {
    if (!areWhole(written)) return undefined;
    const of = written.map((index, place) => (place === divisors.get(name) ? this.unguarded(index) : index));
    if (of.every((index) => this.list[index]?.kind === 'number')) return this.number(apply(...of.map((index) => this.numberAt(index) ?? NaN)));
    const value = products.test(name) ? this.maskedIn(of) : undefined;
    if (value !== undefined) return this.add(`${masked} ${value}`, { kind: 'element', name: masked, of: [value], apply: (x) => x });
    return this.add(`${name} ${of.join(' ')}`, { kind: 'element', name, of, apply });
  }

  /** What is kept off zero where something is divided by it: `alpha` of `1 / (alpha + 1e-9)`. */
  private unguarded(divisor: StepIndex): StepIndex {
    const step = this.list[divisor];
    if (step?.kind !== 'element' || !/^(add|plus)$/.test(step.name)) return divisor;
    const isLittle = (index: StepIndex): boolean => Math.abs(this.numberAt(index) ?? NaN) <= 1e-6;
    return step.of.find((index) => !isLittle(index) && step.of.some(isLittle)) ?? divisor;
  }

  /** What a mask is multiplied with, which it leaves as it is where it lets values count. */
  private maskedIn(of: readonly StepIndex[]): StepIndex | undefined {
    const isMask = (index: StepIndex | undefined): boolean => {
      const step = this.list[index ?? -1];
      return step?.kind === 'leaf' && step.leaf.isMask === true;
    };
    const values = of.filter((index) => !isMask(index));
    return values.length === 1 && of.length === 2 ? values[0] : undefined;
  }

  vector(name: string, apply: (values: readonly number[]) => readonly number[], of: StepIndex | undefined): StepIndex | undefined {
    return of === undefined ? undefined : this.add(`${name} ${of}`, { kind: 'vector', name, of: [of], apply });
  }

  numberAt(index: StepIndex | undefined): number | undefined {
    const step = index === undefined ? undefined : this.list[index];
    return step?.kind === 'number' ? step.value : undefined;
  }

  /** Whether a step is the same for all elements: a number, a total, or what is reckoned from those. */
  isTotal(index: StepIndex): boolean {
    return this.totals[index] === true;
  }

  /** Whether a step is a product with a mask. */
  isMasked(index: StepIndex): boolean {
    const step = this.list[index];
    return step?.kind === 'element' && step.name === masked;
  }

  private add(key: string, step: Step): StepIndex | undefined {
    const same = this.known.get(key);
    if (same !== undefined) return same;
    if (this.list.length === mostSteps) return undefined;
    this.known.set(key, this.list.length);
    this.totals.push(this.makesTotal(step));
    return this.list.push(step) - 1;
  }

  private makesTotal(step: Step): boolean {
    if (step.kind === 'element') return step.of.every((of) => this.totals[of]);
    return step.kind === 'number' || (step.kind === 'vector' && step.name.startsWith('total'));
  }
}

const products = /^(mul|multiply)$/;
/** Which of the operands another is divided by. */
const divisors: ReadonlyMap<string, number> = new Map([['div', 1], ['divide', 1], ['true_divide', 1], ['truediv', 1], ['realdiv', 1], ['reciprocal', 0]]);

/** The step that a product with a mask is. */
export const masked = 'masked';

function areWhole(steps: readonly (StepIndex | undefined)[]): steps is readonly StepIndex[] {
  return !steps.includes(undefined);
}

/** The values of a step where those of some steps, the inputs, are given, each as a vector of one length. */
export function valuesOf(steps: readonly Step[], root: StepIndex, inputs: ReadonlyMap<StepIndex, readonly number[]>): readonly number[] | undefined {
  const length = [...inputs.values()][0]?.length ?? 1;
  const needed = neededFor(steps, root, inputs);
  const values: (readonly number[])[] = [];
  for (let index = 0; index <= root; index++) {
    const step = steps[index];
    if (step === undefined || needed[index] !== 1) continue;
    const given = inputs.get(index) ?? valuesOfStep(step, values, length);
    if (given === undefined) return undefined;
    values[index] = given;
  }
  return values[root];
}

function valuesOfStep(step: Step, values: readonly (readonly number[])[], length: number): readonly number[] | undefined {
  switch (step.kind) {
    case 'number':
      return Array<number>(length).fill(step.value);
    case 'leaf':
      return undefined;
    case 'element':
      return Array.from({ length }, (_, place) => step.apply(...step.of.map((index) => values[index]?.[place] ?? NaN)));
    case 'vector': {
      const result = step.apply(values[step.of[0] ?? 0] ?? []);
      return result.length === length ? result : Array<number>(length).fill(result[0] ?? NaN);
    }
  }
}

/** 1 for the steps that the root is made of, not looking into the inputs. */
export function neededFor(steps: readonly Step[], root: StepIndex, inputs: { has(index: StepIndex): boolean }): Uint8Array {
  const needed = new Uint8Array(steps.length);
  needed[root] = 1;
  for (let index = root; index >= 0; index--) {
    const step = steps[index];
    if (needed[index] !== 1 || step === undefined || inputs.has(index)) continue;
    if (step.kind === 'element' || step.kind === 'vector') for (const of of step.of) needed[of] = 1;
  }
  return needed;
}
