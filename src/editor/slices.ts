/** Work in slices, between which the extension host, which all extensions share, does what else there is to do. */

import type { Steps } from '../usages/inSteps';

/** In milliseconds: with a file of ordinary size on top it stays below the 16 of a frame. */
const longest = 8;

export class Slices {
  private worked = 0;
  private resting: Promise<void> | undefined;

  /** Does the work once it is its turn. */
  async run<T>(work: () => T): Promise<T> {
    while (this.worked >= longest) await (this.resting ??= this.rest());
    const begin = performance.now();
    try {
      return work();
    } finally {
      this.worked += performance.now() - begin;
    }
  }

  /** All steps of some work, each once it is its turn. */
  async through<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const { done, value } = await this.run(() => steps.next());
      if (done === true) return value;
    }
  }

  private async rest(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.worked = 0;
    this.resting = undefined;
  }
}
