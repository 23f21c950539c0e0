import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useRunAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import classes from "./DataEmpty.module.css";

/** Nothing yet, and what to do about it. */
export function DataEmpty() {
  const run = useRunAction();
  const isLive = useStatus().settings.upstream.kind === "live";
  return (
    <section className={classes.place} aria-labelledby="data-empty">
      <Stack gap="sm">
        <Title order={1} id="data-empty">
          The sandbox is empty
        </Title>
        <Text c="dimmed">
          {isLive
            ? "Native calls go to a live API now, so what your integration sends is kept there. Choose the sandbox in Settings to keep it here."
            : "Profiles and events appear here as your integration sends them: what the native API would hold afterwards, one property for each API key."}
        </Text>
        <Group>
          {isLive ? (
            <Anchor component={Link} to="/settings">
              Open Settings
            </Anchor>
          ) : (
            <Button leftSection={<IconSend size={15} />} onClick={() => run("send-sample")}>
              Send a sample
            </Button>
          )}
          <Anchor component={Link} to="/traffic">
            How to point an integration here
          </Anchor>
        </Group>
      </Stack>
    </section>
  );
}
