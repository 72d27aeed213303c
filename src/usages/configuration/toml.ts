/** TOML, its tables put together as they are meant. */
import { parseTOML, type AST } from 'toml-eslint-parser';
import { deepest, scalar, type Entry, type Value } from './values';

/** Fields while they are still being put together. */
interface Growing {
  readonly kind: 'fields';
  readonly entries: Entry[];
}

/** Its parser reads a file that is right or none. */
export function readToml(text: string): Value[] {
  const root: Growing = { kind: 'fields', entries: [] };
  const numbered = new Set<Value>();
  for (const node of parseTOML(text).body[0].body) {
    const fields = node.type === 'TOMLTable' ? below(root, node.resolvedKey, numbered) : root;
    for (const each of node.type === 'TOMLTable' ? node.body : [node]) add(fields, each);
  }
  return [listed(root, numbered)];
}

/** An array of tables, once all of them are read, is a list: `[[layers]]`. */
function listed(value: Value, numbered: ReadonlySet<Value>): Value {
  if (value.kind !== 'fields') return value;
  const entries = value.entries.map((entry): Entry => ({ ...entry, value: listed(entry.value, numbered) }));
  return numbered.has(value) ? { kind: 'list', items: entries.map((entry) => entry.value) } : { kind: 'fields', entries };
}

function add(fields: Growing, { key, value: content }: AST.TOMLKeyValue): void {
  const path = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
  const last = path.pop();
  const value = valueOf(content, 0);
  const written = key.keys.at(-1);
  if (last === undefined || written === undefined || !value) return;
  const name = scalar(last, written.range[0], written.range[1], written.type === 'TOMLBare' ? 0 : 1);
  below(fields, path).entries.push({ key: last, name, value });
}

/** An array of tables numbers its tables, so that they stay apart. */
function below(fields: Growing, path: readonly (string | number)[], numbered?: Set<Value>): Growing {
  return path.slice(0, deepest).reduce<Growing>((parent, part) => {
    const key = String(part);
    if (typeof part === 'number') numbered?.add(parent);
    const known = parent.entries.find((entry) => entry.key === key)?.value;
    if (known?.kind === 'fields') return known as Growing;
    const made: Growing = { kind: 'fields', entries: [] };
    parent.entries.push({ key, value: made });
    return made;
  }, fields);
}

function valueOf(node: AST.TOMLContentNode, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  if (node.type === 'TOMLArray') return { kind: 'list', items: node.elements.flatMap((item) => valueOf(item, depth + 1) ?? []) };
  if (node.type === 'TOMLInlineTable') {
    const fields: Growing = { kind: 'fields', entries: [] };
    for (const each of node.body) add(fields, each);
    return fields;
  }
  const [start, end] = node.range;
  const { value } = node;
  const quotes = node.kind !== 'string' ? 0 : node.multiline ? 3 : 1;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? scalar(value, start, end, quotes) : undefined;
}
