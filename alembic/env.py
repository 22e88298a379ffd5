"""Runs the migrations, as the owner of the tables.

The connection comes from `app.migrate` (or from whoever calls Alembic) in `config.attributes["connection"]`. The roles
belong to the whole server, not to one database, so they are seen to here and not in a numbered migration.
"""

from alembic import context
from sqlalchemy import Connection, text

ROLES = ("bestendig_owner", "bestendig_app", "bestendig_employer", "bestendig_participant", "bestendig_reports")

MAKE_ROLE = """
do $$ begin
    if not exists (select from pg_roles where rolname = '{role}') then
        create role {role} nologin nosuperuser nobypassrls;
    end if;
exception when duplicate_object or unique_violation then null; -- another database of this server was first
end $$
"""

LET_OWNER_MAKE_SCHEMAS = """
do $$ begin
    if not has_database_privilege('bestendig_owner', current_database(), 'create') then
        execute format('grant create on database %I to bestendig_owner', current_database());
    end if;
end $$
"""


def prepare(connection: Connection) -> None:
    """Make the roles, let this login act as them, and give the owner the schema."""
    connection.execute(text("select pg_advisory_xact_lock(hashtext('bestendig roles'))"))
    for role in ROLES:
        connection.execute(text(MAKE_ROLE.format(role=role)))
        member = connection.scalar(text(f"select pg_has_role(current_user, '{role}', 'member')"))
        if not member:
            connection.execute(text(f"grant {role} to current_user"))
        connection.execute(text(f"grant usage on schema public to {role}"))
    connection.execute(text("grant create on schema public to bestendig_owner"))
    connection.execute(text(LET_OWNER_MAKE_SCHEMAS))


def run(connection: Connection) -> None:
    """Bring this database to the wanted revision; wait briefly for locks rather than hold everybody up."""
    with connection.begin():
        prepare(connection)
    context.configure(connection=connection, target_metadata=None, transaction_per_migration=True)
    connection.execute(text("set role bestendig_owner"))
    connection.execute(text("set lock_timeout = '10s'"))
    connection.execute(text("set statement_timeout = '15min'"))
    connection.commit()
    with context.begin_transaction():
        context.run_migrations()
    connection.execute(text("reset role"))
    connection.execute(text("reset lock_timeout"))
    connection.execute(text("reset statement_timeout"))
    connection.commit()


run(context.config.attributes["connection"])
