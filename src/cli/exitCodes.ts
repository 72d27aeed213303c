/** What the program ends with where nobody ended it. */
export const exitCodes = { clean: 0, findings: 1, misusedOrSkipped: 2 } as const;
