import { CODE } from './characters';
import { Operator } from './syntax';
import { Token, TOKEN_COUNT } from './tokens';

/** The longest operator that begins at a place; `Token.Error` where none does. Its length is in `OPERATOR_LENGTH`. */
export function operatorAt(codes: Uint16Array, position: number): Token {
  const code = codes[position]!;
  const alone = SINGLE[code]!;
  const next = codes[position + 1]!;
  if (next === CODE.equal && WITH_EQUAL[code]) return WITH_EQUAL[code];
  switch (alone) {
    case Token.Star:
    case Token.Slash:
    case Token.Less:
    case Token.Greater:
      return next === code ? doubled(codes, position, alone) : alone === Token.Less && next === CODE.greater ? Token.NotEqual : alone;
    case Token.Minus:
      return next === CODE.greater ? Token.Arrow : alone;
    case Token.Dot:
      return next === CODE.dot && codes[position + 2]! === CODE.dot ? Token.Ellipsis : alone;
    default:
      return alone;
  }
}

function doubled(codes: Uint16Array, position: number, alone: Token): Token {
  const assigns = codes[position + 2]! === CODE.equal;
  switch (alone) {
    case Token.Star:
      return assigns ? Token.DoubleStarEqual : Token.DoubleStar;
    case Token.Slash:
      return assigns ? Token.DoubleSlashEqual : Token.DoubleSlash;
    case Token.Less:
      return assigns ? Token.LeftShiftEqual : Token.LeftShift;
    default:
      return assigns ? Token.RightShiftEqual : Token.RightShift;
  }
}

/** `:=` is not here: in a replacement field it is a colon, so the tokeniser asks for it itself. */
const SPELLINGS: readonly (readonly [string, Token])[] = [
  [',', Token.Comma], [':', Token.Colon], [';', Token.Semicolon], ['.', Token.Dot], ['=', Token.Equal], ['~', Token.Tilde],
  ['+', Token.Plus], ['-', Token.Minus], ['*', Token.Star], ['/', Token.Slash], ['%', Token.Percent], ['@', Token.At],
  ['&', Token.Ampersand], ['|', Token.Bar], ['^', Token.Caret], ['<', Token.Less], ['>', Token.Greater], ['!', Token.Error],
  ['+=', Token.PlusEqual], ['-=', Token.MinusEqual], ['*=', Token.StarEqual], ['/=', Token.SlashEqual],
  ['%=', Token.PercentEqual], ['@=', Token.AtEqual], ['&=', Token.AmpersandEqual], ['|=', Token.BarEqual],
  ['^=', Token.CaretEqual], ['<=', Token.LessEqual], ['>=', Token.GreaterEqual], ['==', Token.EqualEqual],
  ['!=', Token.NotEqual], [':=', Token.Walrus], ['**', Token.DoubleStar], ['//', Token.DoubleSlash], ['<<', Token.LeftShift],
  ['>>', Token.RightShift], ['->', Token.Arrow], ['...', Token.Ellipsis], ['**=', Token.DoubleStarEqual],
  ['//=', Token.DoubleSlashEqual], ['<<=', Token.LeftShiftEqual], ['>>=', Token.RightShiftEqual],
];

const SINGLE = new Uint8Array(128);
const WITH_EQUAL = new Uint8Array(128);
/** How many characters an operator takes. */
export const OPERATOR_LENGTH = new Uint8Array(TOKEN_COUNT);
for (const [spelling, token] of SPELLINGS) {
  OPERATOR_LENGTH[token] = spelling.length;
  if (spelling.length === 1) SINGLE[spelling.charCodeAt(0)] = token;
  if (spelling.length === 2 && spelling.endsWith('=')) WITH_EQUAL[spelling.charCodeAt(0)] = token;
}

/** How tightly a binary operator binds; 0 for a token that is none. */
export enum Power {
  None, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Sum, Product,
}

const OPERATORS: readonly (readonly [Token, Operator, Power])[] = [
  [Token.Or, Operator.Or, Power.Or], [Token.And, Operator.And, Power.And],
  [Token.Less, Operator.Less, Power.Compare], [Token.LessEqual, Operator.LessEqual, Power.Compare],
  [Token.Greater, Operator.Greater, Power.Compare], [Token.GreaterEqual, Operator.GreaterEqual, Power.Compare],
  [Token.EqualEqual, Operator.Equal, Power.Compare], [Token.NotEqual, Operator.NotEqual, Power.Compare],
  [Token.In, Operator.In, Power.Compare], [Token.Is, Operator.Is, Power.Compare], [Token.Not, Operator.NotIn, Power.Compare],
  [Token.Bar, Operator.BitOr, Power.BitOr], [Token.Caret, Operator.BitXor, Power.BitXor],
  [Token.Ampersand, Operator.BitAnd, Power.BitAnd], [Token.LeftShift, Operator.LeftShift, Power.Shift],
  [Token.RightShift, Operator.RightShift, Power.Shift], [Token.Plus, Operator.Add, Power.Sum],
  [Token.Minus, Operator.Subtract, Power.Sum], [Token.Star, Operator.Multiply, Power.Product],
  [Token.Slash, Operator.Divide, Power.Product], [Token.DoubleSlash, Operator.FloorDivide, Power.Product],
  [Token.Percent, Operator.Modulo, Power.Product], [Token.At, Operator.MatrixMultiply, Power.Product],
  [Token.DoubleStar, Operator.Power, Power.None],
  [Token.PlusEqual, Operator.Add, Power.None], [Token.MinusEqual, Operator.Subtract, Power.None],
  [Token.StarEqual, Operator.Multiply, Power.None], [Token.SlashEqual, Operator.Divide, Power.None],
  [Token.DoubleSlashEqual, Operator.FloorDivide, Power.None], [Token.PercentEqual, Operator.Modulo, Power.None],
  [Token.AtEqual, Operator.MatrixMultiply, Power.None], [Token.DoubleStarEqual, Operator.Power, Power.None],
  [Token.LeftShiftEqual, Operator.LeftShift, Power.None], [Token.RightShiftEqual, Operator.RightShift, Power.None],
  [Token.AmpersandEqual, Operator.BitAnd, Power.None], [Token.BarEqual, Operator.BitOr, Power.None],
  [Token.CaretEqual, Operator.BitXor, Power.None],
];

/** Both over tokens. `not` is among the comparisons for `not in`. */
export const BINARY_POWER = new Uint8Array(TOKEN_COUNT);
export const BINARY_OPERATOR = new Uint8Array(TOKEN_COUNT);
for (const [token, operator, power] of OPERATORS) {
  BINARY_POWER[token] = power;
  BINARY_OPERATOR[token] = operator;
}
