import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Serve, startServe } from "../fixtures/serve.ts";

/** Runs `use` with a built workbench on an empty folder, its rate limit off. */
export async function withServe<Result>(use: (serve: Serve) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  const serve = await startServe(folder, ["--rate-limit=off"]);
  try {
    return await use(serve);
  } finally {
    await serve.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
