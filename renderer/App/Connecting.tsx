import { Center, Loader, Stack, Text, Title } from "@mantine/core";
import { startedAnew } from "../client/describeError.ts";
import { useConnection } from "../live/LiveContext.ts";

/** Before the host's first word: the page has nothing to show yet, and says why. */
export function Connecting() {
  const { state } = useConnection();
  return (
    <Center component="main" h="100%">
      {state === "refused" ? (
        <Stack gap="xs" maw="26rem" role="alert">
          <Title order={1}>{startedAnew.title}</Title>
          <Text>{startedAnew.detail}</Text>
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
