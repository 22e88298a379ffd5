"""Where several metrics get their answers from."""

from __future__ import annotations

from app.rules.bilingual_text import Bilingual

EVIDENCE = Bilingual(
    nl="Plaatsingen en waarnemingen: register en loonstrook wegen het zwaarst, dan de werkgever, "
    "dan de deelnemer, dan de coach.",
    en="Placements and observations: register and payslip weigh most, then the employer, "
    "then the participant, then the coach.",
)
