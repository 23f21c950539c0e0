import { Kbd } from "@mantine/core";
import { type ActionId, type ActionRecord, actionRecord } from "../../core/contract/actions.ts";
import { isMac } from "../actions/isMac.ts";
import { shortcutKeys } from "../actions/shortcut.ts";
import classes from "./Keys.module.css";

/** The keys of an action, for tooltips, the palette and buttons. Nothing where the action has none. */
export function Keys({ action }: { action: ActionId }) {
  const { shortcut }: ActionRecord = actionRecord(action);
  if (shortcut === undefined) return null;
  return (
    <span className={classes.keys}>
      {shortcutKeys(shortcut, isMac).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
