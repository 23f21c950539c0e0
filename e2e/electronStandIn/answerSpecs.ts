import { runInThisContext } from "node:vm";
import { z } from "zod";

const questionSchema = z.object({
  type: z.literal("evaluate"),
  id: z.int(),
  source: z.string(),
  argument: z.unknown(),
});

/** Runs what a spec sends to the main process, as Playwright's `ElectronApplication.evaluate` does with the real Electron. */
export function answerSpecs(electron: object): void {
  process.on("message", async (message) => {
    const question = questionSchema.safeParse(message);
    if (!question.success) return;
    const { id, source, argument } = question.data;
    try {
      const run = runInThisContext(`(${source})`);
      process.send?.({ type: "answer", id, value: await run(electron, argument) });
    } catch (fault) {
      process.send?.({ type: "answer", id, fault: String(fault) });
    }
  });
}
