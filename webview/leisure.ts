/** Work that may wait until the frame is painted, such as numbers that take longer to know than a picture. */
const latest = 100;

/** Does the last of what it was given once the page has a moment to spare: after every frame of a fast machine, at the latest after a tenth of a second. */
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
