/** A free place for a label beside its own line: lines here are long and straight, so a corner of the label lies next to it. */
import { bottom, right, type Box } from '../../curves/plot/geometry';
import { clearanceOf, type Profile } from '../../curves/plot/placing';

type Size = Pick<Box, 'width' | 'height'>;

const anchors = 28;
/** Nearer to another line than this a label would seem to be its name. */
const clearOfOthers = 6;
const clearOfWords = 4;
/** Between the line and the label. */
const offset = 5;
/** Room beyond this makes a place no better. */
const enough = 22;

export function placeBeside(key: number, size: Size, area: Box, profiles: readonly Profile[], taken: readonly Box[]): Box | undefined {
  const own = profiles.filter((profile) => profile.key === key);
  const others = profiles.filter((profile) => profile.key !== key);
  let best: { readonly box: Box; readonly score: number } | undefined;
  for (const box of candidates(own, size, area)) {
    const toWords = clearanceOf(box, [], taken, enough);
    const toOthers = clearanceOf(box, others, []);
    const toOwn = clearanceOf(box, own, []);
    if (toWords < clearOfWords || toOthers < clearOfOthers || toOwn < 3) continue;
    const score = Math.min(enough, toOthers) + 0.5 * Math.min(enough, toWords) - 1.5 * toOwn;
    if (!best || score > best.score) best = { box, score };
  }
  return best?.box;
}

function candidates(own: readonly Profile[], { width, height }: Size, area: Box): Box[] {
  return own.flatMap(({ left, heights }) => Array.from({ length: anchors }, (_, i) => {
    const column = Math.round(((i + 0.5) / anchors) * (heights.length - 1));
    return [left + (column / (heights.length - 1)) * area.width, heights[column] ?? NaN] as const;
  })).flatMap(([x, y]) => {
    const lefts = [x - width / 2, x + offset, x - width - offset];
    const tops = [y - height - offset, y + offset];
    return lefts.flatMap((left) => tops.map((top) => ({ left, top, width, height })));
  }).filter((box) => box.left >= area.left + 4 && right(box) <= right(area) - 4 && box.top >= area.top + 2 && bottom(box) <= bottom(area) - 2);
}
