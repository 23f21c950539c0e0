import { importPath } from "../../core/contract/jobs.ts";

/** Streams a file to the host, which no call of the contract could. Answers with why it was not taken; undefined when it was. */
export async function postFile(name: string, content: Blob): Promise<string | undefined> {
  const response = await fetch(`${importPath}?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: content,
  });
  return response.ok ? undefined : (await response.text()).slice(0, 300);
}
