/** Text that comes from a file or from a catalogue, made harmless in the markdown and HTML of a hover. */

import { dataUri } from '../pictures/svg';
import type { Picture } from '../pictures/svg';

/** For HTML, between whose tags markdown is read too: tags, entities, emphasis, links and theme icons lose their meaning. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'$`*_[\]\\~|!#]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A snippet of code on one line, cut where it grows long. */
export function codeSnippet(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return `<code>${escapeHtml(line.length > 40 ? `${line.slice(0, 39)}…` : line)}</code>`;
}

/** Our own sentences, in which backticks mark code, as HTML. */
export function sentenceHtml(text: string): string {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part))).join('');
}

export function imageHtml({ svg, width, height, alt }: Picture): string {
  return `<img src="${dataUri(svg)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
}

/** An address of a command with one argument, as VS Code takes it in a link. */
export function commandLink(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

/** As many whole sentences as fit, but at least one. */
export function firstSentences(text: string, longest: number): string {
  const sentences = text.split(/(?<=\.)\s+(?=[\p{Lu}`])/u);
  let kept = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (kept.length + 1 + sentence.length > longest) break;
    kept += ` ${sentence}`;
  }
  return kept;
}

/** So that a hover is about 500 px wide instead of as wide as VS Code allows. */
export const lineLength = 68;
/** Two lines. */
export const longestWarning = 2 * lineLength - 6;

/** The text in lines, of which the first begins after `before` letters; code between backticks and numbers with their power or percent sign are never broken. */
export function wrapped(text: string, longest: number, before = 0): string[] {
  const lines: string[] = [];
  for (const word of text.match(/(?:`[^`]*`| × (?=10)| (?=%)|[^ \n`])+/g) ?? []) {
    const last = lines.at(-1);
    const room = lines.length === 1 ? longest - before : longest;
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A paragraph of our own sentences, as wide as the hover. */
export function paragraphHtml(text: string): string {
  return wrapped(text, lineLength).map(sentenceHtml).join('<br>');
}
