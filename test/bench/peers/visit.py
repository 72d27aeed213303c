"""Reads every file of a list with CPython's own parser and counts calls that end in an activation's name."""
import ast
import sys
import warnings

warnings.simplefilter("ignore")
WORDS = frozenset(sys.argv[2].split("|"))


class Calls(ast.NodeVisitor):
    count = 0

    def visit_Call(self, node):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        self.count += name.lower() in WORDS
        self.generic_visit(node)


visitor = Calls()
sys.setrecursionlimit(10_000)
for path in open(sys.argv[1], encoding="utf-8").read().split("\n"):
    try:
        visitor.visit(ast.parse(open(path, "rb").read()))
    except (SyntaxError, ValueError, RecursionError):
        pass
print(visitor.count)
