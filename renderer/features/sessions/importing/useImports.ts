import { useMutation } from "@tanstack/react-query";
import { sendUploads, type Upload } from "./importUploads.ts";

/** Starts imports of files, or of a text. They go on when the screen is left. */
export function useImports() {
  const send = useMutation({ mutationKey: ["import"], mutationFn: sendUploads });
  return {
    importFiles: (files: Iterable<File>) =>
      send.mutate([...files].map((file): Upload => ({ name: file.name, content: file }))),
    importText: (text: string) => send.mutate([{ name: "", content: new Blob([text]) }]),
  };
}
