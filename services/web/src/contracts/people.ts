import type { components } from "./generated/rooms-api";

/*
 * People and organisations as `rooms` tells of them. Ids are UUIDs, times ISO-8601 in UTC.
 * Its API description does not say which fields are always there, so these shapes do; see agreement.
 */
type Schemas = components["schemas"];

export type Level = Schemas["Level"];

export interface Organisation {
  organisationId: string;
  name: string;
}

export interface Person {
  personId: string;
  name: string;
}

export interface Role {
  roleId: string;
  kind: Schemas["Kind"];
  title: string;
  organisation: Organisation;
}

export interface Me extends Person {
  level: Level;
  signedInAt: string;
  roles: Role[];
}

/** Where a person's own letters go, and who said so; nowhere without `email`. */
export interface Address {
  email?: string;
  source?: Schemas["Source"];
  /** Of the person; a change names the one it was shown. */
  version: number;
}

/** Somebody whom one has blocked; title and organisation are missing where no directory has her now. */
export interface BlockedPerson extends Person {
  title?: string;
  organisation?: Organisation;
  since: string;
}

export interface BlockedPeople {
  items: BlockedPerson[];
  /** How many blocks he has taken back, ever. An older server does not say. */
  takenBack?: number;
}

/** A professional found in the directory. */
export interface DirectoryEntry extends Person {
  roleId: string;
  title: string;
  organisation: Organisation;
}
