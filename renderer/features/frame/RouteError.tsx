import { Center } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorState } from "../../ui/ErrorState.tsx";

export function RouteError({ error, reset }: ErrorComponentProps) {
  return (
    <Center h="100%">
      <ErrorState error={error} onRetry={reset} />
    </Center>
  );
}
