"""The form of a contact person."""

from app.routers.forms import Form
from app.rules.sentence import Sentence

LABELS = {
    "name": Sentence("Name of the contact person"),
    "email": Sentence("E-mail address"),
    "phone": Sentence("Telephone number"),
    "language": Sentence("In which language do you write to this person?"),
}
CONTACT = Form("contact", LABELS, {"language": "nl"})
NEW = Form("contact", {"employer": Sentence("Employer or other organisation"), **LABELS}, {"language": "nl"})
