// Generated from services/contracts by typescript/generate.mjs. Do not edit.
export interface paths {
    "/api/conversations/{roomId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of a room's messages, ascending; the newest page without `before` */
        get: operations["messages"];
        put?: never;
        post?: never;
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
        /** @description One entry of a room, as the people in it see it: the envelope's members, and beside them the payload's, of which `kind` tells which there are. */
        Entry: {
            /** Format: uuid */
            roomId: string;
            /** Format: int64 */
            seq: number;
            /** Format: uuid */
            entryId: string;
            /** Format: uuid */
            clientId: string;
            /** Format: uuid */
            senderId: string;
            /** Format: uuid */
            organisationId?: string;
            /** @enum {string} */
            class: "VISIBLE" | "AMENDS" | "SILENT";
            kind: string;
            /** Format: int32 */
            format: number;
            body?: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: int64 */
            accessEpoch: number;
        } & {
            [key: string]: unknown;
        };
        MessagePage: {
            items?: components["schemas"]["Entry"][];
            /** Format: int64 */
            nextBefore?: number;
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
export interface operations {
    messages: {
        parameters: {
            query?: {
                /** @description The `nextBefore` of the page behind which this one lies */
                before?: number;
                /** @description 1 to 100 messages, and what hangs on them; 50 if not given */
                limit?: number;
            };
            header?: never;
            path: {
                roomId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; in the log before it is answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
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
            /** @description `room-unknown`: there is no such room, or it is none of the caller's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-erased`: what was written in the room was erased for good */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests`: more entries in the log than one person leaves */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `log-unavailable`, `temporarily-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
