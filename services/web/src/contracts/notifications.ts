import type { components } from "./generated/notifications-api";

export type WebPushKey = components["schemas"]["WebPushKey"];
