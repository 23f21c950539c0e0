import { Button, Stack, Text } from "@mantine/core";
import { describeError } from "../client/describeError.ts";

/** What happened, what to do, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail } = describeError(error);
  return (
    <Stack gap="xs" align="flex-start" p="lg" maw="32rem" role="alert">
      <Text fw={650}>{title}</Text>
      <Text c="dimmed">{detail}</Text>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Stack>
  );
}
