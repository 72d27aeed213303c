import { commands, extensions } from 'vscode';
import { equal } from './equal';

const extension = extensions.getExtension('activation-lens.activation-lens');

describe('the extension', () => {
  it('activates', async () => {
    await extension?.activate();
    equal(extension?.isActive, true);
  });

  it('has the commands that it contributes', async () => {
    const contributed: { command: string }[] = extension?.packageJSON.contributes.commands;
    const known = new Set(await commands.getCommands(true));
    equal(contributed.map(({ command }) => command).filter((command) => !known.has(command)), []);
  });
});
