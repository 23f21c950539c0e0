import { UnstyledButton } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import classes from "./NewChip.module.css";

/** Brings in what arrived while someone reads. */
export function NewChip({ count, onTakeIn }: { count: number; onTakeIn: () => void }) {
  if (count === 0) return null;
  return (
    <div className={classes.place}>
      <UnstyledButton className={classes.chip} onClick={onTakeIn}>
        <IconArrowUp size={14} aria-hidden /> {count.toLocaleString("en-US")} new
      </UnstyledButton>
    </div>
  );
}
