// The page in one file: everything is here already.

import type { OfflineState } from "./offline.ts";

export const SINGLE_FILE: string | null = null;

export function useOffline(): { state: OfflineState; renew(): void } {
  return { state: "inside", renew() {} };
}

export async function keptFiles(): Promise<string[]> {
  return [];
}
