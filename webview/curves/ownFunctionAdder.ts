/** In the foot of the table: a field for a function that no catalogue has. */
import { textField } from '../controls';
import { element, linkButton } from '../dom';
import { icon } from '../icons';
import { problemOf } from './ownFunctionCell';

interface OwnFunctionAdder {
  readonly element: HTMLElement;
}

/** `add` answers whether there was room. */
export function createOwnFunctionAdder(add: (text: string) => boolean): OwnFunctionAdder {
  const problem = element('p', { class: 'problem', role: 'alert' });
  const field = textField({
    label: 'Custom expression of x', className: 'own-expression', placeholder: 'x*sigmoid(x)',
    onCommit: (text) => {
      const words = text.trim() === '' ? undefined : problemOf(text);
      problem.textContent = words ?? '';
      if (words === undefined && text.trim() !== '' && add(text.trim())) setTimeout(close);
      return words;
    },
    onInvalid: () => undefined,
  });
  const form = element('div', { class: 'own-form', hidden: true }, field.element, problem);
  const open = linkButton('Custom expression…', () => {
    form.hidden = !form.hidden;
    open.setAttribute('aria-expanded', String(!form.hidden));
    if (!form.hidden) field.focus();
  }, { class: 'link add', 'aria-expanded': 'false' });
  open.prepend(icon('add'));
  const close = (): void => {
    form.hidden = true;
    open.setAttribute('aria-expanded', 'false');
    field.setValue('');
    problem.textContent = '';
    open.focus();
  };
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  });
  return { element: element('div', { class: 'own-adder' }, open, form) };
}
