// Reads every file of a list with one peer and says how many calls it saw: `node parse.mjs lezer|tree-sitter|ruff LIST`.
import { readFileSync } from 'node:fs';
import { fromPeers } from './install.mjs';

const makers = {
  async lezer() {
    const { parser } = fromPeers('@lezer/python');
    return (text) => {
      let calls = 0;
      parser.parse(text).iterate({ enter: ({ name }) => { if (name === 'CallExpression') calls++; } });
      return calls;
    };
  },
  async 'tree-sitter'() {
    const { Parser, Language } = fromPeers('web-tree-sitter');
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(fromPeers.resolve('tree-sitter-python/tree-sitter-python.wasm')));
    return (text) => {
      const tree = parser.parse(text);
      const calls = tree.rootNode.descendantsOfType('call').length;
      tree.delete();
      return calls;
    };
  },
  async ruff() {
    const { Workspace, PositionEncoding } = fromPeers('@astral-sh/ruff-wasm-nodejs');
    const workspace = new Workspace({ lint: { select: ['F401'] } }, PositionEncoding.Utf16);
    return (text) => workspace.check(text).length;
  },
};

/** A function that reads one text with a peer. */
export function readerOf(peer) {
  return makers[peer]();
}

if (process.argv[1]?.endsWith('parse.mjs')) {
  const [, , peer, list] = process.argv;
  const read = await readerOf(peer);
  let calls = 0;
  for (const path of readFileSync(list, 'utf8').split('\n')) calls += read(readFileSync(path, 'utf8'));
  console.log(calls);
}
