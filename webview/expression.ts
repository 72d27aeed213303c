/** Reads what a person types for x: `-0.752`, `sqrt(2)`, `2pi/3`, `1e-3`. Never evaluates code. */
type Token = number | string;

const functions: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt, exp: Math.exp, ln: Math.log, log: Math.log, abs: Math.abs, sin: Math.sin, cos: Math.cos, tanh: Math.tanh,
};
const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

/** The value, or nothing where the text is no expression or its value is not finite. */
export function evaluateExpression(text: string): number | undefined {
  const tokens = tokenise(text);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  return reader.at === tokens.length && value !== undefined && Number.isFinite(value) ? value : undefined;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function tokenise(text: string): Token[] | undefined {
  const source = text.trim().replace(/[\u2212\u2013]/g, '-').replace(/[×·]/g, '*').replace(/,/g, '.');
  const pattern = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|([a-zπ]+)|([-+*/^()]))/iy;
  const tokens: Token[] = [];
  while (pattern.lastIndex < source.length) {
    const [match, number, word, sign] = pattern.exec(source) ?? [];
    if (match === undefined) return undefined;
    tokens.push(number !== undefined ? Number(number) : (word?.toLowerCase() ?? sign ?? ''));
  }
  return tokens.length > 0 && tokens.length < 200 ? tokens : undefined;
}

function sum(reader: Reader): number | undefined {
  let value = product(reader);
  for (let sign = reader.tokens[reader.at]; value !== undefined && (sign === '+' || sign === '-'); sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = product(reader);
    value = next === undefined ? undefined : value + (sign === '+' ? next : -next);
  }
  return value;
}

function product(reader: Reader): number | undefined {
  let value = signed(reader);
  for (let sign = reader.tokens[reader.at]; value !== undefined && continuesProduct(sign); sign = reader.tokens[reader.at]) {
    if (sign === '*' || sign === '/') reader.at++;
    const next = signed(reader);
    value = next === undefined ? undefined : sign === '/' ? value / next : value * next;
  }
  return value;
}

/** `2pi` and `2(1 + 1)` multiply without a sign. */
function continuesProduct(token: Token | undefined): boolean {
  return token === '*' || token === '/' || token === '(' || (typeof token === 'string' && /^[a-zπ]/.test(token));
}

function signed(reader: Reader): number | undefined {
  const sign = reader.tokens[reader.at];
  if (sign !== '-' && sign !== '+') return power(reader);
  reader.at++;
  const value = signed(reader);
  return value === undefined ? undefined : sign === '-' ? -value : value;
}

function power(reader: Reader): number | undefined {
  const base = atom(reader);
  if (base === undefined || reader.tokens[reader.at] !== '^') return base;
  reader.at++;
  const exponent = signed(reader);
  return exponent === undefined ? undefined : base ** exponent;
}

function atom(reader: Reader): number | undefined {
  const token = reader.tokens[reader.at++];
  if (typeof token === 'number') return token;
  if (token === '(') return bracketed(reader);
  if (token === undefined) return undefined;
  if (Object.hasOwn(constants, token)) return constants[token];
  const apply = Object.hasOwn(functions, token) ? functions[token] : undefined;
  if (!apply || reader.tokens[reader.at++] !== '(') return undefined;
  const inner = bracketed(reader);
  return inner === undefined ? undefined : apply(inner);
}

function bracketed(reader: Reader): number | undefined {
  const value = sum(reader);
  return reader.tokens[reader.at++] === ')' ? value : undefined;
}
