import { Tooltip } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useStatus } from "../../live/LiveContext.ts";
import classes from "./FaultsChip.module.css";

/** Nothing, unless something is to go wrong on purpose: then nobody should take it for a fault of the integration. */
export function FaultsChip() {
  const { faults } = useStatus().settings;
  if (!faults) return null;
  return (
    <Tooltip label="Faults on purpose are on: answers may be late, refused or broken. Change it in Settings.">
      <Link to="/settings" className={classes.chip}>
        <IconBolt size={16} aria-hidden />
        Faults: {faults.name}
      </Link>
    </Tooltip>
  );
}
