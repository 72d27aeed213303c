/** The words on the plot: panel titles, zone notes, the name of the inputs, and each curve's own label. */
import type { Chart } from 'chart.js';
import { formatRounded, formatShare, formatValue } from '../../../src/pictures/numbers';
import { shareOf } from '../../../src/propagation/saturation';
import type { Drawn, Panel } from '../drawn';
import { featuresOf } from '../features';
import { bellAt, zoneBoxes } from './backdrop';
import { readoutOf, type Readout } from './crosshair';
import { areaOf, boxAround, gap, nearestPoint, right, xPixel, yPixel, type Box } from './geometry';
import { drawLine, drawText, textBox, type TextStyle } from './ink';
import { jumpBoxes } from './marks';
import { panelTitle, type PlotModel } from './model';
import { noteOfFarthest, notesOfKinks } from './notes';
import { quiet, wordsAt, type Words } from './words';
import { clearanceOf, leaderDistance, placeBeside, profilesOf, type Placement, type Profile, type Side } from './placing';

export interface Labels {
  readonly words: readonly Words[];
  /** The curves that they were placed beside. */
  readonly profiles: ReadonlyMap<Panel, readonly Profile[]>;
}

export const noLabels: Labels = { words: [], profiles: new Map() };

/** Under this width labels say less. */
const narrow = 420;

/** Where each label stood last, so that labels stay put while a slider moves the curves. */
export type Places = Map<string, Placement>;

export function placeLabels(chart: Chart, model: PlotModel, places: Places): Labels {
  const words: Words[] = [];
  const all = new Map(model.panels.map((panel) => [panel, profilesOf(chart, model.drawn, panel)]));
  for (const [panel, profiles] of all) {
    const marked = jumpBoxes(chart, model, panel);
    const taken = () => [...marked, ...words.flatMap(roomOf)];
    words.push(...titleOf(chart, model, panel, profiles));
    if (panel === 'output') words.push(...zoneNotes(chart, model, profiles, taken));
    const readout = readoutOf(chart, model, panel, profiles, taken());
    if (readout) marked.push(readout.box);
    marked.push(...crosshairBox(chart, model, panel));
    for (const drawn of model.drawn) words.push(...curveLabel(chart, model, panel, drawn, profiles, taken(), places));
    if (panel === 'output') {
      words.push(...noteOfFarthest(chart, model, profiles, taken()));
      words.push(...inputsLabel(chart, model, profiles, taken()));
      for (const note of notesOfKinks(chart, model)) words.push(...note(profiles, taken()));
    }
  }
  return { words, profiles: all };
}

/** The values at the crosshair, kept clear of the labels as long as there is room beside them. */
export function placeReadouts(chart: Chart, model: PlotModel, { words, profiles }: Labels): Readout[] {
  const taken = words.flatMap(roomOf);
  return model.panels.flatMap((panel) => readoutOf(chart, model, panel, profiles.get(panel) ?? [], taken) ?? []);
}

/** A label that a value at the crosshair has to cover makes way for it. */
export function drawLabels(chart: Chart, model: PlotModel, { words }: Labels, readouts: readonly Readout[]): void {
  for (const { text, style, box, leader } of words) {
    if (readouts.some((readout) => gap(readout.box, box) === 0)) continue;
    const middle = box.top + box.height / 2;
    if (leader) drawLine(chart.ctx, style.colour, leader, nearestPoint(box, ...leader));
    drawText(chart.ctx, model.theme, text, box.left, middle, style);
  }
}

/** Words take their box, and their leader what lies along it. */
function roomOf({ box, leader }: Words): Box[] {
  return leader ? [box, boxAround(leader, nearestPoint(box, ...leader))] : [box];
}

function crosshairBox(chart: Chart, model: PlotModel, panel: Panel): Box[] {
  const area = areaOf(chart, panel);
  return area ? [{ ...area, left: xPixel(chart, model.crosshair), width: 1 }] : [];
}

/** On the left, or farther along where a curve runs through there. */
function titleOf(chart: Chart, model: PlotModel, panel: Panel, profiles: readonly Profile[]): Words[] {
  const area = areaOf(chart, panel);
  if (!area) return [];
  const title = wordsAt(chart, model, panelTitle(model, panel), quiet(model), area.left + 6, area.top + 3);
  const room = area.width - title.box.width - 12;
  const places = [0, 0.25, 0.75, 0.5, 1].map((share) => ({ ...title, box: { ...title.box, left: area.left + 6 + share * room } }));
  return [places.find(({ box }) => clearanceOf(box, profiles, [], 1) >= 1) ?? title];
}

/** The rule and the share of inputs, inside each zone where they fit. */
function zoneNotes(chart: Chart, model: PlotModel, profiles: readonly Profile[], taken: () => readonly Box[]): Words[] {
  return zoneBoxes(chart, model, 'output').flatMap((box, index) => {
    const zone = model.zones[index];
    if (!zone || !model.focused) return [];
    const share = model.inputs ? [`${formatShare(shareOf([zone], model.inputs))} of inputs`] : [];
    const name = model.focused.name;
    const rule = zone.dead ? 'no gradient' : `|f′| < ${formatRounded(model.threshold, 6)}`;
    const versions = [[`${name} ${zone.dead ? 'passes' : 'saturated:'} ${rule}`, ...share], [name, zone.dead ? 'no gradient' : 'saturated', ...share], [name, zone.dead ? 'no gradient' : 'saturated']];
    for (const lines of versions) {
      const placed = placeInside(chart, model, lines, box, profiles, taken());
      if (placed) return placed;
    }
    return [];
  });
}

function placeInside(chart: Chart, model: PlotModel, lines: readonly string[], zone: Box, profiles: readonly Profile[], taken: readonly Box[]): Words[] | undefined {
  const style = quiet(model);
  const sizes = lines.map((line) => textBox(chart.ctx, model.theme, line, style));
  const width = Math.max(...sizes.map((size) => size.width));
  const lineHeight = sizes[0]?.height ?? 15;
  if (width + 12 > zone.width) return undefined;
  const height = lineHeight * lines.length;
  for (let top = zone.top + 22; top + height < zone.top + zone.height * 0.8; top += 6) {
    const box = { left: zone.left + 6, top, width, height };
    if (clearanceOf(box, profiles, taken, 4) >= 4) {
      return lines.map((line, i) => wordsAt(chart, model, line, style, box.left, top + i * lineHeight));
    }
  }
  return undefined;
}

function curveLabel(
  chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn, profiles: readonly Profile[], taken: readonly Box[], places: Places,
): Words[] {
  const area = areaOf(chart, panel);
  const own = profiles.find((profile) => profile.key === drawn.curve.key);
  if (!area || !own || panel === 'curvature' && model.panels.length > 1) return [];
  const style = labelStyle(model, drawn);
  const id = `${panel} ${drawn.curve.key} ${Math.round(area.width)} ${Math.round(area.height)}`;
  for (const { text, within, sides } of labelTexts(chart, model, panel, drawn, area)) {
    const size = textBox(chart.ctx, model.theme, text, style);
    const around = { area, profiles, taken, zeroLine: yPixel(chart, panel, 0), within, sides, mayLead: area.width >= narrow };
    const placement = placeBeside(own, size, around, places.get(id));
    if (!placement) continue;
    places.set(id, placement);
    const { box, anchor, distance } = placement;
    return [{ text, style, box, ...(distance > leaderDistance ? { leader: anchor } : {}) }];
  }
  return [];
}

function labelStyle({ theme, focused }: PlotModel, drawn: Drawn): TextStyle {
  return { colour: theme.series[drawn.curve.series].output, size: 11.5, weight: drawn === focused || drawn.curve.inCode ? 650 : 500 };
}

interface LabelText {
  readonly text: string;
  /** The columns of pixels that the text is true of. */
  readonly within?: readonly [number, number];
  readonly sides?: readonly Side[];
}

/** What a label may say, the fullest first: the next is taken where there is no room for it. */
function labelTexts(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn, area: Box): LabelText[] {
  const isNarrow = area.width < narrow;
  const twin = model.drawn.some((other) => other !== drawn && other.name === drawn.name);
  const assumed = model.assumed.has(drawn.curve.key) ? 'assumed' : '';
  const joined = (...parts: readonly string[]) => parts.filter(Boolean).join('  ');
  const plain = { text: joined(drawn.name, twin ? drawn.setting : '', assumed) };
  if (isNarrow) return [plain];
  if (panel === 'output') return [{ text: joined(drawn.name, drawn.setting, assumed) }, plain];
  if (panel !== 'gradient' || twin) return [plain];
  const telling = constantGradient(chart, model, drawn) ?? (drawn === model.focused ? greatestGradient(chart, model, drawn) : undefined);
  return telling ? [{ ...telling, text: joined(drawn.name, telling.text, assumed) }, plain] : [plain];
}

/** The slope of a straight piece where it is neither 0 nor 1: `LeakyReLU  0.2` on the left half. */
function constantGradient(chart: Chart, { x }: PlotModel, drawn: Drawn): LabelText | undefined {
  const { gradient, curvature } = drawn.functions;
  const edges = [x.min, ...drawn.kinks.filter((kink) => kink > x.min && kink < x.max), x.max];
  const pieces = edges.slice(1).map((to, i) => ({ from: edges[i] ?? to, to }));
  const probes = pieces.map(({ from, to }) => [0.2, 0.5, 0.8].map((share) => from + share * (to - from)));
  if (pieces.length < 2 || probes.flat().some((probe) => curvature(probe) !== 0)) return undefined;
  const telling = pieces.flatMap(({ from, to }, i) => {
    const slope = gradient(probes[i]?.[1] ?? from);
    return slope === 0 || slope === 1 ? [] : [{ text: formatRounded(slope, 3), within: [xPixel(chart, from), xPixel(chart, to)] as const }];
  });
  return telling.length === 1 ? telling[0] : undefined;
}

/** The label with the greatest gradient stands over it. */
function greatestGradient(chart: Chart, { x, threshold }: PlotModel, drawn: Drawn): LabelText | undefined {
  const { gradient } = drawn.functions;
  const steepest = featuresOf(drawn, { range: x, threshold }).filter(({ kind }) => kind === 'steepest').map((feature) => feature.x);
  const [first, second = first] = steepest;
  if (first === undefined || second === undefined || steepest.length > 2) return undefined;
  const place = gradient(second) > gradient(first) ? second : first;
  const pixel = xPixel(chart, place);
  return { text: `max ${formatValue(gradient(place))}`, within: [pixel - 60, pixel + 60], sides: ['above'] };
}

function inputsLabel(chart: Chart, model: PlotModel, profiles: readonly Profile[], taken: readonly Box[]): Words[] {
  const area = areaOf(chart, 'output');
  if (!area || !model.inputs) return [];
  const { inputs } = model;
  const style = quiet(model);
  const text = area.width < narrow ? 'inputs' : `inputs N(${formatRounded(inputs.mean, 2)}, ${formatRounded(inputs.deviation ** 2, 2)})`;
  const size = textBox(chart.ctx, model.theme, text, style);
  const places = [1.25, 1.5, 1.75, 2, 2.5, 3, -1.5, -2, -2.5, 0.6, -0.6, 0].map((z) => {
    const scale = chart.scales['x'];
    const middle = scale ? scale.getPixelForValue(inputs.mean + z * inputs.deviation) : area.left;
    const top = Math.min(bellAt(chart, area, inputs, middle) - size.height - 2, area.top + area.height - size.height - 3);
    return { left: z < 0 ? middle - size.width : middle, top, ...size };
  });
  const box = places.find((place) => place.left > area.left + 2 && right(place) < right(area) - 2 && clearanceOf(place, profiles, taken, 4) >= 4);
  return box ? [{ text, style, box }] : [];
}
