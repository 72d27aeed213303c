/** YAML, all documents of a file. */
import { isMap, isNode, isScalar, isSeq, parseAllDocuments, Scalar as YamlScalar } from 'yaml';
import { deepest, scalar, type Entry, type Scalar, type Value } from './values';

/** A template that only becomes YAML later is read as far as it goes; aliases are not followed. */
export function readYaml(text: string): Value[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  return Array.isArray(documents) ? documents.flatMap(({ contents }) => tagged(text, contents, 0) ?? []) : [];
}

/** `!new:torch.nn.LeakyReLU` and `!!python/name:torch.nn.ReLU` name what is made, as `_target_` does. */
function tagged(text: string, node: unknown, depth: number): Value | undefined {
  const value = valueOf(text, node, depth);
  const path = isNode(node) ? /:([a-zA-Z_][\w.]*)$/.exec(node.tag ?? '')?.[1] : undefined;
  const start = path === undefined || !isNode(node) ? -1 : text.lastIndexOf(path, node.range?.[0]);
  if (path === undefined || start < 0) return value;
  const target: Entry = { key: '_target_', value: scalar(path, start, start + path.length, 0) };
  return { kind: 'fields', entries: [target, ...givenTo(value)] };
}

/** What is made is given fields by name, or the items of a list: `!!python/object/apply:mine.Activation [relu]`. */
function givenTo(value: Value | undefined): readonly Entry[] {
  if (value?.kind === 'list') return [{ key: 'values', value }];
  return value?.kind === 'fields' ? value.entries : [];
}

function valueOf(text: string, node: unknown, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  if (isMap(node)) {
    return { kind: 'fields', entries: node.items.flatMap(({ key, value: content }) => {
      const value = tagged(text, content, depth + 1);
      const name = isScalar(key) ? scalarOf(key) : undefined;
      return isScalar(key) && value ? [{ key: String(key.value), ...(name ? { name } : {}), value }] : [];
    }) };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => tagged(text, item, depth + 1) ?? []) };
  return isScalar(node) ? scalarOf(node) : undefined;
}

function scalarOf({ value, type, range }: YamlScalar): Scalar | undefined {
  if (!range || !isPlain(value)) return undefined;
  const isQuoted = type === YamlScalar.QUOTE_DOUBLE || type === YamlScalar.QUOTE_SINGLE;
  return scalar(value, range[0], range[1], isQuoted ? 1 : 0);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
