import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { orpc } from "../../client/client.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { DataEmpty } from "./DataEmpty.tsx";
import { PropertyData } from "./PropertyData.tsx";

/** What the sandbox holds. */
export function DataScreen() {
  const { property: wanted } = useSearch({ from: "/data" });
  const properties = useQuery(orpc.sandbox.properties.queryOptions());
  if (properties.isPending) {
    return (
      <Stack p="lg" gap="xs" maw="24rem" role="status" aria-label="Reading what the sandbox holds">
        <Skeleton height={28} />
        <Skeleton height={44} />
        <Skeleton height={44} />
      </Stack>
    );
  }
  if (properties.isError) return <ErrorState error={properties.error} onRetry={() => void properties.refetch()} />;
  const filled = properties.data.filter(({ profiles, events }) => profiles + events > 0);
  const property = filled.find(({ id }) => id === wanted) ?? filled[0];
  if (!property) return <DataEmpty />;
  return <PropertyData key={property.id} property={property} properties={filled} />;
}
