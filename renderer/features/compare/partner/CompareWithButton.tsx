import { Button } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { useState } from "react";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { useAction } from "../../../actions/useAction.ts";
import { ActionTip } from "../../../ui/ActionTip.tsx";
import { PartnerDialog } from "./PartnerDialog.tsx";

/** Chooses another exchange to compare this one with. */
export function CompareWithButton({ exchange }: { exchange: ExchangeSummary }) {
  const [isOpen, setOpen] = useState(false);
  useAction("compare-with", () => setOpen(true));
  return (
    <>
      <ActionTip action="compare-with">
        <Button variant="default" leftSection={<IconArrowsDiff size={14} />} onClick={() => setOpen(true)}>
          Compare
        </Button>
      </ActionTip>
      {isOpen && <PartnerDialog exchange={exchange} onClose={() => setOpen(false)} />}
    </>
  );
}
