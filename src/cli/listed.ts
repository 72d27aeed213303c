/** Names in a sentence: `text, json and csv`. */
export function listed(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const before = names.slice(0, -1).join(', ');
  return before === '' ? names.join('') : `${before} ${word} ${names.at(-1) ?? ''}`;
}
