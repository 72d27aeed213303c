/** How deep and wide the network is that is looked at, and how that is known. */
import { findActivation } from '../../src/activations/catalogue';
import type { Sureness } from '../../src/models/situation';
import type { LabModel } from '../../src/protocol/messages';
import type { LabState } from '../state';
import { layerLimits, widthLimits } from './settings';

/** In a plain network of so many layers the differences show, and many models have about as many. */
const assumedLayers = 20;
const assumedWidth = 256;

export interface KnownSize {
  readonly value: number;
  readonly sureness: Sureness;
  /** `12 hidden layers with GELU, read from model.py` */
  readonly words: string;
}

/** What the person corrected comes before what was read, and that before a convention. */
export function knownLayers({ situation, subject }: LabState): KnownSize {
  const { depth } = situation;
  if (depth?.sureness === 'corrected') return sized(depth.value, 'corrected', `${layersText(depth.value)}, as you said`);
  if (subject.model) return sized(subject.model.layers, 'read', modelText(subject.model));
  if (depth) return sized(depth.value, depth.sureness, `${layersText(depth.value)}, ${likelihood(depth.sureness)}${depth.evidence ? ` from ${depth.evidence.text}` : ''}`);
  return sized(assumedLayers, 'guess', `${layersText(assumedLayers)}, assumed`);
}

export function knownWidth({ subject: { model } }: LabState): number {
  return within(model?.width ?? assumedWidth, widthLimits);
}

export function layersOf(state: LabState): number {
  return state.depth.layers ?? knownLayers(state).value;
}

export function widthOf(state: LabState): number {
  return state.depth.width ?? knownWidth(state);
}

/** A model of one layer has no depth to look at, and the largest ones are cut where a simulation ends. */
function sized(value: number, sureness: Sureness, words: string): KnownSize {
  return { value: within(Math.round(value), layerLimits), sureness, words };
}

function within(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(max, Math.max(min, value));
}

function likelihood(sureness: Sureness): string {
  return { read: 'read', likely: 'likely', guess: 'a guess', corrected: 'as you said' }[sureness];
}

function layersText(layers: number): string {
  return `${layers} hidden ${layers === 1 ? 'layer' : 'layers'}`;
}

/** `12 hidden layers with GELU in Encoder, read from model.py` */
function modelText({ name, layers, activations, file }: LabModel): string {
  return `${layersText(layers)} with ${activationsText(activations)}${name === undefined ? '' : ` in ${name}`}, read from ${file}`;
}

/** `GELU`, and for a mixture `11 GELU and 1 Tanh`. */
function activationsText(activations: readonly { readonly activation: string; readonly count: number }[]): string {
  const name = (id: string) => findActivation(id)?.name ?? id;
  const [only, ...others] = activations;
  if (only && others.length === 0) return name(only.activation);
  const counted = activations.map(({ activation, count }) => `${count} ${name(activation)}`);
  return [counted.slice(0, -1).join(', '), counted.at(-1)].join(' and ');
}
