import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { pastedKind } from "../../../../core/formats/pasted.ts";
import { composeStore } from "../draft/composeStore.ts";
import { draftOfImport, draftOfJson, type MadeDraft } from "../draft/draftOfRequest.ts";
import { replaceDraft } from "../draft/replaceDraft.tsx";

/** A pasted text as a draft. */
export interface PastedRequest {
  /** For a person: "a curl command". */
  readonly what: string;
  readonly made: MadeDraft;
}

/** Text that is pasted where one types stays there. */
export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;
}

/** What was pasted as a request; undefined where it is none, or, with a notice, where it cannot be opened. */
export async function pastedRequest(text: string): Promise<PastedRequest | undefined> {
  switch (pastedKind(text)) {
    case "curl":
      return curlRequest(text);
    case "json":
      return text.includes('"request"') ? harOrJsonRequest(text) : jsonRequest(text);
    case undefined:
      return undefined;
  }
}

// The parsers of other formats are parts of their own, read when the first of their texts is pasted.

async function curlRequest(text: string): Promise<PastedRequest | undefined> {
  const { parseCurl } = await import("../../../../core/formats/curl/parseCurl.ts");
  const parsed = parseCurl(text);
  if (parsed.ok) {
    const made = draftOfImport(parsed.request);
    const notices = [parsed.note, made.notice].filter((notice) => notice !== undefined);
    return { what: "a curl command", made: { ...made, notice: notices.join(" ") || undefined } };
  }
  return refuse("This curl command cannot be opened", parsed.message);
}

async function harOrJsonRequest(text: string): Promise<PastedRequest | undefined> {
  const { readPastedHarEntry } = await import("../../../../core/formats/pastedHarEntry.ts");
  const entry = readPastedHarEntry(text);
  if (entry?.ok) return { what: "a HAR entry", made: draftOfImport(entry.request) };
  return entry ? refuse("This HAR entry cannot be opened", entry.reason) : jsonRequest(text);
}

function jsonRequest(text: string): PastedRequest | undefined {
  const made = draftOfJson(text, composeStore.get().draft);
  return made && { what: "a JSON body", made };
}

function refuse(title: string, message: string): undefined {
  notifications.show({ color: "red", title, message });
}

/** Opens a pasted request in Compose. */
export function useOpenInCompose(): (request: PastedRequest) => void {
  const navigate = useNavigate();
  return ({ made }) => {
    replaceDraft(made);
    void navigate({ to: "/compose" });
  };
}
