/**
 * The sources that the product cites, by key. A title, author, year or venue stands here only where it was
 * seen in a source; an unverified part is left out.
 */
export interface Citation {
  readonly title: string;
  /** As a reader cites it: `Hendrycks & Gimpel 2016`. */
  readonly short: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly venue?: string;
  readonly url: string;
}

export const citations = {
  hendrycks2016: {
    title: 'Gaussian Error Linear Units (GELUs)',
    short: 'Hendrycks & Gimpel 2016',
    authors: ['Dan Hendrycks', 'Kevin Gimpel'],
    year: 2016,
    url: 'https://arxiv.org/abs/1606.08415',
  },
} as const satisfies Record<string, Citation>;

export type CitationKey = keyof typeof citations;
