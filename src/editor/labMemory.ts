/** Which place in the code each panel of the Lab shows, kept over a reload: the page itself knows nothing of files. */
import type * as vscode from 'vscode';
import type { Origin } from './origin';

const key = 'activationLens.labs';
/** A panel that was not closed in the ordinary way is forgotten once so many others came after it. */
const most = 20;

type Origins = readonly (readonly [panel: string, origin: Origin])[];

export class LabMemory {
  constructor(private readonly memory: vscode.Memento) {}

  recall(panel: string): Origin | undefined {
    return this.origins().find(([each]) => each === panel)?.[1];
  }

  remember(panel: string, origin: Origin | undefined): void {
    const others = this.origins().filter(([each]) => each !== panel);
    const all: Origins = origin === undefined ? others : [...others, [panel, origin]];
    void this.memory.update(key, all.slice(-most));
  }

  forget(panel: string): void {
    this.remember(panel, undefined);
  }

  private origins(): Origins {
    return this.memory.get<Origins>(key, []);
  }
}
