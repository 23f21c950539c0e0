import { PasteOffer } from "../compose/paste/PasteOffer.tsx";
import { ResetSandboxDialog } from "../data/ResetSandboxDialog.tsx";
import { ImportFiles } from "../sessions/importing/ImportFiles.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import { useWorkbenchActions } from "./useWorkbenchActions.ts";

/** What can be done on every screen, with the dialogs that it opens. */
export function WorkbenchActions() {
  useWorkbenchActions();
  return (
    <>
      <ShortcutsDialog />
      <ResetSandboxDialog />
      <PasteOffer />
      <ImportFiles />
    </>
  );
}
