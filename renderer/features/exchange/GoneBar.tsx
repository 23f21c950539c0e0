import { Anchor } from "@mantine/core";
import { IconTrashX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { describeError, isGone } from "../../client/describeError.ts";
import classes from "./GoneBar.module.css";

/** Above what was read of an exchange, once reading it again found that it was deleted. */
export function GoneBar({ error }: { error: unknown }) {
  if (!isGone(error)) return null;
  return (
    <div className={classes.bar} role="alert">
      <IconTrashX size={16} aria-hidden />
      <span>
        {describeError(error).title}. What was read of it before stays here until you leave.{" "}
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => (
            <Link {...props} to="/traffic" search={(before) => ({ ...before, item: undefined })} />
          )}
        >
          Go to Traffic
        </Anchor>
      </span>
    </div>
  );
}
