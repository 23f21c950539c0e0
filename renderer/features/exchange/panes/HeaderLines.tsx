import type { Headers } from "../../../../core/exchange/exchange.ts";
import classes from "./HeaderLines.module.css";

/** Header lines in the order and case in which they came. */
export function HeaderLines({ headers }: { headers: Headers }) {
  return (
    <dl className={classes.lines}>
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may repeat, and the lines of a message never move
        <div key={index} className={classes.line}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
