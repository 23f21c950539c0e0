/** Fills a data folder with a session of made-up traffic: `npm run generate -- --exchanges 100000 --seed 7 --data-dir DIR`. */
import { parseArgs } from "node:util";
import { generateSession } from "./generateSession.ts";

const { values } = parseArgs({
  options: {
    "data-dir": { type: "string" },
    exchanges: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    session: { type: "string" },
  },
});
const { "data-dir": dataDir, exchanges, seed, session = `${exchanges} generated exchanges` } = values;
if (dataDir === undefined || !(Number(exchanges) > 0) || Number.isNaN(Number(seed))) {
  process.stderr.write("Name the folder with --data-dir, and give numbers to --exchanges and --seed.\n");
  process.exit(2);
}

const started = performance.now();
const id = await generateSession({
  dataDir,
  session,
  exchanges: Number(exchanges),
  seed: Number(seed),
  onProgress: (count) => process.stderr.write(`\r${count} of ${exchanges}`),
});
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stderr.write(`\rSession ${id}: ${exchanges} exchanges in ${seconds} s\n`);
