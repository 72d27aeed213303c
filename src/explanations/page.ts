/** The page of an activation, generated from its file: what it is, its properties, its names, its pitfalls, its sources. */
import type { Activation, ParameterValue, ParameterValues, ScalarActivation, ScalarProperties } from '../activations/activation';
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

const pageSize: Size = { width: 440, height: 240 };
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
  const rms = Math.hypot(mean, deviation);
  if (!Number.isFinite(rms)) return [];
  const slope = meanSquaredGradient((x) => activation.derivative(x, values), { mean: 0, deviation: 1 }, kinks);
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

/** A name under which a framework has the activation, with the argument that picks it where one must be written. */
interface Naming {
  readonly framework: Framework;
  readonly written: string;
  readonly defaults: string;
  readonly note?: string;
}

/** One row for each framework and set of defaults, then what the frameworks' names are to be known for. */
function nameTable(activation: Activation): string {
  const namings = namingsOf(activation);
  const hasParameters = Object.keys(activation.parameters).length > 0;
  const rows = groupedBy(namings, ({ framework, defaults }) => `${framework.id} ${defaults}`).map((group) => [
    group[0]?.framework.name ?? '',
    [...new Set(group.map(({ written }) => written))].slice(0, 8).join(', '),
    ...(hasParameters ? [group[0]?.defaults ?? ''] : []),
  ]);
  const notes = new Set(namings.flatMap(({ framework, written, note }) => (note ? [`- ${framework.name}, ${written}: ${note}`] : [])));
  const firstOfNote = [...notes].filter((note, index, all) => all.findIndex((other) => noteText(other) === noteText(note)) === index);
  const parts = [table(['Framework', 'Names', ...(hasParameters ? ['Default'] : [])], rows), firstOfNote.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function noteText(line: string): string {
  return line.slice(line.indexOf(': '));
}

function namingsOf(activation: Activation): Naming[] {
  return frameworks.flatMap((framework) => framework.symbols.flatMap((symbol): Naming[] => {
    const note = symbol.note === undefined ? {} : { note: symbol.note };
    const name = nameOf(symbol);
    if (symbol.activation === activation.id) return [{ framework, written: name, defaults: defaultsOfSymbol(activation, framework, symbol), ...note }];
    return (symbol.variants ?? [])
      .filter((variant) => variant.activation === activation.id && variant.equals !== undefined)
      .map((variant) => ({ framework, written: `${name} with \`${variant.argument}=${literal(variant.equals)}\``, defaults: '' }));
  }));
}

function nameOf({ name, form }: FrameworkSymbol): string {
  if (form === 'string') return `\`"${name}"\``;
  return form === 'method' ? `\`.${name}()\`` : `\`${name}\``;
}

function literal(value: ParameterValue | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function defaultsOfSymbol(activation: Activation, framework: Framework, symbol: FrameworkSymbol): string {
  return Object.entries(activation.parameters).flatMap(([name, parameter]) => {
    if (symbol.versioned?.includes(name)) return [`${parameter.symbol} by version`];
    const known = defaultsIn(activation, name).find((entry) => entry.framework === framework && entry.symbol === symbol);
    return known ? [`${parameter.symbol} = ${formatParameter(known.value)}`] : [];
  }).join(', ');
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
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
