import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useAvailableActions, useRunAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./PaletteButton.module.css";

export function PaletteButton() {
  const run = useRunAction();
  if (!useAvailableActions().has("open-palette")) return null;
  return (
    <UnstyledButton className={classes.button} onClick={() => run("open-palette")}>
      <IconSearch size={15} stroke={1.6} aria-hidden />
      Search or run
      <Keys action="open-palette" />
    </UnstyledButton>
  );
}
