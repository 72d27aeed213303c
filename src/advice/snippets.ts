/** An activation as code to paste, with its import, in the libraries that have a name for it. */
import type { Framework, SymbolForm } from '../frameworks/framework';
import { jax } from '../frameworks/jax';
import { keras } from '../frameworks/keras';
import { numpy } from '../frameworks/numpy';
import { pytorch } from '../frameworks/pytorch';
import { scipy } from '../frameworks/scipy';
import { freshArguments } from './argumentMapping';
import { leafOf, parentOf } from './importable';
import { phrasesFor, type Choice, type Phrase } from './phrases';

interface Snippet {
  /** `PyTorch` */
  readonly framework: string;
  readonly code: string;
}

/** A module of names, as its users import it. */
interface Module {
  readonly name: string;
  readonly form: SymbolForm;
  readonly imports: string;
  readonly alias: string;
  /** True where a function takes the whole array unless it is told an axis, which is not what a network means. */
  readonly needsAxis?: boolean;
}

interface Dialect {
  readonly framework: Framework;
  /** Best first. */
  readonly modules: readonly Module[];
}

const dialects: readonly Dialect[] = [
  {
    framework: pytorch,
    modules: [
      { name: 'torch.nn', form: 'module', imports: 'from torch import nn', alias: 'nn' },
      { name: 'torch.nn.functional', form: 'function', imports: 'import torch.nn.functional as F', alias: 'F' },
      { name: 'torch', form: 'function', imports: 'import torch', alias: 'torch' },
    ],
  },
  {
    framework: keras,
    modules: [
      { name: 'keras.layers', form: 'module', imports: 'from keras import layers', alias: 'layers' },
      { name: 'keras.activations', form: 'function', imports: 'from keras import activations', alias: 'activations' },
      { name: 'keras.ops', form: 'function', imports: 'from keras import ops', alias: 'ops' },
    ],
  },
  { framework: jax, modules: [{ name: 'jax.nn', form: 'function', imports: 'import jax', alias: 'jax.nn' }] },
  { framework: numpy, modules: [{ name: 'numpy', form: 'function', imports: 'import numpy as np', alias: 'np' }] },
  { framework: scipy, modules: [{ name: 'scipy.special', form: 'function', imports: 'from scipy import special', alias: 'special', needsAxis: true }] },
];

/** One for each library that can say it with these parameters; none where none can. */
export function snippetsFor(choice: Choice): Snippet[] {
  return dialects.flatMap(({ framework, modules }) => {
    const phrases = phrasesFor(framework, choice);
    const code = modules.flatMap((module) => phrases.flatMap((phrase) => codeIn(module, phrase) ?? []))[0];
    return code === undefined ? [] : [{ framework: framework.name, code }];
  });
}

function codeIn({ name, form, imports, alias, needsAxis }: Module, phrase: Phrase): string | undefined {
  const { symbol } = phrase;
  const isHere = symbol.form === form && parentOf(symbol.name) === name && !symbol.name.endsWith('_');
  const written = isHere ? freshArguments(phrase, '"') : undefined;
  if (written === undefined) return undefined;
  const axis = needsAxis === true && symbol.arguments.some((argument) => argument.name === 'axis') ? ['axis=-1'] : [];
  const called = `${alias}.${leafOf(symbol.name)}`;
  const call = form === 'module' ? `activation = ${called}(${written.join(', ')})` : `y = ${called}(${['x', ...axis, ...written].join(', ')})`;
  return `${imports}\n\n${call}\n`;
}
