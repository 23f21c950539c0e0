import { Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./NavRail.module.css";
import { type Screen, screens } from "./screens.ts";

function RailLink({ to, label, icon: Icon, action }: Screen) {
  return (
    <Tooltip
      position="right"
      label={
        <>
          {label} <Keys action={action} />
        </>
      }
    >
      <Link to={to} className={classes.link} activeProps={{ "aria-current": "page" }}>
        <Icon size={20} stroke={1.6} aria-hidden />
        {label}
      </Link>
    </Tooltip>
  );
}

export function NavRail() {
  return (
    <nav className={classes.rail} aria-label="Screens">
      {screens.map((screen) => (
        <div key={screen.to} className={classes.entry} data-last={screen.isLast}>
          <RailLink {...screen} />
        </div>
      ))}
    </nav>
  );
}
