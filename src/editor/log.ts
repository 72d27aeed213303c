/** What went wrong, in the output channel, each thing once: nobody is interrupted for it. */
import * as vscode from 'vscode';

export class Log implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Activation Lens', { log: true });
  private readonly said = new Set<string>();

  /** Does `work`; an error is written down and the answer is `undefined`. */
  attempt<T>(what: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.error(what, error);
      return undefined;
    }
  }

  error(what: string, error: unknown): void {
    const text = `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.said.has(text)) return;
    this.said.add(text);
    this.channel.error(text);
  }

  warn(text: string): void {
    if (this.said.has(text)) return;
    this.said.add(text);
    this.channel.warn(text);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
