// Generated from services/contracts by typescript/generate.mjs. Do not edit.
export interface paths {
    "/api/conversations/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds in the caller's rooms, or is to, that first which has stood longest */
        get: operations["agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is agreed in the caller's rooms, in the order of its time, and what is proposed */
        get: operations["appointments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for an answer in the caller's rooms, those that wait longest first */
        get: operations["questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/conversations/{roomId}/written": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages can be read in a room, and nothing of what they say */
        get: operations["written"];
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
        Clash: {
            /**
             * Format: int32
             * @description Which of its `slots` it is, from 0 on
             */
            slot: number;
            /** @description Who of those that are to come is taken then */
            personIds: string[];
        };
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
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /**
         * Format: date
         * @example 2022-03-10
         */
        LocalDate: string;
        MessagePage: {
            items?: components["schemas"]["Entry"][];
            /** Format: int64 */
            nextBefore?: number;
        };
        StandingAgreement: {
            roomId: components["schemas"]["UUID"];
            /**
             * Format: int64
             * @description The place in the room where it began
             */
            about: number;
            /**
             * Format: int64
             * @description The place of the entry that says how it stands
             */
            seq: number;
            /** @description Who has put it in these words */
            proposedById: components["schemas"]["UUID"];
            /** @description Whom it concerns, the one who proposes it among them */
            participantIds: string[];
            /** @description Which of them sees to it; none where all do, or it is for nobody to do */
            ownerId?: components["schemas"]["UUID"];
            /** @description The day until which it is to be done */
            dueBy?: components["schemas"]["LocalDate"];
            /** @description Whose word is waited for next: of those who can still write there and have said nothing of these words; once all have and somebody has objected, of whoever proposed it, or of all where she has gone. It is agreed where nobody is waited for, nobody has objected and it has not lapsed */
            waitsForIds: string[];
            /** @description Who of those that can still write there does not agree */
            objectedIds: string[];
            /** @description Whether nothing can come of it as it stands: fewer than two of those whom it concerns can still write in the room, or not the one who sees to it */
            lapsed: boolean;
            /** @description Since when it stands in these words */
            since: components["schemas"]["Instant"];
        };
        StandingAgreements: {
            /** @description Those that have stood longest first, 1,000 at most. Of more, those that concern the caller come before others, and the first that each person has said in a room before the second of anybody, up to 100 */
            items: components["schemas"]["StandingAgreement"][];
            /** @description Whether these are all: not where there are more, and not where some don't open */
            whole: boolean;
        };
        StandingAppointment: {
            roomId: components["schemas"]["UUID"];
            /**
             * Format: int64
             * @description The place in the room where it began
             */
            about: number;
            /**
             * Format: int64
             * @description The place of the entry that says how it stands
             */
            seq: number;
            /**
             * @description What is neither cancelled nor over
             * @enum {string}
             */
            status: "PROPOSED" | "BOOKED";
            /** @description Who has proposed the times */
            proposedById: components["schemas"]["UUID"];
            /** @description Who is to come, the one who proposed among them */
            participantIds: string[];
            /** @description Whose word is waited for next: of two the one who was asked; of more, those who have not answered these times, and once all have, whoever proposed them, as where nobody can take one of them. Nobody where it is agreed, or whoever proposed can't write in the room any more */
            waitsForIds: string[];
            /** @description Whether nothing can come of it as it stands: all times that are proposed have passed, or whoever proposed or all others can't write in the room any more; of what is agreed, whether nobody or one alone still can */
            lapsed: boolean;
            /** @description Those of its times that overlap with what else is agreed in the same room, or in another to which the caller is to come, and who is to be at both; of what is agreed itself that time alone */
            clashes: components["schemas"]["Clash"][];
            /** @description Since when it stands like this */
            since: components["schemas"]["Instant"];
        };
        StandingAppointments: {
            /** @description What is agreed in the order of its time, then what is proposed, that first which has stood longest; 1,000 at most, and none that was said more than a year ago: its times have passed. Of more, those to which the caller is to come are before others, and the newest that each person has said in a room before the second of anybody, up to 300 */
            items: components["schemas"]["StandingAppointment"][];
            /** @description Whether these are all: not where there are more, and not where some don't open */
            whole: boolean;
        };
        StandingQuestion: {
            roomId: components["schemas"]["UUID"];
            /**
             * Format: int64
             * @description The place in the room of the message that asks
             */
            about: number;
            /**
             * Format: int64
             * @description The place of the entry that says how it stands
             */
            seq: number;
            /**
             * @description What is neither answered nor withdrawn
             * @enum {string}
             */
            state: "OPEN" | "PROMISED";
            /** @description Who has made the message a question */
            askedById: components["schemas"]["UUID"];
            /** @description Whose answer is waited for */
            addresseeId: components["schemas"]["UUID"];
            /** @description The day until which an answer is wished for */
            wantedBy?: components["schemas"]["LocalDate"];
            /** @description The day until which the addressee has promised to answer */
            promisedBy?: components["schemas"]["LocalDate"];
            /** @description Whether the addressee can't write in the room any more */
            lapsed: boolean;
            /** @description Since when it stands like this */
            since: components["schemas"]["Instant"];
        };
        StandingQuestions: {
            /** @description Those that have waited longest first, 1,000 at most. Of more, those in which the caller is waited for or waits come before others, and the first that each person has said in a room before the second of anybody, up to 100 */
            items: components["schemas"]["StandingQuestion"][];
            /** @description Whether these are all: not where there are more, and not where some don't open */
            whole: boolean;
        };
        /** Format: uuid */
        UUID: string;
        Written: {
            /** Format: int64 */
            messages?: number;
            anything?: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    agreements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who agrees and who is waited for; never what is agreed on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAgreements"];
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
            /** @description `temporarily-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    appointments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who waits for whom, and who is taken then; never what for, where or when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAppointments"];
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
            /** @description `temporarily-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    questions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who waits for whom, and at which message; never what is asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingQuestions"];
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
            /** @description `temporarily-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
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
    written: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How much is written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
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
            /** @description `too-many-requests`: more than one person asks for */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `temporarily-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
