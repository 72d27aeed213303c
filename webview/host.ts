/** The other side: VS Code's extension host, reached by messages alone. */
import { isToLab } from '../src/protocol/guards';
import type { ToHost, ToLab } from '../src/protocol/messages';
import { restored } from './restored';
import type { LabState } from './state';

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
