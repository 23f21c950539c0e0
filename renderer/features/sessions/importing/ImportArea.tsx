import { DropZone } from "./DropZone.tsx";
import { PasteImport } from "./PasteImport.tsx";
import { useImports } from "./useImports.ts";

/** The ways in for what was recorded elsewhere, as long as this is on screen: a drop anywhere, and a paste. */
export function ImportArea() {
  const { importFiles } = useImports();
  return (
    <>
      <DropZone onFiles={importFiles} />
      <PasteImport />
    </>
  );
}
