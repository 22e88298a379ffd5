"""The words coordinators use for the closed lists of the domain, as Dutch word → code.

The first word of each code is the one shown as what would be right. The codes themselves are understood too.
"""

from __future__ import annotations

from app.rules.code_lists import (
    Attendance,
    Benefit,
    ContactKind,
    Contract,
    Decision,
    Destination,
    EndOutcome,
    EvidenceSource,
    FollowUpState,
    Gender,
    LanguageLevel,
    LanguageSkill,
    MessageLanguage,
    PlacementEndReason,
    RatedBy,
    RatingDimension,
    ResidenceGround,
    SpellKind,
    TrajectoryEndReason,
)

GENDERS = {
    "m": Gender.MALE,
    "v": Gender.FEMALE,
    "x": Gender.OTHER,
    "man": Gender.MALE,
    "vrouw": Gender.FEMALE,
    "f": Gender.FEMALE,
    "anders": Gender.OTHER,
}
RESIDENCE_GROUNDS = {
    "statushouder": ResidenceGround.STATUS_HOLDER,
    "gezinsmigrant": ResidenceGround.FAMILY,
    "werk of studie": ResidenceGround.WORK_OR_STUDY,
    "tijdelijke bescherming": ResidenceGround.TEMPORARY_PROTECTION,
    "asielzoeker": ResidenceGround.ASYLUM_SEEKER,
    "EU-burger": ResidenceGround.EU_CITIZEN,
    "Nederlander": ResidenceGround.DUTCH,
    "anders": ResidenceGround.OTHER,
    "vergunninghouder": ResidenceGround.STATUS_HOLDER,
    "nareiziger": ResidenceGround.FAMILY,
    "gezinshereniging": ResidenceGround.FAMILY,
    "gezinsvorming": ResidenceGround.FAMILY,
    "Oekraïne": ResidenceGround.TEMPORARY_PROTECTION,
    "ontheemde": ResidenceGround.TEMPORARY_PROTECTION,
    "overig": ResidenceGround.OTHER,
}
BENEFITS = {
    "Participatiewet": Benefit.PARTICIPATIEWET,
    "IOAW": Benefit.IOAW,
    "IOAZ": Benefit.IOAZ,
    "Bbz": Benefit.BBZ,
    "WW": Benefit.WW,
    "ZW": Benefit.ZW,
    "WIA-WGA": Benefit.WIA_WGA,
    "WIA-IVA": Benefit.WIA_IVA,
    "WAO": Benefit.WAO,
    "Wajong": Benefit.WAJONG,
    "Anw": Benefit.ANW,
    "geen": Benefit.NONE,
    "bijstand": Benefit.PARTICIPATIEWET,
    "WGA": Benefit.WIA_WGA,
    "IVA": Benefit.WIA_IVA,
    "NUG": Benefit.NONE,
}
DECISIONS = {
    "toegelaten": Decision.ADMITTED,
    "toegelaten onder voorwaarden": Decision.ADMITTED_WITH_CONDITIONS,
    "wachtlijst": Decision.WAITING,
    "doorverwezen": Decision.REFERRED,
    "afgewezen": Decision.DECLINED,
    "teruggetrokken": Decision.WITHDRAWN,
}
END_OUTCOMES = {"voltooid": EndOutcome.COMPLETED, "uitgevallen": EndOutcome.DROPPED_OUT}
TRAJECTORY_END_REASONS = {
    "werk gevonden": TrajectoryEndReason.FOUND_WORK,
    "opleiding": TrajectoryEndReason.STARTED_EDUCATION,
    "gezondheid of zorg": TrajectoryEndReason.HEALTH_OR_CARE,
    "kinderopvang": TrajectoryEndReason.CHILDCARE,
    "wonen": TrajectoryEndReason.HOUSING,
    "schulden": TrajectoryEndReason.DEBTS,
    "taal": TrajectoryEndReason.LANGUAGE,
    "motivatie": TrajectoryEndReason.MOTIVATION,
    "verhuisd": TrajectoryEndReason.MOVED,
    "overleden": TrajectoryEndReason.DECEASED,
    "geen contact meer": TrajectoryEndReason.LOST_CONTACT,
    "anders": TrajectoryEndReason.OTHER,
    "betaald werk": TrajectoryEndReason.FOUND_WORK,
    "gezondheid": TrajectoryEndReason.HEALTH_OR_CARE,
    "zorg": TrajectoryEndReason.HEALTH_OR_CARE,
    "uit beeld": TrajectoryEndReason.LOST_CONTACT,
}
DESTINATIONS = {
    "betaald werk": Destination.PAID_WORK,
    "zelfstandig": Destination.SELF_EMPLOYMENT,
    "opleiding": Destination.EDUCATION,
    "vrijwilligerswerk": Destination.VOLUNTEERING,
    "zoekt werk": Destination.JOB_SEEKING,
    "zorg": Destination.CARE,
    "verhuisd": Destination.MOVED,
    "overleden": Destination.DECEASED,
    "geen": Destination.NONE,
    "onbekend": Destination.UNKNOWN,
}
LANGUAGE_SKILLS = {
    "luisteren": LanguageSkill.LISTENING,
    "lezen": LanguageSkill.READING,
    "spreken": LanguageSkill.SPEAKING,
    "schrijven": LanguageSkill.WRITING,
    "gesprekken": LanguageSkill.CONVERSATION,
    "gesprekken voeren": LanguageSkill.CONVERSATION,
}
LANGUAGE_LEVELS = {
    **{level.value: level for level in LanguageLevel},
    "A1−": LanguageLevel.A1_MINUS,
    "A1–": LanguageLevel.A1_MINUS,
    "A1 min": LanguageLevel.A1_MINUS,
    "AlfaA": LanguageLevel.ALFA_A,
    "AlfaB": LanguageLevel.ALFA_B,
    "AlfaC": LanguageLevel.ALFA_C,
}
CONTACT_KINDS = {
    "intake": ContactKind.INTAKE,
    "voortgang": ContactKind.PROGRESS,
    "werkplekbezoek": ContactKind.WORKPLACE_VISIT,
    "met werkgever": ContactKind.WITH_EMPLOYER,
    "groep": ContactKind.GROUP,
    "crisis": ContactKind.CRISIS,
    "nazorg": ContactKind.AFTERCARE,
    "voortgangsgesprek": ContactKind.PROGRESS,
    "groepsbijeenkomst": ContactKind.GROUP,
    "werkgever": ContactKind.WITH_EMPLOYER,
}
ATTENDANCES = {
    "gekomen": Attendance.CAME,
    "te laat": Attendance.LATE,
    "niet gekomen": Attendance.DID_NOT_COME,
    "afgemeld": Attendance.CANCELLED,
}
SPELL_KINDS = {
    "reguliere baan": SpellKind.REGULAR_JOB,
    "uitzendbaan": SpellKind.AGENCY_JOB,
    "gesubsidieerde baan": SpellKind.SUBSIDISED_JOB,
    "zelfstandig": SpellKind.SELF_EMPLOYMENT,
    "bbl": SpellKind.APPRENTICESHIP,
    "stage": SpellKind.INTERNSHIP,
    "werkervaringsplaats": SpellKind.WORK_EXPERIENCE,
    "proefplaatsing": SpellKind.TRIAL_PLACEMENT,
    "opleiding": SpellKind.EDUCATION,
    "taalcursus": SpellKind.LANGUAGE_COURSE,
    "vrijwilligerswerk": SpellKind.VOLUNTEERING,
    "sociale activiteit": SpellKind.SOCIAL_ACTIVITY,
}
CONTRACTS = {
    "vast": Contract.PERMANENT,
    "tijdelijk": Contract.FIXED_TERM,
    "uitzend": Contract.AGENCY,
    "oproep": Contract.ON_CALL,
    "payroll": Contract.PAYROLL,
    "bbl": Contract.BBL,
    "zelfstandig": Contract.SELF_EMPLOYED,
}
PLACEMENT_END_REASONS = {
    "contract afgelopen": PlacementEndReason.CONTRACT_ENDED,
    "ontslag genomen": PlacementEndReason.RESIGNED,
    "ontslag in proeftijd": PlacementEndReason.DISMISSED_IN_TRIAL_PERIOD,
    "ontslagen": PlacementEndReason.DISMISSED,
    "bedrijfseconomisch": PlacementEndReason.BUSINESS_REASONS,
    "andere baan": PlacementEndReason.OTHER_JOB,
    "opleiding": PlacementEndReason.EDUCATION,
    "verhuisd": PlacementEndReason.MOVED,
    "gezondheid of zorg": PlacementEndReason.HEALTH_OR_CARE,
    "overleden": PlacementEndReason.DECEASED,
    "anders": PlacementEndReason.OTHER,
    "einde contract": PlacementEndReason.CONTRACT_ENDED,
    "contract niet verlengd": PlacementEndReason.CONTRACT_ENDED,
    "zelf ontslag genomen": PlacementEndReason.RESIGNED,
    "gezondheid": PlacementEndReason.HEALTH_OR_CARE,
    "zorg": PlacementEndReason.HEALTH_OR_CARE,
}
SOURCES = {
    "register": EvidenceSource.REGISTER,
    "loonstrook": EvidenceSource.PAYSLIP,
    "werkgever": EvidenceSource.EMPLOYER,
    "deelnemer": EvidenceSource.PARTICIPANT,
    "coach": EvidenceSource.COACH,
    "coördinator": EvidenceSource.COACH,
}
FOLLOW_UP_OUTCOMES = {
    "onbereikbaar": FollowUpState.UNREACHABLE,
    "geweigerd": FollowUpState.REFUSED,
}
RATED_BY = {"deelnemer": RatedBy.PARTICIPANT, "werkgever": RatedBy.EMPLOYER}
DIMENSIONS = {
    "begeleiding": RatingDimension.GUIDANCE,
    "werk": RatingDimension.JOB,
    "thuis voelen": RatingDimension.BELONGING,
    "deelnemer": RatingDimension.PARTICIPANT,
    "programma": RatingDimension.PROGRAMME,
}
MESSAGE_LANGUAGES = {
    "Nederlands": MessageLanguage.DUTCH,
    "Engels": MessageLanguage.ENGLISH,
    "Dutch": MessageLanguage.DUTCH,
    "English": MessageLanguage.ENGLISH,
}
