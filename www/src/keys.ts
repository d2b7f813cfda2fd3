import type { Change, Figure } from "tishu";

/** Names of the package's types that the interface has words for. */
export type { FigureKind, TishuErrorCode } from "tishu";
export type BoundKey = Exclude<Figure["bound"], "=">;
export type ChangeKey = `${Change["role"]} ${Change["direction"]}`;
export type StatusKey = Figure["status"];
export type { Role } from "./corrections.ts";
