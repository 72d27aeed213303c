/** Work that may wait until the frame is painted, such as numbers that nobody reads while they run. */
const latest = 100;

/** Does the last of what it was given once the page has a moment to spare, at the latest after a tenth of a second. */
export function createLeisure(): (work: () => void) => void {
  let next: (() => void) | undefined;
  const run = () => {
    const work = next;
    next = undefined;
    work?.();
  };
  return (work) => {
    if (!next) requestIdleCallback(run, { timeout: latest });
    next = work;
  };
}
