import { Code } from "@mantine/core";
import classes from "./CodeText.module.css";

/** A sentence of the catalogues: what stands between backticks is code. */
export function CodeText({ children }: { children: string }) {
  return children.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
      <Code key={index} className={classes.code ?? ""}>
        {part}
      </Code>
    ),
  );
}
