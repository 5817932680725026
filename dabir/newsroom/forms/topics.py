"""Choosing a story's topics: type, pick from what is there, or add what is not."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse

from dabir.newsroom.models import Topic
from dabir.persian import HALF_SPACE


class TopicsInput(forms.SelectMultiple):
    """A combobox over the paper's topics, which may be thousands; only the chosen are drawn."""

    template_name = "newsroom/widgets/topics_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = forms.Widget.get_context(self, name, value, attrs)
        numbers = [number for number in value or [] if str(number).isdecimal()]
        context["chosen"] = Topic.objects.filter(pk__in=numbers)
        context["kinds"] = reversed(Topic.Kind.choices)
        context["suggest_url"] = reverse("newsroom_topics_suggest")
        context["add_url"] = reverse("newsroom_topics_add")
        return context

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        return False

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return id_


class TopicsField(forms.ModelMultipleChoiceField[Topic]):
    """The topics of a story."""

    widget = TopicsInput

    def __init__(self, **options: Any) -> None:
        options = {
            "queryset": Topic.objects.all(),
            "required": False,
            "label": f"موضوع{HALF_SPACE}ها",
            "help_text": "نام شخص، جا یا موضوع را بنویسید و برگزینید.",
            **options,
        }
        super().__init__(**options)
