import type { ItemSummary } from "../../../../core/contract/exchangeView.ts";
import { statusTone } from "../../../ui/tone.ts";
import classes from "./ItemRow.module.css";

/** Items are counted from 0, as pointers into the request count them. */
export function ItemRow({ item }: { item: ItemSummary }) {
  return (
    <span className={classes.row}>
      <span className={classes.index}>{item.index}</span>
      <span className={classes.texts}>
        <span className={classes.title}>{item.title}</span>
        <span className={classes.subject}>{item.subject}</span>
      </span>
      {item.status !== null && (
        <span className={classes.status} data-tone={statusTone(item.status)}>
          {item.status}
        </span>
      )}
    </span>
  );
}
