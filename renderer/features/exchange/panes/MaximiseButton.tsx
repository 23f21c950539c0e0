import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from "@tabler/icons-react";
import { Keys } from "../../../ui/Keys.tsx";
import type { PaneFrame } from "./paneFrame.ts";

interface MaximiseButtonProps extends Pick<PaneFrame, "isMaximised" | "onMaximise"> {
  /** Of the pane. */
  readonly title: string;
}

export function MaximiseButton({ title, isMaximised, onMaximise }: MaximiseButtonProps) {
  if (!onMaximise) return null;
  const label = isMaximised ? "Restore" : "Maximise";
  return (
    <Tooltip
      label={
        <>
          {label} <Keys action="maximise-pane" />
        </>
      }
    >
      <ActionIcon size="sm" aria-label={`${label} ${title}`} aria-pressed={isMaximised} onClick={onMaximise}>
        {isMaximised ? <IconArrowsDiagonalMinimize2 size={14} /> : <IconArrowsDiagonal size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
