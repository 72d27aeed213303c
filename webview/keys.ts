/** Keys of a plot that has the focus: what it knows is done and goes no further, everything else is the page's. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** `keysFor` names letters in lower case; Shift and Alt are for it to look at. */
export function listenToKeys(canvas: HTMLCanvasElement, keysFor: (event: KeyboardEvent) => Keys): void {
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const keys = keysFor(event);
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}
