import { Button, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { ExchangeHead } from "../../../core/contract/exchangeView.ts";
import { type CopyFormat, copyFormats } from "../../../core/formats/copyAs/copyFormats.ts";
import { useAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { useCopyParts } from "./useCopyParts.ts";

/** Copies the exchange for another tool. `callIndex` says which native call, where there are several. */
export function CopyAsMenu({ head, callIndex }: { head: ExchangeHead; callIndex: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const clipboard = useClipboard();
  const status = useStatus();
  const parts = useCopyParts(head, callIndex, status, isOpen);
  useAction("copy-as", () => setIsOpen(true));

  const copy = (format: CopyFormat) => {
    const text = parts && format.write(parts);
    if (text === undefined) return;
    clipboard.copy(text);
    notifications.show({ message: `Copied as ${format.label}. Keys are variables of the environment.` });
  };
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" withinPortal>
      <ActionTip action="copy-as">
        <Menu.Target>
          <Button variant="default" leftSection={<IconCopy size={14} />}>
            Copy as…
          </Button>
        </Menu.Target>
      </ActionTip>
      <Menu.Dropdown>
        {copyFormats.map((format) => (
          <Menu.Item
            key={format.id}
            disabled={parts !== undefined && format.write(parts) === undefined}
            onClick={() => copy(format)}
          >
            {format.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
