import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";
import { type ActionId, actionRecord } from "../../core/contract/actions.ts";
import { Keys } from "./Keys.tsx";

/** Names an action and its keys over the control that runs it. */
export function ActionTip({ action, children }: { action: ActionId; children: ReactElement }) {
  return (
    <Tooltip
      label={
        <>
          {actionRecord(action).label} <Keys action={action} />
        </>
      }
    >
      {children}
    </Tooltip>
  );
}
