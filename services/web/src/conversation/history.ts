import type { MessagePage } from "../contracts/conversation";
import { request } from "../gateway/request";

export const PAGE_LIMIT = 100;

/** The newest messages before `before`, ascending. */
export function fetchPage(roomId: string, before: number, limit: number): Promise<MessagePage> {
  return request("GET", `/api/conversations/${roomId}/messages?before=${before}&limit=${limit}`);
}
