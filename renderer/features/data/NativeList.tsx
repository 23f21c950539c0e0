import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { VirtualListbox } from "../../ui/VirtualListbox.tsx";
import classes from "./DataScreen.module.css";
import type { NativeRow } from "./nativeRows.ts";

interface NativeListProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly NativeRow[];
  readonly total: number;
  readonly chosen: string | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What stands in the place of an empty list. */
  readonly empty: ReactNode;
  readonly onChoose: (id: string) => void;
  readonly onRetry: () => void;
  readonly onNearEnd: () => void;
}

const rowHeight = 48;

/** A long list of native resources, in each of its states. */
export function NativeList(props: NativeListProps) {
  const { id, label, rows, total, chosen, isPending, error, empty, onChoose } = props;
  if (isPending) {
    return (
      <Stack p="sm" gap="xs" role="status" aria-label={`Reading: ${label}`}>
        <Skeleton height={34} />
        <Skeleton height={34} />
        <Skeleton height={34} />
      </Stack>
    );
  }
  if (error && rows.length === 0) return <ErrorState error={error} onRetry={props.onRetry} />;
  if (rows.length === 0) return <div className={classes.note}>{empty}</div>;
  const index = rows.findIndex((row) => row.id === chosen);
  return (
    <VirtualListbox
      id={id}
      label={label}
      count={rows.length}
      total={total}
      rowHeight={rowHeight}
      active={index < 0 ? undefined : index}
      keyOf={(at) => rows[at]?.id ?? at}
      renderRow={(at, option) => {
        const row = rows[at];
        return (
          row && (
            <button type="button" {...option} onClick={() => onChoose(row.id)}>
              <span className={classes.row}>
                <span className={classes.title}>{row.title}</span>
                <span className={classes.subject}>{row.subject}</span>
              </span>
            </button>
          )
        );
      }}
      onMove={(at) => {
        const row = rows[at];
        if (row && row.id !== chosen) onChoose(row.id);
      }}
      onNearEnd={props.onNearEnd}
    />
  );
}
