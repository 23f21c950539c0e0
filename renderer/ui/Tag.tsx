import type { ReactNode } from "react";
import classes from "./Tag.module.css";
import type { Tone } from "./tone.ts";

/** A word or number with its tone: a status, "2 lost", "assumed". */
export function Tag({ tone, isMono = false, children }: { tone: Tone; isMono?: boolean; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone} data-mono={isMono || undefined}>
      {children}
    </span>
  );
}
