/**
 * The messages between the extension host and the Lab. The Lab is a browser page, so each side checks what
 * arrives (`isToHost`, `isToLab` in `guards.ts`) before it acts.
 *
 * The host sends ids, parameters and what it read from the code, never sampled curves: the Lab evaluates
 * functions itself, so that a slider moves them in the same frame.
 */
import type { ParameterValues } from '../activations/activation';
import type { Understanding } from '../explanations/blocks';
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
  /** Where the layer that is called here is made, and so replaced: `line 12`. */
  readonly madeAt?: string;
}

/** The model around a use, as far as the file says: a stack of hidden layers with activations. */
export interface LabModel {
  /** Its class, where it has one of its own. */
  readonly name?: string;
  /** How many hidden layers with an activation a value passes. */
  readonly layers: number;
  /** Their activations, the most frequent first. */
  readonly activations: readonly { readonly activation: string; readonly count: number }[];
  /** The number of units, where all of them have the same. */
  readonly width?: number;
  /** How its hidden layers start: with weights of the standard deviation gain/√width, and the name that this has. */
  readonly start?: { readonly gain: number; readonly name?: 'he' | 'xavier' | 'lecun'; readonly code: string };
  /** Where it was read: `model.py`. */
  readonly file: string;
}

/** Everything the Lab needs to draw itself anew. */
export interface LabSubject {
  /** Absent when the Lab was opened by name. */
  readonly usage?: LabUsage;
  /** Where a configuration asks for it: `model.yaml:7 in model.act_cfg`. */
  readonly place?: string;
  /** The functions to draw, the one in the code first. One that is no activation is given as an expression of x, with an empty id. */
  readonly curves: readonly { readonly activation: string; readonly parameters: ParameterValues; readonly expression?: string }[];
  readonly situation: Situation;
  /** Absent where the file does not say how deep its model is. */
  readonly model?: LabModel;
  readonly following: boolean;
  /** The panel keeps what it shows: what is plotted next opens in another. */
  readonly pinned?: boolean;
  /** What the host knows the panel by, also after a reload. */
  readonly panel?: string;
  /** Where to look first; it is told once, and no part of what is shown. */
  readonly focus?: 'plot' | 'recommendations' | 'understand';
}

export type ToLab =
  | { readonly type: 'subjectChanged'; readonly subject: LabSubject }
  | { readonly type: 'curveAdded'; readonly activation: string; readonly parameters: ParameterValues }
  /** The query of a link: a view of the functions that were told before. */
  | { readonly type: 'linked'; readonly query: string }
  /** The page that was asked for. */
  | { readonly type: 'understood'; readonly understanding: Understanding }
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
  /** The person changed something, which stays until the code is asked for again. */
  | { readonly type: 'stay' }
  /** Ask for all there is to say of an activation with these parameters. */
  | { readonly type: 'understand'; readonly activation: string; readonly parameters: ParameterValues }
  | { readonly type: 'openCitation'; readonly key: string }
  | { readonly type: 'insert'; readonly activation: string; readonly parameters: ParameterValues }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** Which functions are shown by now, for the panel's title. */
  | { readonly type: 'showing'; readonly functions: readonly string[] }
  | { readonly type: 'copied'; readonly what: Copied }
  /** The host alone knows by which address links reach it. */
  | { readonly type: 'copyLink'; readonly query: string }
  /** To be saved where the person says; `data` is the text of the file, or base64 of a picture in pixels. */
  | { readonly type: 'export'; readonly format: ExportFormat; readonly name: string; readonly data: string };

export type Copied = 'image' | 'table' | 'value' | 'formula' | 'code';
export type ExportFormat = 'png' | 'svg' | 'csv';

export type { Understanding, Section, Block, Item, Claim, Row, FormulaBlock } from '../explanations/blocks';
