# The program without its tests; the database is a server of its own. The same image runs `bestendig worker`.
FROM python:3.13-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /srv/bestendig
COPY requirements/ requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/app.txt
COPY pyproject.toml README.md LICENSE ./
COPY alembic/ alembic/
COPY app/ app/
RUN pip install --no-cache-dir --no-deps --editable . \
    && useradd --system --no-create-home bestendig
USER bestendig
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 2)"]
CMD ["bestendig", "serve", "--host", "0.0.0.0", "--port", "8000"]
