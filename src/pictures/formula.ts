/** Formulas that were typeset when the product was built, coloured for a theme and fitted to a place. */
import type { Palette } from './palette';
import type { Picture } from './svg';

/** A drawing in `currentColor`, with its size in em. */
export interface TypesetFormula {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** The same as MathML, for pages that lay it out themselves. */
  readonly mathml: string;
}

/** What `dist/formulas/<id>.json` holds. */
export interface TypesetFormulas {
  readonly formula: TypesetFormula;
  readonly gradient: TypesetFormula;
}

export interface Fit {
  readonly fontSize: number;
  readonly widest: number;
  readonly highest: number;
}

/** The formula as a picture whose words are `plain`. */
export function formulaPicture(formula: TypesetFormula, plain: string, palette: Palette, fit: Fit): Picture {
  const scale = Math.min(fit.fontSize, fit.widest / formula.width, fit.highest / formula.height);
  return {
    svg: formula.svg.replace(/currentColor/g, palette.text),
    width: Math.round(scale * formula.width),
    height: Math.round(scale * formula.height),
    alt: plain,
  };
}

/** The contents of a formula file, or nothing where it is not one. */
export function readFormulas(json: string): TypesetFormulas | undefined {
  try {
    const read: unknown = JSON.parse(json);
    return isFormulas(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isFormulas(value: unknown): value is TypesetFormulas {
  return isRecord(value) && isFormula(value.formula) && isFormula(value.gradient);
}

function isFormula(value: unknown): value is TypesetFormula {
  return isRecord(value) && typeof value.svg === 'string' && typeof value.mathml === 'string' && typeof value.width === 'number' && typeof value.height === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
