/** The terminal program as people run it, in a folder of its own. */
import { build } from 'esbuild';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import type { FileReport } from '../../src/reports/report';
import { terminal } from '../rig/bundles.mjs';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 60_000 });

export const room = mkdtempSync(join(tmpdir(), 'activation-lens-cli-'));
export const program = join(room, 'cli.mjs');

beforeAll(async () => {
  await build({ ...terminal, outdir: room, outExtension: { '.js': '.mjs' } });
});
afterAll(() => rmSync(room, { recursive: true }));

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export function run(...words: string[]): Outcome {
  return runWith({}, ...words);
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Who runs it; whoever runs the tests where it is left out. */
  readonly uid?: number;
}

export function runWith({ env = {}, input, uid }: Surroundings, ...words: string[]): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    cwd: room, encoding: 'utf8', env: { ...process.env, ...home, NO_COLOR: '', FORCE_COLOR: '0', ...env }, maxBuffer: 2 ** 30, 
    ...(input === undefined ? {} : { input }), ...(uid === undefined ? {} : { uid }),
  });
  return { stdout, stderr, status };
}

export function reportsOf(...words: string[]): FileReport[] {
  return JSON.parse(run('scan', ...words, '--format', 'json').stdout);
}

/** What the program keeps of what it found is not among the cached files of whoever runs the tests. */
const home = { XDG_CACHE_HOME: join(room, 'usual'), LOCALAPPDATA: join(room, 'usual'), HOME: room };

/** The program running, for tests that talk to it. */
export function start(...words: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...words], { cwd: room, env: { ...process.env, ...home } });
}

/** Writes files below a new folder and gives the folder's name. */
let projects = 0;
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const name = `project${projects++}`;
  mkdirSync(join(room, name));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(room, name, path)), { recursive: true });
    writeFileSync(join(room, name, path), content);
  }
  return name;
}

export const model = `from torch import nn
import torch.nn.functional as F

class Block(nn.Module):
    def __init__(self):
        self.act = nn.LeakyReLU(0.2)
        self.gate = nn.Softplus(beta=width)

    def forward(self, x):
        return F.gelu(x, approximate="tanh")
`;

export const notebook = JSON.stringify({
  nbformat: 4,
  metadata: {},
  cells: [
    { cell_type: 'markdown', source: ['nn.ReLU() is meant here'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', 'from torch import nn'] },
    { cell_type: 'code', source: ['x = 1\n', 'act = nn.Mish()'] },
  ],
});

/** What a loss is given has been through a softmax, and another softmax does not know its axis. */
export const twoFaults = `import torch
from torch import nn
import torch.nn.functional as F

model = nn.Sequential(nn.Linear(784, 10), nn.Softmax(dim=1))
loss = nn.CrossEntropyLoss()(model(images), labels)


def attend(scores):
    return F.softmax(scores)
`;
