import type { components } from "./generated/messaging-api";

/** What holds in one of the person's rooms, or is to; never what is agreed on. */
export type StandingAgreement = components["schemas"]["StandingAgreement"];

/** Answer to `GET /api/conversations/agreements` */
export type StandingAgreements = components["schemas"]["StandingAgreements"];
