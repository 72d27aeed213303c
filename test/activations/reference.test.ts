/**
 * All activations against the reference. An error is judged by how many doubles of x it amounts to: `back` is the
 * error in units of the last place of the larger of |f| and |x f′|, so that beside a root the problem's own
 * sensitivity is forgiven and nothing else.
 */
import { describe, expect, test } from 'vitest';
import { findActivation } from '../../src/activations/catalogue';
import { evaluate, type ScalarEvaluation } from '../../src/activations/evaluate';
import { numberOf, referenceFunctions, unitInLastPlace, type GatePoint, type ScalarPoint, type VectorPoint } from './reference';

const tolerance = 4;

interface Judgement {
  readonly what: string;
  readonly got: number | undefined;
  readonly want: number;
  /** The sensitivity to x, |x f′| for a value. */
  readonly scale?: number;
  readonly back?: number;
}

function complaint({ what, got, want, scale = 0, back = tolerance }: Judgement): string[] {
  if (got === want || Object.is(got, want)) return [];
  const unit = unitInLastPlace(Math.max(Math.abs(want), Math.abs(scale) || 0));
  const isClose = got !== undefined && Number.isFinite(got) && Number.isFinite(want) && Math.abs(got - want) <= back * unit;
  return isClose ? [] : [`${what}: ${got} instead of ${want}`];
}

type At = (x: number) => ScalarEvaluation;

function complaintsAtScalar(point: ScalarPoint, at: At): string[] {
  const [x, value, gradient, second] = [numberOf(point[0]), numberOf(point[1]), ...[point[3], point[5]].map(optional)];
  const got = at(x);
  // At an infinity the limit itself is wanted.
  const distance = Number.isFinite(x) ? x : 0;
  const complaints = complaint({ what: `f(${x})`, got: got.value, want: value, scale: distance * (gradient ?? 0) });
  const accepted = acceptedAtKink(point);
  if (accepted.length > 0) {
    complaints.push(...complaintAtKink(x, got.gradient, accepted));
  } else if (gradient !== undefined) {
    complaints.push(...complaint({ what: `f′(${x})`, got: got.gradient, want: gradient, scale: distance * (second ?? 0) }));
  }
  if (second !== undefined) {
    complaints.push(...complaint({ what: `f″(${x})`, got: got.second, want: second, scale: sensitivity(x, at), back: 8 }));
  }
  return complaints;
}

function acceptedAtKink(point: ScalarPoint): number[] {
  return point.flatMap((part) => (part !== null && typeof part === 'object' && 'accept' in part ? part.accept.map(numberOf) : []));
}

function optional(decimal: string | null): number | undefined {
  return decimal === null ? undefined : numberOf(decimal);
}

function complaintAtKink(x: number, got: number, accepted: readonly number[]): string[] {
  const isAccepted = accepted.some((gradient) => Math.abs(got - gradient) <= unitInLastPlace(gradient));
  return isAccepted ? [] : [`f′(${x}): ${got} is none of ${accepted.join(', ')}`];
}

/** |x f‴|, of which the reference has no exact value. */
function sensitivity(x: number, at: At): number {
  const change = 1000 * (at(x * 1.001).second - at(x).second);
  return Number.isFinite(change) ? change : 0;
}

function check(id: string, complaints: readonly string[]): void {
  expect(complaints, id).toEqual([]);
}

const known = referenceFunctions.filter(({ id }) => findActivation(id) !== undefined);

test('the reference judges most activations', () => {
  expect(known.length).toBeGreaterThanOrEqual(90);
});

describe.each(known)('$id $params', (reference) => {
  const { id, params } = reference;

  if (reference.kind === 'scalar') {
    const at: At = (x) => {
      const result = evaluate(id, params, x);
      if (result === undefined || result.value === undefined) throw new Error(result?.error ?? id);
      return result;
    };
    test('has the exact value and derivatives', () => check(id, reference.points.flatMap((point) => complaintsAtScalar(point, at))));
    test('does not lose a NaN', () => {
      expect(Object.values(at(NaN))).toEqual([NaN, NaN, NaN]);
    });
  }

  if (reference.kind === 'gate') {
    const complaints = (point: GatePoint) => {
      const [x, value, , slopeA, , slopeB] = point;
      const got = evaluate(id, params, x);
      const value1 = typeof got?.value === 'number' ? got.value : undefined;
      return [
        ...complaint({ what: `f(${x.join(', ')})`, got: value1, want: numberOf(value) }),
        ...complaint({ what: `∂f/∂a(${x.join(', ')})`, got: got?.gradient?.[0], want: numberOf(slopeA) }),
        ...complaint({ what: `∂f/∂b(${x.join(', ')})`, got: got?.gradient?.[1], want: numberOf(slopeB) }),
      ];
    };
    test('has the exact value and slopes', () => check(id, reference.points.flatMap(complaints)));
  }

  if (reference.kind === 'vector') {
    const complaints = (point: VectorPoint) => {
      const [x, values, , v, pullback] = point;
      const got = evaluate(id, params, x.map(numberOf), v);
      const value = Array.isArray(got?.value) ? got.value : [];
      return [...complaintsOf('f', value, values.map(numberOf)), ...complaintsOf('Jᵀv', got?.gradient ?? [], pullback.map(numberOf))]
        .map((each) => `[${x.slice(0, 5).join(', ')}]: ${each}`);
    };
    test('has the exact value and pullback', () => check(id, reference.points.flatMap(complaints)));
  }
});

/** A vector is judged by its largest component. */
function complaintsOf(name: string, got: readonly number[], want: readonly number[]): string[] {
  const scale = Math.max(0, ...want.filter(Number.isFinite).map(Math.abs));
  if (got.length !== want.length) return [`${name} has ${got.length} components instead of ${want.length}`];
  return want.flatMap((each, i) => complaint({ what: `${name}[${i}]`, got: got[i], want: each, scale }));
}
