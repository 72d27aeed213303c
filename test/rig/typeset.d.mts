import type { TypesetFormula } from '../../src/pictures/formula';

/** Writes `<id>.json` for every activation: its formula and its gradient as SVG. */
export function typeset(outDir: string): Promise<void>;

/** A function from TeX to a drawing; it throws where the TeX is wrong. */
export function typesetter(): (tex: string) => TypesetFormula;
