/**
 * Runs a k6 script on Node, one iteration for each recorded request: `node k6StandIn.ts script.js`. What k6 gives a script is documented at
 * grafana.com/docs/k6 (JavaScript API); this stands in for the part that exports use. Prints one line of JSON: the options, and each check.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

const [, , script = ""] = process.argv;

interface Params {
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends in a process of its own, since k6 waits for an answer where Node does not. */
const send = `
const { url, method, headers, body } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
fetch(url, { method, headers, ...(body !== "" && { body: Buffer.from(body, "base64") }) })
  .then(({ status }) => process.stdout.write(String(status)));
`;

const checks: { name: string; ok: boolean }[] = [];
let iteration = 0;

const modules = {
  k6: {
    check(value: unknown, named: Readonly<Record<string, (value: unknown) => boolean>>): boolean {
      const results = Object.entries(named).map(([name, holds]) => ({ name, ok: holds(value) }));
      checks.push(...results);
      return results.every(({ ok }) => ok);
    },
  },
  "k6/data": {
    SharedArray: class {
      constructor(_name: string, make: () => unknown[]) {
        // biome-ignore lint/correctness/noConstructorReturn: k6's is a list, too.
        return make();
      }
    },
  },
  "k6/encoding": { default: { b64decode: (text: string) => new Uint8Array(Buffer.from(text, "base64")).buffer } },
  "k6/execution": {
    default: {
      scenario: {
        get iterationInTest() {
          return iteration;
        },
      },
    },
  },
  "k6/http": {
    default: {
      request(method: string, url: string, body: string | ArrayBuffer, { headers = {} }: Params) {
        const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
        const input = JSON.stringify({ url, method, headers, body: bytes.toString("base64") });
        return { status: Number(spawnSync(process.execPath, ["-e", send], { input, encoding: "utf8" }).stdout) };
      },
    },
  },
};
Object.assign(globalThis, {
  k6StandIn: modules,
  __ENV: process.env,
  open: (file: string) => readFileSync(join(dirname(resolve(script)), file), "utf8"),
});

registerHooks({
  resolve: (name, context, next) =>
    Object.hasOwn(modules, name) ? { url: `k6:${name}`, shortCircuit: true } : next(name, context),
  load(url, context, next) {
    const name = Object.keys(modules).find((each) => url === `k6:${each}`);
    if (name === undefined) return next(url, context);
    const exported = Object.keys(modules[name as keyof typeof modules]);
    const lines = exported.map((each) =>
      each === "default" ? "export default found.default;" : `export const ${each} = found.${each};`,
    );
    const source = `const found = globalThis.k6StandIn[${JSON.stringify(name)}];\n${lines.join("\n")}`;
    return { format: "module", source, shortCircuit: true };
  },
});

const scriptSchema = z.object({ default: z.function({ input: [], output: z.void() }), options: z.unknown() });
const { default: iterate, options } = scriptSchema.parse(await import(pathToFileURL(resolve(script)).href));
const requests = z.array(z.unknown()).parse(JSON.parse(readFileSync(join(dirname(script), "requests.json"), "utf8")));
for (; iteration < requests.length; iteration++) iterate();
process.stdout.write(`${JSON.stringify({ options, checks })}\n`);
