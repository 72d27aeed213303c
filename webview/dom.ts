/** Elements without a framework: what the page is made of, in the order it is read. */
export type Child = Node | string | undefined | false;

/** `true` sets an attribute without a value, `false` and `undefined` leave it out. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  append(node, children);
  return node;
}

/** Writes only what differs: to write the same again would cost the browser as much as a change. */
export function setAttributes(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? '' : value;
    if (text === undefined || text === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

export function append(node: Element, children: readonly Child[]): void {
  node.append(...children.filter((child) => child !== undefined && child !== false));
}

/** Replaces text only where it differs, so that a selection and a screen reader's place survive. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Replaces the children where they differ, and keeps the keyboard on the control of the same name in `data-control`,
 * else on the one at the same place. What is the same stays, so that a press that has begun still becomes a click.
 */
export function refill(host: Element, nodes: readonly Node[]): void {
  const isSame = host.childNodes.length === nodes.length && nodes.every((node, i) => node.isEqualNode(host.childNodes[i] ?? null));
  if (isSame) return;
  const controls = () => [...host.querySelectorAll<HTMLElement>('button, vscode-button')];
  const before = controls();
  const at = before.findIndex((control) => control === document.activeElement);
  const name = before[at]?.dataset['control'];
  host.replaceChildren(...nodes);
  const after = controls();
  if (at >= 0) (after.find((control) => name !== undefined && control.dataset['control'] === name) ?? after[at] ?? after.at(-1))?.focus();
}

export function onClick<T extends HTMLElement>(node: T, action: (event: MouseEvent) => void): T {
  node.addEventListener('click', action);
  return node;
}

/** A button that looks like a link, for actions within text. */
export function linkButton(text: string, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return onClick(element('button', { type: 'button', class: 'link', ...attributes }, text), action);
}
