"""The words the program uses, as its catalogues must know them: from Python by ``ast``, from templates by Django."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.template import engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "contactdays"
TEMPLATES = PACKAGE / "web" / "templates"
Message = tuple[str | None, str, str | None]  # context, singular, plural

_ARGUMENTS = {  # of each function of gettext: where context, singular and plural stand
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}


def used_messages() -> dict[Message, list[str]]:
    """Every message of the program and the files that use it."""
    found: dict[Message, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for message in messages_of_python(path.read_text(), str(path)):
            found.setdefault(message, []).append(str(path.relative_to(PACKAGE)))
    for path in sorted(TEMPLATES.rglob("*.html")):
        for message in messages_of_template(path.read_text()):
            found.setdefault(message, []).append(str(path.relative_to(PACKAGE)))
    return found


def messages_of_python(source: str, name: str = "<source>") -> Iterator[Message]:
    """The messages of a module; raise ``AssertionError`` for one that is put together at run time."""
    tree = ast.parse(source)
    aliases = _aliases(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in aliases:
            places = _ARGUMENTS[aliases[node.func.id]]
            yield tuple(None if at is None else _literal(node.args[at], name) for at in places)  # type: ignore[misc]


def _aliases(tree: ast.AST) -> dict[str, str]:
    """What a module calls the functions of gettext it imports."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for imported in node.names:
                function = imported.name.removesuffix("_lazy").removesuffix("_noop")
                if function in _ARGUMENTS:
                    names[imported.asname or imported.name] = function
    return names


def _literal(node: ast.expr, name: str) -> str:
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), f"{name}:{node.lineno}: not a literal"
    return node.value


def messages_of_template(source: str) -> Iterator[Message]:
    """The messages of a template."""
    nodes = engines["django"].from_string(source).template.nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        yield _context(node), node.filter_expression.var.literal, None
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        plural = node.render_token_list(node.plural)[0] if node.plural else None
        yield _context(node), node.render_token_list(node.singular)[0], plural


def _context(node: TranslateNode | BlockTranslateNode) -> str | None:
    return str(node.message_context.var) if node.message_context else None
