import { Kind, type Node, type SyntaxTree } from './syntax';

/** The text of a String or Concatenation with its escapes resolved; undefined for bytes, f-strings and all other nodes. */
export function stringValue(tree: SyntaxTree, node: Node): string | undefined {
  const kind = tree.kind(node);
  if (kind === Kind.String) return literalText(tree.textOf(node));
  if (kind !== Kind.Concatenation) return undefined;
  const parts: string[] = [];
  for (let part = tree.firstChild(node); part; part = tree.nextSibling(part)) {
    const value = stringValue(tree, part);
    if (value === undefined) return undefined;
    parts.push(value);
  }
  return parts.join('');
}

/** Where the characters between the quotes stand: without prefix and quotes; up to the end if the string never ends. */
export function stringContent(tree: SyntaxTree, string: Node): { start: number; end: number } {
  const text = tree.textOf(string);
  const { opening, closing } = quotesOf(text);
  return { start: tree.start(string) + opening, end: tree.start(string) + text.length - closing };
}

/** The first character of a string's content as it is written; the closing quote where there is none. */
export function firstCodeOf(tree: SyntaxTree, string: Node): number {
  const { text } = tree;
  let place = tree.start(string);
  while (isLetter(text.charCodeAt(place))) place++;
  const quote = text.charCodeAt(place);
  const isTriple = text.charCodeAt(place + 1) === quote && text.charCodeAt(place + 2) === quote;
  return text.charCodeAt(place + (isTriple ? 3 : 1));
}

/** Whether a literal has the character, told without cutting its text out. */
export function hasCode(tree: SyntaxTree, string: Node, code: number): boolean {
  const { text } = tree;
  const end = tree.end(string);
  for (let place = tree.start(string); place < end; place++) if (text.charCodeAt(place) === code) return true;
  return false;
}

/** How many characters of a literal are prefix and opening quotes, and how many are closing quotes. */
function quotesOf(text: string): { opening: number; closing: number } {
  let prefix = 0;
  while (isLetter(text.charCodeAt(prefix))) prefix++;
  const quote = text[prefix]!;
  const quotes = text[prefix + 1] === quote && text[prefix + 2] === quote ? quote + quote + quote : quote;
  const opening = prefix + quotes.length;
  const closed = text.length >= opening + quotes.length && text.endsWith(quotes);
  return { opening, closing: closed ? quotes.length : 0 };
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function literalText(text: string): string | undefined {
  const { opening, closing } = quotesOf(text);
  const raw = opening > 1 && /^[uU]?[rR]/.test(text);
  let content = text.slice(opening, text.length - closing);
  if (content.includes('\r')) content = content.replace(/\r\n?/g, '\n');
  return raw || !content.includes('\\') ? content : unescape(content);
}

const ESCAPE = /\\(?:\n|[\\'"abfnrtv]|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\})/g;

const SIMPLE: Record<string, string> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};

/** An escape that Python does not know stays as it is. Names of characters would need their table, so they make the value unknown. */
function unescape(content: string): string | undefined {
  let known = true;
  const text = content.replace(ESCAPE, (escape) => {
    const letter = escape[1]!;
    if (SIMPLE[letter] !== undefined) return SIMPLE[letter];
    const code = letter >= '0' && letter <= '7' ? parseInt(escape.slice(1), 8) : parseInt(escape.slice(2), 16);
    known &&= letter !== 'N' && code <= 0x10ffff;
    return known ? String.fromCodePoint(code) : '';
  });
  return known ? text : undefined;
}
