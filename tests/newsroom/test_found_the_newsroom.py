"""A new newsroom has its own roles and its own workflow, and nobody else's."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Task, Workflow

from dabir.newsroom import staff


@pytest.fixture
def wagtail_s_roles(db):
    """What Wagtail's migrations leave for its pages."""
    for name in ("Editors", "Moderators"):
        Group.objects.create(name=name)
    Workflow.objects.create(name="Moderators approval")
    GroupApprovalTask.objects.create(name="Moderators approval")


def test_the_roles_of_pages_are_gone(wagtail_s_roles):
    Group.objects.filter(name__in=staff.PERMISSIONS).delete()
    staff.found()
    assert set(Group.objects.values_list("name", flat=True)) == set(staff.PERMISSIONS)
    assert set(Workflow.objects.values_list("name", flat=True)) == {staff.WORKFLOW}
    assert not Task.objects.filter(name="Moderators approval").exists()


def test_a_role_that_the_paper_makes_later_stays(wagtail_s_roles):
    staff.found()
    staff.found()
    assert Group.objects.filter(name="Editors").exists()
