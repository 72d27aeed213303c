/** The state and who hears of it: the frame listener before the next paint, the settled listener once the hand rests. */
export interface Store<S> {
  get(): S;
  update(change: (state: S) => S): void;
  /** Draws again although the state is the same: another theme, another size. */
  redraw(): void;
}

interface Listeners<S> {
  frame(state: S, previous: S | undefined): void;
  settled(state: S): void;
}

/** Headline and advice wait this long, so that they do not flicker under a moving slider. */
const restAfter = 150;

export function createStore<S>(initial: S, listeners: Listeners<S>): Store<S> {
  let state = initial;
  let drawn: S | undefined;
  let waiting = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    waiting = false;
    const previous = drawn;
    drawn = state;
    listeners.frame(state, previous);
  };
  const schedule = () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      schedule();
      clearTimeout(rest);
      rest = setTimeout(() => listeners.settled(state), restAfter);
    },
    redraw() {
      drawn = undefined;
      schedule();
    },
  };
}
