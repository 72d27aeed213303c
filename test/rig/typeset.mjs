/**
 * Typesets every formula of the catalogue when the extension is built, so that nothing typesets at run time.
 *
 * One drawing serves all themes: its colour is `currentColor`, which the hover replaces. Widths and heights are
 * in em, so that the hover decides the size of the font.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { imported } from './imported.mjs';

const require = createRequire(import.meta.url);

/** MathJax measures in thousandths of an em. */
const unitsPerEm = 1000;

/** Writes `<id>.json` for every activation: its formula and its gradient as SVG for images, and as MathML for the Lab. */
export async function typeset(outDir) {
  await mkdir(outDir, { recursive: true });
  const draw = typesetter();
  const { activations } = await imported('activations/catalogue.ts');
  for (const { id, formula, gradient } of activations) {
    await writeFile(join(outDir, `${id}.json`), JSON.stringify({ formula: draw(formula.tex), gradient: draw(gradient.tex) }));
  }
}

/** A function from TeX to `{svg, width, height, mathml}`; it throws where the TeX is wrong. */
export function typesetter() {
  const { mathjax } = require('mathjax-full/js/mathjax.js');
  const { TeX } = require('mathjax-full/js/input/tex.js');
  const { SVG } = require('mathjax-full/js/output/svg.js');
  const { liteAdaptor } = require('mathjax-full/js/adaptors/liteAdaptor.js');
  const { RegisterHTMLHandler } = require('mathjax-full/js/handlers/html.js');
  const { SerializedMmlVisitor } = require('mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js');
  const { STATE } = require('mathjax-full/js/core/MathItem.js');
  const { AllPackages } = require('mathjax-full/js/input/tex/AllPackages.js');
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const input = new TeX({
    packages: AllPackages.filter((name) => name !== 'noundefined' && name !== 'noerrors'),
    formatError: (_, error) => { throw error; },
  });
  const document = mathjax.document('', { InputJax: input, OutputJax: new SVG({ fontCache: 'local' }) });
  const visitor = new SerializedMmlVisitor();
  return (tex) => {
    try {
      const mathml = compact(visitor.visitTree(document.convert(tex, { display: true, end: STATE.CONVERT })));
      return { ...drawingOf(adaptor.innerHTML(document.convert(tex, { display: true }))), mathml };
    } catch (error) {
      throw new Error(`${tex} does not typeset: ${error.message}`, { cause: error });
    }
  };
}

/** Without line breaks between the elements, and without what only MathJax reads. */
function compact(mathml) {
  return mathml.replace(/>\s+</g, '><').replace(/ data-[\w-]+="[^"]*"/g, '');
}

/** Sizes in em instead of ex, and without what only a page needs. */
function drawingOf(svg) {
  const [, box] = /viewBox="([^"]+)"/.exec(svg);
  const [, , width, height] = box.split(' ').map(Number);
  const bare = svg
    .replace(/ (?:style|role|focusable|data-[\w-]+)="[^"]*"/g, '')
    .replace(/ (?:width|height)="[\d.]+ex"/g, '')
    .replace(/ xmlns:xlink="[^"]*"/g, '')
    .replace(/xlink:href/g, 'href')
    .replace(/MJX-\d+-TEX-/g, '')
    .replace(/><\/(?:path|use|rect)>/g, '/>');
  return { svg: bare, width: width / unitsPerEm, height: height / unitsPerEm };
}
