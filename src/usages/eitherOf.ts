/** Alternatives of a regular expression, as words with blanks or line breaks between them. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}

/** One expression for several, each of which can be read by itself; all of them have the flags of the first. */
export function eitherOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0]?.flags);
}
