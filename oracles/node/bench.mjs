// Twelve rules over the same rows: ours in wasm beside json-rules-engine, zen-engine and zen-engine-wasm.
// node bench.mjs KERNELS.wasm   where KERNELS.wasm is built by
// cargo build --example kernels --profile page --features bench --target wasm32-unknown-unknown
import fs from "node:fs";
import { Engine } from "json-rules-engine";
import { ZenEngine } from "@gorules/zen-engine";

const NAMES = ["f0", "f1", "f2", "f3", "f4", "f5"];
const ROUNDS = 15;
const row = (customer) =>
  Object.fromEntries(
    NAMES.map((name, field) => {
      const at = field + 1;
      return [name, ((Math.imul(customer, 7919) >>> 0) + at * at * 31) % 97];
    }),
  );
const rules = Array.from({ length: 12 }, (_, at) => ({
  one: NAMES[at % 6],
  two: NAMES[(at + 1 + Math.floor(at / 6)) % 6],
  above: 40 + at * 4,
  from: at * 3,
  to: 60 + at,
}));

// Decisions a second, the median of all rounds after one to warm up, and rows with a reason.
async function timed(name, n, work, rounds = ROUNDS) {
  const hits = await work();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { name, n, hits, perSecond: (n / times[rounds >> 1]) * 1000, millis: times[rounds >> 1] };
}

async function load(file) {
  const module = await WebAssembly.compile(fs.readFileSync(file));
  const imports = {};
  // The page's own imports are never called by the kernels.
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    if (kind === "function") imports[from][name] = () => 0;
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}

const NAMES_OF_KERNELS = fs
  .readFileSync(new URL("../../src/kernels.rs", import.meta.url), "utf8")
  .split("pub const ALL")[1]
  .split("];")[0]
  .match(/name:\s*"[^"]+"/g)
  .map((text) => text.split('"')[1]);

async function ours(wasm, name, n, subtract = 0) {
  wasm.prepare(NAMES_OF_KERNELS.indexOf(name), n);
  return timed(`recourse: ${name}`, n, () => wasm.once() - subtract);
}

async function jsonRules(n) {
  const engine = new Engine();
  for (const [at, rule] of rules.entries()) {
    engine.addRule({
      conditions: {
        all: [
          { fact: rule.one, operator: "greaterThan", value: rule.above },
          { fact: rule.two, operator: "greaterThanInclusive", value: rule.from },
          { fact: rule.two, operator: "lessThanInclusive", value: rule.to },
        ],
      },
      event: { type: `T${at}` },
    });
  }
  return timed("json-rules-engine 7", n, async () => {
    let hits = 0;
    for (let c = 0; c < n; c++) hits += (await engine.run(row(c))).events.length > 0;
    return hits;
  }, 5);
}

const graph = {
  nodes: [
    { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
    {
      id: "table", type: "decisionTableNode", name: "table", position: { x: 1, y: 0 },
      content: {
        hitPolicy: "collect",
        inputs: NAMES.map((name) => ({ id: name, name, field: name })),
        outputs: [{ id: "reason", name: "reason", field: "reason" }],
        rules: rules.map((rule, at) => {
          const cells = Object.fromEntries(NAMES.map((name) => [name, ""]));
          cells[rule.one] = `> ${rule.above}`;
          cells[rule.two] = `[${rule.from}..${rule.to}]`;
          return { _id: `T${at}`, ...cells, reason: `"T${at}"` };
        }),
      },
    },
    { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "a", sourceId: "in", targetId: "table", type: "edge" },
    { id: "b", sourceId: "table", targetId: "out", type: "edge" },
  ],
};

async function zen(name, engine, n) {
  const decision = engine.createDecision(graph);
  return timed(name, n, async () => {
    let hits = 0;
    for (let c = 0; c < n; c++) {
      const { result } = await decision.evaluate(row(c));
      hits += (Array.isArray(result) ? result.length : Object.keys(result ?? {}).length) > 0;
    }
    return hits;
  }, 5);
}

// Its module for the browser has expressions and no tables, and no form of one that is compiled once.
async function zenWasm(n) {
  const at = import.meta.resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
  const { default: init, Variable } = await import("@gorules/zen-engine-wasm");
  await init({ module_or_path: fs.readFileSync(new URL(at)) });
  const conditions = rules.map((r) => `${r.one} > ${r.above} and ${r.two} >= ${r.from} and ${r.two} <= ${r.to}`);
  return timed("zen-engine-wasm (expressions)", n, () => {
    let hits = 0;
    for (let c = 0; c < n; c++) {
      const context = new Variable(row(c));
      hits += conditions.filter((text) => context.evaluateExpression(text) === true).length > 0;
      context.free();
    }
    return hits;
  }, 5);
}

const wasm = await load(process.argv[2]);
const TWELVE = "credit: twelve rules with reasons, by customers";
const all = [await ours(wasm, TWELVE, 100_000, 100_000)];
const few = (await ours(wasm, TWELVE, 1_000, 1_000)).hits;
all.push(await jsonRules(1_000));
all.push(await zen("zen-engine (native)", new ZenEngine(), 1_000));
all.push(await zenWasm(1_000));
for (const { name, perSecond, hits, n } of all) {
  const ratio = all[0].perSecond / perSecond;
  const same = n === 1_000 && hits !== few ? `  decides otherwise: ${hits} rows, ours ${few}` : "";
  console.log(`${name.padEnd(60)}${perSecond.toFixed(0).padStart(12)}/s  ours is ${ratio.toFixed(1)}x${same}`);
}
for (const name of NAMES_OF_KERNELS.filter((n) => n.startsWith("credit:"))) {
  const n = { "credit: customers decided again from what is known": 100_000, "credit: look up a table of 16,000 rows": 10_000 }[name] ?? 1_000;
  const { millis } = await ours(wasm, name, n);
  console.log(`${name.padEnd(60)}${String(n).padStart(8)} in ${millis.toFixed(2)} ms, ${((n / millis) * 1000).toFixed(0)}/s`);
}
