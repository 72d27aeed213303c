/** Work that may wait until the frame is painted, such as numbers that nobody can read while they run. */
const pause = 50;
const latest = 100;

/** Does the last of what it was given, now and then while more comes: when the page has a moment to spare, or a moment later. */
export function createLeisure(): (work: () => void) => void {
  let next: (() => void) | undefined;
  const run = () => {
    const work = next;
    next = undefined;
    work?.();
  };
  return (work) => {
    if (!next) setTimeout(() => requestIdleCallback(run, { timeout: latest }), pause);
    next = work;
  };
}
