/** One step forward of the database. Never changed once released: what it made stands in people's folders. */
export interface Migration {
  /** The number of the database after it: 1, 2, 3 … without a gap. */
  readonly version: number;
  readonly sql: string;
}
