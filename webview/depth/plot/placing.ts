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

interface AwayPlace {
  readonly box: Box;
  /** The point of the line that a leader ties the label to. */
  readonly from: readonly [number, number];
}

const awayDistances = [16, 28, 42, 60];

/** Free space farther off, for a line that others run so close to that no place beside it is its own. */
export function placeAway(key: number, size: Size, area: Box, profiles: readonly Profile[], taken: readonly Box[]): AwayPlace | undefined {
  const own = profiles.filter((profile) => profile.key === key);
  const isFree = (box: Box) => isInside(box, area) && clearanceOf(box, [], taken) >= clearOfWords && clearanceOf(box, profiles, []) >= clearOfOthers;
  for (const distance of awayDistances) {
    for (const [x, y] of anchorsOf(own, area)) {
      const boxes = [y + distance, y - distance - size.height].map((top) => ({ left: x + offset, top, ...size }));
      const box = boxes.find(isFree);
      if (box) return { box, from: [x, y] };
    }
  }
  return undefined;
}

function anchorsOf(own: readonly Profile[], area: Box): (readonly [number, number])[] {
  return own.flatMap(({ left, heights }) => Array.from({ length: anchors }, (_, i) => {
    const column = Math.round(((i + 0.5) / anchors) * (heights.length - 1));
    return [left + (column / (heights.length - 1)) * area.width, heights[column] ?? NaN] as const;
  }));
}

function isInside(box: Box, area: Box): boolean {
  return box.left >= area.left + 4 && right(box) <= right(area) - 4 && box.top >= area.top + 2 && bottom(box) <= bottom(area) - 2;
}

function candidates(own: readonly Profile[], { width, height }: Size, area: Box): Box[] {
  return anchorsOf(own, area).flatMap(([x, y]) => {
    const lefts = [x - width / 2, x + offset, x - width - offset];
    const tops = [y - height - offset, y + offset];
    return lefts.flatMap((left) => tops.map((top) => ({ left, top, width, height })));
  }).filter((box) => isInside(box, area));
}
