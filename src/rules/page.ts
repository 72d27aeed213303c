/** The page of a rule, as Markdown: what it finds, why that matters, what goes wrong and what is right. */
import type { Rule } from './rule';

export function rulePage({ id, severity, confidence, fixable, documentation }: Rule): string {
  const { what, why, bad, good, whenNot, references } = documentation;
  return [
    `# ${id}`,
    what,
    `**${severityWords[severity]}**, ${confidenceWords[confidence]}. ${fixWords[fixable]}`,
    '## Why', why,
    '## Wrong', code(bad),
    '## Right', code(good),
    '## When not', whenNot,
    '## Silence it', `Put \`# activation-lens: ignore[${id}]\` at the end of the line, or set \`${id}\` to \`off\`.`,
    '## References', references.map(({ title, url }) => `- [${title}](${url})`).join('\n'),
  ].join('\n\n');
}

const severityWords: Readonly<Record<Rule['severity'], string>> = {
  error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint',
};

const confidenceWords: Readonly<Record<Rule['confidence'], string>> = {
  certain: 'certain: the code does what is described',
  likely: 'likely: unless something that is not seen prevents it',
  hint: 'a hint: worth a thought',
};

const fixWords: Readonly<Record<Rule['fixable'], string>> = {
  always: 'It comes with a fix.', sometimes: 'Where a small edit is enough, it comes with a fix.', never: 'There is no automatic fix.',
};

function code(text: string): string {
  return `\`\`\`python\n${text.trimEnd()}\n\`\`\``;
}
