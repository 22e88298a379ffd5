"""The closed lists of the domain, shared by rules, tables and screens.

Every list is stored as text with a CHECK constraint, so that a value reads the same in a table, in JSON and in
a report. The words are those of `docs/glossary.md`.
"""

from app.rules.code_lists.accounts import *
from app.rules.code_lists.contacts import *
from app.rules.code_lists.follow_ups import *
from app.rules.code_lists.imports import *
from app.rules.code_lists.language import *
from app.rules.code_lists.messages import *
from app.rules.code_lists.organisations import *
from app.rules.code_lists.participants import *
from app.rules.code_lists.placements import *
from app.rules.code_lists.programmes import *
from app.rules.code_lists.ratings import *
from app.rules.code_lists.reports import *
from app.rules.code_lists.trajectories import *
