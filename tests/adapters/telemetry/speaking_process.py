"""Says things that must not be read in a log, as a process of its own would: `KEY STYLE`."""

import logging
import sys

import structlog

from adapters.telemetry.logs import set_up_logs

PROMPT = "unmistakable words"


def fail(key: str, prompt: str) -> None:
    hidden = prompt * 2
    raise RuntimeError(f"cannot use {key}, {len(hidden)}")


def speak(key: str, style: str) -> None:
    set_up_logs(level="info", style="json" if style == "json" else "console")
    log = structlog.get_logger("test")
    log.info(f"message with {key}", password="open sesame", prompt=PROMPT)
    log.info("nested", found={"header": [f"Bearer {key}", {"secret": "open sesame"}]})
    log.info("webhook", error="bad whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    log.info("url", error="cannot reach postgresql://app:open-sesame@db.example/x")
    log.info("conninfo", error="host=db password=open-sesame dbname=x")
    log.info("lines", error='x\n{"event": "forged"}')
    logging.getLogger("library").warning("library says %s", key)
    try:
        fail(key, PROMPT)
    except RuntimeError as error:
        log.error("broken", exc_info=error)
    sys.stdout.write("all was said\n")


if __name__ == "__main__":
    speak(sys.argv[1], sys.argv[2])
