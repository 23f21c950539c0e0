import { Button, Dialog, Group, Text } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useState } from "react";
import { pastedKind } from "../../../../core/formats/pasted.ts";
import { bytesText } from "../../../ui/quantityText.ts";
import { isTypedInto, pastedRequest, useOpenInCompose } from "../../compose/paste/pastedRequest.ts";
import { useImports } from "./useImports.ts";

/** Offers to import what is pasted on the screen of sessions: files at once, a text after a look at it. A single request can be opened in Compose instead. */
export function PasteImport() {
  const [text, setText] = useState<string>();
  const openInCompose = useOpenInCompose();
  const { importFiles, importText } = useImports();
  useWindowEvent(
    "paste",
    (event) => {
      if (isTypedInto(event.target)) return;
      const { files } = event.clipboardData ?? {};
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (files && files.length > 0) importFiles(files);
      else if (pasted.trim() !== "") setText(pasted);
      else return;
      event.preventDefault();
      // Elsewhere only a request is offered.
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  const close = () => setText(undefined);
  return (
    <Dialog
      opened={text !== undefined}
      onClose={close}
      position={{ bottom: 20, right: 20 }}
      size="md"
      shadow="md"
      withBorder
      role="alertdialog"
      aria-label="Pasted text"
    >
      <Text fw={600}>Import what you pasted? ({bytesText(new Blob([text ?? ""]).size)})</Text>
      <Text c="dimmed" size="xs" ff="monospace" lineClamp={3}>
        {text?.trim().slice(0, 300)}
      </Text>
      <Group gap="xs" mt="sm">
        <Button
          autoFocus
          onClick={() => {
            importText(text ?? "");
            close();
          }}
        >
          Import it as a session
        </Button>
        {pastedKind(text ?? "") !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              void pastedRequest(text ?? "").then((request) => request && openInCompose(request));
              close();
            }}
          >
            Open it in Compose
          </Button>
        )}
        <Button variant="default" onClick={close}>
          Dismiss
        </Button>
      </Group>
    </Dialog>
  );
}
