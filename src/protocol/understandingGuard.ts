/** What the page of an activation must look like before the Lab shows it. */
import type { Understanding } from '../explanations/blocks';

type Test = (value: unknown) => boolean;
type Bag = Readonly<Record<string, unknown>>;

const isText: Test = (value) => typeof value === 'string';
const optional = (test: Test): Test => (value) => value === undefined || test(value);
const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.every((item) => test(item));
const bagOf = (tests: Readonly<Record<string, Test>>): Test => (value) => typeof value === 'object' && value !== null
  && Object.entries(tests).every(([name, test]) => test((value as Bag)[name]));

const texts = listOf(isText);

const blocks: Readonly<Record<Understanding['sections'][number]['blocks'][number]['kind'], Test>> = {
  facts: bagOf({ head: isText, rows: listOf((row) => texts(row) && (row as readonly string[]).length === 2) }),
  table: bagOf({ head: texts, rows: listOf(bagOf({ cells: texts, differs: optional((value) => typeof value === 'boolean') })) }),
  list: bagOf({
    items: listOf(bagOf({ lead: optional(isText), text: isText, mark: optional((value) => value === 'warning'), strength: optional(isText), citations: optional(texts) })),
  }),
  claims: bagOf({ claims: listOf(bagOf({ said: isText, instead: isText, basis: isText, citations: texts })) }),
  sources: bagOf({ keys: texts }),
};

const isBlock: Test = (value) => typeof value === 'object' && value !== null && 'kind' in value
  && typeof value.kind === 'string' && Object.hasOwn(blocks, value.kind) && blocks[value.kind as keyof typeof blocks](value);

const isWhole = bagOf({
  activation: isText, title: isText, answer: isText, summary: isText, symbols: texts, seen: texts,
  formulas: listOf(bagOf({ plain: isText, mathml: optional(isText) })),
  sections: listOf(bagOf({ title: isText, notes: texts, blocks: listOf(isBlock) })),
});

export function isUnderstanding(value: unknown): value is Understanding {
  return isWhole(value);
}
