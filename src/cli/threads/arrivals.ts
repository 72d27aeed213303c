/** What arrives in any order and is taken in the order of its places, by one reader. */

export interface Arrivals<T> {
  readonly put: (place: number, value: T) => void;
  /** Whether it is there or was taken. */
  readonly isKnown: (place: number) => boolean;
  /** Waits for the one after the last that was taken. */
  readonly takeNext: () => Promise<T>;
}

export function arrivals<T>(): Arrivals<T> {
  const arrived = new Map<number, { readonly value: T }>();
  let next = 0;
  let wake: () => void = () => undefined;
  return {
    put: (place, value) => {
      arrived.set(place, { value });
      if (place === next) wake();
    },
    isKnown: (place) => place < next || arrived.has(place),
    takeNext: async () => {
      for (;;) {
        const found = arrived.get(next);
        if (found !== undefined) {
          arrived.delete(next++);
          return found.value;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
