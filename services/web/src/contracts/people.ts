/** People and organisations as `rooms` tells of them. Ids are UUIDs, times ISO-8601 in UTC. */
export type Level = "LOW" | "SUBSTANTIAL" | "HIGH";

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
  kind: "PROFESSIONAL" | "AUDITOR" | "ADMINISTRATOR";
  title: string;
  organisation: Organisation;
}

export interface Me extends Person {
  level: Level;
  signedInAt: string;
  roles: Role[];
}

/** A professional found in the directory. */
export interface DirectoryEntry extends Person {
  roleId: string;
  title: string;
  organisation: Organisation;
}
