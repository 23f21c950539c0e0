import { useRef } from "react";
import { useAction } from "../../../actions/useAction.ts";
import { useImports } from "./useImports.ts";

/** Asks for files to import, on every screen. */
export function ImportFiles() {
  const { importFiles } = useImports();
  const input = useRef<HTMLInputElement>(null);
  useAction("import-files", () => input.current?.click());
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label="Files to import"
      onChange={({ currentTarget }) => {
        // The list of files goes with the value.
        importFiles([...(currentTarget.files ?? [])]);
        currentTarget.value = "";
      }}
    />
  );
}
