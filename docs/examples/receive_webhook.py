"""Receives Xavira's webhooks with Python.   pip install standardwebhooks

XAVIRA_WEBHOOK_SECRET=whsec_... PORT=8000 python receive_webhook.py
"""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

UNORDERED = ("credits.refunded", "webhook.test")  # a refund is news whenever it comes, a test too

webhook = Webhook(os.environ["XAVIRA_WEBHOOK_SECRET"])
seen: set[str] = set()  # in production: a unique column in your database
newest: dict[tuple[bool, str], int] = {}  # the highest sequence of each (livemode, subject_id)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))  # the bytes as they came
        try:
            event = webhook.verify(body, dict(self.headers))  # refuses what is older than 5 minutes
        except (WebhookVerificationError, ValueError):  # ValueError: a malformed signature header
            self.answer(400)
            return
        self.answer(204)  # answer first, work afterwards

        if self.headers["webhook-id"] in seen:  # a retry or a replay of what was done already
            return
        seen.add(self.headers["webhook-id"])
        if event["type"] not in UNORDERED:
            subject, sequence = (event["livemode"], event["subject_id"]), event["sequence"]
            if sequence < newest.get(subject, 0):  # behind something newer of the same
                return
            newest[subject] = sequence
        print(event["type"], event["data"].get("generation_id", ""), flush=True)  # noqa: T201

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing about requests."""


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Receiver)
print("listening", server.server_port, flush=True)  # noqa: T201
server.serve_forever()
