/** Remembers the last answer for each object: state is immutable, so the same object always gives the same answer. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** As `memo`, for an answer that also depends on things that are compared by their text. */
export function memoWith<K extends object, D, V>(compute: (key: K, detail: D) => V): (key: K, detail: D) => V {
  const known = new WeakMap<K, { readonly detail: string; readonly value: V }>();
  return (key, detail) => {
    const text = JSON.stringify(detail);
    const found = known.get(key);
    if (found?.detail === text) return found.value;
    const value = compute(key, detail);
    known.set(key, { detail: text, value });
    return value;
  };
}
