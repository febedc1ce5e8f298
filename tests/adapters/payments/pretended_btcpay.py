"""A small real HTTP server that behaves like one store of a BTCPay Server (Greenfield API v1).

It keeps invoices in memory, checks the token, and signs what it would deliver; it sends nothing by
itself, so that a test decides what arrives, how often and in which order.
"""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STORE = "Store1"
TOKEN = "greenfield-token"
WEBHOOK_SECRET = b"webhook-secret"


class PretendedBtcpay:
    """Use as a context manager; `url` is where it listens."""

    def __init__(self) -> None:
        self.invoices: dict[str, dict[str, Any]] = {}
        self.paid: dict[str, list[dict[str, str]]] = {}
        self.fault: str | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "PretendedBtcpay":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def create(self, wanted: dict[str, Any]) -> dict[str, Any]:
        invoice_id = f"Invoice{len(self.invoices) + 1}"
        self.invoices[invoice_id] = {
            "id": invoice_id,
            "storeId": STORE,
            "amount": wanted["amount"],
            "currency": wanted["currency"],
            "metadata": wanted.get("metadata", {}),
            "checkoutLink": f"{self.url}/i/{invoice_id}",
            "status": "New",
            "additionalStatus": "None",
        }
        return self.invoices[invoice_id]

    def change(
        self, invoice_id: str, status: str, *paid: tuple[str, str], by_hand: bool = False
    ) -> None:
        """`paid` are (coins, worth of a coin) by payment method."""
        changed = {"status": status, "additionalStatus": "Marked" if by_hand else "None"}
        self.invoices[invoice_id] |= changed
        self.paid[invoice_id] = [
            {"paymentMethodPaid": coins, "rate": rate, "totalPaid": coins} for coins, rate in paid
        ]

    def delivery(self, kind: str, invoice_id: str, **more: Any) -> tuple[dict[str, str], bytes]:
        """Headers and body of a webhook, signed as the server signs."""
        body = json.dumps(
            {
                "deliveryId": "D1",
                "webhookId": "W1",
                "originalDeliveryId": "D1",
                "isRedelivery": False,
                "type": kind,
                "timestamp": 1_772_000_000,
                "storeId": STORE,
                "invoiceId": invoice_id,
                "metadata": self.invoices.get(invoice_id, {}).get("metadata", {}),
            }
            | more
        ).encode()
        digest = hmac.digest(WEBHOOK_SECRET, body, hashlib.sha256).hex()
        return {"btcpay-sig": f"sha256={digest}", "content-type": "application/json"}, body


def _handler(server: PretendedBtcpay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            wanted = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self._answer(lambda: server.create(wanted))

        def do_GET(self) -> None:
            self._answer(self._found)

        def _found(self) -> Any:
            parts = self.path.removeprefix(f"/api/v1/stores/{STORE}/invoices/").split("/")
            return server.paid[parts[0]] if parts[1:] else server.invoices[parts[0]]

        def _answer(self, make: Any) -> None:
            if self.headers["Authorization"] != f"token {TOKEN}":
                self._send(401, {"code": "unauthenticated"})
            elif not self.path.startswith(f"/api/v1/stores/{STORE}/invoices"):
                self._send(404, {"code": "store-not-found"})
            elif server.fault == "error":
                self._send(500, {})
            elif server.fault == "nonsense":
                self._send(200, ["what?"])
            elif server.fault == "huge":
                self._send(200, {"id": "x" * 1_000_000})
            elif server.fault == "elsewhere":
                self._send(302, {}, location="http://127.0.0.1:1/")
            elif server.fault == "lost":
                self._send(404, {"code": "not-here"})
            else:
                try:
                    self._send(200, make())
                except KeyError:
                    self._send(404, {"code": "invoice-not-found", "message": "Not found"})

        def _send(self, status: int, value: Any, location: str | None = None) -> None:
            body = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if location is not None:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has
            pass

    return Handler
