import { Button, Loader, Skeleton, Stack, Text } from "@mantine/core";
import { useStatus } from "../../live/LiveContext.ts";
import { countText } from "../../ui/quantityText.ts";
import classes from "./ListStates.module.css";
import { StartGuide } from "./start/StartGuide.tsx";

const skeletonRows = ["a", "b", "c", "d", "e", "f"];

/** A search that the index of words is behind for may take minutes in a long session: it says how far that is, outside of what is read out at each change. */
export function LoadingRows() {
  const { unsearched } = useStatus();
  return (
    <>
      {unsearched > 0 && (
        <Text size="sm" c="dimmed" px="md" py="sm">
          The words of {countText(unsearched, "exchange")} are still to be indexed. Your search is answered when they
          are; everything else goes on.
        </Text>
      )}
      <div role="status" aria-label="Reading the exchanges">
        {skeletonRows.map((row) => (
          <div key={row} className={classes.skeleton}>
            <Skeleton height={20} width={36} />
            <Stack gap={6} flex={1}>
              <Skeleton height={11} width="45%" />
              <Skeleton height={9} width="70%" />
            </Stack>
          </div>
        ))}
      </div>
    </>
  );
}

export function FilteredAway({ onClear }: { onClear: () => void }) {
  return (
    <Stack p="lg" gap="xs" align="flex-start">
      <Text fw={600}>No exchange fits this filter</Text>
      <Text c="dimmed">What arrives and fits will show up here.</Text>
      <Button variant="default" onClick={onClear}>
        Clear the filter
      </Button>
    </Stack>
  );
}

/** The help itself stands beside the list, or here where nothing is beside it. */
export function NothingYet({ showsGuide }: { showsGuide: boolean }) {
  return (
    <div className={classes.empty}>
      <div className={classes.waiting}>
        <Loader size={14} type="dots" aria-hidden />
        <Text c="dimmed">Waiting for the first request</Text>
      </div>
      {showsGuide && <StartGuide isFirst />}
    </div>
  );
}
