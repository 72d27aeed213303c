/** The colours of a figure in each theme, as literals, since no variable of the editor reaches a file. */
import { mixed, palettes } from '../palette';
import { allSeries, seriesDefaults, type Series, type ThemeKind } from '../series';

export interface FigureInk {
  readonly highContrast: boolean;
  readonly background: string;
  readonly secondary: string;
  readonly grid: string;
  readonly zeroLine: string;
  /** Zone edges and the input curve. */
  readonly guide: string;
  readonly hatch: string;
  readonly zoneFill: string | undefined;
  readonly inputsFill: string;
  readonly series: Readonly<Record<Series, { readonly output: string; readonly derivative: string }>>;
}

/** How much of the foreground's or the series' colour is mixed into the background. */
interface Strengths {
  readonly derivative: number;
  readonly guide: number;
  readonly grid: number;
  readonly zeroLine: number;
  readonly hatch: number;
  /** Absent in high contrast, where zones are hatched only. */
  readonly zone: number | undefined;
  readonly inputs: number;
}

export const strengths: Readonly<Record<ThemeKind, Strengths>> = {
  dark: { derivative: 0.72, guide: 0.45, grid: 0.07, zeroLine: 0.3, hatch: 0.12, zone: 0.04, inputs: 0.08 },
  light: { derivative: 0.74, guide: 0.56, grid: 0.075, zeroLine: 0.3, hatch: 0.12, zone: 0.04, inputs: 0.08 },
  highContrast: { derivative: 0.85, guide: 0.9, grid: 0.3, zeroLine: 0.9, hatch: 0.4, zone: undefined, inputs: 0.22 },
  highContrastLight: { derivative: 0.85, guide: 0.9, grid: 0.25, zeroLine: 0.9, hatch: 0.4, zone: undefined, inputs: 0.22 },
};

const backgrounds: Readonly<Record<ThemeKind, string>> = { dark: '#1F1F1F', light: '#FFFFFF', highContrast: '#000000', highContrastLight: '#FFFFFF' };

export function inkOf(kind: ThemeKind): FigureInk {
  const { text, quiet } = palettes[kind];
  const background = backgrounds[kind];
  const { derivative, guide, grid, zeroLine, hatch, zone, inputs } = strengths[kind];
  const shade = (share: number): string => mixed(text, background, share);
  return {
    highContrast: zone === undefined, background, secondary: quiet,
    grid: shade(grid), zeroLine: shade(zeroLine), guide: shade(guide), hatch: shade(hatch),
    zoneFill: zone === undefined ? undefined : shade(zone), inputsFill: shade(inputs),
    series: Object.fromEntries(allSeries.map((series) => {
      const output = seriesDefaults[kind][series];
      return [series, { output, derivative: mixed(output, background, derivative) }];
    })) as Record<Series, FigureInk['series'][Series]>,
  };
}
