import { Stack, Text, Title } from "@mantine/core";
import classes from "./NoSessionChosen.module.css";

/** What to do while no session is chosen. */
export function NoSessionChosen() {
  return (
    <div className={classes.place}>
      <Stack gap="xs">
        <Title order={2}>Choose a session</Title>
        <Text c="dimmed">Its exchanges can be looked through, and handed on as a file, as tests or as stubs.</Text>
      </Stack>
    </div>
  );
}
