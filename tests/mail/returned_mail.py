"""Mail that comes back, as mail servers write it."""

MAIL_ID = "<3f2b8a10-9d3c-4e5f-8a1b-0c2d3e4f5a6b@bestendig.example>"
QUOTED = f"Message-ID: {MAIL_ID}\r\nSubject: Is hij er nog?\r\n\r\n"


def report(action: str = "failed", status: str = "5.1.1", why: str = "smtp; 550 no such user here") -> bytes:
    """A delivery report in the form of RFC 3464."""
    return (
        "From: MAILER-DAEMON@mail.example\r\nTo: bounces@bestendig.example\r\nSubject: Undelivered Mail\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=part\r\n\r\n"
        "--part\r\nContent-Type: text/plain\r\n\r\nI could not deliver it.\r\n"
        "--part\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
        f"Final-Recipient: rfc822; hr@bakery.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: {why}\r\n\r\n"
        f"--part\r\nContent-Type: message/rfc822\r\n\r\n{QUOTED}--part--\r\n"
    ).encode()


def old_fashioned() -> bytes:
    """A failure without a report, with the returned mail in the text, as older servers write it."""
    return (
        "From: Mail Delivery System <Mailer-Daemon@mail.example>\r\nX-Failed-Recipients: hr@bakery.example\r\n"
        f"Subject: Mail delivery failed\r\n\r\nThis message could not be delivered:\r\n\r\n{QUOTED}"
    ).encode()


def absence() -> bytes:
    """Somebody is on holiday: the mail did arrive."""
    return (
        f"From: hr@bakery.example\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: {MAIL_ID}\r\n"
        "Subject: Afwezig\r\n\r\nIk ben er maandag weer.\r\n"
    ).encode()
