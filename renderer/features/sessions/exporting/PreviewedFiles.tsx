import { lazy, Suspense, useState } from "react";
import type { PreviewedFile } from "../../../../core/contract/exports.ts";
import { bytesText } from "../../../ui/quantityText.ts";
import classes from "./PreviewedFiles.module.css";

/** By itself: the dialog is part of the frame, and opens long after the page did. */
const PayloadEditor = lazy(async () => ({
  default: (await import("../../../ui/payload/PayloadEditor.tsx")).PayloadEditor,
}));

interface PreviewedFilesProps {
  readonly files: readonly PreviewedFile[];
  /** The file is compressed once it is written. */
  readonly isCompressed: boolean;
}

/** The files of an export, and the text of the chosen one. */
export function PreviewedFiles({ files, isCompressed }: PreviewedFilesProps) {
  const [wanted, setWanted] = useState<string>();
  const file = files.find(({ path }) => path === wanted) ?? files[0];
  if (!file) return null;
  return (
    <div className={classes.files}>
      {files.length > 1 && (
        <nav className={classes.list} aria-label="Files">
          {files.map(({ path }) => (
            <button
              key={path}
              type="button"
              className={classes.file}
              aria-current={path === file.path}
              onClick={() => setWanted(path)}
            >
              {path}
            </button>
          ))}
        </nav>
      )}
      <div className={classes.content}>
        {(file.isCut || isCompressed) && (
          <p className={classes.note}>
            {[
              isCompressed && "Shown unpacked: the file is compressed.",
              file.isCut && `The first ${bytesText(file.text.length)} of this file.`,
            ]
              .filter(Boolean)
              .join(" ")}
          </p>
        )}
        <Suspense>
          <PayloadEditor
            key={file.path}
            label={file.path === "" ? "The file" : file.path}
            text={file.text}
            isJson={/\.json$/.test(file.path) && !file.isCut}
            marks={[]}
          />
        </Suspense>
      </div>
    </div>
  );
}
