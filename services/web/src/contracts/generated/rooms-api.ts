// Generated from services/contracts by typescript/generate.mjs. Do not edit.
export interface paths {
    "/api/consent-texts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consent text in bokmål, nynorsk and English */
        get: operations["currentConsentText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find professionals by any part of their name, title or organisation
         * @description For professionals, and for those who have a room or have blocked somebody; never finds anybody as a patient. Spelling is forgiven (`ø` and `o`, `å` and `aa`, double letters). The search is logged.
         */
        post: operations["searchDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person, her level and her roles */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller's letters go, and who said so */
        get: operations["address"];
        /**
         * The caller says where her letters are to go; level HIGH
         * @description Without `email` she takes back what she said; the directory's address is used then. The change is logged, the address is not; the one before gets a letter that says so.
         */
        put: operations["changeAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the caller has blocked, and since when */
        get: operations["blockedPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/blocks/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The caller blocks a professional from all rooms whose patient he is; repeatable
         * @description Her seats there are empty when it is answered, and nobody can bring her in again. Neither she nor anybody else is told of it.
         */
        put: operations["blockPerson"];
        post?: never;
        /**
         * The caller takes a block back; level HIGH, repeatable
         * @description She gets no seat by it; she can be asked for again.
         */
        delete: operations["unblockPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rooms that the caller sees */
        get: operations["listRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One room; the view is in the access log before it is answered */
        get: operations["viewRoom"];
        /**
         * Propose a room for a patient; repeatable, the client makes the id (UUIDv7)
         * @description Nobody but the proposer and the patient sees it before the patient has consented. The answer tells nothing about the patient that was not typed. An e-mail address serves the letter of this proposal alone, whoever the number belongs to.
         */
        put: operations["proposeRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The patient consents or declines; after a no he may open the room again himself
         * @description A yes lets in whom the room's `ifYes` names, and says with `shown` what stood on the page. Needs a fresh login of level HIGH.
         */
        post: operations["answerConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the patient has said yes to: each text, when, and who was named then */
        get: operations["givenConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who proposed a room takes the question back before the patient has answered it
         * @description Nobody sees the room from then on. The log keeps that it was proposed.
         */
        post: operations["retractProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody in the room invites a professional; the seat is empty until approved
         * @description Whom the patient invites at level HIGH he has thereby approved.
         */
        post: operations["inviteToSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/seats/{seatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The patient removes anybody, a helper himself */
        delete: operations["removeSeat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/seats/{seatId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The patient approves or declines who is to sit there, once; level HIGH */
        post: operations["answerApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{roomId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The patient takes his consent back; nobody else has access from then on
         * @description Needs a fresh login of level HIGH, as giving it does. Repeatable.
         */
        post: operations["withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/internal/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A login has ended well: find or make the person behind the ID token
         * @description For the gateway alone, which shows its key in X-Internal-Key.
         */
        post: operations["signIn"];
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
        Address: {
            email?: string;
            source?: components["schemas"]["Source"];
            /** Format: int64 */
            version?: number;
        };
        AddressRequest: {
            email?: string;
            /** Format: int64 */
            version?: number;
        };
        ApprovalRequest: {
            decision: components["schemas"]["Decision1"];
        };
        /** @enum {string} */
        Awaited: "CONSENT" | "APPROVAL";
        BlockedPeople: {
            items?: components["schemas"]["BlockedPerson"][];
            /** Format: int64 */
            takenBack?: number;
        };
        BlockedPerson: {
            personId?: components["schemas"]["UUID"];
            name?: string;
            title?: string;
            organisation?: components["schemas"]["Organisation"];
            since?: components["schemas"]["Instant"];
        };
        ConsentRequest: {
            textVersion: string;
            decision: components["schemas"]["Decision"];
            language?: string;
            shown?: components["schemas"]["Shown"];
        };
        ConsentText: {
            version?: string;
            texts?: {
                [key: string]: components["schemas"]["Text"];
            };
        };
        ConsentView: {
            textVersion?: string;
            givenAt?: components["schemas"]["Instant"];
            declinedAt?: components["schemas"]["Instant"];
            withdrawnAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        Decision: "GIVEN" | "DECLINED";
        /** @enum {string} */
        Decision1: "APPROVED" | "DECLINED";
        Found: {
            items?: components["schemas"]["Item"][];
        };
        GivenConsent: {
            textVersion?: string;
            language?: string;
            givenAt?: components["schemas"]["Instant"];
            named?: components["schemas"]["Named"][];
        };
        GivenConsents: {
            items?: components["schemas"]["GivenConsent"][];
            texts?: components["schemas"]["ConsentText"][];
        };
        IfYesView: {
            joins?: string[];
            asked?: string[];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        InvitationRequest: {
            roleId: components["schemas"]["UUID"];
            approves?: boolean;
        };
        Item: {
            roleId?: components["schemas"]["UUID"];
            personId?: components["schemas"]["UUID"];
            name?: string;
            title?: string;
            organisation?: components["schemas"]["Organisation"];
        };
        /** @enum {string} */
        Kind: "PROFESSIONAL" | "AUDITOR" | "ADMINISTRATOR";
        /** @enum {string} */
        Level: "LOW" | "SUBSTANTIAL" | "HIGH";
        May: {
            write?: boolean;
            invite?: boolean;
            consent?: boolean;
            approve?: boolean;
            withdraw?: boolean;
            openAgain?: boolean;
            leave?: boolean;
            retract?: boolean;
            seeAccessLog?: boolean;
        };
        Me: {
            personId?: components["schemas"]["UUID"];
            name?: string;
            level?: components["schemas"]["Level"];
            signedInAt?: components["schemas"]["Instant"];
            roles?: components["schemas"]["Role"][];
        };
        Member: {
            personId: components["schemas"]["UUID"];
            name: string;
            organisationName?: string;
            present: boolean;
        };
        Mine: {
            seatId?: components["schemas"]["UUID"];
            part?: components["schemas"]["Part"];
            status?: components["schemas"]["SeatStatus"];
        };
        Named: {
            name?: string;
            title?: string;
            organisationName?: string;
            joins?: boolean;
        };
        Organisation: {
            organisationId?: components["schemas"]["UUID"];
            name?: string;
        };
        /** @enum {string} */
        Part: "PATIENT" | "HELPER";
        Patient: {
            identityNumber: string;
            name: string;
            email?: string;
        };
        /** @enum {string} */
        PeriodEnd: "ROOM_CLOSED" | "LEFT" | "REMOVED" | "ROLE_ENDED";
        PeriodView: {
            start?: components["schemas"]["Instant"];
            /** Format: int64 */
            startEpoch?: number;
            end?: components["schemas"]["Instant"];
            /** Format: int64 */
            endEpoch?: number;
            endedBy?: components["schemas"]["PeriodEnd"];
        };
        PersonRef: {
            personId?: components["schemas"]["UUID"];
            name?: string;
        };
        ProposalRequest: {
            asRoleId: components["schemas"]["UUID"];
            patient: components["schemas"]["Patient"];
            purpose: string;
            invitedRoleIds: string[];
        };
        ProposedBy: {
            name?: string;
            organisationName?: string;
        };
        Role: {
            roleId?: components["schemas"]["UUID"];
            kind?: components["schemas"]["Kind"];
            title?: string;
            organisation?: components["schemas"]["Organisation"];
        };
        RoomDetails: {
            roomId?: components["schemas"]["UUID"];
            status?: components["schemas"]["RoomStatus"];
            purpose?: string;
            patient?: components["schemas"]["PersonRef"];
            me?: components["schemas"]["Mine"];
            proposedBy?: components["schemas"]["ProposedBy"];
            /** Format: int32 */
            participantCount?: number;
            awaiting?: components["schemas"]["Awaited"][];
            /** Format: int64 */
            accessEpoch?: number;
            changedAt?: components["schemas"]["Instant"];
            seats?: components["schemas"]["SeatView"][];
            consent?: components["schemas"]["ConsentView"];
            may?: components["schemas"]["May"];
            ifYes?: components["schemas"]["IfYesView"];
        };
        RoomList: {
            items: components["schemas"]["RoomSummary"][];
            nextAfter: string | null;
        };
        /** @enum {string} */
        RoomStatus: "PROPOSED" | "ACTIVE" | "DECLINED" | "WITHDRAWN" | "RETRACTED";
        RoomSummary: {
            roomId?: components["schemas"]["UUID"];
            status?: components["schemas"]["RoomStatus"];
            purpose?: string;
            patient?: components["schemas"]["PersonRef"];
            me?: components["schemas"]["Mine"];
            proposedBy?: components["schemas"]["ProposedBy"];
            /** Format: int32 */
            participantCount?: number;
            awaiting?: components["schemas"]["Awaited"][];
            /** Format: int64 */
            accessEpoch?: number;
            changedAt?: components["schemas"]["Instant"];
            people?: components["schemas"]["Member"][];
        };
        SearchRequest: {
            query: string;
        };
        /** @enum {string} */
        SeatStatus: "PROPOSED" | "ACTIVE" | "DECLINED" | "REMOVED";
        SeatView: {
            seatId?: components["schemas"]["UUID"];
            part?: components["schemas"]["Part"];
            status?: components["schemas"]["SeatStatus"];
            person?: components["schemas"]["PersonRef"];
            title?: string;
            organisation?: components["schemas"]["Organisation"];
            invitedBy?: string;
            changedAt?: components["schemas"]["Instant"];
            periods?: components["schemas"]["PeriodView"][];
            blocked?: boolean;
        };
        Shown: {
            /** Format: int64 */
            accessEpoch: number;
            joins: string[];
            asked: string[];
        };
        SignInRequest: {
            idToken: string;
        };
        /** @enum {string} */
        Source: "OWN" | "DIRECTORY";
        Text: {
            title?: string;
            lead?: string;
            points?: string[];
            withdrawal?: string;
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
    currentConsentText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its version is what an answer refers to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentText"];
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
        };
    };
    searchDirectory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description At most twenty: those she shares a room with first, then those of whom each word begins one, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description `invalid-request`: fewer than two characters */
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
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who the bearer of this token is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `not-signed-in`: nobody known here */
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
        };
    };
    address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where they go; without `email`, nowhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
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
        };
    };
    changeAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressRequest"];
            };
        };
        responses: {
            /** @description Where they go from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description `invalid-request` */
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
            /** @description `level-too-low` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `address-changed-meanwhile`: `version` is not the present one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests`; `address-changed-too-often`: again when `notBefore` says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    blockedPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last one first; perhaps nobody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPeople"];
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
        };
    };
    blockPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All whom he has blocked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPeople"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-allowed`: it is the caller */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `person-unknown`: nobody whom a search finds, and nobody of a room of his */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-blocks` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unblockPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All whom he has blocked still */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPeople"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `level-too-low` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `person-unknown`: no id */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listRooms: {
        parameters: {
            query?: {
                /** @description The `nextAfter` of the answer before; without it, the first ones */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last changed first, a hundred at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomList"];
                };
            };
            /** @description `invalid-request`: no place in the list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-signed-in` */
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
        };
    };
    viewRoom: {
        parameters: {
            query?: {
                /** @description `true` where nobody opens the room, but a browser that shows it keeps up to date by itself. Whoever does not say so has opened it. */
                refresh?: boolean;
            };
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room as this caller may see it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
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
            /** @description `room-unknown`: there is none, or it is none of the caller's business */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `log-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    proposeRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalRequest"];
            };
        };
        responses: {
            /** @description This very request has proposed it before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description Proposed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request` */
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
            /** @description `not-allowed`: asRoleId is not the caller's */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-exists-differently`; `too-many-open-proposals`: some of the caller's have to be answered or taken back first; `asked-too-recently`: the problem's `notBefore` says when the same person may be asked again, and is the same for a known and an unknown number */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity-number-invalid`, `identity-number-not-synthetic`, `role-unknown`, `cannot-propose-for-self` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests`; `too-many-letters`: without an address it may be proposed all the same, with one when `notBefore` says */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    answerConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentRequest"];
            };
        };
        responses: {
            /** @description The room after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description Bad Request */
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
            /** @description `not-allowed` (not the patient), `level-too-low`, `fresh-login-required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `consent-already-answered`, `consent-text-outdated`; `consent-page-outdated`: the room is no longer what was shown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests`: to an opening alone */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    givenConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first, fifty at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenConsents"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-allowed` (not the patient) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    retractProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
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
            /** @description `not-allowed`: the caller did not propose it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown`, also once it has been taken back */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `consent-already-answered` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    inviteToSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description The room after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description Bad Request */
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
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `seat-exists`, `room-not-active`, `room-full`; `asked-too-recently`: the patient has refused her, and `notBefore` says when he may be asked again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `role-unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `too-many-requests` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
                seatId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description The caller has left and sees it no more */
            204: {
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
            /** @description `not-allowed`: not his seat, or the patient's own (he withdraws) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown`, `seat-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-not-active` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    answerApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
                seatId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalRequest"];
            };
        };
        responses: {
            /** @description The room after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description Bad Request */
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
            /** @description `not-allowed` (not the patient), `level-too-low` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown`, `seat-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `approval-already-answered`, `consent-missing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room after it, for the patient alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomDetails"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-allowed` (not the patient), `level-too-low`, `fresh-login-required` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `room-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `consent-not-given` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                "X-Internal-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Who has signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-signed-in`: a token is not believed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `not-allowed`: not the gateway */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity-number-invalid`, `identity-number-not-synthetic` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
