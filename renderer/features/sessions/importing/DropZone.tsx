import { useWindowEvent } from "@mantine/hooks";
import { IconFileImport } from "@tabler/icons-react";
import { useRef, useState } from "react";
import classes from "./DropZone.module.css";
import { useImports } from "./useImports.ts";

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** Imports files that are dropped anywhere in the window; a browser would open them in the page's place. */
export function DropZone() {
  const { importFiles } = useImports();
  const [isOver, setOver] = useState(false);
  /** Each element that is entered tells of it before the one that is left does. */
  const depth = useRef(0);
  const move = (event: DragEvent, by: number) => {
    if (!hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  useWindowEvent("dragenter", (event) => move(event, 1));
  useWindowEvent("dragleave", (event) => move(event, -1));
  useWindowEvent("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  useWindowEvent("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    importFiles(event.dataTransfer?.files ?? []);
  });
  if (!isOver) return null;
  return (
    <div className={classes.zone}>
      <div className={classes.card}>
        <IconFileImport size={32} stroke={1.4} aria-hidden />
        Drop to import as a session
      </div>
    </div>
  );
}
