/**
 * One use of an activation as a list over many files holds it: what is shown of it and where it is, and nothing of the
 * text that it was read from, which for a whole workspace would be too much to keep.
 */
import type { ParameterValues } from '../activations/activation';
import { placesIn, type Place } from '../documents/document';
import { titleOf } from '../explanations/answer';
import { isOfAnyReader } from '../explanations/subject';
import { findFramework } from '../frameworks/catalogue';
import type { Analysis } from '../usages/analyze';
import type { Certainty, Usage } from '../usages/usage';

export interface Use {
  readonly activation: string;
  /** With its parameters: `LeakyReLU 0.2`. */
  readonly title: string;
  readonly parameters: ParameterValues;
  /** By its name; empty where it is open which one reads it. */
  readonly library: string;
  readonly certainty: Certainty;
  /** The class and function around it, or an empty string. */
  readonly scope: string;
  readonly start: Place;
  readonly end: Place;
  /** The line it stands on, without its indentation. */
  readonly line: Excerpt;
}

interface Excerpt {
  readonly text: string;
  /** Where the name stands in `text`. */
  readonly from: number;
  readonly to: number;
}

type Read = Pick<Analysis, 'document' | 'usages'>;

export function usesOf({ document, usages }: Read): Use[] {
  if (usages.length === 0) return [];
  const placeAt = placesIn(document);
  return usages.map((usage) => ({
    activation: usage.activation,
    title: titleOf(usage),
    parameters: valuesOf(usage),
    library: isOfAnyReader(usage) ? '' : findFramework(usage.framework)?.name ?? '',
    certainty: usage.certainty,
    scope: usage.scope,
    start: placeAt(usage.span.start),
    end: placeAt(usage.span.end),
    line: excerptOf(document.text, usage),
  }));
}

/** Those that were read from the code or are the defaults there. */
export function valuesOf({ parameters }: Pick<Usage, 'parameters'>): ParameterValues {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

/** What stands before the name is given up first where a line is long, since the name must be seen. */
const mostBefore = 20;
const mostText = 120;

function excerptOf(text: string, { span }: Usage): Excerpt {
  const before = lastLineOf(text.slice(Math.max(0, span.start - mostText), span.start)).trimStart();
  const shown = before.length <= mostBefore ? before : `…${before.slice(1 - mostBefore)}`;
  const [rest = ''] = text.slice(span.start, span.start + mostText).split(/[\r\n]/, 1);
  const name = Math.min(span.end - span.start, rest.length);
  return { text: `${shown}${rest}`.trimEnd(), from: shown.length, to: shown.length + name };
}

function lastLineOf(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
