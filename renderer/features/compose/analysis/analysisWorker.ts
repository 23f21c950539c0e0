import { z } from "zod";
import { createAnalyser } from "./analyseDraft.ts";
import type { DraftInput } from "./draftAnalysis.ts";

// As in main.tsx: the content security policy holds for this thread, too.
z.config({ jitless: true });

const analyse = createAnalyser();

/** Judges drafts aside, so that typing never waits for it. */
addEventListener("message", ({ data }: MessageEvent<DraftInput>) => {
  postMessage(analyse(data));
});
