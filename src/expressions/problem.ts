/** What is wrong with an expression, in words, and where. */
export interface Problem {
  readonly words: string;
  /** The place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Thrown inside the reader alone; `parseExpression` hands the problem on as a value. */
export class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.words);
  }
}

export function refuse(words: string, { start, end }: { readonly start: number; readonly end: number }): never {
  throw new Unreadable({ words, start, end });
}
