/** The text of an expression with another name for its variable, as much as possible as it was written. */
import { Unreadable } from './problem';
import { tokensOf } from './tokens';

/** Undefined where the text is no expression, or says the new name already. */
export function renamed(text: string, from: string, to: string): string | undefined {
  try {
    const tokens = tokensOf(text);
    if (from !== to && tokens.some((token) => token.kind === 'name' && token.text === to)) return undefined;
    let [result, at] = ['', 0];
    tokens.forEach((token, place) => {
      const isVariable = token.kind === 'name' && token.text === from && tokens[place - 1]?.text !== '.' && tokens[place + 1]?.text !== '=';
      result += text.slice(at, token.start) + (isVariable ? to : text.slice(token.start, token.end));
      at = token.end;
    });
    return result;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
