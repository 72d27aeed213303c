/**
 * The shape of a rule, and how to write one.
 *
 * A rule is one file, `src/rules/<id>.ts`, that exports one `defineRule(…)`; then `npm run catalogue`, and it runs in the
 * editor and the terminal, has its page, and its `bad` and `good` are tested. Its id reads after "allow".
 *
 *     export const softmaxBeforeCrossEntropy = defineRule({
 *       id: 'softmax-before-cross-entropy', …
 *       *check(file) {
 *         for (const use of file.facts.losses) {                        // what each loss receives
 *           if (use.expects !== 'logits') continue;
 *           for (const { activation } of lastActivations(use.input, ['softmax'])) …
 *             yield { span: file.spanOf(activation.node), message, related: [{ span: file.spanOf(use.node), message }], fix };
 *         }
 *       },
 *     });
 *
 * Where facts come from:
 * - `file.facts` (models/facts.ts): `applications` (every layer, function and operator with its inputs and output, in order),
 *   `losses` (what expects what and receives what, of `compile` too), `models` (output, applications and layers of each),
 *   `layers`, `compilations`, `optimisers`, `initialisations`, `libraryCalls` by qualified name (exports, transforms, hooks),
 *   `methodCalls`. Contexts such as autocast and no_grad are on applications and losses.
 * - models/questions.ts: `lastActivations`, `endingsOf`, `consumersOf`, `readAfter`, `callsInOneRun`, `constantArgument`.
 * - `file.usages`: every activation with its parameters; `file.nodeOf(usage)` is its place in the tree, `file.usageOf` the way back.
 * - `file.names.importedRoots` says which frameworks are imported.
 *
 * What binds:
 * - Unknown is silent. A value may be `alternatives` of which one is unknown; the questions answer nothing then, and a rule
 *   that looks into values itself must do the same. Where a rule concludes from what is absent, it asks `file.facts.isComplete`.
 * - The same place may be reached more than once; what is yielded twice for one span is shown once.
 * - A fix is the smallest edit; comments stay, the result parses. Without a safe one a finding has no fix.
 * - `test/rules/<id>.test.ts` holds what fires with `[|…|]` around the span and, one by one, what must not: see
 *   `checkRule` in test/rules/check.ts.
 */
import type { Edit } from '../documents/edit';
import type { Facts } from '../models/facts';
import type { Names } from '../python/names';
import type { Node, SyntaxTree } from '../python/syntax';
import type { Span, Usage } from '../usages/usage';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `certain`: the code does what the rule says. `likely`: unless something not seen prevents it. `hint`: worth a thought. */
export type Confidence = 'certain' | 'likely' | 'hint';

interface Reference {
  readonly title: string;
  readonly url: string;
}

/** What the rule's page says. Texts are Markdown; code is Python. */
interface RuleDocumentation {
  readonly what: string;
  /** With the number that makes it concrete. */
  readonly why: string;
  /** A whole program that gives exactly this finding, and the same without it. */
  readonly bad: string;
  readonly good: string;
  readonly whenNot: string;
  readonly references: readonly Reference[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  /** As the editor's menu says it: `Remove the softmax`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** How editors show the code besides: faded where it does nothing, struck through where it is deprecated. */
export type Tag = 'unnecessary' | 'deprecated';

/** What a rule says of one place. */
export interface Finding {
  readonly span: Span;
  /** One or two sentences, with the numbers of this place. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix | undefined;
  /** Where they differ from the rule's own. */
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  readonly tag?: Tag | undefined;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tag?: Tag;
  /** Whether a finding has a fix. */
  readonly fixable: 'always' | 'sometimes' | 'never';
  readonly documentation: RuleDocumentation;
  readonly check: (file: RuleFile) => Iterable<Finding>;
}

/** What a rule is asked about: one file or notebook as it was read. */
export interface RuleFile {
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly names: Names;
  readonly usages: readonly Usage[];
  /** Followed when first asked for. */
  readonly facts: Facts;
  readonly spanOf: (node: Node) => Span;
  /** The Name, Attribute or String that a usage is; `NONE` where the tree has none. */
  readonly nodeOf: (usage: Usage) => Node;
  readonly usageOf: (node: Node) => Usage | undefined;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
