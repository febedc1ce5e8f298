// An app in one file: a page with a form, one character, pictures of it. Node 18 or newer, no packages.
// XAVIRA_URL and XAVIRA_KEY come from `make up`; PORT and ORDERS (a file) may be set.

import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

const base = process.env.XAVIRA_URL ?? "http://127.0.0.1:8080";
const port = Number(process.env.PORT ?? 3000);
const file = process.env.ORDERS ?? "orders.json";
const headers = {
  Authorization: `Bearer ${process.env.XAVIRA_KEY}`,
  "Content-Type": "application/json",
};
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// What was ordered, with the key it is asked for: written before the call, so that a crash repeats
// the same request instead of buying another picture.
const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { orders: [] };
function save() {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

// What became of a request. What may be repeated is repeated, with the same key: a broken connection, a proxy's
// page, a full window, an outage. Only waiting for credits is left to people.
async function ask(path, options) {
  for (;;) {
    const answer = await fetch(base + path, options).catch(() => null);
    const result = await answer?.json().catch(() => null);
    if (result && (answer.status === 402 || result.error?.retry !== "same_key")) return result;
    await sleep(Number(answer?.headers.get("Retry-After") ?? 1));
  }
}

function post(path, key, body) {
  return ask(path, { method: "POST", headers: { ...headers, "Idempotency-Key": key }, body: JSON.stringify(body) });
}

async function character() {
  if (state.character === undefined) {
    const traits = { age: 26, ethnicity: "Hispanic", hairLength: "long", hairColor: "brown" };
    const created = await post("/v1/characters", "the-one-character", {
      model_id: "realistic-sharp",
      name: "Mia",
      traits,
    });
    if (created.error) return created;
    state.character = created.character_id;
    save();
  }
  return { character_id: state.character };
}

async function fulfil(order) {
  let made = await character();
  if (!made.error) made = await post("/v1/images:generate", order.key, { ...made, prompt: order.prompt });
  while (["queued", "processing"].includes(made.status)) {
    await sleep(1);
    made = await ask(`/v1/generations/${made.generation_id}`, { headers });
  }
  const unpaid = ["insufficient_credits", "key_spend_limit_reached"].includes(made.error?.code);
  if (!unpaid) order.url = made.output_url ?? null; // else it stays open: the next start asks again, with its key
  order.problem = made.error?.message ?? null;
  save();
}

const escaped = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
form { display: flex; gap: .5rem; }
input { flex: 1; min-width: 0; }
input::placeholder { color: inherit; opacity: .65; }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid GrayText; border-radius: .5rem; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; margin-top: 1.5rem; }
figure { margin: 0; overflow-wrap: anywhere; }
figure > p { margin: 0; padding: 1rem; border: 1px dashed GrayText; border-radius: .5rem; }
img { width: 100%; border-radius: .5rem; display: block; }`;

function page() {
  const pictures = state.orders.map((order) => {
    const prompt = escaped(order.prompt);
    const shown = order.url
      ? `<img src="${escaped(order.url)}" alt="Mia, ${prompt}" loading="lazy">`
      : `<p>${escaped(order.problem ?? "In the making…")}</p>`;
    return `<figure>${shown}<figcaption>${prompt}</figcaption></figure>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pictures of Mia</title><style>${style}</style>
<h1>Mia</h1><form method="post"><input name="prompt" maxlength="200" required aria-label="What Mia does, and where"
placeholder="half body, smiling, garden"><button>Ask for a picture</button></form>
<main>${pictures.join("") || "<p>No pictures yet: ask for the first one.</p>"}</main></html>`;
}

createServer(async (request, response) => {
  if (request.method === "POST") {
    let body = "";
    for await (const piece of request) if ((body += piece).length > 4096) return response.destroy();
    const order = { key: randomUUID(), prompt: new URLSearchParams(body).get("prompt") ?? "" };
    state.orders.push(order);
    save();
    await fulfil(order);
    response.writeHead(303, { Location: "/" }).end();
  } else {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page());
  }
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}`));

// Orders that a crash left open are asked for again, with the keys they had.
for (const order of state.orders) if (order.url === undefined) fulfil(order);
