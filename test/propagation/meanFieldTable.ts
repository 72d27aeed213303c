/** Mean-field quantities of many functions to 20 digits, computed with 40-digit quadrature. */
import { readFileSync } from 'node:fs';
import type { ParameterValues, ScalarActivation } from '../../src/activations/activation';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';

export interface MeanFieldRow {
  readonly q: number;
  readonly mean: string;
  readonly variance: string;
  readonly secondMoment: string;
  readonly meanSquaredGradient: string;
  readonly meanGradient: string;
  readonly meanSquaredCurvature: string;
  /** Null for functions that jump. */
  readonly secondMomentSlope: string | null;
  /** Left out where no gradient passes at all. */
  readonly edge?: { readonly weights: string; readonly biases: string; readonly slope: string | null };
  readonly keptGradientFactor?: string | null;
}

export interface MeanFieldFunction {
  readonly name: string;
  readonly activation: ScalarActivation;
  readonly parameters: ParameterValues;
  readonly signalGain: string | null;
  readonly gradientGain: string | null;
  readonly moments: readonly MeanFieldRow[];
}

interface Written extends Pick<MeanFieldFunction, 'signalGain' | 'gradientGain' | 'moments'> {
  readonly id: string;
  readonly params: Readonly<Record<string, number | string>>;
}

export function fixture<T>(file: string): T {
  const document: T = JSON.parse(readFileSync(new URL(`../fixtures/propagation/${file}.json`, import.meta.url), 'utf8'));
  return document;
}

/** Names of the table that are no plain respelling of ours. */
const parameterNames: Readonly<Record<string, string>> = {
  negative_slope: 'negativeSlope', alpha_p: 'alphaP', alpha_n: 'alphaN', w0: 'omega', s: 'scale', b: 'bias',
};

/** Of the functions that the catalogue has. */
export const meanFieldFunctions: readonly MeanFieldFunction[] = fixture<readonly Written[]>('meanfield').flatMap(({ id, params, ...truth }) => {
  const activation = findActivation(id.replaceAll('_', '-'));
  if (activation?.kind !== 'scalar') return [];
  const written = Object.entries(params).map(([name, value]) => [name in activation.parameters ? name : parameterNames[name] ?? name, value] as const);
  return [{ name: `${id} ${JSON.stringify(params)}`, activation, parameters: { ...defaultsOf(activation), ...Object.fromEntries(written) }, ...truth }];
});
