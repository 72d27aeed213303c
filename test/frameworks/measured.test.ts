/**
 * What the libraries themselves give, judged by what is read of the same line: the activation and the parameters that are
 * found in `torch.nn.ELU(alpha=1.5)(x)`, evaluated, are what that line computes. `test/fixtures/libraries/measure.py` ran the lines.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findActivation } from '../../src/activations/catalogue';
import { evaluate } from '../../src/activations/evaluate';
import { analyzeDocument } from '../../src/usages/analyze';
import type { Usage } from '../../src/usages/usage';

interface Measured {
  readonly library: string;
  readonly version: string;
  readonly imports: string;
  readonly inputs: readonly number[];
  readonly calls: Readonly<Record<string, readonly number[]>>;
}

const libraries: readonly Measured[] = JSON.parse(readFileSync(join(__dirname, '../fixtures/libraries/measured.json'), 'utf8'));

/** Keras computes in single precision; no two activations of the catalogue are as near to each other. */
const tolerance = 1e-5;

function valuesOf({ activation, parameters }: Usage, x: readonly number[]): readonly number[] {
  const given = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const kind = findActivation(activation)?.kind;
  const half = x.length / 2;
  const inputs = kind === 'gate' ? x.slice(0, half).map((a, place) => [a, x[half + place] ?? NaN]) : x;
  const evaluations = kind === 'vector' ? [evaluate(activation, given, x)]
    : inputs.map((at) => (typeof at === 'number' ? evaluate(activation, given, at) : evaluate(activation, given, at)));
  return evaluations.flatMap((evaluation) => evaluation?.value ?? NaN);
}

/** How what is read of a line differs from what it gives; undefined where it does not. */
function difference({ imports, inputs }: Measured, call: string, measured: readonly number[]): string | undefined {
  const text = `${imports}\ny = ${call}\n`;
  const { usages } = analyzeDocument({ text });
  const [usage, ...others] = usages.filter(({ form, span }) => form !== 'instance' && span.start > imports.length);
  if (usage === undefined || others.length > 0) return `${call}: ${usages.length === 0 ? 'nothing' : usages.map(({ activation }) => activation).join(', ')}`;
  const values = valuesOf(usage, inputs);
  const isClose = values.length === measured.length && values.every((value, place) => Math.abs(value - measured[place]!) <= tolerance * Math.max(1, Math.abs(value)));
  return isClose ? undefined : `${call}: ${usage.activation} gives ${values.map((value) => value.toPrecision(4)).join(' ')}, not ${measured.map((value) => value.toPrecision(4)).join(' ')}`;
}

describe.each(libraries)('$library $version', (measured) => {
  test('computes what is read of the call', () => {
    expect(Object.entries(measured.calls).flatMap(([call, values]) => difference(measured, call, values) ?? [])).toEqual([]);
  });
});
