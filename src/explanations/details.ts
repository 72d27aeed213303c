/** Below the fold of a hover: parameters, further pitfalls, the framework's documentation and the papers. */
import { citations } from '../activations/citations';
import type { CitationKey } from '../activations/citations';
import type { ParameterSource } from '../usages/usage';
import { formatParameter } from './answer';
import { choicesOf, openForms } from './forms';
import { codeSnippet, escapeHtml, paragraphHtml } from './markup';
import { furtherPitfalls } from './pitfallHere';
import type { Warning } from './pitfallHere';
import { isLiteral, isOfAnyReader, madeAs } from './subject';
import type { Subject } from './subject';

export function detailsOf(subject: Subject, named: Warning | undefined): string {
  return [
    origin(subject),
    ...parameterLines(subject),
    ...furtherPitfalls(subject, named).slice(0, 3).map(({ text }) => `- ${paragraphHtml(text)}`),
    sources(subject),
  ].filter((part) => part !== '').join('\n\n');
}

/** Under which name the usage was read, and how surely. */
function origin(subject: Subject): string {
  const { activation, usage } = subject;
  const name = usage.form === 'string' && usage.symbol !== 'None' ? `"${usage.symbol}"` : usage.symbol;
  const guessed = usage.certainty === 'inferred' ? ' Inferred from the name and what else this file says.' : '';
  return `<code>${escapeHtml(name)}</code>${ownerOf(subject)}.${guessed}<br>${paragraphHtml(activation.summary)}`;
}

/** What a file or a project has of its own is of no library. */
function ownerOf(subject: Subject): string {
  const { usage, framework, symbol } = subject;
  if (framework === undefined || isOfAnyReader(subject.usage)) return '';
  if (usage.certainty === 'hand-written') return `, written by hand with ${escapeHtml(framework.name)}`;
  return symbol === undefined && usage.certainty === 'inferred' ? '' : ` of ${escapeHtml(framework.name)}`;
}

/** Where a value comes from: a formula has its numbers in it, and what has no argument for one cannot be given another. */
function sourceWord(subject: Subject, name: string, source: ParameterSource): string {
  const { usage, framework } = subject;
  if (source !== 'default') return sourceWords[source];
  if (usage.form === 'formula') return 'as written here';
  const symbol = madeAs(subject);
  const isFixed = framework !== undefined && symbol !== undefined && !symbol.arguments.some(({ parameter }) => parameter === name);
  return isFixed ? `fixed in ${escapeHtml(framework.name)}` : sourceWords.default;
}

function parameterLines(subject: Subject): string[] {
  const { activation, values, usage, text } = subject;
  const open = openForms(subject);
  return Object.entries(activation.parameters).map(([name, parameter]) => {
    const used = usage.parameters.find((candidate) => candidate.name === name);
    const argument = madeAs(subject)?.arguments.find((candidate) => candidate.parameter === name)?.name;
    const called = argument ? ` (<code>${escapeHtml(argument)}</code>)` : '';
    const written = used?.source === 'unknown' && used.span ? `: ${untold(text.slice(used.span.start, used.span.end))}` : '';
    const isOpen = open.includes(name);
    const value = isOpen ? choicesOf(parameter).map(formatParameter).join(' or ') : formatParameter(values[name]);
    return `- **${escapeHtml(parameter.symbol)}**${called} = ${escapeHtml(value)}, `
      + `${isOpen ? 'not known here' : sourceWord(subject, name, used?.source ?? 'default')}${written}.<br>${paragraphHtml(parameter.meaning)}`;
  });
}

/** Why what is written does not tell the value: the initialiser `"he_normal"` draws it, and of two bounds one is not enough. */
export function untold(code: string): string {
  return `${codeSnippet(code)} ${isLiteral(code) ? 'alone does not tell it' : 'is no literal'}`;
}

const sourceWords: Readonly<Record<ParameterSource, string>> = { written: 'written here', default: 'the default', unknown: 'assumed' };

function sources(subject: Subject): string {
  const { activation, framework } = subject;
  const symbol = madeAs(subject);
  const documentation = symbol?.documentation && !isOfAnyReader(subject.usage) ? [`[${escapeHtml(framework?.name ?? 'Framework')} documentation](${symbol.documentation})`] : [];
  const papers = activation.citations.flatMap(citationLink);
  return [documentation, inRows(papers)].flat().join('<br>');
}

/** Four papers a row keep the hover narrow. */
function inRows(papers: readonly string[]): string[] {
  const rows = Array.from({ length: Math.ceil(papers.length / 4) }, (_, row) => papers.slice(4 * row, 4 * row + 4));
  return rows.map((row) => row.join(' · '));
}

/** A link to the source, or its short name where no address is known. */
function citationLink(key: CitationKey): string[] {
  const { short, url } = citations[key];
  return [url === undefined ? escapeHtml(short) : `[${escapeHtml(short)}](${url})`];
}
