/** What a person can change in the view of functions of a vector. */
import type { ParameterValue } from '../../src/activations/activation';
import { exampleLogits } from '../../src/pictures/bars';
import { setParameter, type LabState } from '../state';
import type { ViewContext } from '../view';
import { mostEntries, shownOf } from './shown';
import type { Piece, VectorSettings } from './vectorState';

export interface VectorActions {
  setEntry(index: number, value: number): void;
  setPiece(index: number, change: Partial<Piece>): void;
  add(): void;
  remove(index: number): void;
  showExample(): void;
  setTemperature(temperature: number): void;
  setTarget(target: number): void;
  setX(x: number): void;
  setParameter(name: string, value: ParameterValue): void;
  complain(problem: string): void;
}

/** What a temperature may be; outside of these the numbers say nothing any more. */
export const temperatures = { min: 1e-3, max: 1e3 } as const;

export function vectorActions({ change, complain }: ViewContext): VectorActions {
  const set = (next: (vector: VectorSettings) => Partial<VectorSettings>) => change((state) => ({ ...state, vector: { ...state.vector, ...next(state.vector) } }));
  return {
    setEntry: (index, value) => set(({ logits }) => ({ logits: replaced(logits, index, () => value) })),
    setPiece: (index, part) => set(({ pieces }) => ({ pieces: replaced(pieces, index, (piece) => ({ ...piece, ...part })) })),
    add: () => change((state) => ({ ...state, vector: grown(state) })),
    remove: (index) => set(({ logits, pieces, target }) => ({
      logits: without(logits, index), pieces: without(pieces, index), target: target > index ? target - 1 : target,
    })),
    showExample: () => change((state) => withTemperature({ ...state, vector: { ...state.vector, logits: exampleLogits } }, 1)),
    setTemperature: (temperature) => change((state) => withTemperature(state, temperature)),
    setTarget: (target) => set(() => ({ target })),
    setX: (x) => set(() => ({ x })),
    setParameter: (name, value) => change((state) => withParameter(state, name, value)),
    complain,
  };
}

/** Logits and pieces are kept equally many, so that either can be looked at next. */
function grown({ vector }: LabState): VectorSettings {
  const { logits, pieces } = vector;
  return {
    ...vector,
    logits: logits.length < mostEntries ? [...logits, 0] : logits,
    pieces: pieces.length < mostEntries ? [...pieces, { weight: 0, bias: 0 }] : pieces,
  };
}

function withTemperature(state: LabState, temperature: number): LabState {
  return shownOf(state).temperatureParameter && shownOf(state).curve
    ? withParameter(state, 'temperature', temperature)
    : { ...state, vector: { ...state.vector, temperature } };
}

function withParameter(state: LabState, name: string, value: ParameterValue): LabState {
  const key = shownOf(state).curve?.key;
  return key === undefined ? state : setParameter(state, key, name, value);
}

function replaced<T>(list: readonly T[], index: number, change: (item: T) => T): T[] {
  return list.map((item, i) => (i === index ? change(item) : item));
}

/** One always stays. */
function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.length > 1 ? list.filter((_, i) => i !== index) : list;
}
