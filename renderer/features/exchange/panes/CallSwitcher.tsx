import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import classes from "./CallSwitcher.module.css";

interface CallSwitcherProps {
  readonly index: number;
  readonly count: number;
  readonly onIndex: (index: number) => void;
}

/** Goes through the native calls of one item. */
export function CallSwitcher({ index, count, onIndex }: CallSwitcherProps) {
  if (count < 2) return null;
  return (
    <span className={classes.switcher}>
      <ActionIcon size="xs" aria-label="Native call before" disabled={index === 0} onClick={() => onIndex(index - 1)}>
        <IconChevronLeft size={14} />
      </ActionIcon>
      {index + 1} of {count}
      <ActionIcon
        size="xs"
        aria-label="Next native call"
        disabled={index === count - 1}
        onClick={() => onIndex(index + 1)}
      >
        <IconChevronRight size={14} />
      </ActionIcon>
    </span>
  );
}
