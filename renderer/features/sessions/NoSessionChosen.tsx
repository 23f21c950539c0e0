import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useRunAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import classes from "./NoSessionChosen.module.css";

/** What to do while no session is chosen. */
export function NoSessionChosen() {
  const run = useRunAction();
  return (
    <div className={classes.place}>
      <Stack gap="xs">
        <Title order={2}>Choose a session</Title>
        <Text c="dimmed">Look through what it recorded, and hand it on as a file, as tests or as stubs.</Text>
      </Stack>
      <Stack gap="xs" className={classes.import ?? ""} align="flex-start">
        <Title order={2}>Or import one</Title>
        <Text c="dimmed">
          Drop files anywhere here, or paste: a session file of a colleague, a HAR from a browser, a Postman collection,
          curl commands from a ticket, or request bodies as JSON or NDJSON.
        </Text>
        <Text c="dimmed">
          Nothing in a file is run or sent, and API keys are replaced by fingerprints before anything is kept.
        </Text>
        <Group gap="xs">
          <Button leftSection={<IconFileImport size={15} />} onClick={() => run("import-files")}>
            Import files…
          </Button>
          <Keys action="import-files" />
        </Group>
      </Stack>
    </div>
  );
}
