/** The page of an activation, generated from its file: what it is, its properties, its names, its pitfalls, its sources. */
import type { Activation, ParameterValues, ScalarActivation, ScalarProperties } from '../activations/activation';
import { citations } from '../activations/citations';
import type { CitationKey } from '../activations/citations';
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { formulaPicture } from '../pictures/formula';
import type { Fit, TypesetFormulas } from '../pictures/formula';
import { miniPlot } from '../pictures/miniPlot';
import { formatInterval, formatNumber, formatRounded, formatShare } from '../pictures/numbers';
import type { Palette } from '../pictures/palette';
import type { Size } from '../pictures/plot';
import { meanSquaredGradient } from '../propagation/gaussian';
import { formatParameter } from './answer';
import { defaultsIn } from './defaults';
import { statisticsOf } from './facts';
import { imageHtml } from './markup';

/** What a page is drawn with, where its reader shows pictures. */
export interface PageLook {
  readonly palette: Palette;
  readonly formulas?: TypesetFormulas;
}

/** Markdown. Without a look formulas are plain text, for terminals. */
export function pageOf(activation: Activation, values: ParameterValues, look?: PageLook): string {
  return [
    `# ${activation.name}`,
    activation.summary,
    ...(look ? [imageHtml(miniPlot(activation, values, look.palette, pageSize))] : []),
    ...formulas(activation, look),
    ...section('Properties', propertyTable(activation, values)),
    ...section('Parameters', parameterTable(activation, values)),
    ...section('Names and defaults in frameworks', nameTable(activation)),
    ...section('Pitfalls', activation.pitfalls.map(({ text, citations: keys = [] }) => `- ${text}${cited(keys)}`).join('\n')),
    ...section('Sources', activation.citations.map((key, index) => `${index + 1}. ${reference(key)}`).join('\n')),
  ].join('\n\n');
}

const pageSize: Size = { width: 520, height: 260 };
const formulaFit: Fit = { fontSize: 16, widest: 620, highest: 80 };

function formulas({ formula, gradient }: Activation, look: PageLook | undefined): string[] {
  const { palette, formulas: typeset } = look ?? {};
  if (!palette || !typeset) return [`    ${formula.plain}\n    ${gradient.plain}`];
  return [
    imageHtml(formulaPicture(typeset.formula, formula.plain, palette, formulaFit)),
    imageHtml(formulaPicture(typeset.gradient, gradient.plain, palette, formulaFit)),
  ];
}

function section(heading: string, content: string): string[] {
  return content === '' ? [] : [`## ${heading}`, content];
}

function propertyTable(activation: Activation, values: ParameterValues): string {
  if (activation.kind !== 'scalar') return '';
  const properties = activation.properties(values);
  const at = Object.keys(values).length > 0 ? ` (${assignments(activation, values)})` : '';
  return table(['Property', `Value${at}`], [
    ['Range', formatInterval(properties.range)],
    ['Gradient range', formatInterval(properties.gradientRange)],
    ['Monotonic', properties.monotonic],
    ['Continuous derivatives', smoothnessWords(properties)],
    ['Saturates', properties.saturates],
    ['Fixed points', fixedPoints(properties)],
    ...statisticsRows(activation, values),
  ]);
}

function assignments(activation: Activation, values: ParameterValues): string {
  return Object.entries(activation.parameters).map(([name, { symbol }]) => `${symbol} = ${formatParameter(values[name])}`).join(', ');
}

function smoothnessWords({ smoothness, kinks }: ScalarProperties): string {
  const places = kinks.length === 0 ? '' : ` (at ${kinks.slice(0, 4).map((kink) => formatNumber(kink)).join(', ')})`;
  switch (smoothness) {
    case -1: return `none: the function jumps${places}`;
    case 0: return `none: the gradient jumps${places}`;
    case 1: return 'the first';
    case 2: return 'the first and second';
    default: return 'all';
  }
}

function fixedPoints({ fixedPoints: points, fixedIntervals = [], fixedPeriod }: ScalarProperties): string {
  if (typeof points === 'string') return points === 'all' ? 'every x' : `every ${points} x`;
  const isolated = points.map((x) => formatNumber(x, 4));
  const repeated = fixedPeriod === undefined ? [] : [`repeating every ${formatNumber(fixedPeriod, 4)}`];
  return [...isolated, ...fixedIntervals.map((interval) => `all of ${formatInterval(interval)}`), ...repeated].join(', ') || 'none';
}

function statisticsRows(activation: ScalarActivation, values: ParameterValues): [string, string][] {
  const { mean, deviation, deadShare } = statisticsOf(activation, values);
  const { kinks } = activation.properties(values);
  const slope = meanSquaredGradient((x) => activation.derivative(x, values), { mean: 0, deviation: 1 }, kinks);
  const rms = Math.hypot(mean, deviation);
  return [
    ['For inputs from N(0, 1): mean, standard deviation', `${formatRounded(mean, 3)}, ${formatRounded(deviation, 3)}`],
    ['Mean squared gradient for N(0, 1)', formatRounded(slope, 3)],
    ...(rms > 0 ? [['Gain that keeps the second moment of N(0, 1)', formatRounded(1 / rms, 3)] as [string, string]] : []),
    ...(deadShare > 0.001 ? [['Inputs from N(0, 1) with gradient 0', formatShare(deadShare)] as [string, string]] : []),
  ];
}

function parameterTable({ parameters }: Activation, values: ParameterValues): string {
  const rows = Object.entries(parameters).map(([name, parameter]) => [
    `\`${name}\` (${parameter.symbol})`, formatParameter(parameter.default), formatParameter(values[name]), parameter.meaning,
  ]);
  return table(['Parameter', 'Default', 'Here', 'Meaning'], rows);
}

/** One row for each framework and form; names that differ in nothing else share it. */
function nameTable(activation: Activation): string {
  const rows = frameworks.flatMap((framework) => (['module', 'function', 'method', 'string'] as const).flatMap((form) => {
    const symbols = framework.symbols.filter((symbol) => symbol.activation === activation.id && symbol.form === form);
    return grouped(symbols, activation).map(([head, names]) => [framework.name, names, form, defaultsOfSymbol(activation, framework, head), head.note ?? '']);
  }));
  return table(['Framework', 'Name', 'Form', 'Default', 'Note'], rows);
}

function grouped(symbols: readonly FrameworkSymbol[], activation: Activation): [FrameworkSymbol, string][] {
  const groups = new Map<string, FrameworkSymbol[]>();
  for (const symbol of symbols) {
    const key = JSON.stringify([Object.keys(activation.parameters).map((name) => symbol.defaults?.[name]), symbol.note, symbol.versioned]);
    groups.set(key, [...(groups.get(key) ?? []), symbol]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [[group[0], names(group)] as [FrameworkSymbol, string]] : []));
}

function names(symbols: readonly FrameworkSymbol[]): string {
  const written = symbols.map(({ name, form }) => (form === 'string' ? `\`"${name}"\`` : `\`${name}\``));
  return [...new Set(written)].slice(0, 6).join(', ');
}

function defaultsOfSymbol(activation: Activation, framework: Framework, symbol: FrameworkSymbol): string {
  return Object.entries(activation.parameters).map(([name, parameter]) => {
    if (symbol.versioned?.includes(name)) return `${parameter.symbol} by version`;
    const value = defaultsIn(activation, name).find((entry) => entry.framework === framework && entry.symbol === symbol)?.value;
    return `${parameter.symbol} = ${formatParameter(value)}`;
  }).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cited(keys: readonly CitationKey[]): string {
  return keys.length === 0 ? '' : ` (${keys.map(link).join(', ')})`;
}

function reference(key: CitationKey): string {
  const { title, authors, andOthers, year, venue, url } = citations[key];
  const by = `${authors.join(', ')}${andOthers ? ' et al.' : ''}`;
  return `${by}. ${url === undefined ? title : `[${title}](${url})`}. ${venue ?? year}.`;
}

function link(key: CitationKey): string {
  const { short, url } = citations[key];
  return url === undefined ? short : `[${short}](${url})`;
}
