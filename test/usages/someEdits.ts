/** Edits as people make them, and as nobody does: typed letters, lines deleted and pasted, names changed, stray quotes and brackets. */

const snippets = [
  'act = nn.GELU()', 'self.act = nn.ReLU(inplace=True)', 'self.add_module("act", nn.ELU())', 'import torch.nn as nn\n', 'from torch import nn\n', 'import numpy as np\n', 'from .layers import *\n',
  'x = x * torch.sigmoid(x)', 'return F.leaky_relu(x, 0.2)', 'def swish(x):\n    return x * torch.sigmoid(x)\n',
  'class Foo(nn.Module):\n    def forward(self, x):\n        return self.act(x)\n', 'act="relu"', "activation='gelu'", 'layer.act = nn.SiLU()',
  'self.acts.append(nn.Tanh())', 'ACT = nn.GELU\n', 'ACTS = {"relu": nn.ReLU, "gelu": nn.GELU}\n', 'global act\n', '"""', "'''", '"', '(', ')', '[', ']', '{', '}', ':',
  '\\\n', '#', ';', '\n', '\r\n', '\n\n', '    ', '  ', '\t', '@torch.jit.script\n', 'if x:\n', 'else:\n', 'try:\n    import a\nexcept ImportError:\n    a = None\n', 'del nn\n',
  'for act in [nn.ReLU(), nn.Tanh()]:\n    pass\n', 'lambda x: F.relu(x)', 'act = act or nn.ReLU\n', 'a = b\nb = a\n', 'x = y = torch.tanh(x)\n', 'super().__init__()\n',
  'get_act("relu")', 'def get_act(name):\n    return nn.ReLU() if name == "relu" else nn.GELU()\n', '.', '=', ',', '*', 'nn.', 'torch.', '𝐚𝐜𝐭', 'é', 'f"{x', 'f"{nn.GELU()}"',
  'neural', 'softmax', 'epoch', 'z = 2 * x\n', 's = 1 / (1 + np.exp(-z))\n', 'alpha = 0.3\n',
  'x[x < 0] = 0\n', 'mask = x > 0\n', 'x[~mask] *= alpha\n', 'net = Foo().eval()\n', 'y = net.act(x)\n',
  'setattr(self, f"act{i}", nn.GELU())', 'x = getattr(self, f"act{i}")(x)', 'class Fn(torch.autograd.Function):\n    def forward(ctx, x):\n        return x * torch.sigmoid(x)\n', 'f = Fn.apply\n', 'y = f(x)\n',
  'y = layer.act(x)\n', 'self.body.act = nn.ELU()', 'y = self.body.act(x)', '@property\n', 'tables = {"a": ACTS}\n', 'y = tables["a"]["relu"](x)\n', 'class Deep(Foo):\n    pass\n', 'y = checkpoint(self.act, x)\n',
  'PAIRS = {"relu": (F.relu, step), "tanh": (torch.tanh, None)}\n', 'self.act, self.slope = PAIRS["tanh"]\n', 'act, slope = PAIRS["relu"]\ny = act(x)\n', 'pair = PAIRS["relu"]\n', 'act, other = pair\n',
  'class Taker(nn.Module):\n    act: object\n    def __init__(self, n, act):\n        self.acted = act\n    def forward(self, x):\n        return self.act(self.acted(x))\n', 'net = Taker(3, act=nn.GELU())\n', 'Taker(3, nn.ReLU())',
  'def taking(x, act=None):\n    return act(x)\n', 'taking(x, nn.Tanh())\n', 'taking(x, act)', 'def pair_of():\n    return nn.ELU(), 3\n', 'act, other = pair_of()\ny = act(x)\n', 'y = Foo.act(x)\n', 'y = eval("swish")(x)\n', 'y = eval("ACT")()(x)\n', 'def named(act):\n    return getattr(nn, act)()(x)\n', 'named("ReLU")', 'named(act="GELU")\n',
];

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Chance {
  below(limit: number): number;
  oneOf<T>(all: readonly T[]): T | undefined;
}

type Edit = (text: string, chance: Chance) => string;

const wordsIn = (text: string): string[] => [...new Set(text.match(/[A-Za-z_]\w*/g) ?? [])];
const placesOf = (text: string, pattern: RegExp): { at: number; found: string }[] => [...text.matchAll(pattern)].map((match) => ({ at: match.index, found: match[0] }));
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const inserted = (text: string, at: number, added: string, removed = 0): string => text.slice(0, at) + added + text.slice(at + removed);

function linesFrom(text: string, start: number, count: number): string {
  let end = start;
  for (let line = 0; line < count; line++) end = text.indexOf('\n', end) + 1 || text.length;
  return text.slice(start, end);
}

/** The name, keyword or sign at one of the places, and another of the file in its stead. */
function exchanged(text: string, chance: Chance, places: readonly { at: number; found: string }[]): string {
  const place = chance.oneOf(places);
  const word = place && chance.oneOf(wordsIn(place.found));
  return place === undefined || word === undefined ? text : inserted(text, place.at, place.found.replace(word, chance.oneOf(wordsIn(text)) ?? ''), place.found.length);
}

const edits: readonly Edit[] = [
  (text, chance) => inserted(text, chance.below(text.length + 1), chance.oneOf(snippets) ?? ''),
  (text, chance) => inserted(text, lineStart(text, chance.below(text.length)), `${chance.oneOf(snippets)}\n`),
  (text, chance) => inserted(text, chance.below(text.length), '', 1 + chance.below(5)),
  (text, chance) => {
    const start = lineStart(text, chance.below(text.length));
    return inserted(text, start, '', linesFrom(text, start, 1 + chance.below(3)).length);
  },
  (text, chance) => inserted(text, lineStart(text, chance.below(text.length)), linesFrom(text, lineStart(text, chance.below(text.length)), 1 + chance.below(12))),
  (text, chance) => {
    const word = chance.oneOf(wordsIn(text)) ?? 'x';
    return text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), chance.oneOf([`${word}2`, chance.oneOf(wordsIn(text)) ?? word]) ?? word);
  },
  (text, chance) => exchanged(text, chance, placesOf(text, /[A-Za-z_]\w*/g)),
  (text, chance) => exchanged(text, chance, placesOf(text, /^[ \t]*(?:def|class) .*$/gm)),
  (text, chance) => exchanged(text, chance, placesOf(text, /^(?:from|import) .*$/gm)),
  (text, chance) => {
    const start = lineStart(text, chance.below(text.length));
    return chance.below(2) ? inserted(text, start, '    ') : inserted(text, start, '', /^ {0,4}/.exec(text.slice(start))?.[0].length);
  },
  (text, chance) => inserted(text, chance.oneOf(placesOf(text, /["'()[\]{}:,=]/g))?.at ?? 0, '', 1),
  (text, chance) => inserted(text, chance.oneOf(placesOf(text, /^(?:def|class|@)/gm))?.at ?? 0, `${chance.oneOf(snippets)}\n`),
];

/** So many versions of a text, each a little away from the one before. What was broken is mended again and again, as people do. */
export function* someEdits(original: string, count: number, seed: number): Generator<string> {
  const random = numbers(seed);
  const chance: Chance = { below: (limit) => Math.floor(random() * limit), oneOf: (all) => all[Math.floor(random() * all.length)] };
  let text = original;
  let versions = 0;
  yield text;
  while (versions < count) {
    const before = text;
    if (chance.below(4) === 0) {
      const typed = chance.oneOf(snippets) ?? '';
      const start = lineStart(text, chance.below(text.length));
      const at = start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
      for (let length = 1; length < typed.length && versions < count; length++, versions++) yield inserted(text, at, typed.slice(0, length));
      text = inserted(text, at, typed);
    } else text = chance.oneOf(edits)?.(text, chance) ?? text;
    yield text;
    if (chance.below(3) === 0) yield (text = before);
    if (chance.below(30) === 0) text = original;
    versions++;
  }
}
