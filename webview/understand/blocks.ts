/** The parts of the page as elements. */
import { citations, type CitationKey } from '../../src/activations/citations';
import type { Block, Claim, Item, Row, Section } from '../../src/protocol/messages';
import { element, linkButton, onClick, type Child } from '../dom';
import { icon } from '../icons';
import { unbroken } from '../words';

type OpenCitation = (key: CitationKey) => void;

const rowsAtFirst = 8;

export function sectionOf({ title, blocks }: Section, open: OpenCitation): { readonly heading: HTMLElement; readonly parts: readonly HTMLElement[] } {
  return { heading: element('h2', {}, title), parts: blocks.map((block) => blockOf(block, title, open)) };
}

/** A sentence, in which backticks mark code. */
export function inline(text: string): Child[] {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? code(part) : unbroken(part))).filter((part) => part !== '');
}

/** A dotted name breaks after its dots before it breaks within a word. */
function code(text: string): HTMLElement {
  return element('code', {}, ...text.split(/(?<=\.)(?=[A-Za-z_])/).flatMap((part, index) => (index === 0 ? [part] : [element('wbr', {}), part])));
}

function blockOf(block: Block, title: string, open: OpenCitation): HTMLElement {
  switch (block.kind) {
    case 'facts': return facts(block.rows);
    case 'table': return table(block.head, block.rows, title);
    case 'list': return element('ul', { class: 'understand-items' }, ...block.items.map((item) => itemOf(item, open)));
    case 'claims': return element('div', { class: 'claims' }, ...block.claims.map((claim) => claimOf(claim, open)));
    case 'sources': return element('ol', { class: 'understand-sources' }, ...block.keys.filter(isKey).map((key) => sourceOf(key, open)));
  }
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return element('dl', { class: 'understand-facts' }, ...rows.map(([label, value]) => element('div', {}, element('dt', {}, ...inline(label)), element('dd', {}, ...inline(value)))));
}

/** A long table begins with what is best known, and shows the rest when it is asked for. */
function table(head: readonly string[], rows: readonly Row[], title: string): HTMLElement {
  const body = element('tbody', {}, ...rows.map(rowOf));
  const whole = element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': title },
    element('table', { class: 'understand-table' },
      element('thead', {}, element('tr', {}, ...head.map((cell) => element('th', { scope: 'col' }, cell)))), body));
  const rest = [...body.children].slice(rowsAtFirst);
  if (rest.length === 0) return whole;
  const show = (all: boolean): void => rest.forEach((row) => row.toggleAttribute('hidden', !all));
  const more = onClick(element('button', { type: 'button', class: 'link', 'aria-expanded': 'false' }, `Show all ${rows.length}`), () => {
    const all = more.getAttribute('aria-expanded') !== 'true';
    more.setAttribute('aria-expanded', String(all));
    more.textContent = all ? 'Show fewer' : `Show all ${rows.length}`;
    show(all);
  });
  show(false);
  return element('div', {}, whole, more);
}

function rowOf({ cells, differs = false }: Row): HTMLElement {
  return element('tr', { class: differs ? 'differs' : undefined }, ...cells.map((cell, index) => {
    const isLast = index === cells.length - 1;
    const mark = differs && isLast ? [icon('warning'), ' '] : [];
    return element(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, ...mark, ...inline(cell));
  }));
}

function itemOf({ lead, text, mark, strength, citations: keys = [] }: Item, open: OpenCitation): HTMLElement {
  return element('li', { class: mark },
    mark && icon('warning'),
    element('div', {}, ...(lead === undefined ? [] : [element('strong', {}, ...inline(lead)), ' ']), ...inline(text), ...cited(keys, open),
      ...(strength === undefined ? [] : [' ', letterOf(strength)])));
}

function letterOf(strength: string): HTMLElement {
  return element('span', { class: `letter letter-${strength}`, role: 'img', 'aria-label': `Evidence ${strength}` }, strength);
}

function claimOf({ said, instead, basis, citations: keys }: Claim, open: OpenCitation): HTMLElement {
  return element('div', { class: 'claim' }, element('blockquote', {}, `“${said}”`), element('p', {}, ...inline(`${instead} ${basis}`.trim()), ...cited(keys, open)));
}

function cited(keys: readonly string[], open: OpenCitation): Child[] {
  return keys.filter(isKey).flatMap((key) => [' ', shortOf(key, open)]);
}

function isKey(key: string): key is CitationKey {
  return Object.hasOwn(citations, key);
}

/** A link where the address is known. */
function shortOf(key: CitationKey, open: OpenCitation): HTMLElement {
  const { short, title, url } = citations[key];
  return url === undefined ? element('span', { class: 'cited', title }, short) : linkButton(short, () => open(key), { class: 'link cited', title });
}

function sourceOf(key: CitationKey, open: OpenCitation): HTMLElement {
  const { title, authors, andOthers, year, venue, url } = citations[key];
  const by = `${authors.join(', ')}${andOthers ? ' et al.' : ''}. `;
  const name = url === undefined ? title : linkButton(title, () => open(key));
  return element('li', {}, by, name, `. ${venue === undefined ? String(year) : venue.includes(String(year)) ? venue : `${venue}, ${year}`}.`);
}
