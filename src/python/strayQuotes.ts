/** Where the triple quotes stand that make no sense, or -1. */
export function findStrayQuote(_text: string): number {
  return -1;
}
