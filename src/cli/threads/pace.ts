/** When more threads are worth it: each needs a while to load the program and, with the first files, to make it fast. */

/** In milliseconds of reading: a pace that is told sooner says too little. */
const patience = 60;
/** In milliseconds: a thread that shares less than this is barely there when the work is done. */
const worthAThread = 300;

interface Pace {
  readonly begin: () => void;
  readonly end: () => void;
  /** How many threads beside this one are worth it for so many further files, if they are as the ones before. */
  readonly threadsFor: (files: number) => number;
}

/** Measures what is between `begin` and `end`, once for each file. */
export function newPace(now: () => number = Date.now): Pace {
  let [files, busy, begun] = [0, 0, 0];
  return {
    begin: () => {
      begun = now();
    },
    end: () => {
      files += 1;
      busy += now() - begun;
    },
    threadsFor: (further) => (busy < patience ? 0 : Math.floor((further * busy) / files / worthAThread)),
  };
}
