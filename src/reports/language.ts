/** In which language a file is written, by the ending of its name. */

/** Notebooks are Python as far as they are read at all. */
export const languages = ['python', 'json', 'yaml', 'toml'] as const;
export type Language = (typeof languages)[number];

const byEnding: Readonly<Record<string, Language>> = {
  py: 'python', pyi: 'python', pyw: 'python', ipynb: 'python',
  json: 'json', jsonc: 'json', json5: 'json', yaml: 'yaml', yml: 'yaml', toml: 'toml',
};

/** What has another ending is taken for Python: it would not be asked about otherwise. */
export function languageOf(path: string): Language {
  return knownLanguageOf(path) ?? 'python';
}

/** Nothing for a file that is in none of the languages. */
export function knownLanguageOf(path: string): Language | undefined {
  return byEnding[/\.(\w+)$/.exec(path.toLowerCase())?.[1] ?? ''];
}
