/**
 * A view of the Lab as the query of a link, short and readable: `f=gelu&f=leaky-relu:negativeSlope=0.2&range.min=-5&range.max=3`.
 *
 * A link comes from anywhere, so it is read as text alone: what is not in its form is refused in words, and nothing in it is run.
 * Fields are carried without being understood; the Lab checks each of them before it shows it.
 */
import type { ParameterValues } from '../activations/activation';

export type LinkValue = string | number | boolean | null | readonly LinkValue[] | { readonly [name: string]: LinkValue };

interface LinkedCurve {
  readonly activation: string;
  readonly parameters: ParameterValues;
  /** A function of x as it was typed, in the place of one of the catalogue. */
  readonly expression?: string;
}

export interface LinkedView {
  readonly curves: readonly LinkedCurve[];
  /** What differs from how the Lab shows these functions by itself; `null` for what is switched off. */
  readonly fields: Readonly<Record<string, LinkValue>>;
}

interface BrokenLink {
  readonly problem: string;
}

/** Beyond what any view needs; a longer link is no link of the Lab. */
const longest = 8000;
const mostFields = 200;
const deepest = 6;
const curveKey = 'f';

export function linkQuery({ curves, fields }: LinkedView): string {
  const functions = curves.map((curve) => [curveKey, curveText(curve)] as const);
  const pairs = Object.entries(fields).flatMap(([name, value]) => flattened(name, value, 1));
  return [...functions, ...pairs].map(([name, text]) => `${escaped(name)}=${escaped(text)}`).join('&');
}

export function readLink(query: string): LinkedView | BrokenLink {
  if (query.length > longest) return { problem: 'The link is too long.' };
  const pairs = query.split('&').filter((pair) => pair !== '').map(unescapedPair);
  if (pairs.length > mostFields) return { problem: 'The link says too much.' };
  const curves: LinkedCurve[] = [];
  const fields = new Map<string, LinkValue | Tree>();
  for (const pair of pairs) {
    const problem = pair === undefined ? 'A part of the link cannot be decoded.' : take(pair, curves, fields);
    if (problem !== undefined) return { problem };
  }
  if (curves.length === 0) return { problem: 'The link names no function.' };
  return { curves, fields: grown(fields) };
}

type Tree = Map<string, LinkValue | Tree>;

/** Puts one part of the query where it belongs, or says what is wrong with it. */
function take([name, text]: readonly [string, string], curves: LinkedCurve[], fields: Tree): string | undefined {
  if (name === curveKey) {
    const curve = readCurve(text);
    if (curve !== undefined) curves.push(curve);
    return curve === undefined ? `“${shortened(text)}” is no function with its parameters.` : undefined;
  }
  const value = readValue(text);
  const isPlaced = value !== undefined && place(fields, name.split('.'), value);
  return isPlaced ? undefined : `“${shortened(name)}” in the link cannot be read.`;
}

/** `leaky-relu:negativeSlope=0.2`, as the terminal takes it; `=x * exp(-x)` for a function of the person's own. */
function curveText({ activation, parameters, expression }: LinkedCurve): string {
  if (expression !== undefined) return `=${expression}`;
  const settings = Object.entries(parameters).map(([name, value]) => `${name}=${scalarText(value)}`);
  return settings.length === 0 ? activation : `${activation}:${settings.join(',')}`;
}

function readCurve(text: string): LinkedCurve | undefined {
  if (text.startsWith('=')) return { activation: '', parameters: {}, expression: text.slice(1) };
  const [, activation, , settings = ''] = /^([\w-]{1,60})(:(.*))?$/s.exec(text) ?? [];
  if (activation === undefined) return undefined;
  const entries = settings.split(',').filter((each) => each !== '').map((each) => /^([A-Za-z]\w{0,40})=([^=]*)$/s.exec(each));
  const read = entries.flatMap((match) => {
    const value = readValue(match?.[2] ?? '');
    return match?.[1] !== undefined && (typeof value === 'number' || typeof value === 'string') ? [[match[1], value] as const] : [];
  });
  return read.length === entries.length ? { activation, parameters: Object.fromEntries(read) } : undefined;
}

/** Objects become dotted names, lists of plain values words between commas. */
function flattened(name: string, value: LinkValue, depth: number): (readonly [string, string])[] {
  if (isPlain(value)) return [[name, scalarText(value)]];
  if (isList(value)) return value.every(isPlain) && value.length > 0 ? [[name, `${value.map(scalarText).join(',')},`]] : [[name, `~${JSON.stringify(value)}`]];
  const entries = Object.entries(value);
  const isSimple = depth < deepest && entries.length > 0 && entries.every(([key]) => isName(key));
  return isSimple ? entries.flatMap(([key, inner]) => flattened(`${name}.${key}`, inner, depth + 1)) : [[name, `~${JSON.stringify(value)}`]];
}

type Plain = string | number | boolean | null;

function isPlain(value: LinkValue): value is Plain {
  return typeof value !== 'object' || value === null;
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: LinkValue): value is readonly LinkValue[] {
  return Array.isArray(value);
}

/** A word stands as it is unless it would be read as something else. */
function scalarText(value: Plain): string {
  if (value === null) return 'none';
  return typeof value === 'string' && (value.startsWith("'") || readScalar(value) !== value) ? `'${value.replace(/[%,=]/g, encodeURIComponent)}` : String(value);
}

/** Undefined for what is no value. */
function readValue(text: string): LinkValue | undefined {
  if (text.startsWith('~')) return readJson(text.slice(1));
  if (!text.endsWith(',')) return readScalar(text);
  const items = text.slice(0, -1).split(',').map(readScalar);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function readScalar(text: string): Plain | undefined {
  if (text.startsWith("'")) return decoded(text.slice(1));
  if (text === 'none') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return /^[A-Za-z][\w-]*$/.test(text) ? text : undefined;
}

function readJson(text: string): LinkValue | undefined {
  try {
    return withoutPrototypes(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Names such as `__proto__` mean something to JavaScript itself, so no object of a link may have them. */
function withoutPrototypes(value: LinkValue): LinkValue | undefined {
  return JSON.stringify(value).match(/"(__proto__|constructor|prototype)":/) === null ? value : undefined;
}

const forbidden = ['__proto__', 'constructor', 'prototype'];

function isName(key: string): boolean {
  return /^\w+$/.test(key) && !forbidden.includes(key);
}

/** False where the name is none, or says of one place two things. */
function place(tree: Tree, [name = '', ...rest]: readonly string[], value: LinkValue): boolean {
  if (!isName(name) || rest.length >= deepest) return false;
  const there = tree.get(name);
  if (rest.length === 0) {
    if (there === undefined) tree.set(name, value);
    return there === undefined;
  }
  const inner = there ?? new Map<string, LinkValue | Tree>();
  if (!(inner instanceof Map)) return false;
  tree.set(name, inner);
  return place(inner, rest, value);
}

function grown(tree: Tree): Readonly<Record<string, LinkValue>> {
  return Object.fromEntries([...tree].map(([name, value]) => [name, value instanceof Map ? grown(value) : value]));
}

/** As few percent signs as a query allows, so that a person can read it. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3D', '=').replaceAll('%7E', '~');
}

function unescapedPair(pair: string): readonly [string, string] | undefined {
  const at = pair.indexOf('=');
  const [name, text] = [decoded(at < 0 ? pair : pair.slice(0, at)), decoded(at < 0 ? '' : pair.slice(at + 1))];
  return name === undefined || text === undefined ? undefined : [name, text];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
