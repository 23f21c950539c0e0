import { useEffect, useMemo, useState } from "react";
import { type LaidOut, layOut } from "./layOut.ts";

/** Up to this many characters a body is laid out at once, unnoticed; past it, on a thread of its own. */
export const laidOutAtOnce = 200_000;

function layOutAside(text: string, isCut: boolean, done: (laidOut: LaidOut) => void): () => void {
  const worker = new Worker(new URL("./layOutWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<LaidOut>) => done(data));
  worker.addEventListener("error", () => done({ text, isJson: false }));
  worker.postMessage({ text, isCut });
  return () => worker.terminate();
}

/** The body laid out; undefined while a large one is being laid out. */
export function useLaidOut(text: string, isCut: boolean): LaidOut | undefined {
  const isLarge = text.length > laidOutAtOnce;
  const small = useMemo(() => (isLarge ? undefined : layOut(text, isCut)), [text, isCut, isLarge]);
  const [large, setLarge] = useState<{ of: string; laidOut: LaidOut }>();
  useEffect(
    () => (isLarge ? layOutAside(text, isCut, (laidOut) => setLarge({ of: text, laidOut })) : undefined),
    [text, isCut, isLarge],
  );
  return small ?? (large?.of === text ? large.laidOut : undefined);
}
