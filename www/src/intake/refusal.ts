/** Why a file of a known type gives no text. */
export type Reason = "damaged" | "archive" | "tooBig" | "locked" | "scanned" | "noParts";

/** A file that cannot be read; the words for it are the interface's. */
export class Refusal extends Error {
  constructor(readonly reason: Reason, options?: ErrorOptions) {
    super(reason, options);
  }
}
