import { Button, Group } from "@mantine/core";

interface UndoNoticeProps {
  /** What was done: "Deleted “Checkout”." */
  readonly text: string;
  readonly onUndo: () => void;
}

/** A notice of something that can be taken back. */
export function UndoNotice({ text, onUndo }: UndoNoticeProps) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <span>{text}</span>
      <Button size="compact-sm" variant="default" onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}
