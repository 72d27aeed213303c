/**
 * Random numbers from a seed, the same on every machine: xoshiro128** of Blackman and Vigna, its state filled by
 * the mixing function of MurmurHash3. Written out here since a simulation draws a hundred million of them.
 */
export interface RandomNumbers {
  /** From [0, 1). */
  uniform(): number;
  /** From N(0, 1). */
  normal(): number;
}

/** Different seeds, and different streams of one seed, give numbers that have nothing to do with each other. */
export function randomNumbers(seed: number, stream = 0): RandomNumbers {
  const state = new Uint32Array(4);
  let mixing = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  for (let i = 0; i < 4; i++) {
    mixing = (mixing + 0x9e3779b9) >>> 0;
    state[i] = mixed(mixing);
  }
  let [a = 0, b = 0, c = 0, d = 1] = state;
  const next = (): number => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
  const uniform = () => next() / 2 ** 32;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    // Box and Muller; 1 - u is never 0.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

function rotated(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function mixed(x: number): number {
  let hash = x;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
