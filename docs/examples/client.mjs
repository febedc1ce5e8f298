// A complete client: create a character once, ask for an image of it, print its permanent URL.
// Node 18 or newer, no packages. XAVIRA_URL and XAVIRA_KEY come from `make up`.

import { randomUUID } from "node:crypto";

const base = process.env.XAVIRA_URL ?? "http://127.0.0.1:8080";
const headers = {
  Authorization: `Bearer ${process.env.XAVIRA_KEY}`,
  "Content-Type": "application/json",
};
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// Repeats a request while that can help. With its Idempotency-Key a POST is charged once, whatever went wrong.
async function ask(path, options) {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    let answer, result;
    try {
      answer = await fetch(base + path, options);
      result = await answer.json();
    } catch {
      await sleep(1); // the connection broke, or a proxy answered: nobody knows whether it arrived
      continue;
    }
    if (answer.ok) return { result, wait: Number(answer.headers.get("Retry-After") ?? 0) };
    const paying = answer.status === 402; // waiting brings no credits
    if (paying || result.error.retry !== "same_key") throw new Error(`${result.error.code}: ${result.error.message}`);
    await sleep(Number(answer.headers.get("Retry-After") ?? 1));
  }
  throw new Error("no answer");
}

async function post(path, body) {
  const key = randomUUID(); // in production: stored beside your order, before the call
  const options = { method: "POST", headers: { ...headers, "Idempotency-Key": key }, body: JSON.stringify(body) };
  return (await ask(path, options)).result;
}

// 201 carries the finished image; 202 says where to look, and when to look again.
async function finished(generation) {
  while (["queued", "processing"].includes(generation.status)) {
    const { result, wait } = await ask(`/v1/generations/${generation.generation_id}`, { headers });
    generation = result;
    await sleep(wait);
  }
  if (generation.status !== "completed") throw new Error(generation.error.code);
  return generation;
}

const character = await post("/v1/characters", {
  model_id: "realistic-sharp",
  name: "Mia",
  traits: { age: 26, ethnicity: "Hispanic", hairLength: "long", hairColor: "brown", eyeColor: "green" },
});
const image = await finished(
  await post("/v1/images:generate", {
    character_id: character.character_id,
    prompt: "half body, smiling, red dress, rooftop bar at night",
    resolution: "896x1152",
  }),
);
console.log(image.output_url);
