/** How the plot of curves shows them: on which axes, and as they are or less one of them. */
import type { Panel } from '../../src/pictures/panelCurve';
import type { ScaleKind } from '../../src/pictures/scales';

/** What the drop-down of the axes offers; gradients alone may shrink over many powers of ten. */
export const axesChoices = {
  linear: 'Linear', log: 'Log', symlog: 'Symlog', 'log-gradient': 'Log f′ only',
} as const;

export type Axes = keyof typeof axesChoices;

export interface PlotSettings {
  readonly axes: Axes;
  /** Whether each function is shown less the one in the code. */
  readonly difference: boolean;
}

export const plotDefaults: PlotSettings = { axes: 'linear', difference: false };

/** A second derivative changes its sign nearly everywhere, so that only a logarithm on both sides of zero shows it. */
export function scaleKindOf(axes: Axes, panel: Panel): ScaleKind {
  if (axes === 'log-gradient') return panel === 'gradient' ? 'log' : 'linear';
  return axes === 'log' && panel === 'curvature' ? 'symlog' : axes;
}

export function isAxes(value: unknown): value is Axes {
  return typeof value === 'string' && Object.hasOwn(axesChoices, value);
}
