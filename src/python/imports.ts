import { type Parser, Row } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token } from './tokens';

/** `import a.b as c, d` */
export function readImport(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Import, start, readNames(parser, readImportedModule));
}

/** `from ..a import b as c` */
export function readFrom(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  let dots = 0;
  for (; parser.token === Token.Dot || parser.token === Token.Ellipsis; parser.advance()) {
    dots += parser.token === Token.Dot ? 1 : 3;
  }
  const module = parser.at(Token.Name) ? readDottedName(parser) : NONE;
  const names = parser.accept(Token.Import) ? readImportedNames(parser) : NONE;
  if (module) parser.link(module, names);
  return parser.node(Kind.ImportFrom, start, module || names, dots);
}

function readImportedNames(parser: Parser): Node {
  if (parser.token === Token.Star) return parser.leaf(Kind.ImportStar);
  if (!parser.accept(Token.ParenOpen)) return readNames(parser, readImportedName);
  const names = readNames(parser, readImportedName, Token.ParenClose);
  parser.accept(Token.ParenClose);
  return names;
}

/** Names with commas between them; inside parentheses whatever else stands there is passed as an error. */
function readNames(parser: Parser, read: (parser: Parser) => Node, close = Token.Newline): Node {
  const row = new Row(parser);
  while (parser.token === Token.Name || (close === Token.ParenClose && parser.token !== close && parser.token !== Token.EndOfFile)) {
    const name = parser.at(Token.Name) ? read(parser) : parser.at(Token.Comma) ? NONE : parser.errorToken();
    row.add(name);
    if (!parser.accept(Token.Comma) && close === Token.Newline) break;
  }
  return row.first;
}

function readImportedModule(parser: Parser): Node {
  const start = parser.start();
  const module = readDottedName(parser);
  parser.link(module, readAlias(parser));
  return parser.node(Kind.ImportedModule, start, module);
}

function readImportedName(parser: Parser): Node {
  const start = parser.start();
  const name = parser.leaf(Kind.Identifier);
  parser.link(name, readAlias(parser));
  return parser.node(Kind.ImportedName, start, name);
}

function readAlias(parser: Parser): Node {
  if (!parser.accept(Token.As)) return NONE;
  return parser.at(Token.Name) ? parser.leaf(Kind.Identifier) : NONE;
}

function readDottedName(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  while (parser.token === Token.Dot && parser.peek(1) === Token.Name) {
    parser.advance();
    parser.advance();
  }
  return parser.node(Kind.DottedName, start, NONE);
}

/** `global a, b` and `nonlocal a, b` */
export function readScopeNames(parser: Parser, kind: Kind.Global | Kind.Nonlocal): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(kind, start, readNames(parser, (names) => names.leaf(Kind.Identifier)));
}
