# syntax=docker/dockerfile:1
# The worker's image: built with Swift's own image, run on slim Debian with librdkafka and OpenSSL's libcrypto.
# deploy/check-image.py runs every RUN of this file in clean Debian roots, without Docker.

ARG SWIFT_VERSION=6.3.1

FROM swift:${SWIFT_VERSION}-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends librdkafka-dev libssl-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The packages that Nuqta depends on, in a layer of their own: fetched anew only when the manifest changes.
COPY Package.swift ./
RUN swift package resolve
COPY Sources ./Sources
COPY Tests ./Tests
COPY Examples ./Examples
COPY Benchmarks ./Benchmarks
# The Swift runtime goes into the binary; C libraries stay Debian's, so that its security updates reach them.
RUN swift build -c release --static-swift-stdlib --product nuqta \
 && install -D "$(swift build -c release --static-swift-stdlib --show-bin-path)/nuqta" /out/nuqta \
 && strip /out/nuqta

FROM debian:bookworm-slim AS runtime
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates librdkafka1 libssl3 \
 && rm -rf /var/lib/apt/lists/*
# A fixed number, so that volumes and Kubernetes' runAsUser can name it.
RUN groupadd --gid 10001 nuqta \
 && useradd --uid 10001 --gid nuqta --no-create-home --home-dir /var/lib/nuqta --shell /usr/sbin/nologin nuqta \
 && install -d -o nuqta -g nuqta -m 0750 /var/lib/nuqta
COPY --from=build /out/nuqta /usr/local/bin/nuqta
COPY LICENSE /usr/share/doc/nuqta/copyright

ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="nuqta" \
      org.opencontainers.image.description="Cuts news articles on Kafka topics into translation-ready sentence units" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="docker.io/library/debian:bookworm-slim"

# Where the worker keeps its slot's lock and its heartbeat. Small; a worker with --instance-id can lose it unharmed.
ENV NUQTA_STATE_DIR=/var/lib/nuqta
VOLUME /var/lib/nuqta
USER nuqta
# Healthy while the loop touches its heartbeat; 0 or not is all that is said.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["nuqta", "health", "--state-dir", "/var/lib/nuqta"]
# On SIGTERM the worker ends its transaction and leaves its group, within its own deadline.
STOPSIGNAL SIGTERM
ENTRYPOINT ["nuqta"]
CMD ["run"]
