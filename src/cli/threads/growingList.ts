/** A list that is read while it grows. */

export interface GrowingList<T> {
  /** As far as it is known. */
  readonly items: readonly T[];
  readonly add: (items: readonly T[]) => void;
  readonly end: () => void;
  /** Waits until there is one; nothing behind the end of the list. */
  readonly at: (place: number) => Promise<T | undefined>;
}

export function growingList<T>(): GrowingList<T> {
  const items: T[] = [];
  let isComplete = false;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const each of woken) each();
  };
  return {
    items,
    add: (more) => {
      for (const item of more) items.push(item);
      wake();
    },
    end: () => {
      isComplete = true;
      wake();
    },
    at: async (place) => {
      while (place >= items.length && !isComplete) await new Promise<void>((resolve) => waiting.push(resolve));
      return items[place];
    },
  };
}
