// Receives Xavira's webhooks with Node 18 or newer.   npm install standardwebhooks
// XAVIRA_WEBHOOK_SECRET=whsec_... PORT=8000 node receive_webhook.mjs
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.XAVIRA_WEBHOOK_SECRET);
const seen = new Set(); // in production: a unique column in your database
const newest = new Map(); // the highest sequence of each livemode and subject_id
const unordered = ["credits.refunded", "webhook.test"]; // a refund is news whenever it comes, a test too

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8"); // verify the bytes as they came

  let event;
  try {
    event = webhook.verify(body, request.headers); // also refuses what is older than 5 minutes
  } catch {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(204).end(); // answer first, work afterwards

  const id = request.headers["webhook-id"];
  if (seen.has(id)) return; // a retry or a replay of what was done already
  seen.add(id);
  if (!unordered.includes(event.type)) {
    const subject = `${event.livemode} ${event.subject_id}`;
    if (event.sequence < (newest.get(subject) ?? 0)) return; // behind something newer of the same
    newest.set(subject, event.sequence);
  }
  console.log(`${event.type} ${event.data.generation_id ?? ""}`);
});

server.listen(Number(process.env.PORT ?? 8000), "127.0.0.1", () => {
  console.log(`listening ${server.address().port}`);
});
