import type { Exchange, Session } from "../../exchange/exchange.ts";

/**
 * A piece of the output. `path` is relative to the output, with "/" between folders; "" where the output is a single file. Pieces of one path are
 * appended in the order in which they come; pieces of another path may come between them, so that an index can grow beside the files it lists.
 */
export interface ExportChunk {
  readonly path: string;
  readonly text: string;
}

/** What an export may depend on besides the exchanges themselves. */
export interface ExportContext {
  /** The session the exchanges are from. Its counts may be those of more than is exported. */
  readonly session: Session;
  /** Base URL of the compat surface, for example "http://localhost:8020/klaviyo/v1". Only its origin is used: recorded paths are complete. */
  readonly compatUrl: string;
  /** Base URL of the native surface, for example "http://localhost:8020/v1". Only its origin is used. */
  readonly nativeUrl: string;
  /** Version of this program. */
  readonly version: string;
  /** Time of the export, ISO 8601 UTC. */
  readonly now: string;
}

/** One way to write exchanges out. A pure function of exchanges and context, in memory that does not grow with the exchanges' bodies. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** Of the file, without a dot; of a folder's main files where it is one. */
  readonly extension: string;
  readonly kind: "file" | "folder";
  /** The host writes the text through gzip. */
  readonly compressed?: true;
  /**
   * The file is the session itself, whose numbers follow the order in which exchanges were recorded, that is answered. Other formats are given them in the order
   * in which their requests arrived: so they have to be sent, since one that came first may have been answered last.
   */
  readonly keepsRecordedOrder?: true;
  readonly write: (exchanges: AsyncIterable<Exchange>, context: ExportContext) => AsyncIterable<ExportChunk>;
}
