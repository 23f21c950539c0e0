import type { WorkbenchShell } from "../../core/contract/shell.ts";

declare global {
  interface Window {
    /** What the desktop shell offers; absent in a browser. An older shell may offer less than this page knows. */
    readonly workbenchShell?: Partial<WorkbenchShell>;
  }
}

/** What the shell around this page can do; ask for a function by its presence. */
export const shell: Partial<WorkbenchShell> = window.workbenchShell ?? {};
