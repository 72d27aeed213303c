/**
 * What a hover says about one usage, as the markdown that VS Code renders: the answer in the first line, the
 * picture beside formula and facts, one pitfall, three links; below the fold what one reads when staying.
 *
 * A hover shows 250 px before it scrolls and 100,000 characters before it is cut.
 */
import { formulaPicture } from '../pictures/formula';
import type { Fit, TypesetFormulas } from '../pictures/formula';
import { hoverSize, hoverSizeWithProblem, miniPlot } from '../pictures/miniPlot';
import { palettes } from '../pictures/palette';
import type { Palette, ThemeKind } from '../pictures/palette';
import { answerOf } from './answer';
import { differingDefaults } from './defaults';
import { detailsOf } from './details';
import { factsOf } from './facts';
import { commandLink, escapeHtml, firstSentences, imageHtml, sentenceHtml } from './markup';
import { warningAt } from './pitfallHere';
import type { Subject } from './subject';

export interface HoverSurroundings {
  readonly theme: ThemeKind;
  /** Absent where the file of formulas could not be read: then they are plain text. */
  readonly formulas?: TypesetFormulas;
  /** True when VS Code reports a problem above, which takes about 70 px. */
  readonly problem: boolean;
  /** What the commands need to find the usage again. */
  readonly place: HoverPlace;
}

export interface HoverPlace {
  readonly uri: string;
  readonly offset: number;
}

export const hoverCommands = ['activationLens.openLab', 'activationLens.showOptions', 'activationLens.understand'] as const;

export function hoverText(subject: Subject, surroundings: HoverSurroundings): string {
  const palette = palettes[surroundings.theme];
  const defaults = differingDefaults(subject.activation, subject.usage.framework);
  const warning = warningAt(subject, defaults !== undefined);
  const { title, rest } = answerOf(subject);
  return [
    `<strong>${escapeHtml(title)}</strong> ${escapeHtml(rest)}`,
    table(subject, surroundings, palette, defaults),
    ...(warning ? [`${warning.likely ? warningIcon : '$(info)'} ${sentenceHtml(firstSentences(warning.text, 150))}`] : []),
    links(subject, surroundings.place),
    '---',
    detailsOf(subject, warning),
  ].join('\n\n');
}

const warningIcon = '<span style="color:var(--vscode-editorWarning-foreground);">$(warning)</span>';

/** One line of HTML: a blank line or an indent would end the table in markdown. */
function table(subject: Subject, surroundings: HoverSurroundings, palette: Palette, defaults: string | undefined): string {
  const size = surroundings.problem ? hoverSizeWithProblem : hoverSize;
  const picture = imageHtml(miniPlot(subject.activation, subject.values, palette, size));
  const assumed = subject.usage.parameters.filter(({ source }) => source === 'unknown').map(({ name }) => name);
  const facts = [...factsOf(subject.activation, subject.values), ...(defaults ? [defaults] : []), ...assumptions(subject, assumed)];
  const lines = [...formulaLines(subject, surroundings.formulas, palette), ...facts.map(escapeHtml)];
  return `<table><tr><td>${picture}</td><td>${lines.join('<br>')}</td></tr></table>`;
}

const formulaFit: Fit = { fontSize: 14, widest: 262, highest: 40 };

function formulaLines({ activation }: Subject, formulas: TypesetFormulas | undefined, palette: Palette): string[] {
  if (!formulas) return [activation.formula.plain, activation.gradient.plain].map(escapeHtml);
  return [
    imageHtml(formulaPicture(formulas.formula, activation.formula.plain, palette, formulaFit)),
    imageHtml(formulaPicture(formulas.gradient, activation.gradient.plain, palette, formulaFit)),
  ];
}

function assumptions({ activation }: Subject, assumed: readonly string[]): string[] {
  if (assumed.length === 0) return [];
  const symbols = assumed.map((name) => activation.parameters[name]?.symbol ?? name).join(', ');
  return [`${symbols} assumed: the code does not say.`];
}

function links({ activation, values }: Subject, place: HoverPlace): string {
  const [lab, options, understand] = hoverCommands;
  return [
    `[$(graph-line) Open in Lab](${commandLink(lab, place)})`,
    `[$(lightbulb) Options for this layer](${commandLink(options, place)})`,
    `[$(book) Understand](${commandLink(understand, { activation: activation.id, parameters: values })})`,
  ].join('&nbsp; | &nbsp;');
}
