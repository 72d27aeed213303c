/** What a text means under a key that takes an activation, to the framework that reads the configuration. */
import { findActivation } from '../../activations/catalogue';
import { frameworks, findFramework } from '../../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../../frameworks/framework';
import { agreedSymbol, findString, findSymbol, usualSymbols } from '../../frameworks/lookup';
import { ofAnyone, usual } from '../../frameworks/ofAnyone';
import { spellings } from '../../frameworks/spellings';
import { firstOf } from '../parameters';
import { saysOneActivation } from '../tellingNames';

export interface Named {
  readonly framework: Framework;
  readonly symbol: FrameworkSymbol;
}

/** What a framework means by it. PyTorch's modules come before its strings, since they take arguments, and its functions after. */
export function namedIn(framework: Framework, text: string): Named | undefined {
  const inModule = (module: string): Named | undefined => (framework.id === 'pytorch' && /^\w+$/.test(text) ? findSymbol(`${module}.${text}`) : undefined);
  const symbol = findString(framework, text);
  return inModule('torch.nn') ?? (symbol && { framework, symbol }) ?? inModule('torch.nn.functional');
}

/** What all that know it mean by it; nothing where they disagree. */
export function namedAnywhere(text: string): Named | undefined {
  const found = usual.flatMap((id) => {
    const framework = findFramework(id);
    const named = framework && (namedIn(framework, text) ?? namedIn(framework, text.toLowerCase()));
    return named ? [named] : [];
  });
  return (found.length > 0 ? agreed(found) : elsewhere(text)) ?? spelled(text) ?? elsewhere(text.toLowerCase()) ?? usually(text);
}

function elsewhere(text: string): Named | undefined {
  const found = frameworks.flatMap((framework) => {
    const symbol = findString(framework, text);
    return symbol ? [{ framework, symbol }] : [];
  });
  return agreed(found) && ofAnyone(found, text);
}

/** `lrelu`, as people write in their own programs; what it takes is theirs to say. */
function spelled(text: string): Named | undefined {
  const found = Object.hasOwn(spellings, text) ? firstOf(usual.flatMap((id) => findFramework(id) ?? []), (framework) => agreedSymbol(text, [framework])) : undefined;
  return found && { ...found, symbol: { ...found.symbol, versioned: Object.keys(findActivation(found.symbol.activation)?.parameters ?? {}) } };
}

/** What most libraries have under a name that says an activation, `SquaredReLU`, or a function of waves, `Sine`. */
function usually(text: string): Named | undefined {
  const spelling = /^sine$/i.test(text) ? 'Sin' : text;
  const found = saysOneActivation(text) || Object.hasOwn(spellings, text) || spelling !== text ? ofAnyone(usualSymbols(spelling), text) : undefined;
  return found && { ...found, symbol: { ...found.symbol, versioned: Object.keys(findActivation(found.symbol.activation)?.parameters ?? {}) } };
}

/** One of those that mean the same activation; what they set differently is not known. */
function agreed([first, ...others]: readonly Named[]): Named | undefined {
  if (first === undefined || others.some(({ symbol }) => symbol.activation !== first.symbol.activation)) return undefined;
  const said = ({ symbol }: Named): string => JSON.stringify([symbol.defaults, symbol.versioned]);
  if (others.every((other) => said(other) === said(first))) return first;
  const versioned = [first, ...others].flatMap(({ symbol }) => [...Object.keys(symbol.defaults ?? {}), ...symbol.versioned ?? []]);
  return { ...first, symbol: { ...first.symbol, versioned: [...new Set(versioned)] } };
}

/** `torch.nn.GELU`, wherever it is written. */
export function namedByPath(text: string): Named | undefined {
  return /^[a-zA-Z_]\w*(\.\w+)+$/.test(text) ? findSymbol(text) : undefined;
}

/** What modules are called in configurations that are evaluated as Python, without an import. */
const short: Readonly<Record<string, string>> = { nn: 'torch.nn', F: 'torch.nn.functional', jnn: 'jax.nn', jnp: 'jax.numpy', nnx: 'flax.nnx', np: 'numpy' };

/** `nn.ReLU`, `nn.ReLU()`, `jnn.relu` */
export function namedInShort(text: string): Named | undefined {
  const [, module = '', name] = /^(\w+)\.(\w+)(?:\(\))?$/.exec(text) ?? [];
  return name === undefined || !Object.hasOwn(short, module) ? undefined : findSymbol(`${short[module]}.${name}`);
}

/** The framework that a path begins with: `torch.optim.Adam` is PyTorch's. */
export function frameworkOfPath(text: string): Framework | undefined {
  const [root = ''] = text.split('.');
  if (!text.includes('.')) return undefined;
  return root === 'lightning' || root === 'pytorch_lightning' ? findFramework('pytorch') : frameworks.find(({ roots }) => roots[0] === root);
}
