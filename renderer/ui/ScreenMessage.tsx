import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface ScreenMessageProps {
  readonly title: string;
  readonly detail: string;
  /** Ways to go on. */
  readonly children?: ReactNode;
}

/** Stands where a screen has nothing else to show. */
export function ScreenMessage({ title, detail, children }: ScreenMessageProps) {
  return (
    <Stack gap="xs" align="flex-start" p="lg" maw="32rem" role="alert">
      <Text fw={650}>{title}</Text>
      <Text c="dimmed">{detail}</Text>
      <Group gap="xs">{children}</Group>
    </Stack>
  );
}
