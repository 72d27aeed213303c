/** The page of an activation in parts, without a form: the Lab shows them as elements. Texts are our own sentences, in which backticks mark code. */
import type { CitationKey } from '../activations/citations';

export interface Understanding {
  readonly activation: string;
  readonly title: string;
  /** What it does in one line, without its name, and what it is. */
  readonly answer: string;
  readonly summary: string;
  readonly formulas: readonly FormulaBlock[];
  /** What the letters of the formulas mean, and what is to be seen in the plot. */
  readonly symbols: readonly string[];
  readonly seen: readonly string[];
  readonly sections: readonly Section[];
}

export interface FormulaBlock {
  readonly plain: string;
  readonly mathml?: string;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Beside the section where there is room, else below it. */
  readonly notes: readonly string[];
}

export type Block =
  | { readonly kind: 'facts'; readonly head: string; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  | { readonly kind: 'sources'; readonly keys: readonly CitationKey[] };

export interface Row {
  readonly cells: readonly string[];
  /** Whether the row is one to notice: it starts from other values than the page is about. */
  readonly differs?: boolean;
}

export interface Item {
  /** In bold, before the text. */
  readonly lead?: string;
  readonly text: string;
  readonly mark?: 'warning';
  /** How strong the evidence is. */
  readonly strength?: string;
  readonly citations?: readonly CitationKey[];
}

/** What is said, and what is right. */
export interface Claim {
  readonly said: string;
  readonly instead: string;
  readonly basis: string;
  readonly citations: readonly CitationKey[];
}
