/** Which place in the code each panel of the Lab shows, kept over a reload: the page itself knows nothing of files. */
import type * as vscode from 'vscode';
import type { Origin } from './origin';
import type { OwnExpression } from './ownExpression';

const key = 'activationLens.labs';
/** A panel that was not closed in the ordinary way is forgotten once so many others came after it. */
const most = 20;

/** A use of an activation, or a function that was selected. */
export type LabPlace = Origin | OwnExpression;

type Places = readonly (readonly [panel: string, place: LabPlace])[];

export class LabMemory {
  constructor(private readonly memory: vscode.Memento) {}

  recall(panel: string): LabPlace | undefined {
    return this.places().find(([each]) => each === panel)?.[1];
  }

  remember(panel: string, place: LabPlace | undefined): void {
    const others = this.places().filter(([each]) => each !== panel);
    const all: Places = place === undefined ? others : [...others, [panel, place]];
    void this.memory.update(key, all.slice(-most));
  }

  forget(panel: string): void {
    this.remember(panel, undefined);
  }

  private places(): Places {
    return this.memory.get<Places>(key, []);
  }
}
