/** Spells the braces of a glob out, `*.{js,ts}` as `*.js` and `*.ts`: a list of globs may not hold lists. */
export function withoutBraces(glob: string): string[] {
  const open = glob.lastIndexOf('{');
  const close = open < 0 ? -1 : glob.indexOf('}', open);
  if (close < 0) return [glob];
  const choices = glob.slice(open + 1, close).split(',');
  return choices.flatMap((choice) => withoutBraces(glob.slice(0, open) + choice + glob.slice(close + 1)));
}
