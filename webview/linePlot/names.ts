/** Where the names of lines, guides and ends are written: beside their own, clear of every other. */
import type { Chart } from 'chart.js';
import { gap, right, bottom, type Box } from '../curves/plot/geometry';
import { textBox } from '../curves/plot/ink';
import { placeBeside, type Placement, type Profile } from '../curves/plot/placing';
import { areaOf, heightAt, markerColumns, nameSize, pixelOf } from './layers';
import type { Guide, LinePlotModel, Name, Names } from './linePlotModel';

/** Kept over frames, so that names do not wander under a moving hand. */
export type Places = Map<string, Placement>;

const columnWidth = 4;

export function placeNames(chart: Chart, model: LinePlotModel, places: Places): Names {
  const profiles = profilesOf(chart, model);
  const area = areaOf(chart);
  const crosshair = { left: pixelOf(chart, 'x', model.crosshair) - 3, top: area.top, width: 6, height: area.height };
  const taken: Box[] = [crosshair, ...markerBoxes(chart, model)];
  const names: Name[] = [];
  const zeroLine = pixelOf(chart, 'y', 0);
  model.lines.forEach(({ label, colour }, key) => {
    const own = profiles[key];
    const size = textBox(chart.ctx, model.theme, label, { colour, size: nameSize, weight: 500 });
    const place = own && label ? placeBeside(own, size, { area, zeroLine, profiles, taken, mayLead: false }, places.get(label)) : undefined;
    if (!place) return;
    places.set(label, place);
    taken.push(place.box);
    names.push({ text: label, colour, box: place.box });
  });
  return [...names, ...quietNames(chart, model, profiles, taken)];
}

function profilesOf(chart: Chart, model: LinePlotModel): Profile[] {
  const { left, width } = chart.chartArea;
  const columns = Math.floor(width / columnWidth) + 1;
  return model.lines.map((line, key) => ({
    key, left, heights: Array.from({ length: columns }, (_, i) => heightAt(chart, line, left + i * columnWidth)),
  }));
}

function markerBoxes(chart: Chart, model: LinePlotModel): Box[] {
  return model.lines.flatMap((line) => markerColumns(chart, model, line).flatMap((x) => {
    const y = heightAt(chart, line, x);
    return Number.isFinite(y) ? [{ left: x - 4, top: y - 4, width: 8, height: 8 }] : [];
  }));
}

/** Guides and ends are named where there is room, and are told in words elsewhere. */
function quietNames(chart: Chart, model: LinePlotModel, profiles: readonly Profile[], taken: Box[]): Name[] {
  const { theme } = model;
  const candidates = [
    ...model.guides.map((guide) => ({ text: guide.label, boxes: (size: Size) => besideGuide(chart, guide, size) })),
    ...(model.ends.left ? [{ text: model.ends.left, boxes: (size: Size) => atEnd(chart, 'left', size) }] : []),
    ...(model.ends.right ? [{ text: model.ends.right, boxes: (size: Size) => atEnd(chart, 'right', size) }] : []),
  ];
  return candidates.flatMap(({ text, boxes }) => {
    const size = textBox(chart.ctx, theme, text, { colour: theme.secondary, size: nameSize, weight: 500 });
    const box = boxes(size).find((candidate) => isFree(candidate, profiles, taken));
    if (!box) return [];
    taken.push(box);
    return [{ text, colour: theme.secondary, box }];
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function besideGuide(chart: Chart, { y }: Guide, size: Size): Box[] {
  const area = areaOf(chart);
  const line = pixelOf(chart, 'y', y);
  const lefts = [1, 0.75, 0.5, 0.25, 0].map((share) => area.left + 6 + share * (area.width - size.width - 12));
  return lefts.flatMap((left) => [line + 3, line - 3 - size.height].map((top) => ({ left, top, ...size })));
}

function atEnd(chart: Chart, end: 'left' | 'right', size: Size): Box[] {
  const area = areaOf(chart);
  const left = end === 'left' ? area.left + 6 : right(area) - 6 - size.width;
  return [0.93, 0.8, 0.6, 0.4, 0.2, 0.07].map((share) => ({ left, top: area.top + share * area.height - size.height / 2, ...size }));
}

function isFree(box: Box, profiles: readonly Profile[], taken: readonly Box[]): boolean {
  if (taken.some((other) => gap(box, other) < 4)) return false;
  return profiles.every(({ left, heights }) => heights.every((y, i) => {
    const x = left + i * columnWidth;
    return x < box.left - 2 || x > right(box) + 2 || y < box.top - 3 || y > bottom(box) + 3 || Number.isNaN(y);
  }));
}
