"""The roles of a newsroom, what each may do, and the way of a story between them.

reporter (خبرنگار) -> desk editor (دبیر سرویس) -> editor in chief (سردبیر) -> published

Beside them stands the chief copy editor (سرویراستار), who decides on the house's rulebook.
"""

from typing import Any, Final

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

REPORTER: Final = "خبرنگار"
DESK_EDITOR: Final = "دبیر سرویس"
EDITOR_IN_CHIEF: Final = "سردبیر"
COPY_CHIEF: Final = "سرویراستار"
WORKFLOW: Final = "راه خبر"

_ADMIN: Final = ["wagtailadmin.access_admin"]
_WRITE: Final = [
    "newsroom.add_story",
    "newsroom.change_story",
    "newsroom.view_story",
    "newsroom.add_topic",
    "newsroom.view_topic",
    "newsroom.view_rulebookentry",
]
_DECIDE_ON_WORDS: Final = [
    "newsroom.add_rulebookentry",
    "newsroom.change_rulebookentry",
    "newsroom.change_housestyle",
]
_EDIT: Final = [
    "newsroom.delete_story",  # of those that readers never saw: see StoryPolicy
    "newsroom.change_topic",
    "newsroom.add_writer",
    "newsroom.change_writer",
    "newsroom.view_writer",
    "newsroom.lock_story",
    "comments.view_comment",
    "comments.change_comment",
    "classifieds.view_advertisement",
    "classifieds.change_advertisement",
    "press.view_printedpage",
    "newsroom.change_frontversion",
]
_LEAD: Final = [
    "newsroom.publish_story",
    "newsroom.unlock_story",
    "newsroom.delete_topic",
    "newsroom.delete_writer",
    *(
        f"newsroom.{act}_{what}"
        for act in ("add", "change", "view")
        for what in ("section", "desk")
    ),
    "newsroom.change_paper",
    "newsroom.publish_front",
    "classifieds.add_category",
    "classifieds.change_category",
    "classifieds.view_category",
    "press.change_printedpage",
]
PERMISSIONS: Final[dict[str, list[str]]] = {
    REPORTER: [*_ADMIN, *_WRITE],
    DESK_EDITOR: [*_ADMIN, *_WRITE, *_EDIT],
    EDITOR_IN_CHIEF: [*_ADMIN, *_WRITE, *_EDIT, *_LEAD, *_DECIDE_ON_WORDS],
    COPY_CHIEF: [*_ADMIN, *_WRITE, "newsroom.change_topic", *_DECIDE_ON_WORDS],
}


def found_after_migrate(using: str, **kwargs: Any) -> None:
    """Found the newsroom after a migration. Safe to run at every one."""
    if using == "default":
        found()


@transaction.atomic
def found() -> None:
    """Make the roles, their permissions and the workflow where they are missing.

    What a paper changed of its roles stays changed: permissions are given once, when a
    role is first made.
    """
    for config in installed.get_app_configs():
        create_permissions(config, verbosity=0)
    if not Group.objects.filter(name__in=PERMISSIONS).exists():
        _clear_foreign_roles()
    for role, names in PERMISSIONS.items():
        group, is_new = Group.objects.get_or_create(name=role)
        if is_new:
            group.permissions.set(_permissions(names))
            _share_pictures(group)
    _found_workflow()


def _clear_foreign_roles() -> None:
    """Take away the roles and the workflow that Wagtail makes for its pages, in English."""
    from wagtail.models import Task, Workflow

    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    for kind in (Workflow, Task):
        kind.objects.filter(name="Moderators approval").delete()


def _permissions(names: list[str]) -> list[Permission]:
    """Return the permissions called ``names`` («app.codename»); of rooms not installed, none."""
    return [
        permission
        for app, codename in (name.split(".") for name in names)
        for permission in Permission.objects.filter(content_type__app_label=app, codename=codename)
    ]


def _share_pictures(group: Group) -> None:
    """Let ``group`` add, choose and change pictures and documents."""
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    wanted = [
        ("wagtailimages", "add_image"),
        ("wagtailimages", "change_image"),
        ("wagtailimages", "choose_image"),
        ("wagtaildocs", "add_document"),
        ("wagtaildocs", "choose_document"),
    ]
    for app, codename in wanted:
        for permission in Permission.objects.filter(codename=codename):
            if permission.content_type.app_label in {app, "newsroom"}:
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root, permission=permission
                )


def _found_workflow() -> None:
    """Make the way of a story: the desk editor's look, then the editor in chief's."""
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

    from dabir.newsroom.models import Story

    workflow, is_new = Workflow.objects.get_or_create(name=WORKFLOW)
    if not is_new:
        return
    steps = [
        ("نگاه دبیر سرویس", [DESK_EDITOR, EDITOR_IN_CHIEF]),
        ("نگاه سردبیر", [EDITOR_IN_CHIEF]),
    ]
    for order, (name, roles) in enumerate(steps):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.set(Group.objects.filter(name__in=roles))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowContentType.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Story), defaults={"workflow": workflow}
    )
