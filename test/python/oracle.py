"""Says what CPython's `ast` sees in files: one line of JSON for each path read from standard input.

A record is `kind start end detail`, with offsets in UTF-16 units of the text. Files that CPython refuses give no records.
"""
import ast
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10_000)

FIELDS_HAVE_PLACES = sys.version_info >= (3, 12)
UNPLACED = (ast.Interactive, ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)


class Offsets:
    """Turns a line and a column in UTF-8 bytes into an offset in UTF-16 units."""

    def __init__(self, text):
        self.lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
        self.starts = []
        offset = 0
        for line in self.lines:
            self.starts.append(offset)
            offset += utf16_length(line)
        self.mark = text.startswith("\ufeff")

    def at(self, line, column):
        text = self.lines[line - 1]
        if line == 1 and self.mark:
            text, shift = text[1:], 1
        else:
            shift = 0
        if not text.isascii():
            column = utf16_length(text.encode()[:column].decode())
        return self.starts[line - 1] + shift + column


def utf16_length(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def detail(node):
    match node:
        case ast.Constant(value=str() as value):
            return json.dumps(value)
        case ast.Constant(value=bool() | None):
            return str(node.value)
        case ast.Constant(value=int() | float() as value):
            return number(value)
        case ast.Name():
            return node.id
        case ast.Attribute():
            return node.attr
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return node.name
        case ast.keyword() | ast.arg():
            return node.arg or "**"
        case ast.alias():
            return f"{node.name} {node.asname or '-'}"
        case ast.ImportFrom():
            return "." * node.level + (node.module or "")
        case ast.BinOp() | ast.AugAssign() | ast.UnaryOp() | ast.BoolOp():
            return type(node.op).__name__
        case ast.Compare():
            return " ".join(type(op).__name__ for op in node.ops)
        case ast.Global() | ast.Nonlocal():
            return " ".join(node.names)
        case ast.Call():
            return f"{len(node.args)} {len(node.keywords)}"
    return ""


def number(value):
    try:
        value = float(value)
    except OverflowError:
        return "large"
    return value.hex() if value == value and abs(value) != float("inf") else "large"


def children(node):
    """All nodes below, but what has no true place: text inside f-strings, and before 3.12 their fields too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, UNPLACED):
            continue
        if isinstance(node, ast.JoinedStr) and not (FIELDS_HAVE_PLACES and isinstance(child, ast.FormattedValue)):
            continue
        if isinstance(node, ast.FormattedValue) and child is node.format_spec:
            for field in child.values:
                if isinstance(field, ast.FormattedValue):
                    yield field
            continue
        yield child


def records(tree, offsets):
    found = []
    stack = [tree]
    while stack:
        node = stack.pop()
        stack.extend(children(node))
        if hasattr(node, "lineno"):
            start = offsets.at(node.lineno, node.col_offset)
            end = offsets.at(node.end_lineno, node.end_col_offset)
            name = type(node).__name__
            if name == "TryStar":
                name = "Try"
            extra = detail(node)
            if isinstance(node, ast.Call):
                callee = node.func
                extra += f" {offsets.at(callee.lineno, callee.col_offset)} {offsets.at(callee.end_lineno, callee.end_col_offset)}"
            found.append(f"{name} {start} {end} {extra}")
    return found


def main():
    for path in sys.stdin.read().splitlines():
        answer = {"path": path}
        try:
            with open(path, "rb") as file:
                content = file.read()
            text = content.decode()
            answer["records"] = records(ast.parse(content), Offsets(text))
        except (SyntaxError, ValueError, RecursionError, OSError, MemoryError):
            pass
        print(json.dumps(answer), flush=True)


main()
