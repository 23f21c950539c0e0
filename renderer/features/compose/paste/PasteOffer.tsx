import { Button, Dialog, Group, Text } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { pastedKind } from "../../../../core/formats/pasted.ts";
import { composeStore } from "../draft/composeStore.ts";
import { draftOfImport, draftOfJson, type MadeDraft } from "../draft/draftOfRequest.ts";

interface Offer {
  readonly what: string;
  readonly made: MadeDraft;
}

/** Text that is pasted where one types stays there; a command line is never meant for a body, so it is offered everywhere. */
function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;
}

/** The parser is a part of its own, read when the first command is pasted. */
async function offerOfCurl(text: string): Promise<Offer | undefined> {
  const { parseCurl } = await import("../../../../core/formats/curl/parseCurl.ts");
  const parsed = parseCurl(text);
  if (parsed.ok) return { what: "a curl command", made: draftOfImport(parsed.request) };
  notifications.show({ color: "red", title: "This curl command cannot be opened", message: parsed.message });
  return undefined;
}

function offerOfJson(text: string): Offer | undefined {
  const made = draftOfJson(text, composeStore.get().draft);
  return made && { what: "a JSON body", made };
}

/** Offers to open in Compose what is pasted anywhere in the page: a curl command, or a JSON body. */
export function PasteOffer() {
  const [offer, setOffer] = useState<Offer>();
  const navigate = useNavigate();
  useWindowEvent("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const kind = pastedKind(text);
    if (kind === "json" && !isTypedInto(event.target)) setOffer(offerOfJson(text));
    if (kind === "curl") {
      event.preventDefault();
      void offerOfCurl(text).then(setOffer);
    }
  });
  const close = () => setOffer(undefined);
  const open = () => {
    if (!offer) return;
    composeStore.replace(offer.made.draft, offer.made.key);
    if (offer.made.notice !== undefined) notifications.show({ message: offer.made.notice });
    close();
    void navigate({ to: "/compose" });
  };
  return (
    <Dialog
      opened={offer !== undefined}
      onClose={close}
      position={{ bottom: 20, right: 20 }}
      size="md"
      shadow="md"
      withBorder
      role="alertdialog"
      aria-label="Pasted request"
    >
      <Text fw={600}>You pasted {offer?.what}</Text>
      <Text c="dimmed" size="xs" ff="monospace" truncate>
        {offer?.made.draft.method} {offer?.made.draft.path}
      </Text>
      <Group gap="xs" mt="sm">
        <Button onClick={open} autoFocus>
          Open it in Compose
        </Button>
        <Button variant="default" onClick={close}>
          Dismiss
        </Button>
      </Group>
    </Dialog>
  );
}
