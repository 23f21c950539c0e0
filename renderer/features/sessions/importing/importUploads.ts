import { postFile } from "../../../client/postFile.ts";

/** What is to be imported; `name` is "" for a paste. */
export interface Upload {
  readonly name: string;
  readonly content: Blob;
}

/** Sends files to the host, one after the other; each is a job from its first byte on, which tells how it went. Rejects when the host does not take one at all. */
export async function sendUploads(uploads: readonly Upload[]): Promise<void> {
  for (const { name, content } of uploads) {
    const refusal = await postFile(name, content);
    if (refusal !== undefined) throw new Error(`${name || "What was pasted"} was not taken: ${refusal}`);
  }
}
