/**
 * From a configuration to the activations that it names. It brings along the parsers of three languages, so whoever need
 * not have it loaded at once imports it when it is first needed.
 */
import type { Document } from '../../documents/document';
import type { Usage } from '../usage';
import { findConfigured } from './findConfigured';
import { readJson } from './json';
import { isForeign, isOfModels } from './keys';
import { mayConfigureActivations } from './prefilter';
import { readToml } from './toml';
import type { Value } from './values';
import { readYaml } from './yaml';

export type ConfigurationLanguage = 'json' | 'yaml' | 'toml';

const readers: Readonly<Record<ConfigurationLanguage, (text: string) => Value[]>> = { json: readJson, yaml: readYaml, toml: readToml };

/** A file that is none of the language has no activations: most of them are somebody else's. */
export function analyzeConfiguration(text: string, language: ConfigurationLanguage, path = ''): { document: Document; usages: readonly Usage[] } {
  const isPossible = !isForeign(path) && mayConfigureActivations(text);
  return { document: { text }, usages: isPossible ? findConfigured(parsed(text, language), text, isOfModels(path)) : [] };
}

/** The parsers throw on what is broken beyond reading, or nested too deep. */
function parsed(text: string, language: ConfigurationLanguage): Value[] {
  try {
    return readers[language](text);
  } catch {
    return [];
  }
}
