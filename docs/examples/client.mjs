// A complete client: create a character once, ask for an image of it, print its permanent URL.
// Node 18 or newer, no packages. XAVIRA_URL and XAVIRA_KEY come from `make up`.

const base = process.env.XAVIRA_URL ?? "http://127.0.0.1:8080";
const headers = {
  Authorization: `Bearer ${process.env.XAVIRA_KEY}`,
  "Content-Type": "application/json",
};
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// Repeats a request with the same Idempotency-Key: whatever went wrong, it is charged once.
async function post(path, body) {
  const key = globalThis.crypto.randomUUID();
  for (let attempt = 0; attempt < 8; attempt += 1) {
    let answer;
    try {
      answer = await fetch(base + path, {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": key },
        body: JSON.stringify(body),
      });
    } catch {
      await sleep(1); // the connection broke: nobody knows whether it arrived, so ask again
      continue;
    }
    const result = await answer.json();
    if (answer.ok) return result;
    if (result.error.retry !== "same_key") throw new Error(`${result.error.code}: ${result.error.message}`);
    await sleep(Number(answer.headers.get("Retry-After") ?? 1));
  }
  throw new Error("no answer");
}

// 201 carries the finished image; 202 says where to look, and when to look again.
async function finished(generation) {
  while (["queued", "processing"].includes(generation.status)) {
    const answer = await fetch(`${base}/v1/generations/${generation.generation_id}`, { headers });
    generation = await answer.json();
    await sleep(Number(answer.headers.get("Retry-After") ?? 0));
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
