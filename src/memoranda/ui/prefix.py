"""A site under a part of an address, as ``/memory/``."""

from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def under(prefix: str, application: WSGIApplication) -> WSGIApplication:
    """``application`` mounted at ``prefix`` ("/memory", or "" for the root).

    A proxy may hand the prefix on or cut it off; both arrive at the same page.
    """
    if not prefix:
        return application

    def mounted(environ: WSGIEnvironment, start_response: StartResponse) -> Any:
        path: str = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        environ["SCRIPT_NAME"] = prefix
        return application(environ, start_response)

    return mounted
