import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Session } from "../../../core/exchange/exchange.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { isolated } from "../../ui/isolated.ts";
import { UndoNotice } from "../../ui/UndoNotice.tsx";
import { CreateSessionDialog } from "./CreateSessionDialog.tsx";
import { EditSessionDialog } from "./EditSessionDialog.tsx";
import { MergeSessionsDialog } from "./rearranging/MergeSessionsDialog.tsx";
import { SplitSessionDialog } from "./rearranging/SplitSessionDialog.tsx";
import { useSessionMutations } from "./sessionMutations.ts";
import { sessionSizeText } from "./sessionText.ts";

/** What a person is about to do with sessions. */
export type SessionTask =
  | { readonly kind: "create" }
  | { readonly kind: "edit"; readonly session: Session }
  | { readonly kind: "merge"; readonly session: Session }
  | { readonly kind: "split"; readonly session: Session }
  | { readonly kind: "remove"; readonly session: Session };

interface SessionDialogsProps {
  readonly task: SessionTask | undefined;
  readonly onTask: (task: SessionTask | undefined) => void;
}

/** The dialog of the task at hand. */
export function SessionDialogs({ task, onTask }: SessionDialogsProps) {
  const close = () => onTask(undefined);
  switch (task?.kind) {
    case undefined:
      return null;
    case "create":
      return <CreateSessionDialog onClose={close} />;
    case "edit":
      return <EditSessionDialog session={task.session} onClose={close} />;
    case "merge":
      return <MergeSessionsDialog session={task.session} onClose={close} />;
    case "split":
      return <SplitSessionDialog session={task.session} onClose={close} />;
    case "remove":
      return <RemoveDialog session={task.session} onClose={close} />;
  }
}

/** The host keeps it a little longer. */
const undoMs = 20_000;

function RemoveDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const isCurrent = useStatus().session.id === session.id;
  const { remove, restore, open } = useSessionMutations();
  const { id } = session;
  const undo = async (notice: string) => {
    try {
      await restore.mutateAsync({ id });
      if (isCurrent) await open.mutateAsync({ id });
    } catch {
      // A failed call shows a notice of its own.
    } finally {
      notifications.hide(notice);
    }
  };
  const removed = () => {
    const notice = notifications.show({
      message: <UndoNotice text={`Deleted “${isolated(session.name)}”.`} onUndo={() => void undo(notice)} />,
      autoClose: undoMs,
    });
    onClose();
  };
  return (
    <ConfirmDialog
      title={`Delete “${isolated(session.name)}”?`}
      confirmLabel="Delete the session"
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ id }, { onSuccess: removed })}
      onClose={onClose}
    >
      <Text>
        The session and what it recorded ({sessionSizeText(session)}) are deleted. What the sandbox holds stays.
      </Text>
    </ConfirmDialog>
  );
}
