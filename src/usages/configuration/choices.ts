/** Several names in one text, as searches are given them: `choice(relu, tanh)`, `relu,tanh,gelu`, `tune.choice(["relu", "tanh"])`. */
import { saysOneActivation } from '../tellingNames';
import { isEverydayWord } from './keys';
import { scalar, type Scalar } from './values';

/** Each name where it stands in the file, or the text itself where it is one name alone. */
export function choicesIn(given: Scalar, text: string): readonly Scalar[] {
  const { value, content } = given;
  const [, before = '', inside = ''] = typeof value === 'string' && value.length < longest && value.includes(',') ? list.exec(value) ?? [] : [];
  if (inside === '' || text.slice(content.start, content.end) !== value) return [given];
  const names = [...inside.matchAll(/\w[\w.]*/g)].map(({ 0: name, index }) => scalar(name, content.start + before.length + index, content.start + before.length + index + name.length, 0));
  return names.length > 1 && names.every(isName) ? names : [given];
}

/** Nobody lists more in one text. */
const longest = 400;

/** Words between commas, alone or in the call that a search is written as. */
const list = /^((?:[\w.]*(?:choices?|grid_search|categorical)\s*\(\s*)?\[?)([\w\s.,'"]+?)\]?\s*\)?$/i;

function isName({ value }: Scalar): boolean {
  return typeof value === 'string' && (saysOneActivation(value) || isEverydayWord(value));
}
