import { expect, test } from "vitest";
import { type JobContext, Jobs } from "./jobs.ts";

const imported = {
  session: "ses_1",
  exchanges: 2,
  skipped: [],
  skippedCount: 0,
  noted: [],
  notedCount: 0,
};

/** Work that goes on when told to. */
function steered() {
  const jobs = new Jobs(() => undefined);
  const end = Promise.withResolvers<void>();
  let context: JobContext | undefined;
  const begin = (canPause = false) =>
    jobs.start({
      kind: "import",
      label: "Import of shop.har",
      canPause,
      explain: (fault) => `Nothing was kept: ${fault instanceof Error ? fault.message : fault}`,
      run: async (given) => {
        context = given;
        await end.promise;
        await given.gate();
        return imported;
      },
    });
  return { jobs, end, begin, context: () => context };
}

test("work says how far it is and ends with its result", async () => {
  const { jobs, end, begin, context } = steered();
  let changes = 0;
  jobs.listen(() => {
    changes += 1;
  });
  const id = begin();
  context()?.report({ done: 5, total: 20 });
  expect(jobs.get(id)).toMatchObject({ state: "running", done: 5, total: 20, fraction: 0.25, result: null });
  end.resolve();
  await jobs.ended(id);
  expect(jobs.get(id)).toMatchObject({ state: "done", result: imported });
  expect(changes).toBeGreaterThanOrEqual(3);
});

test("a fault ends work with what was kept, a cancel without a message", async () => {
  const failing = steered();
  const failed = failing.begin();
  failing.end.reject(new Error("the disk is full."));
  await failing.jobs.ended(failed);
  expect(failing.jobs.get(failed)).toMatchObject({
    state: "failed",
    message: "Nothing was kept: the disk is full.",
  });

  const { jobs, end, begin } = steered();
  const cancelled = begin();
  expect(jobs.cancel(cancelled)).toBe(true);
  expect(jobs.get(cancelled)?.state).toBe("stopping");
  end.resolve();
  await jobs.ended(cancelled);
  expect(jobs.get(cancelled)).toMatchObject({ state: "cancelled", message: null, result: null });
  expect(jobs.cancel(cancelled)).toBe(false);
});

test("paused work waits at its gate until it is told to go on, or is cancelled", async () => {
  const { jobs, end, begin } = steered();
  const id = begin(true);
  expect(jobs.pause(id)).toBe(true);
  end.resolve();
  await Promise.resolve();
  expect(jobs.get(id)?.state).toBe("paused");
  expect(jobs.resume(id)).toBe(true);
  await jobs.ended(id);
  expect(jobs.get(id)?.state).toBe("done");

  const other = steered();
  const paused = other.begin(true);
  other.jobs.pause(paused);
  other.end.resolve();
  other.jobs.cancel(paused);
  await other.jobs.ended(paused);
  expect(other.jobs.get(paused)?.state).toBe("cancelled");
});

test("what could not be removed of ended work is told, and the close goes on", async () => {
  const lines: string[] = [];
  const jobs = new Jobs((line) => lines.push(line));
  const id = jobs.start({
    kind: "import",
    label: "Import",
    run: async () => imported,
    explain: String,
    dispose: () => Promise.reject(new Error("The folder is in use.")),
  });
  await jobs.ended(id);
  await jobs.close();
  expect(lines).toEqual([`What the work ${id} made could not be removed: The folder is in use.`]);
});

test("what ended work made goes with its record; work under way keeps both", async () => {
  const jobs = new Jobs(() => undefined);
  const end = Promise.withResolvers<typeof imported>();
  let disposals = 0;
  const id = jobs.start({
    kind: "import",
    label: "Import",
    run: () => end.promise,
    explain: String,
    dispose: async () => {
      disposals += 1;
    },
  });
  expect(await jobs.dismiss(id)).toBe(false);
  end.resolve(imported);
  await jobs.ended(id);
  expect(disposals).toBe(0);
  expect(await jobs.dismiss(id)).toBe(true);
  expect([disposals, jobs.list()]).toEqual([1, []]);
});

test("of ended work the last twenty stay, however long ago they began", async () => {
  const jobs = new Jobs(() => undefined);
  const end = Promise.withResolvers<typeof imported>();
  const disposed: string[] = [];
  const begin = (label: string, run: () => Promise<typeof imported>) =>
    jobs.start({ kind: "import", label, run, explain: String, dispose: async () => void disposed.push(label) });
  const long = begin("long", () => end.promise);
  for (let index = 1; index <= 20; index += 1) await jobs.ended(begin(`short ${index}`, async () => imported));
  end.resolve(imported);
  await jobs.ended(long);
  expect(jobs.get(long)).toMatchObject({ state: "done" });
  expect(disposed).toEqual(["short 1"]);
  expect(jobs.list()).toHaveLength(20);
});
