import classes from "./ValueChange.module.css";

/** Room for an example in a line of a table. */
const longest = 72;

function shorten(text: string | undefined): string {
  if (text === undefined) return "nothing";
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** What stands on the left, and what on the right. */
export function ValueChange({ left, right }: { left: string | undefined; right: string | undefined }) {
  return (
    <span className={classes.change}>
      <span data-absent={left === undefined || undefined}>{shorten(left)}</span>
      {" → "}
      <span data-absent={right === undefined || undefined}>{shorten(right)}</span>
    </span>
  );
}
