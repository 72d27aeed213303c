/** Draws a figure as an SVG file: for the terminal, and for what the Lab exports. */
import { formatRounded } from '../numbers';
import { drawing, element, escapeXml } from '../svg';
import { drawBackdrop, hatchingOf } from './backdrop';
import { drawCrosshairDots, drawCrosshairLine } from './crosshair';
import type { FigureInk } from './ink';
import { layOut } from './layout';
import { drawJumps, drawLines, drawMarkers, linesIn } from './lines';
import type { Figure } from './model';
import { fill } from './paint';
import { drawWords } from './words';

export function drawFigure(figure: Figure, ink: FigureInk): string {
  const title = element('title', {}, escapeXml(titleOf(figure)));
  const ground = element('rect', { x: 0, y: 0, width: figure.width, height: figure.height, ...fill(ink.background) });
  const layouts = layOut(figure);
  const backdrops = layouts.map((layout) => drawBackdrop(figure, layout, ink, layout.panel === figure.panels.at(-1)));
  const panels = layouts.map((layout) => {
    const { panel } = layout;
    const lines = linesIn(figure, layout, ink);
    return drawLines(lines, panel) + drawMarkers(figure, lines, layout, ink) + drawJumps(lines, layout, ink)
      + drawCrosshairDots(figure, lines, layout, ink.background) + drawWords(figure, layout, lines, ink);
  });
  const content = [title, hatchingOf(ink), ground, ...backdrops, drawCrosshairLine(figure, layouts), ...panels].join('');
  return `${drawing(figure.width, figure.height, content)}\n`;
}

/** `Output and gradient of GELU and SiLU from x = −5 to 3` */
function titleOf({ curves, panels, variable, x }: Pick<Figure, 'curves' | 'panels' | 'variable' | 'x'>): string {
  const shown = inWords(panels);
  const names = inWords(curves.map(({ curve }) => curve.name));
  return `${shown[0]?.toUpperCase() ?? ''}${shown.slice(1)} of ${names} from ${variable} = ${formatRounded(x.min, 3)} to ${formatRounded(x.max, 3)}`;
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
