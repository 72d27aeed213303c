/** Formulas as MathML, where the browser lays it out, else as plain text. */
import type { FormulaBlock } from '../../src/protocol/messages';
import { element } from '../dom';

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
/** What TeX makes of formulas; anything else is no formula of ours. */
const allowed: ReadonlySet<string> = new Set([
  'xmlns', 'display', 'displaystyle', 'scriptlevel', 'stretchy', 'fence', 'symmetric', 'minsize', 'maxsize', 'mathvariant', 'width', 'columnalign', 'columnspacing',
  'rowspacing', 'movablelimits', 'accent', 'lspace', 'rspace', 'separator', 'form', 'linethickness',
]);

export function formulaOf({ plain, mathml }: FormulaBlock): HTMLElement {
  const math = mathml === undefined || !laysOutMath() ? undefined : mathOf(mathml);
  return element('div', { class: 'formula', 'data-plain': plain }, math ?? element('code', { class: 'code' }, plain));
}

function mathOf(text: string): Element | undefined {
  const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
  const isMath = [root, ...root.querySelectorAll('*')].every((each) => each.namespaceURI === mathNamespace && [...each.attributes].every(({ name }) => allowed.has(name)));
  return isMath && root.localName === 'math' ? document.importNode(root, true) : undefined;
}

let known: boolean | undefined;

/** Chromium lays out MathML since version 109; before that a fraction is as high as its letters. */
function laysOutMath(): boolean {
  if (known !== undefined) return known;
  const probe = document.createElement('div');
  const math = new DOMParser().parseFromString(`<math xmlns="${mathNamespace}"><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>1</mn></math>`, 'application/xml').documentElement;
  probe.append(document.importNode(math, true));
  document.body.append(probe);
  const [fraction, plain] = [probe.querySelector('mfrac'), probe.querySelector('math > mn')].map((each) => each?.getBoundingClientRect().height ?? 0);
  probe.remove();
  return (known = (fraction ?? 0) > 1.3 * (plain ?? 0));
}
