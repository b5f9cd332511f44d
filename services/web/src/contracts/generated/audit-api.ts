// Generated from services/contracts by typescript/generate.mjs. Do not edit.
export interface paths {
    "/api/access-log/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was done and seen in the patient's room, newest first */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                    /** @description `false` leaves out the patient's own looks at room and log */
                    own?: boolean;
                    /** @description `reading` of the page before, where the same person reads on, or her browser fetches again what it shows: one look. Whoever does not say so looks anew. */
                    reading?: components["schemas"]["UUID"];
                    /** @description Where the reader is: there days begin. UTC where we don't know it */
                    zone?: string;
                };
                header?: never;
                path: {
                    roomId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The view is itself in the log, and in the page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoomLog"];
                    };
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description room-unknown: there is none, or it is not his */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description too-many-requests: wait a little */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description log-unavailable: the view could not be logged */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-log/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search what was done for the auditor's organisation and in its rooms */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LogSearch"];
                };
            };
            responses: {
                /** @description The first page begins with the search itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Findings"];
                    };
                };
                /** @description invalid-request: fields says what is wrong */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description not-allowed: no auditor; level-too-low, fresh-login-required: sign in again */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description too-many-requests: wait a little */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description log-unavailable: it could not be logged */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Agent: {
            personId: components["schemas"]["UUID"];
            name: string;
            title?: string;
            organisation?: components["schemas"]["Organisation"];
        };
        /** @enum {string} */
        AuditAction: "SIGNED_IN" | "SIGNED_OUT" | "ROOM_PROPOSED" | "ROOM_VIEWED" | "CONSENT_GIVEN" | "CONSENT_DECLINED" | "CONSENT_WITHDRAWN" | "SEAT_PROPOSED" | "SEAT_APPROVED" | "SEAT_DECLINED" | "SEAT_REMOVED" | "MESSAGE_SENT" | "MESSAGE_ACKNOWLEDGED" | "QUESTION_CHANGED" | "APPOINTMENT_CHANGED" | "APPOINTMENT_ANSWERED" | "AGREEMENT_CHANGED" | "AGREEMENT_ANSWERED" | "MESSAGE_EDITED" | "MESSAGE_RETRACTED" | "MESSAGES_VIEWED" | "LOG_VIEWED" | "LOG_SEARCHED" | "DIRECTORY_SEARCHED" | "REFUSED" | "PROPOSAL_RETRACTED" | "ROOM_KEY_ROTATED" | "WRAPPING_KEY_ROTATED" | "WRAPPING_KEYS_DROPPED" | "ROOM_ERASED" | "LOG_VERIFIED" | "ADDRESS_CHANGED" | "PUSH_SUBSCRIBED" | "PUSH_UNSUBSCRIBED" | "ROOM_REFRESHED" | "NOT_YET_KNOWN" | "PERSON_BLOCKED" | "PERSON_UNBLOCKED";
        Day: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            whole: boolean;
            sums: components["schemas"]["Sum"][];
        };
        Details: {
            code?: string;
            /** Format: int64 */
            fromSeq?: number;
            /** Format: int64 */
            toSeq?: number;
            /** Format: int64 */
            messages?: number;
            personName?: string;
            reason?: string;
            /** Format: int64 */
            count?: number;
        };
        Findings: {
            items: components["schemas"]["LogEntry"][];
            /** Format: int64 */
            nextBefore: number | null;
            head: components["schemas"]["Head"];
            search: components["schemas"]["UUID"];
        };
        Head: {
            /** Format: int64 */
            seq: number;
            hash: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Kind: "VIEWS" | "REFUSED" | "SEARCHED";
        LogEntry: {
            /** Format: int64 */
            seq: number;
            entryId: components["schemas"]["UUID"];
            recordedAt: components["schemas"]["Instant"];
            at: components["schemas"]["Instant"];
            until?: components["schemas"]["Instant"];
            action: components["schemas"]["AuditAction"];
            outcome: components["schemas"]["Outcome"];
            agent: components["schemas"]["Agent"];
            roomId?: components["schemas"]["UUID"];
            patient?: components["schemas"]["Person"];
            details: components["schemas"]["Details"];
            teller?: string;
            hash: string;
        };
        LogSearch: {
            reason: string;
            from?: components["schemas"]["Instant"];
            to?: components["schemas"]["Instant"];
            action?: components["schemas"]["AuditAction"];
            name?: string;
            roomId?: components["schemas"]["UUID"];
            /** Format: int64 */
            before?: number;
            /** Format: int32 */
            limit?: number;
            search?: components["schemas"]["UUID"];
        };
        Organisation: {
            organisationId: components["schemas"]["UUID"];
            name: string;
        };
        /** @enum {string} */
        Outcome: "SUCCESS" | "REFUSED";
        Person: {
            personId: components["schemas"]["UUID"];
            name: string;
        };
        RoomLog: {
            items: components["schemas"]["LogEntry"][];
            /** Format: int64 */
            nextBefore: number | null;
            reading: components["schemas"]["UUID"];
            at: components["schemas"]["Instant"];
            now: components["schemas"]["LogEntry"][];
            days: components["schemas"]["Day"][];
        };
        Sum: {
            kind: components["schemas"]["Kind"];
            personId: components["schemas"]["UUID"];
            organisationId?: components["schemas"]["UUID"];
            code?: string;
            reason?: string;
            /** Format: int64 */
            entries: number;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** Format: int64 */
            times: number;
            /** Format: int64 */
            visits: number;
            /** Format: int64 */
            refreshes: number;
            /** Format: int64 */
            messages: number;
            /** Format: int64 */
            looks: number;
            underWay: boolean;
        };
        /** Format: uuid */
        UUID: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
