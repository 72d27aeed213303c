/** What a plot was asked for: its options, checked against each other. */
import type { Panel } from '../pictures/panelCurve';
import type { Range } from '../pictures/ranges';

const plotThemes = ['light', 'dark'] as const;

export interface PlotCommand {
  readonly kind: 'plot';
  /** As they were written: `leaky-relu:negativeSlope=0.2`. */
  readonly functions: readonly string[];
  /** Where the picture goes; standard output where it is missing. */
  readonly output: string | undefined;
  readonly format: 'svg' | 'csv';
  readonly theme: (typeof plotThemes)[number];
  readonly range: Range | undefined;
  readonly panels: readonly Panel[];
  /** Without the inputs and the zones of saturation. */
  readonly isBare: boolean;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export const plotOptions = {
  output: { type: 'string', short: 'o' },
  csv: { type: 'boolean' },
  theme: { type: 'string' },
  range: { type: 'string' },
  gradient: { type: 'boolean' },
  'no-gradient': { type: 'boolean' },
  second: { type: 'boolean' },
  bare: { type: 'boolean' },
  width: { type: 'string' },
  height: { type: 'string' },
} as const;

type Options = typeof plotOptions;
type PlotValues = { readonly [Name in keyof Options]?: Options[Name] extends { type: 'string' } ? string | undefined : boolean | undefined };

const sizes = { least: 160, most: 10_000 };
/** What the Lab zooms to, no nearer and no farther. */
const widths = { least: 1e-6, most: 1e6 };

/** The command, or what is wrong with it. */
export function readPlot(functions: readonly string[], values: PlotValues): PlotCommand | string {
  if (functions.length === 0) return 'Say which functions to plot: gelu, silu, leaky-relu:negativeSlope=0.2.';
  if (values.gradient === true && values['no-gradient'] === true) return 'Say --gradient or --no-gradient.';
  const theme = plotThemes.find((each) => each === (values.theme ?? 'light'));
  if (theme === undefined) return `There is no theme '${values.theme ?? ''}'; there are light and dark.`;
  const range = values.range === undefined ? undefined : readRange(values.range);
  if (typeof range === 'string') return range;
  const [width, height] = [readSize('width', values.width), readSize('height', values.height)];
  if (typeof width === 'string') return width;
  if (typeof height === 'string') return height;
  const format = formatOf(values);
  if (format === undefined) return `A plot is written as SVG, or with --csv as numbers: ${values.output ?? ''} has another ending.`;
  return {
    kind: 'plot', functions, output: values.output, format, theme, range, width, height,
    panels: ['output', ...(values['no-gradient'] === true ? [] : ['gradient' as const]), ...(values.second === true ? ['curvature' as const] : [])],
    isBare: values.bare === true,
  };
}

/** Nothing for the ending of a file that would hold something else. */
function formatOf({ output, csv }: PlotValues): PlotCommand['format'] | undefined {
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  if (csv === true) return ending === 'svg' ? undefined : 'csv';
  if (ending === 'csv') return 'csv';
  return ending === undefined || ending === 'svg' ? 'svg' : undefined;
}

function readRange(text: string): Range | string {
  const ends = text.replaceAll('\u2212', '-').split(':').map((end) => (end.trim() === '' ? NaN : Number(end)));
  const [min = NaN, max = NaN] = ends;
  const span = max - min;
  if (ends.length !== 2 || !Number.isFinite(span) || span <= 0) return `--range takes two numbers, the smaller first, such as -5:5, not '${text}'.`;
  return span < widths.least || span > widths.most ? `--range may span from ${widths.least} to ${widths.most}.` : { min, max };
}

function readSize(name: string, text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const size = Number(text);
  const isFitting = Number.isInteger(size) && size >= sizes.least && size <= sizes.most;
  return isFitting ? size : `--${name} takes whole pixels from ${sizes.least} to ${sizes.most}, not '${text}'.`;
}

/** A range mostly begins with a minus, which would be taken for an option of its own. */
export function withJoinedRange(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const isRange = (at: number): boolean => words[at] === '--range' && /^-[\d.]/.test(words[at + 1] ?? '');
    if (isRange(i - 1)) return [];
    return [isRange(i) ? `--range=${words[i + 1] ?? ''}` : word];
  });
}
