/** Work that is done in steps, between which others may work. */
export type Steps<T> = Generator<void, T>;

/** All steps, one right after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
