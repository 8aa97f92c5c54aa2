"""Whether the site works, for a monitor (JSON) and for a person (plain words)."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from memoranda.insight.queries.health import Finding, findings

FORMS = ["application/json", "text/plain", "text/html"]


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 when not; JSON unless words are asked for."""
    found = findings()
    status = 200 if all(each.well for each in found) else 503
    if request.get_preferred_type(FORMS) in {"text/plain", "text/html"}:
        text = "".join(_line(each) for each in found)
        return HttpResponse(
            text, status=status, content_type="text/plain; charset=utf-8"
        )
    checks = {each.name: {"ok": each.well, "says": each.says} for each in found}
    told = {"status": "ok" if status == 200 else "failing", "checks": checks}
    return JsonResponse(told, status=status)


def _line(finding: Finding) -> str:
    mark = "ok     " if finding.well else "failing"
    return f"{mark}  {finding.name}: {finding.says}\n"
