"""Who is probably the same person under two numbers."""

from datetime import date

from app.rules.probable_duplicates import KnownPerson, probable_duplicates

BORN = date(1974, 1, 13)


def person(number: str, name: str, born: date | None = BORN, email: str | None = None) -> KnownPerson:
    return KnownPerson(number, name, born, email)


def test_the_same_name_and_birth_date() -> None:
    assert probable_duplicates([person("D9", "Khaled Abraha"), person("D10", "Khaled Abraha")]) == [("D10", "D9")]


def test_a_name_written_a_little_differently() -> None:
    people = [person("D1", "Şelam Haddad"), person("D2", "Selam  HADAD"), person("D3", "Haddad Selam")]
    assert probable_duplicates(people) == [("D1", "D2"), ("D1", "D3"), ("D2", "D3")]


def test_the_same_birth_date_alone_says_nothing() -> None:
    """Many people whose birth date was not known are registered as born on the first of January."""
    assert probable_duplicates([person("D1", "Selam Haddad"), person("D2", "Omar Rahimi")]) == []


def test_the_same_name_alone_says_nothing() -> None:
    assert probable_duplicates([person("D1", "Selam Haddad", None), person("D2", "Selam Haddad", None)]) == []


def test_the_same_email_address() -> None:
    people = [
        person("D1", "Selam Haddad", None, "s@example.org"),
        person("D2", "O. Rahimi", None, "S@example.org"),
    ]
    assert probable_duplicates(people) == [("D1", "D2")]


def test_one_person_is_no_duplicate_of_themselves() -> None:
    assert probable_duplicates([person("D1", "Selam Haddad"), person("D1", "Selam Haddad")]) == []
