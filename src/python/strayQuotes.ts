/*
 * Which triple quotes are one too many.
 *
 * Where their number is odd, everything behind the stray ones would be read inside out: code as text, text as code. So each
 * pair of quotes says whether it looks like an opening or a closing, and each stretch between two whether it looks like code
 * or like prose; the place is chosen that contradicts them least.
 */

/** How much of a line is looked at, and how many lines of a stretch: enough to tell, and little enough to stay linear. */
const LINE_SIGHT = 160;
const LINES_SIGHT = 24;
/** With more of them a text is not Python. */
const MOST_PLACES = 10_000;
/** How much the look of a whole stretch may count beside that of one pair of quotes. */
const STRETCH_WEIGHT = 3;

/** The offset of the triple quotes to pass over; -1 if the text makes more sense with all of them. */
export function findStrayQuote(text: string, quotes: string): number {
  const places = placesOf(text, quotes);
  if (places.length % 2 === 0 || places.length > MOST_PLACES) return -1;
  const looks = places.map((place) => looksLikeOpening(text, place));
  const stretches = [0, ...places.map((place) => place + quotes.length)]
    .map((start, index) => looksLikeCode(text, start, places[index] ?? text.length));
  return places[bestPlace(looks, stretches)] ?? -1;
}

/** Where triple quotes stand that are neither in a comment nor in a string of one line, as far as their line alone tells. */
function placesOf(text: string, quotes: string): number[] {
  const places: number[] = [];
  let end = 0;
  for (let found = text.indexOf(quotes); found >= 0 && places.length <= MOST_PLACES; found = text.indexOf(quotes, end)) {
    const start = Math.max(end, text.lastIndexOf('\n', found) + 1);
    const newline = text.indexOf('\n', found);
    end = newline < 0 ? text.length : newline;
    addPlaces(text, start, end, quotes, places);
  }
  return places;
}

function addPlaces(text: string, start: number, end: number, quotes: string, places: number[]): void {
  let position = start;
  while (position < end && places.length <= MOST_PLACES) {
    if (text.startsWith(quotes, position)) {
      places.push(position);
      const closing = text.indexOf(quotes, position + quotes.length);
      if (closing < 0 || closing >= end) return;
      places.push(closing);
      position = closing + quotes.length;
    } else if (text[position] === '#' && /^\s*$|\s\s$/.test(text.slice(Math.max(start, position - 2), position))) return;
    else position = opensString(text, position) ? afterString(text, position, end) : position + (text[position] === '\\' ? 2 : 1);
  }
}

/** A quote behind a letter is an apostrophe, unless the letter can be a prefix. */
function opensString(text: string, position: number): boolean {
  if (text[position] === '"') return true;
  return text[position] === "'" && !/\w\w$|[^\W\drbuft]$/i.test(text.slice(Math.max(0, position - 2), position));
}

function afterString(text: string, opening: number, end: number): number {
  let position = opening + 1;
  while (position < end && text[position] !== text[opening]) position += text[position] === '\\' ? 2 : 1;
  return position + 1;
}

/** What stands on the line before a place, as far as it is looked at. */
function lineBefore(text: string, place: number): string {
  const sight = text.slice(Math.max(0, place - LINE_SIGHT), place);
  return sight.slice(Math.max(sight.lastIndexOf('\n'), sight.lastIndexOf('\r')) + 1);
}

/**
 * Leaving out place `k` turns all quotes and stretches behind it around. Starting from the sum of what they say when none is
 * left out, the sum for each place follows from the one after it.
 */
function bestPlace(looks: readonly number[], stretches: readonly number[]): number {
  let best = looks.length;
  let bestSum = 0;
  let sum = 0;
  for (let k = looks.length - 1; k >= 0; k--) {
    const sign = k % 2 === 0 ? 1 : -1;
    // The stretch behind place k changes sides with everything behind it; place k itself no longer counts.
    sum += 2 * sign * stretches[k + 1]!;
    const without = sum - sign * looks[k]!;
    if (without > bestSum) {
      best = k;
      bestSum = without;
    }
    sum -= 2 * sign * looks[k]!;
  }
  return best;
}

/** Above 0 for an opening, below for a closing. */
function looksLikeOpening(text: string, place: number): number {
  const before = lineBefore(text, place).replace(/\b[rbuft]{1,2}$/i, '');
  const after = text.slice(place + 3, place + 3 + LINE_SIGHT);
  return beforeQuotes(text, place, before) + afterQuotes(after);
}

function beforeQuotes(text: string, place: number, line: string): number {
  if (line.trim() === '') return /[:([{,=][ \t]*\r?\n[ \t]*$/.test(text.slice(Math.max(0, place - LINE_SIGHT), place)) ? 2 : 0;
  if (/(?:[=([{,+%:]|\b(?:return|in|and|or|not|yield|print|raise|assert|else|if))\s*$/.test(line)) return 2;
  return /[\w.!?)`'"\]>;]$/.test(line) ? -2 : 0;
}

function afterQuotes(after: string): number {
  if (/^[ \t]*(?:[)\],}]|%[ \t(]|\.(?:format|strip|split|join|encode)|#|in\b|if\b|for\b)/.test(after)) return -2;
  if (/^[ \t]*\r?\n[ \t]*(?:\r?\n|def\b|class\b|return\b|if\b|for\b|self\.|@|import\b|from\b|[\w.]+ = |[\w.]+\()/.test(after)) return -1;
  return /^[ \t]*[\w`*:<>]/.test(after) ? 2 : 0;
}

const CODE_LINE = new RegExp([
  '^\\s*(?:#|@\\w|(?:def|class) \\w|(?:return|raise|yield|assert|del|pass|break|continue)\\b(?! (?:the|a|an|is|if the)\\b)',
  '(?:if|elif|while|for|with|except)\\b.*:\\s*(?:#.*)?$', '(?:else|try|finally):', 'import \\w+(?:$|[. ]as)', 'from [\\w.]+ import',
  '[\\w.]+(?:\\[.*\\])?(?:, [\\w.]+)* [-+*/|&]?= \\S', '[\\w.]+\\(.*\\):?$', '[\\w.]+\\($', '[)\\]}]+[,:]?$', '(?:super|self)\\b[.(])',
].join('|'));
const PROSE_LINE = /^\s*(?:>>>|\.\. |:\w|[-*=~]{3,}$|(?:Args|Returns|Raises|Parameters|Examples?|Notes?):?$|[-*]?\s*["'`(]?[A-Za-z][\w'`-]*(?:[,;:.]? [-"'`(]?[\w'`-]+[).,:;`"']*){3,})/;

/** Above 0 for code, below for prose. */
function looksLikeCode(text: string, start: number, end: number): number {
  let code = 0;
  let prose = 0;
  let from = start;
  for (let lines = 0; lines < LINES_SIGHT && from < end; lines++) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    const line = text.slice(from, Math.min(to, from + LINE_SIGHT)).trimEnd();
    if (CODE_LINE.test(line)) code++;
    else if (PROSE_LINE.test(line)) prose++;
    from = to + 1;
  }
  return (STRETCH_WEIGHT * (code - prose)) / (code + prose + 1);
}
