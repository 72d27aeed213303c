/**
 * The messages between the extension host and the Lab. The Lab is a browser page, so each side checks what
 * arrives (`isToHost`, `isToLab` in `guards.ts`) before it acts.
 *
 * The host sends ids, parameters and what it read from the code, never sampled curves: the Lab evaluates
 * functions itself, so that a slider moves them in the same frame.
 */
import type { ParameterValues } from '../activations/activation';
import type { Situation } from '../models/situation';

/** The place in the code that the Lab shows. */
export interface LabUsage {
  readonly activation: string;
  readonly parameters: ParameterValues;
  /** Parameters whose written value is no literal; the default is drawn and said to be assumed. */
  readonly assumed: readonly string[];
  readonly framework: string;
  /** As written: `nn.GELU()`. */
  readonly code: string;
  /** `model.py:42 in FeedForward`. */
  readonly place: string;
}

/** Everything the Lab needs to draw itself anew. */
export interface LabSubject {
  /** Absent when the Lab was opened by name. */
  readonly usage?: LabUsage;
  /** The functions to draw, the one in the code first. One that is no activation is given as an expression of x, with an empty id. */
  readonly curves: readonly { readonly activation: string; readonly parameters: ParameterValues; readonly expression?: string }[];
  readonly situation: Situation;
  readonly following: boolean;
  /** Where to look first. */
  readonly focus?: 'plot' | 'recommendations';
}

export type ToLab =
  | { readonly type: 'subjectChanged'; readonly subject: LabSubject }
  | { readonly type: 'curveAdded'; readonly activation: string; readonly parameters: ParameterValues }
  | { readonly type: 'failed'; readonly message: string };

export type ToHost =
  | { readonly type: 'ready' }
  /** Show the line in the editor. */
  | { readonly type: 'reveal' }
  /** Put this activation in the place of the one in the code; `preview` opens the refactor preview. */
  | { readonly type: 'apply'; readonly activation: string; readonly parameters: ParameterValues; readonly preview: boolean }
  /** Ask the person for a function to add to the plot. */
  | { readonly type: 'pickCurve' }
  | { readonly type: 'follow'; readonly following: boolean }
  | { readonly type: 'openCitation'; readonly key: string }
  /** The Lab's own state, kept so that it can be restored after a reload. */
  | { readonly type: 'copied'; readonly what: 'image' | 'table' };
