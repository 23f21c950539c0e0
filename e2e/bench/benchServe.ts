import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Serve, startServe } from "../fixtures/serve.ts";

/** Runs `use` with a built workbench on a folder, its rate limit off. */
export async function withServeOn<Result>(dataDir: string, use: (serve: Serve) => Promise<Result>): Promise<Result> {
  const serve = await startServe(dataDir, ["--rate-limit=off"]);
  try {
    return await use(serve);
  } finally {
    await serve.stop();
  }
}

/** The same on an empty folder, which is gone afterwards. */
export async function withServe<Result>(use: (serve: Serve) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  try {
    return await withServeOn(folder, use);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
