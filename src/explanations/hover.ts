/**
 * What a hover says about one usage, as the markdown that VS Code renders: the answer in the first line, the
 * picture beside formula and facts, one pitfall, three links; below the fold what one reads when staying.
 *
 * A hover shows 250 px before it scrolls and 100,000 characters before it is cut.
 */
import type { Activation } from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { formulaPicture } from '../pictures/formula';
import type { Fit, TypesetFormula, TypesetFormulas } from '../pictures/formula';
import { hoverSize, hoverSizeWithProblem, miniPlot } from '../pictures/miniPlot';
import { palettes } from '../pictures/palette';
import type { Palette } from '../pictures/palette';
import type { ThemeKind } from '../pictures/series';
import type { Picture } from '../pictures/svg';
import { isOfInitialiser } from '../usages/ofInitialiser';
import { answerOf, formatParameter } from './answer';
import { differingDefaults } from './defaults';
import { detailsOf, untold } from './details';
import { openForms, sharedFacts } from './forms';
import { commandLink, escapeHtml, firstSentences, imageHtml, lineLength, longestWarning, sentenceHtml, wrapped } from './markup';
import { warningAt } from './pitfallHere';
import type { Warning } from './pitfallHere';
import type { Subject } from './subject';

interface HoverSurroundings {
  readonly theme: ThemeKind;
  /** Absent where the file of formulas could not be read: then they are plain text. */
  readonly formulas?: TypesetFormulas;
  /** Present when VS Code reports a problem above, which takes about 70 px. */
  readonly problem?: Problem;
  /** Whether it is only what a parameter has by default. */
  readonly isByDefault?: boolean;
  /** What the commands need to find the usage again. */
  readonly place: HoverPlace;
}

export interface Problem {
  /** Absent where another extension reports it. */
  readonly finding?: { readonly rule: string; readonly why: string };
}

interface HoverPlace {
  readonly uri: string;
  readonly offset: number;
}

export const hoverCommands = ['activationLens.openLab', 'activationLens.showOptions', 'activationLens.understand', 'activationLens.explainRule'] as const;

export function hoverText(subject: Subject, surroundings: HoverSurroundings): string {
  const { problem, place, isByDefault = false } = surroundings;
  const isPlain = canMeasure(subject);
  const defaults = problem || !isPlain ? undefined : differingDefaults(subject.activation, subject.usage.framework);
  const assumed = [...chosenByDefault(subject, isByDefault), ...assumptions(subject), ...assumedForm(subject)].slice(0, problem ? 0 : 2);
  const warning = problem || assumed.length > 0 || !isPlain ? undefined : warningAt(subject, defaults !== undefined);
  const notes = [...assumed, ...(defaults ? [escapeHtml(defaults)] : []), ...(warning ? warningLines(warning) : [])];
  const { title, rest } = answerOf(subject);
  // What VS Code says above is the answer then.
  const answer = problem?.finding ? [] : [`<strong>${escapeHtml(title)}</strong> ${escapeHtml(rest)}`];
  return [
    ...answer,
    table(subject, surroundings, notes.length),
    ...(notes.length > 0 ? [notes.join('<br>')] : []),
    links(subject, place, problem?.finding?.rule),
    '---',
    detailsOf(subject, warning),
  ].join('\n\n');
}

/** An icon and its blank, in letters. */
const iconLength = 3;

/** At most one wrapped sentence or two, with the icon that says how much it matters. */
function warningLines({ text, likely }: Warning): string[] {
  const [first = '', ...others] = wrapped(firstSentences(text, longestWarning), lineLength, iconLength).map(sentenceHtml);
  const icon = likely ? '<span style="color:var(--vscode-editorWarning-foreground);">$(warning)</span>' : '$(info)';
  return [`${icon} ${first}`, ...others];
}

/** VS Code's room before it scrolls, and what first line, links and margins take of it, in px at 14 px type. */
const room = { alone: 250, belowProblem: 182, frame: 73, line: 19 };

/** Nothing is drawn of values that the function cannot have, nor one form where another may be meant. */
function canMeasure(subject: Subject): boolean {
  return outsideDomain(subject.activation, subject.values) === undefined && openForms(subject).length === 0;
}

/** One line of HTML: a blank line or an indent would end the table in markdown. */
function table(subject: Subject, { theme, problem, formulas }: HoverSurroundings, notes: number): string {
  const palette = palettes[theme];
  const size = problem || notes > 2 ? hoverSizeWithProblem : hoverSize;
  const typeset = formulas ? typesetPictures(subject.activation, formulas, palette) : [];
  const lines = problem?.finding ? whyLines(problem.finding.why) : factLines(subject, typeset, (problem ? room.belowProblem : room.alone) - room.frame - notes * room.line);
  const cells = canMeasure(subject) ? `<td>${imageHtml(miniPlot(subject.activation, subject.values, palette, size))}</td><td>&nbsp;</td>` : '';
  return `<table><tr>${cells}<td>${lines.join('<br>')}</td></tr></table>`;
}

/** As high as the picture beside it; whole sentences where they fill most of it. */
const whyRoom = { line: 46, lines: 5, enough: 3 };

function whyLines(why: string): string[] {
  const { line, lines, enough } = whyRoom;
  const whole = wrapped(firstSentences(why, line * lines), line);
  const all = whole.length >= enough && whole.length <= lines ? whole : wrapped(why, line);
  const shown = all.length > lines ? [...all.slice(0, lines - 1), `${all[lines - 1] ?? ''} …`] : all;
  return shown.map(sentenceHtml);
}

/** Formula and gradient, and as many facts as have room below them. */
function factLines(subject: Subject, typeset: readonly Picture[], space: number): string[] {
  const { activation, values } = subject;
  const formulas = typeset.length > 0 ? typeset.map(imageHtml) : [activation.formula.plain, activation.gradient.plain].map(escapeHtml);
  const taken = typeset.length > 0 ? typeset.reduce((sum, { height }) => sum + height + imageMargin, 0) : 2 * room.line;
  const facts = mostTelling(sharedFacts(activation, values, openForms(subject)), Math.max(1, Math.floor((space - taken) / room.line)));
  return [...formulas, ...facts.map(escapeHtml)];
}

/** The type and room of formulas; both together may be `bothHighest`, so that a low one leaves room to a high one. */
const formulaFit = { fontSize: 14, widest: 262, highest: 34, bothHighest: 70 };
/** What a line that holds a picture is higher than the picture. */
const imageMargin = 5;

function typesetPictures({ formula, gradient }: Activation, typeset: TypesetFormulas, palette: Palette): Picture[] {
  const beside = (other: TypesetFormula): Fit => (
    { ...formulaFit, highest: Math.max(formulaFit.highest, formulaFit.bothHighest - formulaFit.fontSize * other.height) }
  );
  return [
    formulaPicture(typeset.formula, formula.plain, palette, beside(typeset.gradient)),
    formulaPicture(typeset.gradient, gradient.plain, palette, beside(typeset.formula)),
  ];
}

/** Who calls may have chosen another, and then nothing of this is so. */
function chosenByDefault({ activation }: Subject, isByDefault: boolean): string[] {
  return isByDefault ? [`$(question) ${escapeHtml(activation.name)} is the default here: callers may pass another.`] : [];
}

/** What follows from an assumed value is no finding about the code, so it takes the place of the warning. */
function assumptions(subject: Subject): string[] {
  const { activation, usage, symbol, text } = subject;
  const open = openForms(subject);
  return usage.parameters.filter(({ source }) => source === 'unknown').map(({ name, value, span }) => {
    const sign = activation.parameters[name]?.symbol ?? name;
    const isOpen = open.includes(name);
    if (isOpen && !span && symbol?.note) return `$(question) ${escapeHtml(symbol.note)}`;
    const written = span ? `: ${untold(text.slice(span.start, span.end))}` : '';
    return `$(question) ${escapeHtml(isOpen ? `${sign} is not known here` : `${sign} = ${formatParameter(value)} is assumed`)}${written}.`;
  });
}

/** An argument that picks another function, `approximate` of GELU, may do so where nobody knows its value. */
function assumedForm({ usage, symbol, computed }: Subject): string[] {
  const picking = usage.certainty === 'inferred' ? symbol?.variants?.find(({ argument }) => computed.has(argument)) : undefined;
  return picking === undefined ? [] : [`$(question) ${escapeHtml(`This form is assumed: ${picking.argument} is no literal`)}.`];
}

/** Where room is short the shape goes first: the picture shows it too. */
function mostTelling(facts: readonly string[], count: number): readonly string[] {
  return facts.slice(Math.max(0, facts.length - count));
}

/** What an initialiser is told is no layer, and has no options. */
function links({ usage, text }: Subject, place: HoverPlace, rule?: string): string {
  const [lab, options, understand, explain] = hoverCommands;
  return [
    `[$(graph-line) Open in Lab](${commandLink(lab, place)})`,
    ...(isOfInitialiser(usage, text) ? [] : [`[$(lightbulb) Options for this layer](${commandLink(options, place)})`]),
    rule === undefined
      ? `[$(book) Understand](${commandLink(understand, place)})`
      : `[$(book) Why this is a problem](${commandLink(explain, rule)})`,
  ].join('&nbsp; | &nbsp;');
}
