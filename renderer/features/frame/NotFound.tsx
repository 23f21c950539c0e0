import { Anchor, Center, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";

export function NotFound() {
  return (
    <Center h="100%">
      <Stack gap="xs">
        <Title order={1}>There is no such page</Title>
        <Text>
          The address may be from a newer workbench.{" "}
          <Anchor component={Link} to="/traffic">
            Go to Traffic
          </Anchor>
        </Text>
      </Stack>
    </Center>
  );
}
