/** Sizes that run over hundreds of orders of magnitude, as they are written in the table. */
import { formatScientific, formatValue } from '../../src/pictures/numbers';

/** Products below this are zero in double precision although no factor of theirs is. */
const smallest = 1e-307;

/** `perLayer` tells a true zero from one that has only become too small to be stored. */
export function sizeText(size: number, perLayer = 0): string {
  if (size < smallest && perLayer > 0) return `< ${formatScientific(smallest, 2)}`;
  return formatValue(size, size < 0.1 ? 3 : 2);
}

/** Of a factor, whose third decimal still matters over fifty layers. */
export function factorText(factor: number): string {
  return Number.isNaN(factor) ? '–' : formatValue(factor, 3);
}
