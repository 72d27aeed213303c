/** How the rules speak in a scan: as the options say, and where they say nothing as the project of each file does. */
import type { RuleFailure } from '../rules/check';
import { overlaid, type RuleSettings } from '../rules/settings';
import { projectFinder } from './project';

export interface Linting {
  /** Nothing where no rule is to speak of the file. */
  readonly settingsFor: (path: string) => Promise<RuleSettings | undefined>;
  /** Whether the scan of a folder passes the file by. */
  readonly isExcluded: (path: string) => Promise<boolean>;
  /** Hears of the rules that broke on a file. */
  readonly broke: (path: string, failures: readonly RuleFailure[]) => void;
  /** What was not understood in files of settings. */
  readonly misread: readonly string[];
  /** By the rule that broke: on which file it did so first, and why. */
  readonly broken: ReadonlyMap<string, string>;
}

/** `chosen` is missing where no rule is to speak at all. */
export function lintingBy(chosen: RuleSettings | undefined): Linting {
  const misread: string[] = [];
  const broken = new Map<string, string>();
  const projectOf = projectFinder((problem) => misread.push(problem));
  const isExcluded = async (path: string) => (await projectOf(path))?.isExcluded(path) === true;
  return {
    misread, broken, isExcluded,
    settingsFor: async (path) => {
      if (chosen === undefined || await isExcluded(path)) return undefined;
      return overlaid((await projectOf(path))?.settings ?? {}, chosen);
    },
    broke: (path, failures) => {
      for (const { rule, reason } of failures) if (!broken.has(rule)) broken.set(rule, `${path}: ${reason}`);
    },
  };
}
