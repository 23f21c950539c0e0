/** The longest text that is held in memory at once, a request with its answer or a file that cannot be read in parts: far more than the API takes (5 MB). */
export const largestItem = { characters: 64 * 1024 * 1024, label: "64 MiB" };
