# Kernel Dojo in a container: not root, nothing writable but /data and /tmp. SECURITY.md says which flags it needs.
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install -y --no-install-recommends libseccomp2 \
    && rm -rf /var/lib/apt/lists/*

# On x86-64, name PyTorch's CPU index here (README, "Install"), or this becomes a CUDA build of several GB.
ARG PIP_EXTRA_INDEX_URL=""
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

COPY app.py ./
COPY .streamlit .streamlit
COPY exercises exercises
COPY grader grader
COPY ui ui
RUN python -m compileall -q app.py exercises grader ui \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin dojo \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data

USER 10001:10001
ENV DOJO_DATA_DIR=/data HOME=/tmp PYTHONDONTWRITEBYTECODE=1
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/healthz', timeout=4)"]
# DOJO_HOSTS must name the hosts under which it is reached; without it, with a wall missing, or for others without a course,
# it refuses to start.
CMD ["streamlit", "run", "app.py", "--server.address", "0.0.0.0"]
