/** A parameter's value inside a sentence: at most four significant digits and a true minus. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(4))).replace('-', '−').replace('Infinity', '∞');
}
