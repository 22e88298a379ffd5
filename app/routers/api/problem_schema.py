"""What a problem looks like, and which ones an operation may answer."""

from typing import Any

PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong, as RFC 9457 describes it. It never repeats what was sent.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string", "description": "The kind of problem."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is the matter, in a sentence for people."},
        "instance": {"type": "string", "format": "uri", "description": "Names this occurrence."},
        "code": {"type": "string", "description": "The kind of problem, for programs."},
        "invalidParams": {
            "type": "array",
            "description": "Every fault in what was sent.",
            "items": {
                "type": "object",
                "required": ["name", "code", "reason"],
                "properties": {
                    "name": {"type": "string", "description": "The field or parameter."},
                    "code": {"type": "string", "description": "The kind of fault, for programs."},
                    "reason": {"type": "string", "description": "What would be right, for people."},
                },
            },
        },
    },
    "example": {
        "type": "about:blank",
        "title": "Something is not filled in correctly",
        "status": 400,
        "detail": "Give a date as YYYY-MM-DD.",
        "instance": "urn:uuid:5c1f6c8e-3f0e-4d0a-9a52-0c3c1c9f5a11",
        "code": "invalid-input",
        "invalidParams": [{"name": "startsOn", "code": "not-a-date", "reason": "Give a date as YYYY-MM-DD."}],
    },
}

PROBLEMS: tuple[tuple[int, str, str | None], ...] = (
    (400, "What was sent cannot be right; every fault is listed", "input"),
    (401, "Nobody is known to be asking", None),
    (403, "You may not do this", None),
    (404, "It is not there, or not yours to know of", "path"),
    (406, "Answers are given in JSON only", None),
    (409, "It contradicts what is already recorded", "body"),
    (412, "Somebody else changed it since you read it", "version"),
    (413, "It is larger than accepted", "body"),
    (415, "It was not sent as JSON", "body"),
    (428, "Say which version you read, in If-Match", "version"),
    (500, "A fault of the program", None),
)
"""Status, description, and what an operation takes when it can answer so; None is every operation."""
