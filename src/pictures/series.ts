/**
 * The five series: colour, dash and marker, so that no function is told from another by hue alone. The colours
 * are the defaults of `activationLens.series1` … `5`; people may change those, and the variables then win.
 */
import type { Panel } from './panelCurve';

export type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';
export type Series = 1 | 2 | 3 | 4 | 5;
export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

export const allSeries: readonly Series[] = [1, 2, 3, 4, 5];

/** Lengths of dashes and gaps in pixels. */
export const dashes: Readonly<Record<Series, readonly number[]>> = {
  1: [], 2: [9, 4], 3: [1.5, 4], 4: [9, 4, 1.5, 4], 5: [5, 3],
};

/** Dots are dashes as short as the line is wide, and only round ends make them round. */
export function lineCap(series: Series | undefined): 'round' | 'butt' {
  return series === 3 || series === 4 ? 'round' : 'butt';
}

export const markers: Readonly<Record<Series, Marker>> = {
  1: 'circle', 2: 'square', 3: 'triangle', 4: 'diamond', 5: 'cross',
};

const light: Readonly<Record<Series, string>> = { 1: '#005FB8', 2: '#926715', 3: '#175130', 4: '#7E3660', 5: '#706D66' };

export const seriesDefaults: Readonly<Record<ThemeKind, Readonly<Record<Series, string>>>> = {
  dark: { 1: '#4DAAFC', 2: '#F5B752', 3: '#A7F1C5', 4: '#C682AE', 5: '#CEC9D6' },
  light,
  highContrast: { 1: '#5CC0FF', 2: '#EBA745', 3: '#77F09E', 4: '#F789D2', 5: '#B2AEAC' },
  highContrastLight: light,
};

export const lineWidths: Readonly<Record<Panel, number>> = { output: 2.1, gradient: 1.6, curvature: 1.3 };
/** Of the function in the code. */
export const ownLineWidth = 2.75;

const markersPerCurve = 3;

/** Shares of the width at which a curve of several carries its marker: staggered, so that no two curves carry one at the same place. */
export function markerPlaces(index: number, count: number, panel: Panel): number[] {
  const shift = panel === 'output' ? 0.5 : 0.82;
  return Array.from({ length: markersPerCurve }, (_, k) => ((k + (index + shift) / count) / markersPerCurve) % 1);
}
