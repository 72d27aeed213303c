/** What a view of the Lab is: a tab, and what stands under it. `views.ts` lists them in the order of the tabs. */
import type { ToHost, Understanding } from '../src/protocol/messages';
import type { Heading } from './headline';
import type { LabState, ViewId } from './state';
import type { Store } from './store';
import type { Theme } from './theme';

export interface ViewContext {
  readonly store: Store<LabState>;
  post(message: ToHost): void;
  /** For changes by hand, which the code does not say. */
  change(next: (state: LabState) => LabState): void;
  /** Says in place what could not be done. */
  complain(problem: string): void;
  /** Says for screen readers what has changed. */
  announce(text: string): void;
  /** Copies what is shown, as the button of the bar does. */
  copy(): void;
  /** Asks for a function to compare with. */
  pickCurve(): void;
}

export interface LabView {
  readonly element: HTMLElement;
  /** What belongs to the view and stands beside it, above the recommendations. */
  readonly aside?: HTMLElement;
  /** Draws the state; `previous` is absent when all must be drawn anew, in another theme or size. */
  update(state: LabState, previous: LabState | undefined, theme: Theme): void;
  /** The picture or, in the table view, its numbers; false where the clipboard is closed. Absent where there is nothing to copy. */
  copy?(state: LabState, theme: Theme): Promise<boolean>;
  /** What is shown as a file: a drawing, a picture of twice the screen's size as base64, the numbers. Absent where there is none. */
  svg?(state: LabState, theme: Theme): string;
  png?(theme: Theme): string | undefined;
  csv?(state: LabState, theme: Theme): string;
  /** The exact value under the crosshair. */
  value?(state: LabState): number | undefined;
  /** The page that it asked the host for. */
  understood?(understanding: Understanding): void;
  /** Puts the keyboard into the field of a parameter. */
  editParameter?(key: number, name: string): void;
}

export interface ViewKind {
  readonly id: ViewId;
  title(state: LabState): string;
  /** Whether it has something to show of this state; the first view that does is shown first. */
  fits(state: LabState): boolean;
  /** Its picture has a table of numbers to change to. */
  readonly canTabulate: boolean;
  /** The sentence on top and the one under it, where the view has its own. */
  heading?(state: LabState): Heading | undefined;
  /** Made when it is first shown. */
  create(context: ViewContext): LabView;
}
