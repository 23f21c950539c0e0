import type { QueryClient, QueryFilters } from "@tanstack/react-query";

/**
 * Marks what an event changed as out of date, and reads again what is on screen: one reading at a time, as events may come faster than
 * answers. A reading that is under way may have been answered before the change, so another follows it.
 */
export function readAgain(cache: QueryClient, filters: QueryFilters): void {
  for (const query of cache.getQueryCache().findAll(filters)) {
    // A reading that failed is not tried again where it is shown next, unless it is forgotten.
    if (query.state.status === "error" && query.state.data === undefined && !query.isActive()) {
      cache.getQueryCache().remove(query);
      continue;
    }
    const read = (): void =>
      void cache.invalidateQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });
    if (query.state.fetchStatus === "idle") read();
    else void Promise.resolve(query.promise).then(read, read);
  }
}
