"""What answers while somebody types: whom they may mean, and a value in words."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from memoranda.desk.permission import needs
from memoranda.people.enums import Capability
from memoranda.register.enums import SubjectType
from memoranda.register.interfaces.chooser import DOCUMENT, Typed, choices_for
from memoranda.register.interfaces.value_fields import value_field
from memoranda.register.interfaces.wording import worded
from memoranda.register.rules.properties import PROPERTIES


@needs(Capability.CONTRIBUTE)
def choices(request: HttpRequest, of: str) -> HttpResponse:
    """The records or documents meant by what is typed in the field ``?name=``."""
    if of != DOCUMENT and of not in SubjectType.values:
        raise Http404
    name = request.GET.get("name", "value")
    typed = Typed(request.GET.get(name, "").replace("\x00", ""))
    if not typed.text.strip():
        return HttpResponse("")
    context = choices_for(typed, of=of) | {"name": name}
    return render(request, "register/choices.html", context)


@needs(Capability.CONTRIBUTE)
def in_words(request: HttpRequest, type_: str, property_: str) -> HttpResponse:
    """How what is typed will be read: the value in words, or why it is none."""
    if (type_, property_) not in PROPERTIES:
        raise Http404
    field = value_field(type_, property_, required=False)
    name = request.GET.get("name", "value")
    context = {"text": "", "fault": ""}
    try:
        value = field.clean(request.GET.get(name, ""))
        context["text"] = worded(type_, property_, value) if value != "" else ""
    except ValidationError as error:
        context["fault"] = " ".join(error.messages)
    return render(request, "desk/editing/in_words.html", context)
