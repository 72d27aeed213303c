/** The page that `explain` prints. */
import type { Parameter, ParameterValues, ScalarActivation } from '../activations/activation';
import { citations } from '../activations/citations';
import { answerAt } from '../activations/domain';
import { choicesAmong, sharedFacts } from '../explanations/forms';
import { barRows } from '../pictures/bars';
import { formatNumber } from '../pictures/numbers';
import type { Explained } from './lookup';
import { namesIn, type FrameworkNames } from './frameworkNames';
import { plot } from './braille';
import { wrap, type Terminal } from './terminal';

export function explainPage(explained: Explained, terminal: Terminal): string {
  const { activation, values } = explained;
  const open = openIn(explained);
  const sections = [
    heading(explained, terminal),
    [`  ${activation.formula.plain}`, `  ${activation.gradient.plain}`],
    open.length > 0 ? [] : picture(explained, terminal),
    section('Parameters', parameterLines(explained, terminal), terminal),
    section('Properties', sharedFacts(activation, values, open).flatMap((fact) => wrap(fact, terminal.width, '  ')), terminal),
    section('In frameworks', frameworkLines(namesIn(activation), terminal), terminal),
    section('Pitfalls', activation.pitfalls.flatMap(({ text }) => wrap(withoutBackticks(text), terminal.width, '  • ')), terminal),
    section('Sources', activation.citations.flatMap((key) => sourceLines(key, terminal)), terminal),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function heading(explained: Explained, { width, paint }: Terminal): string[] {
  const { activation } = explained;
  const mark = `${activation.id} · ${activation.family}`;
  const gap = ' '.repeat(Math.max(2, width - activation.name.length - mark.length));
  return [
    `${paint('bold', activation.name)}${gap}${paint('dim', mark)}`,
    ...wrap(activation.summary, width),
    ...wrap(answerLine(explained), width).filter((line) => line !== ''),
  ];
}

/** The forms among which the version decides. */
function openIn({ activation, symbol }: Explained): readonly string[] {
  return choicesAmong(activation, symbol?.versioned ?? []);
}

/** What it is at the values shown; nothing where the summary has said it already. */
function answerLine(explained: Explained): string {
  const { activation, values, symbol } = explained;
  const needed = symbol?.arguments.filter(({ parameter, required }) => parameter !== undefined && required === true) ?? [];
  if (symbol !== undefined && needed.length > 0) return `${symbol.name} has to be given ${needed.map(({ name }) => name).join(' and ')}. ${symbol.note ?? ''}`.trim();
  if (symbol !== undefined && openIn(explained).length > 0) return `${symbol.name} has several forms. ${symbol.note ?? ''}`.trim();
  const answer = withoutValues(answerAt(activation, values));
  if (symbol !== undefined) return `As ${symbol.name} it ${answer} ${symbol.note ?? ''}`.trim();
  return Object.keys(activation.parameters).length > 0 ? `By default it ${answer}` : '';
}

/** `with α = 0 is ReLU` as it follows a pronoun. */
function withoutValues(answer: string): string {
  return answer.replace(/^with .*? (?=is )/, '');
}

function picture({ activation, values }: Explained, terminal: Terminal): string[] {
  switch (activation.kind) {
    case 'scalar': return curves(activation, values, terminal);
    case 'gate': return [];
    case 'vector': return bars(barRows(activation, values), terminal);
  }
}

function curves(activation: ScalarActivation, values: ParameterValues, { width, paint }: Terminal): string[] {
  const panelWidth = Math.min(34, Math.floor((width - 6) / 2));
  const f = plot({ title: 'f', f: (x) => activation.value(x, values) }, panelWidth, 6, formatNumber);
  const slope = plot({ title: 'f′', f: (x) => activation.derivative(x, values) }, panelWidth, 6, formatNumber);
  return [
    ...f.map((row, i) => `  ${paint(i === 0 ? 'dim' : 'blue', row)}  ${paint(i === 0 ? 'dim' : 'yellow', slope[i] ?? '')}`),
    paint('dim', `  ${axis(panelWidth)}  ${axis(panelWidth)}`),
  ];
}

function axis(width: number): string {
  const half = Math.floor(width / 2) - 2;
  return `−4${'0'.padStart(half + 1)}${'4'.padStart(width - half - 3)}`;
}

function bars(rows: ReturnType<typeof barRows>, { width, paint }: Terminal): string[] {
  const largest = Math.max(...rows.map(({ output }) => Math.abs(output)), 1e-9);
  return rows.map(({ input, output }) => {
    const bar = '█'.repeat(Math.round((Math.abs(output) / largest) * Math.min(40, width - 24)));
    return `  ${(input === undefined ? '' : formatNumber(input)).padStart(5)}  ${paint('blue', bar)} ${formatNumber(output)}`;
  });
}

function parameterLines(explained: Explained, { width, paint }: Terminal): string[] {
  const { activation, values } = explained;
  const open = openIn(explained);
  return Object.entries(activation.parameters).flatMap(([name, parameter]) => [
    `  ${paint('bold', `${parameter.symbol} = ${open.includes(name) ? 'by version' : shown(values[name])}`)}  ${paint('dim', `${name}, ${choicesOf(parameter)}`)}`,
    ...wrap(withoutBackticks(parameter.meaning), width, '    '),
  ]);
}

function shown(value: number | string | undefined): string {
  return typeof value === 'number' ? formatNumber(value, 6) : value ?? '';
}

function choicesOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.choices.join(' or ');
  const learned = parameter.learned === true ? ', learned' : '';
  return `usually ${formatNumber(parameter.min)} to ${formatNumber(parameter.max)}${learned}`;
}

/** A column of frameworks, one of their defaults where these differ, and the names. */
function frameworkLines(entries: readonly FrameworkNames[], { width, paint }: Terminal): string[] {
  const frameworkWidth = Math.max(0, ...entries.map(({ framework }) => framework.length)) + 2;
  const defaultsWidth = Math.max(0, ...entries.map(({ defaults }) => defaults.length + 2));
  return entries.flatMap(({ framework, names, defaults }, i) => {
    const title = entries[i - 1]?.framework === framework ? '' : framework;
    return wrap(names.join(', '), width - frameworkWidth - defaultsWidth - 2).map((line, row) => {
      const [first, second] = row === 0 ? [title, defaults] : ['', ''];
      return `  ${paint('dim', first.padEnd(frameworkWidth))}${paint('yellow', second.padEnd(defaultsWidth))}${line}`;
    });
  });
}

function sourceLines(key: keyof typeof citations, { width, paint }: Terminal): string[] {
  const { title, short, venue, url } = citations[key];
  return [
    ...wrap(`${short}. ${title}.${venue === undefined ? '' : ` ${venue}.`}`, width, '  '),
    ...(url === undefined ? [] : [`  ${paint('dim', url)}`]),
  ];
}

function section(title: string, lines: readonly string[], { paint }: Terminal): string[] {
  return lines.length === 0 ? [] : [paint('bold', title), ...lines];
}

/** Backticks mark code where text is typeset; a terminal is code all over. */
function withoutBackticks(text: string): string {
  return text.replaceAll('`', '');
}
