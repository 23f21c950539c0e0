import { Kbd } from "@mantine/core";
import classes from "./ProvenanceHint.module.css";

export function ProvenanceHint() {
  return (
    <p className={classes.hint}>
      Point at a field, or move the caret to it, to see where it came from, where it went, and by which rule.{" "}
      <Kbd size="xs">F6</Kbd> goes on to its counterpart in the next pane, <Kbd size="xs">Shift</Kbd>{" "}
      <Kbd size="xs">F6</Kbd> back.
    </p>
  );
}
