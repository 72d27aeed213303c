/** The page of an activation as Markdown. */
import type { Activation, ParameterValues } from '../activations/activation';
import { citations } from '../activations/citations';
import type { CitationKey } from '../activations/citations';
import { formulaPicture } from '../pictures/formula';
import type { Fit, TypesetFormulas } from '../pictures/formula';
import { miniPlot } from '../pictures/miniPlot';
import type { Palette } from '../pictures/palette';
import type { Size } from '../pictures/plot';
import type { Block, Claim, Item, Section } from './blocks';
import { imageHtml } from './markup';
import { understandingOf } from './understanding';

/** What a page is drawn with, where its reader shows pictures. */
export interface PageLook {
  readonly palette: Palette;
  readonly formulas?: TypesetFormulas;
}

/** Markdown. Without a look formulas are plain text, for terminals. */
export function pageOf(activation: Activation, values: ParameterValues, look?: PageLook): string {
  const understanding = understandingOf(activation, values);
  return [
    `# ${activation.name}`,
    activation.summary,
    ...(look ? [imageHtml(miniPlot(activation, values, look.palette, pageSize))] : []),
    ...formulas(activation, look),
    ...understanding.seen,
    ...understanding.sections.flatMap(sectionParts),
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

function sectionParts({ title, blocks, notes }: Section): string[] {
  return [`## ${title}`, ...blocks.map(markdownOf), ...notes];
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'facts': return table([block.head, 'Value'], block.rows);
    case 'table': return table(block.head, block.rows.map(({ cells }) => cells));
    case 'list': return block.items.map(itemOf).join('\n');
    case 'claims': return block.claims.map(claimOf).join('\n\n');
    case 'sources': return block.keys.map((key, index) => `${index + 1}. ${reference(key)}`).join('\n');
  }
}

function itemOf({ lead, text, citations: keys = [] }: Item): string {
  return `- ${lead === undefined ? '' : `**${lead}** `}${text}${cited(keys)}`;
}

function claimOf({ said, instead, basis, citations: keys }: Claim): string {
  return `> “${said}”\n\n${instead} ${basis}`.trimEnd() + cited(keys);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
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
