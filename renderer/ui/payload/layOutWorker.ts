import { layOut } from "./layOut.ts";

/** Lays out what would hold the page up. */
addEventListener("message", ({ data }: MessageEvent<{ text: string; isCut: boolean }>) => {
  postMessage(layOut(data.text, data.isCut));
});
