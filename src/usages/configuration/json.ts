/** JSON, with the comments and trailing commas that some programs allow. */
import { parseTree, type Node } from 'jsonc-parser';
import { deepest, scalar, type Value } from './values';

/** What is broken is read as far as it goes. */
export function readJson(text: string): Value[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const value = root && valueOf(root, 0);
  return value ? [value] : [];
}

function valueOf(node: Node, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return { kind: 'fields', entries: children.flatMap(({ children: [key, content] = [] }) => {
        const value = content && valueOf(content, depth + 1);
        return key && value ? [{ key: String(key.value), name: scalar(String(key.value), key.offset, key.offset + key.length, 1), value }] : [];
      }) };
    case 'array':
      return { kind: 'list', items: children.flatMap((child) => valueOf(child, depth + 1) ?? []) };
    default:
      return scalar(node.value, node.offset, node.offset + node.length, node.type === 'string' ? 1 : 0);
  }
}
