/** YAML, all documents of a file. */
import { isMap, isScalar, isSeq, parseAllDocuments, Scalar as YamlScalar } from 'yaml';
import { deepest, scalar, type Value } from './values';

/** A template that only becomes YAML later is read as far as it goes; aliases are not followed. */
export function readYaml(text: string): Value[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  return Array.isArray(documents) ? documents.flatMap(({ contents }) => valueOf(contents, 0) ?? []) : [];
}

function valueOf(node: unknown, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  if (isMap(node)) {
    return { kind: 'fields', entries: node.items.flatMap(({ key, value: content }) => {
      const value = valueOf(content, depth + 1);
      return isScalar(key) && value ? [{ key: String(key.value), value }] : [];
    }) };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => valueOf(item, depth + 1) ?? []) };
  return isScalar(node) ? scalarOf(node) : undefined;
}

function scalarOf({ value, type, range }: YamlScalar): Value | undefined {
  if (!range || !isPlain(value)) return undefined;
  const isQuoted = type === YamlScalar.QUOTE_DOUBLE || type === YamlScalar.QUOTE_SINGLE;
  return scalar(value, range[0], range[1], isQuoted ? 1 : 0);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
