"""Who reads an answer: a person with a browser, or a program."""

from starlette.requests import HTTPConnection

API = "/v1"


def is_of_api(path: str) -> bool:
    """Whether an address is one of the API, where every answer is for a program."""
    return path == API or path.startswith(f"{API}/")


def wants_page(request: HTTPConnection) -> bool:
    """Whether a page is what to answer with: a browser asks for one, and not at an address of the API."""
    return "text/html" in request.headers.get("accept", "") and not is_of_api(request.url.path)
