/** The other side: VS Code's extension host, reached by messages alone. */
import { isLabSubject, isToLab } from '../src/protocol/guards';
import type { LabSubject, ToHost, ToLab } from '../src/protocol/messages';
import { restored } from './restored';
import { emptySubject, type LabState } from './state';

interface VsCode {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: LabState): void;
}

declare function acquireVsCodeApi(): VsCode;

export interface Host {
  post(message: ToHost): void;
  load(): LabState | undefined;
  save(state: LabState): void;
}

/** May be called once a page, as VS Code allows. */
export function connect(receive: (message: ToLab) => void): Host {
  const vscode = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isToLab(event.data)) receive(event.data);
  });
  return {
    post: (message) => vscode.postMessage(message),
    load: () => restored(vscode.getState()),
    save: (state) => vscode.setState(state),
  };
}

/** What the page was made to begin with. */
export function subjectIn(root: HTMLElement): LabSubject {
  const subject: unknown = JSON.parse(root.dataset['subject'] ?? 'null');
  return isLabSubject(subject) ? subject : emptySubject;
}
