import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import type { Session } from "../../../core/exchange/exchange.ts";
import { orpc } from "../../client/client.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { SessionNameDialog } from "./SessionNameDialog.tsx";
import { SessionsDialog } from "./SessionsDialog.tsx";
import { useSessionMutations } from "./sessionMutations.ts";
import { nextSessionName, sessionSizeText } from "./sessionText.ts";

/** What a person is about to do with sessions. */
export type SessionTask =
  | { readonly kind: "create" }
  | { readonly kind: "rename"; readonly session: Session }
  | { readonly kind: "remove"; readonly session: Session }
  | { readonly kind: "manage" };

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
      return <CreateDialog onClose={close} />;
    case "rename":
      return <RenameDialog session={task.session} onClose={close} />;
    case "remove":
      return <RemoveDialog session={task.session} onClose={close} />;
    case "manage":
      return <SessionsDialog onTask={onTask} onClose={close} />;
  }
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const names = useQuery(orpc.sessions.list.queryOptions()).data?.map((session) => session.name) ?? [];
  const { create } = useSessionMutations();
  return (
    <SessionNameDialog
      title="New session"
      hint="What arrives from now on is recorded into it."
      initialName={nextSessionName(new Date(), names)}
      submitLabel="Create and record"
      isPending={create.isPending}
      onSubmit={(name) => create.mutate({ name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function RenameDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { update } = useSessionMutations();
  return (
    <SessionNameDialog
      title="Rename the session"
      initialName={session.name}
      submitLabel="Rename"
      isPending={update.isPending}
      onSubmit={(name) => update.mutate({ id: session.id, name }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

/** The host keeps it a little longer. */
const undoMs = 20_000;

function Removed({ session, onUndo }: { session: Session; onUndo: () => void }) {
  return (
    <Group justify="space-between" gap="sm">
      <span>Deleted “{session.name}”.</span>
      <Button size="compact-sm" variant="default" onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}

function RemoveDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { remove, restore } = useSessionMutations();
  const removed = () => {
    const id = notifications.show({
      message: (
        <Removed
          session={session}
          onUndo={() => restore.mutate({ id: session.id }, { onSettled: () => notifications.hide(id) })}
        />
      ),
      autoClose: undoMs,
    });
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={`Delete “${session.name}”?`}
      confirmLabel="Delete the session"
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ id: session.id }, { onSuccess: removed })}
      onClose={onClose}
    >
      <Text>
        The session and what it recorded ({sessionSizeText(session)}) are deleted. What the sandbox holds stays.
      </Text>
    </ConfirmDialog>
  );
}
