/** How the rules speak in a scan: as the options say, and where they say nothing as the project of each file does. */
import type { RuleFailure } from '../rules/check';
import { overlaid, type RuleSettings } from '../rules/settings';
import { projectFinder } from './project';

/** What a reader of files learnt, apart from their reports. */
export interface News {
  readonly misread: readonly string[];
  readonly broken: readonly (readonly [rule: string, where: string])[];
}

export interface Linting {
  /** Nothing where no rule is to speak of the file. */
  readonly settingsFor: (path: string) => Promise<RuleSettings | undefined>;
  /** Whether the scan of a folder passes the file by. */
  readonly isExcluded: (path: string) => Promise<boolean>;
  /** Hears of the rules that broke on a file. */
  readonly broke: (path: string, failures: readonly RuleFailure[]) => void;
  /** What was not understood in files of settings, each once. */
  readonly misread: ReadonlySet<string>;
  /** By the rule that broke: on which file it did so first, and why. */
  readonly broken: ReadonlyMap<string, string>;
  /** What was learnt since this was last asked. */
  readonly news: () => News;
  /** Takes over what another thread learnt. */
  readonly hear: (news: News) => void;
}

/** `chosen` is missing where no rule is to speak at all. */
export function lintingBy(chosen: RuleSettings | undefined): Linting {
  const misread = new Set<string>();
  const broken = new Map<string, string>();
  const hear = ({ misread: problems, broken: breaks }: News): void => {
    for (const problem of problems) misread.add(problem);
    for (const [rule, where] of breaks) if (!broken.has(rule)) broken.set(rule, where);
  };
  const projectOf = projectFinder((problem) => misread.add(problem));
  const isExcluded = async (path: string) => (await projectOf(path))?.isExcluded(path) === true;
  return {
    misread, broken, isExcluded, hear,
    settingsFor: async (path) => {
      if (chosen === undefined || await isExcluded(path)) return undefined;
      return overlaid((await projectOf(path))?.settings ?? {}, chosen);
    },
    broke: (path, failures) => hear({ misread: [], broken: failures.map(({ rule, reason }) => [rule, `${path}: ${reason}`]) }),
    news: newsOf(misread, broken),
  };
}

function newsOf(misread: ReadonlySet<string>, broken: ReadonlyMap<string, string>): () => News {
  let [misreadTold, brokenTold] = [0, 0];
  return () => {
    const news = { misread: [...misread].slice(misreadTold), broken: [...broken].slice(brokenTold) };
    [misreadTold, brokenTold] = [misread.size, broken.size];
    return news;
  };
}
