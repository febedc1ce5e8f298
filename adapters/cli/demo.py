"""The first thing a newcomer sees: a character, an image, a video, a balance and a statement.

The video is left out where the model offers none.

It speaks HTTP like any client, so it shows nothing that a client could not do.
"""

import threading
import time
from typing import Any

import httpx2
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from adapters.fresh_ids import fresh_id

CHARACTER: dict[str, Any] = {
    "model_id": "realistic-sharp",
    "name": "Mia",
    "traits": {
        "age": 26,
        "ethnicity": "Hispanic",
        "hairLength": "long",
        "hairColor": "brown",
        "eyeColor": "green",
    },
}
IMAGE_PROMPT = "half body, smiling, summer dress, garden, golden hour"
VIDEO_PROMPT = "turns and smiles"
REQUEST_SECONDS_MAX = 130.0
DRAWING_SECONDS_MAX = 300.0
POLL_SECONDS_MAX = 2.0


class DemoFailed(OSError):
    """The API answered with an error; the message is the API's own."""


class Demo:
    """Speaks to `local_url` with `key`; gives up early when `stopping` is set."""

    def __init__(
        self, local_url: str, key: str, console: Console, stopping: threading.Event
    ) -> None:
        self._console = console
        self._stopping = stopping
        self._http = httpx2.Client(
            base_url=local_url,
            headers={"Authorization": f"Bearer {key}"},
            timeout=REQUEST_SECONDS_MAX,
        )

    def run(self) -> None:
        """Raises DemoFailed, or httpx2.HTTPError when the API cannot be reached."""
        with self._http, self._progress() as progress:
            character = self._step(progress, "character", "/v1/characters", CHARACTER)
            image = {"character_id": character["character_id"], "prompt": IMAGE_PROMPT}
            drawn = [self._drawn(progress, "image", image)]
            if self._offers_videos():
                source_id = drawn[0]["generation_id"]
                video = {"source_generation_id": source_id, "prompt": VIDEO_PROMPT}
                drawn.append(self._drawn(progress, "video", video))
            balance = self._get("/v1/balance")
            entries = self._get(f"/v1/ledger?min_position={drawn[-1]['ledger_position']}")["data"]
        self._show(drawn, balance, entries)

    def _progress(self) -> Progress:
        return Progress(
            SpinnerColumn(),
            TextColumn("{task.description:<10}"),
            BarColumn(),
            TimeElapsedColumn(),
            console=self._console,
        )

    def _offers_videos(self) -> bool:
        """Whether the catalogue of this installation has videos of the demo's model."""
        models = self._get("/v1/models")["data"]
        return any(
            model["id"] == CHARACTER["model_id"] and "video" in model["kinds"] for model in models
        )

    def _drawn(self, progress: Progress, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        """Polls as the API asks (`Retry-After`), and shows how far the render is. An image is
        mostly there with the first answer.
        """
        task = progress.add_task(kind, total=None)
        answer = self._post(f"/v1/{kind}s:generate", body)
        deadline = time.monotonic() + DRAWING_SECONDS_MAX
        while True:
            drawn: dict[str, Any] = answer.json()
            progress.update(task, total=1.0, completed=drawn.get("progress") or 0.0)
            if drawn["status"] not in {"queued", "processing"}:
                progress.update(task, completed=1.0)
                return self._finished(drawn)
            if time.monotonic() > deadline:
                raise DemoFailed(f"the {kind} takes longer than the demo waits")
            pause = min(float(answer.headers.get("Retry-After", "1")), POLL_SECONDS_MAX)
            if self._stopping.wait(pause):
                raise DemoFailed(f"it was stopped before the {kind} was there")
            answer = self._checked(self._http.get(f"/v1/generations/{drawn['generation_id']}"))

    def _step(
        self, progress: Progress, name: str, path: str, body: dict[str, Any]
    ) -> dict[str, Any]:
        task = progress.add_task(name, total=None)
        answer: dict[str, Any] = self._post(path, body).json()
        progress.update(task, total=1.0, completed=1.0)
        return answer

    def _post(self, path: str, body: dict[str, Any]) -> httpx2.Response:
        headers = {"Idempotency-Key": str(fresh_id())}
        return self._checked(self._http.post(path, json=body, headers=headers))

    def _get(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = self._checked(self._http.get(path)).json()
        return answer

    def _checked(self, answer: httpx2.Response) -> httpx2.Response:
        if answer.status_code >= 400:
            raise DemoFailed(answer.json()["error"]["message"])
        return answer

    def _finished(self, generation: dict[str, Any]) -> dict[str, Any]:
        if generation["status"] != "completed":
            raise DemoFailed(f"the {generation['kind']} ended as {generation['status']}")
        return generation

    def _show(
        self,
        drawn: list[dict[str, Any]],
        balance: dict[str, Any],
        entries: list[dict[str, Any]],
    ) -> None:
        table = Table("position", "entry", "credits", "balance", title="Statement")
        for entry in entries:
            table.add_row(
                str(entry["position"]),
                entry["kind"],
                f"{entry['amount']:+d}",
                str(entry["balance"]),
            )
        self._console.rule(Text("Mia, drawn for you", "bold"), align="left")
        for line in (
            *(f"{generation['kind']:<8} {generation['output_url']}" for generation in drawn),
            f"balance  {balance['available']} credits",
        ):
            self._console.print(line, soft_wrap=True)
        self._console.print(table)
