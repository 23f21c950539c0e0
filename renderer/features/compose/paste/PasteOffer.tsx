import { Button, Dialog, Group, Text } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { pastedKind } from "../../../../core/formats/pasted.ts";
import { isTypedInto, type PastedRequest, pastedRequest, useOpenInCompose } from "./pastedRequest.ts";

interface Offer {
  readonly request: PastedRequest;
  /** The screen that it was made on: on another it is not what one came for. */
  readonly pathname: string;
}

/** Offers to open in Compose what is pasted anywhere in the page: a curl command, an entry of a HAR, or a JSON body. */
export function PasteOffer() {
  const { pathname } = useLocation();
  const [made, setMade] = useState<Offer>();
  const openInCompose = useOpenInCompose();
  const offer = made?.pathname === pathname ? made.request : undefined;
  useWindowEvent("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const kind = pastedKind(text);
    // A command line is never meant for a body, so it is offered also where one types.
    if (kind === undefined || (kind === "json" && isTypedInto(event.target))) return;
    if (kind === "curl") event.preventDefault();
    void pastedRequest(text).then((request) => setMade(request && { request, pathname }));
  });
  const close = () => setMade(undefined);
  const open = () => {
    if (!offer) return;
    close();
    openInCompose(offer);
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
