import { Center, Loader, Stack, Text, Title } from "@mantine/core";
import { useConnection } from "../live/LiveContext.ts";

/** Before the host's first word: the page has nothing to show yet, and says why. */
export function Connecting() {
  const { state } = useConnection();
  return (
    <Center component="main" h="100%">
      {state === "refused" ? (
        <Stack gap="xs" maw="26rem" role="alert">
          <Title order={1}>This page is not signed in</Title>
          <Text>
            The workbench gives out a new address at each start. Open the one that it printed in the terminal; nothing
            that was recorded is lost.
          </Text>
        </Stack>
      ) : (
        <Stack align="center" gap="sm" role="status">
          <Loader size="sm" />
          <Text c="dimmed">Connecting to the workbench…</Text>
        </Stack>
      )}
    </Center>
  );
}
