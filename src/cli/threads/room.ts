/** Keeps what runs ahead from running too far ahead. */

interface Room {
  /** Waits where there is none. */
  readonly enter: () => Promise<void> | undefined;
  readonly leave: () => void;
}

export function roomFor(most: number): Room {
  let inside = 0;
  let wake: () => void = () => undefined;
  return {
    enter: () => {
      inside += 1;
      return inside <= most ? undefined : new Promise((resolve) => {
        wake = resolve;
      });
    },
    leave: () => {
      inside -= 1;
      if (inside <= most) wake();
    },
  };
}
