/** Answers that depend on a name alone, kept from text to text. */

const mostKept = 1 << 14;

/** `find` hears each name once, as long as they are not too many. */
export function byName<T>(find: (name: string) => T): (name: string) => T {
  let known = new Map<string, { readonly answer: T }>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found.answer;
    if (known.size === mostKept) known = new Map();
    const copy = copied(name);
    const answer = find(copy);
    known.set(copy, { answer });
    return answer;
  };
}

/** A name is a slice of its text, and the slice alone would keep all of the text in memory. */
function copied(name: string): string {
  return Array.from(name).join('');
}
