import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useAvailableActions, useRunAction } from "../../actions/useAction.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./PaletteButton.module.css";

export function PaletteButton() {
  const run = useRunAction();
  if (!useAvailableActions().has("open-palette")) return null;
  return (
    <ActionTip action="open-palette">
      <UnstyledButton className={classes.button} onClick={() => run("open-palette")}>
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <span className={classes.text}>Search or run</span>
        <span className={classes.keys}>
          <Keys action="open-palette" />
        </span>
      </UnstyledButton>
    </ActionTip>
  );
}
