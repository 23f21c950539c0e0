import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useStatus } from "../../live/LiveContext.ts";
import classes from "./Notices.module.css";

/** What a person should know of this start, until they have read it. */
export function Notices() {
  const { notices } = useStatus();
  const [read, setRead] = useState<readonly string[]>([]);
  return notices
    .filter((notice) => !read.includes(notice))
    .map((notice) => (
      <Alert
        key={notice}
        radius={0}
        py="xs"
        className={classes.notice ?? ""}
        icon={<IconInfoCircle />}
        withCloseButton
        closeButtonLabel="Dismiss this notice"
        onClose={() => setRead([...read, notice])}
      >
        {notice}
      </Alert>
    ));
}
