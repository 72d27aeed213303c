/** What the rules find in open texts, kept until a text changes, and steady while it is half typed. */
import * as vscode from 'vscode';
import type { Followed, ShownFinding } from '../rules/check';
import type { Steady } from '../rules/steady';
import type { Analyses, Analysis } from './analysis';
import type { Log } from './log';
import type { ProjectConfigurations } from './projectSettings';
import { ruleSettingsOf } from './ruleSettings';
import { Slices } from './slices';

export interface FoundFindings {
  readonly analysis: Analysis;
  /** Those that the settings let through. */
  readonly findings: readonly ShownFinding[];
}

interface Kept {
  readonly analysis: Analysis;
  /** Undefined where there is nothing that rules speak of. */
  readonly steady: Promise<Steady | undefined>;
}

type RuleEngine = Awaited<ReturnType<typeof loadRules>>;

/** The rules are loaded with the first text that is checked. */
async function loadRules() {
  const [{ checkingAnalysis }, { severityShown }, { errorsIn, steadied }] = await Promise.all([
    import('../rules/check'), import('../rules/settings'), import('../rules/steady'),
  ]);
  return { checkingAnalysis, severityShown, errorsIn, steadied };
}

export class Findings implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly slices = new Slices();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly analyses: Analyses, private readonly projects: ProjectConfigurations, private readonly log: Log) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.kept.delete(uri.toString())),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => this.kept.delete(uri.toString())),
    );
  }

  /** Undefined for what is no Python; empty where diagnostics are switched off. */
  async of(document: vscode.TextDocument): Promise<FoundFindings | undefined> {
    if (!isWanted(document)) return undefined;
    const engine = await loadRules();
    const analysis = await this.analyses.inSlices(document);
    if (analysis === undefined) return undefined;
    const { findings } = (await this.steadyOf(engine, analysis)) ?? { findings: [] };
    return { analysis, findings: await this.shown(engine, analysis.source.uri, findings) };
  }

  /** In a file that is not open. */
  async inFile(uri: vscode.Uri, read: Followed): Promise<readonly ShownFinding[]> {
    const engine = await loadRules();
    return this.shown(engine, uri, await this.checked(engine, uri, read));
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.kept.clear();
  }

  private steadyOf(engine: RuleEngine, analysis: Analysis): Promise<Steady | undefined> {
    const key = analysis.source.uri.toString();
    const before = this.kept.get(key);
    if (before?.analysis === analysis) return before.steady;
    const steady = this.check(engine, analysis, before?.steady);
    this.kept.set(key, { analysis, steady });
    return steady;
  }

  private async check(engine: RuleEngine, analysis: Analysis, before: Promise<Steady | undefined> | undefined): Promise<Steady | undefined> {
    const { document: { text }, read, source } = analysis;
    const findings = await this.checked(engine, source.uri, read);
    if (read.tree === undefined && findings.length === 0) return undefined;
    return engine.steadied(await before, { text, errors: engine.errorsIn(analysis.tree), findings });
  }

  /** Everything that the rules have to say. */
  private async checked({ checkingAnalysis }: RuleEngine, uri: vscode.Uri, read: Followed): Promise<readonly ShownFinding[]> {
    try {
      const { findings, failures } = await this.slices.through(checkingAnalysis(read, { preset: 'teaching' }));
      for (const { rule, reason } of failures) this.log.error(`The rule ${rule} failed`, reason);
      return findings;
    } catch (error) {
      this.log.error(`Cannot check ${uri.toString()}`, error);
      return [];
    }
  }

  /** Settings are asked about only where there is something that they could let through. */
  private async shown({ severityShown }: RuleEngine, uri: vscode.Uri, findings: readonly ShownFinding[]): Promise<readonly ShownFinding[]> {
    const settings = findings.length === 0 ? undefined : await ruleSettingsOf(uri, this.projects);
    if (settings === undefined) return [];
    return findings.flatMap((finding) => {
      const severity = severityShown(settings, finding.rule, finding.severity, finding.confidence);
      return severity === undefined ? [] : [{ ...finding, severity }];
    });
  }
}

function isWanted(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('activationLens', document).get('diagnostics.enabled', true);
}
