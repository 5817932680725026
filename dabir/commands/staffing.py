"""Adds people to the newsroom."""

import click
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from dabir.newsroom import staff
from dabir.newsroom.models import Writer

ROLES = {
    "reporter": staff.REPORTER,
    "desk-editor": staff.DESK_EDITOR,
    "editor-in-chief": staff.EDITOR_IN_CHIEF,
    "copy-chief": staff.COPY_CHIEF,
}


def add_user(username: str, role: str, name: str, password: str) -> int:
    """Add a user with a role, and a writer of that name. Return the exit code."""
    if User.objects.filter(username=username).exists():
        click.secho(f"There is a user called {username} already.", fg="red", err=True)
        return 2
    first, _, last = name.partition(" ")
    made = User(username=username, first_name=first, last_name=last)
    try:
        with translation.override("en"):
            made.full_clean(exclude=["password"])
            validate_password(password, made)
    except ValidationError as error:
        click.secho(" ".join(error.messages), fg="red", err=True)
        return 2
    made.set_password(password)
    made.is_superuser = made.is_staff = role == "engineer"
    made.save()
    if role in ROLES:
        made.groups.add(Group.objects.get(name=ROLES[role]))
    if name and not Writer.objects.filter(name=name).exists():
        Writer.objects.create(name=name, user=made)
    click.echo(f"{username} may log in at /newsroom/.")
    return 0
