"""A group of commands in which one needs no name: ``summarize eval FOLDER``."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class DefaultCommand(TyperGroup):
    """Hands words that name no command to the default one."""

    default = ""

    @classmethod
    def to(cls, name: str) -> type[DefaultCommand]:
        """The group whose default command is ``name``."""
        return type(cls.__name__, (cls,), {"default": name})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command's name in front, unless a command or help is asked for."""
        asked = args[0] if args else None
        if asked not in self.commands and asked not in ctx.help_option_names:
            args = [self.default, *args]
        return super().parse_args(ctx, args)
