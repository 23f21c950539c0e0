/** A native profile as the sandbox holds it. `attributes` is JSON text of everything but the identifiers, numbers exact. */
export interface StoredProfile {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
  readonly attributes: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A native event as the sandbox holds it. `body` is JSON text of the resource as the API returns it. */
export interface StoredEvent {
  readonly id: string;
  readonly profileId: string;
  readonly eventType: string;
  readonly idempotencyKey: string | null;
  readonly occurredAt: string;
  readonly body: string;
}

export interface Identifiers {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly externalId?: string | undefined;
}

/** A page of a list, newest first; `after` is the id of the last row of the page before. */
export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/**
 * The sandbox's rows, each within one property. Methods that change something are called inside the store's `write`. Only rows: who
 * matches whom and what is refused is decided by the sandbox.
 */
export interface SandboxTables {
  /** Profiles that have any of the identifiers, oldest first. */
  findProfiles(property: string, identifiers: Identifiers): StoredProfile[];
  getProfile(property: string, id: string): StoredProfile | undefined;
  listProfiles(property: string, page: Page, where: Identifiers): StoredProfile[];
  insertProfile(property: string, profile: StoredProfile): void;
  updateProfile(property: string, profile: StoredProfile): void;
  findEventByIdempotencyKey(property: string, key: string): StoredEvent | undefined;
  getEvent(property: string, id: string): StoredEvent | undefined;
  listEvents(
    property: string,
    page: Page,
    where: { profileId?: string | undefined; eventType?: string | undefined },
  ): StoredEvent[];
  insertEvent(property: string, event: StoredEvent): void;
  /** Empties one property, or all. */
  reset(property: string | undefined): void;
}
