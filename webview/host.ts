/** The other side: VS Code's extension host, reached by messages alone. */
import { isLabSubject, isParameterValues, isSituation, isToLab } from '../src/protocol/guards';
import type { ToHost, ToLab } from '../src/protocol/messages';
import { stateOf, type LabState } from './state';

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

/** A state of another version, or one that was tampered with, is dropped as a whole. */
function restored(stored: unknown): LabState | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const state = stored as Partial<Record<keyof LabState, unknown>>;
  if (!isLabSubject(state.subject) || !isSituation(state.situation) || !hasCurves(state.curves)) return undefined;
  const fresh = stateOf(state.subject);
  const matching = Object.entries(fresh).every(([name, value]) => isLike(value, state[name as keyof LabState]));
  return matching && state.curves.length > 0 ? { ...fresh, ...(stored as LabState) } : undefined;
}

function hasCurves(curves: unknown): curves is readonly unknown[] {
  return Array.isArray(curves) && curves.every((curve: unknown) => typeof curve === 'object' && curve !== null
    && 'activation' in curve && typeof curve.activation === 'string'
    && 'parameters' in curve && isParameterValues(curve.parameters)
    && 'original' in curve && isParameterValues(curve.original));
}

/** Fields that start out absent may be anything JSON holds; the others keep their type. */
function isLike(fresh: unknown, stored: unknown): boolean {
  return fresh === undefined || stored === undefined ? true : typeof fresh === typeof stored;
}
