/** The views, in the order of their tabs. */
import { curvesView } from './curves/curvesView';
import { depthView } from './depth/depthView';
import { gateView } from './gate/gateView';
import type { LabState } from './state';
import { understandView } from './understand/understandView';
import { vectorView } from './vector/vectorView';
import type { ViewKind } from './view';

export const views: readonly ViewKind[] = [curvesView, gateView, vectorView, depthView, understandView];

export function viewsOf(state: LabState): readonly ViewKind[] {
  return views.filter((view) => view.fits(state));
}

/** The view that the person chose, while it has something to show. */
export function viewOf(state: LabState): ViewKind | undefined {
  const fitting = viewsOf(state);
  return fitting.find(({ id }) => id === state.view) ?? fitting[0];
}
