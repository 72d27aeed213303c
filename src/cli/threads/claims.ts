/**
 * Which thread reads which file. All threads have the same list and share one counter, so that each takes the next file as soon as it
 * has done the one before, and none waits for another.
 */

/** The place of the next file, and behind it by the number of each thread the place of the file that it is at. */
export type Claims = Int32Array;

const NEXT = 0;
const NOTHING = -1;

/** The number of the main thread; the others follow it. */
export const MAIN = 1;

export function claimsOf(threads: number): Claims {
  const claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (threads + 1))).fill(NOTHING);
  claims[NEXT] = 0;
  return claims;
}

export function claimNext(claims: Claims, thread: number): number {
  const place = Atomics.add(claims, NEXT, 1);
  Atomics.store(claims, thread, place);
  return place;
}

/** The file that a thread took last; nothing as long as it took none. */
export function lastClaim(claims: Claims, thread: number): number | undefined {
  const place = Atomics.load(claims, thread);
  return place === NOTHING ? undefined : place;
}

/** How many files of a list of some length nobody has taken yet. */
export function unclaimed(claims: Claims, length: number): number {
  return Math.max(0, length - Atomics.load(claims, NEXT));
}
