"""`bestendig serve`."""

from typing import Annotated

import typer

from app.cli.operator import Json, answer
from app.cli.today import Today, rehearse
from app.cli.web_server import ask_for_a_port, serve_until_stopped, server_made_ready, stop_when_asked
from app.migrate import migrate
from app.settings import unless_chosen

Port = Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes any that is free.")]
Host = Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 is every network of this machine.")]


def run(port: Port = 8000, host: Host = "127.0.0.1", today: Today = None, as_json: Json = False) -> None:
    """Start the program: the database if it is built in, the migrations, and the web server. Ctrl-C stops it."""
    rehearse(today)
    stop_when_asked()
    with ask_for_a_port(host, port) as listening:
        unless_chosen(public_url=listening.address)
        migrate()
        server = server_made_ready()
        sentence = f"Bestendig is at {listening.address} (Ctrl-C stops it).\n"
        answer({"address": listening.address}, as_json=as_json, sentence=sentence)
        serve_until_stopped(server, listening)
