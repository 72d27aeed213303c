/** What the person set of the Depth view: plain data, kept over a reload. */
import type { InitialisationName } from '../../src/propagation/initialisation';
import { plainStacking, type Stacking } from '../../src/propagation/stacking';

export type InitialisationChoice =
  | { readonly kind: InitialisationName }
  /** Weights of standard deviation gain/√width. */
  | { readonly kind: 'gain'; readonly gain: number }
  /** That of the function itself, with its parameters as they are now. */
  | { readonly kind: 'edge' };

export interface DepthSettings {
  /** Absent while it is what is known of the model. */
  readonly layers: number | undefined;
  readonly width: number | undefined;
  /** By the keys of the curves; the others have their default. */
  readonly initialisations: Readonly<Record<string, InitialisationChoice>>;
  /** The layer that is pointed at; absent while the table shows both ends. */
  readonly layer: number | undefined;
  readonly stacking: Stacking;
  /** Whether networks of finite width are simulated. */
  readonly spread: boolean;
}

export const initialDepth: DepthSettings = { layers: undefined, width: undefined, initialisations: {}, layer: undefined, stacking: plainStacking, spread: true };

export const layerLimits = { min: 2, max: 1000, slider: 100 } as const;
export const widthLimits = { min: 8, max: 1024 } as const;
export const gainLimits = { min: 0.01, max: 100 } as const;
export const inputLimits = { min: 0.0001, max: 10_000 } as const;

/** What Reset takes back; where one looks is no change. */
export function depthChanges({ layers, width, initialisations, stacking }: DepthSettings): unknown {
  return [layers, width, initialisations, stacking];
}

export function withoutCurve(depth: DepthSettings, key: number): DepthSettings {
  const { [key]: _, ...initialisations } = depth.initialisations;
  return { ...depth, initialisations };
}

export function isDepthSettings(value: unknown): value is DepthSettings {
  if (!isBag(value)) return false;
  const { layers, width, initialisations, layer, spread, stacking } = value;
  return (layers === undefined || isWithin(layers, layerLimits))
    && (width === undefined || isWithin(width, widthLimits))
    && isBag(initialisations) && Object.values(initialisations).every(isChoice)
    && (layer === undefined || isWithin(layer, { min: 1, max: layerLimits.max }))
    && typeof spread === 'boolean' && isStacking(stacking);
}

function isStacking(value: unknown): boolean {
  return isBag(value) && typeof value['residual'] === 'boolean'
    && typeof value['input'] === 'number' && value['input'] >= inputLimits.min && value['input'] <= inputLimits.max;
}

const kinds: Readonly<Record<InitialisationChoice['kind'], true>> = { he: true, xavier: true, lecun: true, pytorch: true, gain: true, edge: true };

function isChoice(value: unknown): boolean {
  if (!isBag(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(kinds, value['kind'])) return false;
  return value['kind'] !== 'gain' || (typeof value['gain'] === 'number' && value['gain'] >= gainLimits.min && value['gain'] <= gainLimits.max);
}

function isWithin(value: unknown, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
