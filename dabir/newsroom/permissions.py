"""Who may do what with a story, beyond what roles say."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from dabir.newsroom.models import Story


class StoryPolicy(ModelPermissionPolicy):
    """A story that readers have seen is never deleted: it is withdrawn, and keeps its code."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Story) -> bool:
        if action == "delete" and instance.first_published_at is not None:
            return False
        allowed: bool = super().user_has_permission_for_instance(user, action, instance)
        return allowed


def install() -> None:
    """Register the policy, before anything asks for the default one."""
    register_permission_policy(Story, StoryPolicy(Story))
