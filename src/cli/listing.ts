/** The text format of a scan: a line for each use, aligned within its file, and at the end a summary. */
import type { Activation, ParameterValue } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { findFramework } from '../frameworks/catalogue';
import type { FrameworkSymbol } from '../frameworks/framework';
import type { FileReport, ReportedUsage } from './scan';
import { wrap, type Terminal } from './terminal';

/** Nothing for a file without uses. */
export function listFile({ path, usages }: FileReport, { paint }: Terminal): string {
  const rows = usages.map((usage) => ({ place: placeOf(path, usage), call: callOf(usage), source: sourceOf(usage) }));
  const placeWidth = Math.max(...rows.map(({ place }) => place.length));
  const callWidth = Math.max(...rows.map(({ call }) => call.length));
  return rows.map(({ place, call, source }) => {
    return `${place.padEnd(placeWidth)}  ${paint('bold', call)}${' '.repeat(callWidth - call.length)}  ${paint('dim', source)}\n`;
  }).join('');
}

/** `train.py:12:5`, `train.ipynb:cell 3:1:8`: counted from 1, as editors and compilers do. */
function placeOf(path: string, { cell, range: { start } }: ReportedUsage): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return cell === null ? `${path}:${place}` : `${path}:cell ${cell + 1}:${place}`;
}

/** `LeakyReLU(negative_slope=0.2)`, with the framework's names of the arguments and a `?` for a computed value. */
function callOf(usage: ReportedUsage): string {
  const activation = findActivation(usage.activation);
  if (activation === undefined) return usage.activation;
  const symbol = symbolOf(usage);
  const shown = Object.entries(usage.parameters)
    .filter(([name, value]) => isTelling(activation, symbol, name, value))
    .map(([name, value]) => `${argumentOf(symbol, name)}=${value ?? '?'}`);
  return shown.length === 0 ? activation.name : `${activation.name}(${shown.join(', ')})`;
}

/** A parameter that can be set here, or that is not what one expects. */
function isTelling(activation: Activation, symbol: FrameworkSymbol | undefined, name: string, value: ParameterValue | null): boolean {
  const canBeSet = symbol?.arguments.some(({ parameter }) => parameter === name) === true;
  return canBeSet || value !== activation.parameters[name]?.default;
}

function argumentOf(symbol: FrameworkSymbol | undefined, parameter: string): string {
  const argument = symbol?.arguments.find((each) => each.parameter === parameter)?.name;
  return argument ?? parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function symbolOf({ framework, symbol, form }: ReportedUsage): FrameworkSymbol | undefined {
  return findFramework(framework)?.symbols.find((each) => (
    each.form === form && (each.name === symbol || (form === 'method' && symbol.endsWith(`.${each.name}`)))
  ));
}

function sourceOf({ framework, symbol, form }: ReportedUsage): string {
  return form === 'string' ? `"${symbol}" (${findFramework(framework)?.name ?? framework})` : symbol;
}

/** What a scan has met so far. */
export interface Tally {
  files: number;
  filesWithUsages: number;
  readonly skipped: FileReport[];
  readonly uses: Map<string, number>;
}

export function emptyTally(): Tally {
  return { files: 0, filesWithUsages: 0, skipped: [], uses: new Map() };
}

export function count(tally: Tally, report: FileReport): void {
  tally.files += 1;
  if (report.error !== null) tally.skipped.push(report);
  if (report.usages.length > 0) tally.filesWithUsages += 1;
  for (const { activation } of report.usages) tally.uses.set(activation, (tally.uses.get(activation) ?? 0) + 1);
}

/** `7 activations in 3 of 5 files`, and how many of each; files that were skipped are not among them. */
export function summarise({ files, filesWithUsages, skipped, uses }: Tally, { width, paint }: Terminal): string {
  if (files === 0) return 'There is no .py or .ipynb file there.\n';
  const read = files - skipped.length;
  const total = [...uses.values()].reduce((sum, each) => sum + each, 0);
  if (total === 0) return read === 0 ? '' : `No activation in ${counted(read, 'file')}.\n`;
  // Spaces that do not break keep a name and its number on one line.
  const names = [...uses].sort(([, one], [, other]) => other - one)
    .map(([id, each]) => `${findActivation(id)?.name ?? id} ${each}`.replaceAll(' ', '\u00a0'));
  const head = `${counted(total, 'activation')} in ${filesWithUsages} of ${counted(read, 'file')}`;
  return `\n${paint('bold', head)}\n${wrap(names.join(', '), width, '  ').join('\n').replaceAll('\u00a0', ' ')}\n`;
}

/** Each skipped path with its reason, for standard error. */
export function listSkipped({ skipped }: Tally, { paint }: Terminal): string {
  if (skipped.length === 0) return '';
  const lines = skipped.map(({ path, error }) => `${path}: ${error ?? ''}`);
  return `${paint('yellow', `Skipped ${counted(skipped.length, 'path')}`)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
