import { notifications } from "@mantine/notifications";
import { UndoNotice } from "../../../ui/UndoNotice.tsx";
import { composeStore } from "./composeStore.ts";
import type { MadeDraft } from "./draftOfRequest.ts";

const undoMs = 20_000;

/** Puts a request into Compose, in the place of what is there. */
export function replaceDraft({ draft, key, notice }: Pick<MadeDraft, "draft"> & Partial<MadeDraft>): void {
  const undo = composeStore.replace(draft, key);
  if (notice !== undefined) notifications.show({ message: notice });
  if (!undo) return;
  const takeBack = () => {
    undo();
    notifications.hide(id);
  };
  const id = notifications.show({
    message: <UndoNotice text="What you wrote in Compose made way." onUndo={takeBack} />,
    autoClose: undoMs,
  });
}
