/** The legend under a drawing: a piece of each line with its marker, and what it is called. */
import { fill, stroke } from './figure/paint';
import { drawMarker } from './figure/marker';
import { dashes, lineCap, markers, type Series } from './series';
import { element, escapeXml, textWidth } from './svg';

export interface LegendEntry {
  readonly text: string;
  readonly colour: string;
  /** Absent for a line without markers. */
  readonly series?: Series;
  readonly width: number;
}

interface LegendInk {
  readonly foreground: string;
  readonly background: string;
}

const size = 11.5;
const sample = 34;
const row = 22;
const gaps = { sample: 8, entry: 24 };

interface Legend {
  readonly height: number;
  readonly content: string;
}

/** Entries beside each other, and in further rows where the width asks for them. */
export function drawLegend(entries: readonly LegendEntry[], { left, top, width }: { readonly left: number; readonly top: number; readonly width: number }, ink: LegendInk): Legend {
  let [x, line] = [left, 0];
  const content = entries.map((entry) => {
    const taken = sample + gaps.sample + textWidth(entry.text, size);
    if (x > left && x + taken > left + width) [x, line] = [left, line + 1];
    const drawn = drawEntry(entry, x, top + (line + 0.5) * row, ink);
    x += taken + gaps.entry;
    return drawn;
  });
  return { height: entries.length === 0 ? 0 : (line + 1) * row, content: content.join('') };
}

function drawEntry({ text, colour, series, width }: LegendEntry, x: number, y: number, ink: LegendInk): string {
  const dash = series === undefined ? undefined : dashes[series].join(' ') || undefined;
  return element('path', { d: `M${x} ${y}h${sample}`, ...stroke(colour), 'stroke-width': width, 'stroke-dasharray': dash, 'stroke-linecap': lineCap(series) })
    + (series === undefined ? '' : drawMarker(markers[series], x + sample / 2, y, 3.6, colour, ink.background))
    + element('text', { x: x + sample + gaps.sample, y: y + 0.35 * size, 'font-size': size, ...fill(ink.foreground) }, escapeXml(text));
}
